// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/ServerProcess.h"

#include "core/payments/Payments.h"
#include "core/values/Contract.h"
#include "platform/system/SystemClock.h"
#include "platform/system/SystemRandom.h"

#include <catch2/catch_test_macros.hpp>

#include <QElapsedTimer>

namespace vitrine::test {

using namespace core;

namespace {

constexpr int kPatienceMs = 20'000;

platform::SystemClock clockOfTests;
platform::SystemRandom randomOfTests;

} // namespace

Id<Product> mugId() { return Id<Product>::named("mug"); }
Id<Variant> mugVariant() { return Id<Variant>::named("mug/oat"); }

PlaceOrder mugOrder(Id<Order> id, std::int64_t quantity)
{
    PlaceOrder order{.order = id};
    order.lines.push_back({mugId(), mugVariant(), quantity, {kMugPrice, Currency::bdt()}});
    order.address = {
        .name = "Nadia", .phone = "01700000000", .division = "Dhaka", .district = "Dhaka", .line = "House 1, Road 2"};
    return order;
}

std::unique_ptr<platform::SqliteStore> openStore(const std::filesystem::path &data)
{
    auto store = platform::SqliteStore::open(
        {.file = data / "shop.db", .entities = allEntities(), .clock = clockOfTests, .random = randomOfTests});
    VITRINE_EXPECT(store.has_value());
    return std::move(*store);
}

void seedShop(const std::filesystem::path &data)
{
    const auto store = openStore(data);
    CommandRegistry registry;
    addCatalogueCommands(registry);
    const auto run = [&](const std::string &name, const auto &command) {
        const CommandRequest request{Uuid::make(clockOfTests.now(), randomOfTests), name, toJson(command)};
        const auto prepared = prepareCommand(registry, request, Actor::owner());
        VITRINE_EXPECT(prepared.has_value());
        VITRINE_EXPECT(store->write([&](Tx &tx) -> Status {
            return executeCommand(tx, **prepared, request, Actor::owner()).and_then([](const CommandAnswer &answer) {
                return answer.reply ? Status() : Status(std::unexpected(answer.reply.error()));
            });
        }));
    };
    const auto category = Id<Category>::named("table");
    const auto dhaka = Id<Location>::named("dhaka");
    run("saveCategory", SaveCategory{{.id = category, .slug = "table", .name = Text{"Table", "টেবিল"}}});
    run("saveLocation", SaveLocation{{.id = dhaka, .code = "dhaka", .name = {"Dhaka", "ঢাকা"}}});
    Product mug{.id = mugId(), .slug = "mug", .state = ProductState::Published, .category = category};
    mug.name = Text{"Mug", "মগ"};
    mug.variants.push_back({.id = mugVariant(), .sku = "MUG", .price = {kMugPrice, Currency::bdt()}});
    run("saveProduct", SaveProduct{mug});
    run("setStock", SetStock{mugVariant(), dhaka, kMugStock});
}

ServerProcess::~ServerProcess()
{
    if (isRunning())
        kill();
}

void ServerProcess::startWithoutWaiting()
{
    VITRINE_EXPECT(!isRunning());
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::SeparateChannels);
    m_process->setStandardErrorFile(QString::fromStdString((m_data / "server.log").string()), QIODevice::Append);
    m_process->start(VITRINE_SERVER_PROGRAM, {"serve", "--data", QString::fromStdString(m_data.string()), "--listen",
                                              QString("127.0.0.1:%1").arg(m_port), "--heartbeat-ms", "1000"});
}

void ServerProcess::start()
{
    QElapsedTimer timer;
    timer.start();
    startWithoutWaiting();
    QByteArray said;
    while (!said.contains('\n')) {
        // Its words come on a pipe; nothing is guessed from the time.
        INFO("the server's log: " << (m_data / "server.log").string());
        REQUIRE(timer.elapsed() < kPatienceMs);
        REQUIRE(m_process->waitForReadyRead(kPatienceMs));
        said += m_process->readAllStandardOutput();
    }
    m_startMs = timer.elapsed();
    const QByteArray address = said.left(said.indexOf('\n'));
    m_port = address.mid(address.lastIndexOf(':') + 1).toInt();
    REQUIRE(m_port > 0);
}

void ServerProcess::kill()
{
    m_process->kill();
    REQUIRE(m_process->waitForFinished(kPatienceMs));
    m_process.reset();
}

void ServerProcess::stop()
{
    m_process->terminate();
    REQUIRE(m_process->waitForFinished(kPatienceMs));
    m_process.reset();
}

} // namespace vitrine::test
