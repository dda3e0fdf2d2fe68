// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/RunningServer.h"

#include "platform/http/Identity.h"
#include "platform/system/Files.h"
#include "platform/system/Sha256.h"

#include <catch2/catch_test_macros.hpp>

#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace vitrine::test {
namespace {

struct Child {
    pid_t process = -1;
    int in = -1;
    int out = -1;
    int err = -1;
};

Child spawn(const std::vector<std::string> &arguments, bool keepsErrors)
{
    int in[2], out[2], err[2];
    REQUIRE((pipe2(in, O_CLOEXEC) == 0 && pipe2(out, O_CLOEXEC) == 0 && pipe2(err, O_CLOEXEC) == 0));
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in[0], 0);
    posix_spawn_file_actions_adddup2(&actions, out[1], 1);
    if (keepsErrors)
        posix_spawn_file_actions_adddup2(&actions, err[1], 2);
    std::string program = VITRINE_SERVER_PROGRAM;
    std::vector<char *> argv{program.data()};
    std::vector<std::string> copies = arguments;
    for (std::string &copy : copies)
        argv.push_back(copy.data());
    argv.push_back(nullptr);
    Child child{-1, in[1], out[0], err[0]};
    REQUIRE(posix_spawn(&child.process, program.c_str(), &actions, nullptr, argv.data(), environ) == 0);
    posix_spawn_file_actions_destroy(&actions);
    close(in[0]);
    close(out[1]);
    close(err[1]);
    return child;
}

std::string readAll(int handle)
{
    std::string all;
    char chunk[4096];
    for (ssize_t got = 0; (got = read(handle, chunk, sizeof chunk)) > 0;)
        all.append(chunk, static_cast<std::size_t>(got));
    close(handle);
    return all;
}

int statusOf(pid_t process)
{
    int status = 0;
    waitpid(process, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

} // namespace

ToolRun runTool(const std::vector<std::string> &arguments, const std::string &input)
{
    const Child child = spawn(arguments, true);
    std::ignore = write(child.in, input.data(), input.size());
    close(child.in);
    ToolRun run;
    run.out = readAll(child.out);
    run.err = readAll(child.err);
    run.status = statusOf(child.process);
    return run;
}

RunningServer::RunningServer(const std::filesystem::path &data, const std::vector<std::string> &options)
    : m_data(data)
{
    std::vector<std::string> arguments{"serve", "--data", data.string(), "--listen", "127.0.0.1:0"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const Child child = spawn(arguments, false);
    close(child.in);
    close(child.err);
    m_process = child.process;
    std::string line;
    for (char c = 0; read(child.out, &c, 1) == 1 && c != '\n';)
        line += c;
    close(child.out);
    const std::string expected = "listening on http://127.0.0.1:";
    REQUIRE(line.starts_with(expected));
    m_port = std::stoi(line.substr(expected.size()));
}

RunningServer::~RunningServer()
{
    if (m_process > 0)
        kill();
}

void RunningServer::kill()
{
    signal(SIGKILL);
    std::ignore = wait();
}

void RunningServer::signal(int number) { ::kill(m_process, number); }

int RunningServer::wait() { return statusOf(std::exchange(m_process, -1)); }

std::string RunningServer::ownerToken() const
{
    std::string token = platform::readFile(m_data / "owner.token").value();
    token.pop_back();
    return token;
}

// The shop ------------------------------------------------------------------------------------------------------------

std::string mugProduct() { return core::Uuid::named("mug").text(); }

std::string mugVariant() { return core::Uuid::named("mug/oat").text(); }

std::string freshKey()
{
    static core::SeededRandom random(7);
    return core::Uuid::make(core::Time{}, random).text();
}

void seedMug(const std::filesystem::path &data, std::int64_t pieces)
{
    using namespace core;
    const Category table{.id = Id<Category>::named("table"), .slug = "table", .name = Text{"Table", "টেবিল"}};
    Product mug{.id = Id<Product>::named("mug"), .slug = "stoneware-mug", .state = ProductState::Published};
    mug.category = table.id;
    mug.name = Text{"Stoneware mug", "মগ"};
    mug.variants = {{.id = Id<Variant>::named("mug/oat"), .sku = "MUG-OAT", .price = {850'00, Currency::bdt()}}};
    Product draft = mug;
    draft.id = Id<Product>::named("draft");
    draft.slug = "secret-draft";
    draft.state = ProductState::Draft;
    draft.variants = {{.id = Id<Variant>::named("draft/1"), .sku = "DRAFT", .price = {1'00, Currency::bdt()}}};
    const Location dhaka{.id = Id<Location>::named("dhaka"), .code = "dhaka", .name = {"Dhaka", "ঢাকা"}};
    const SetStock stock{mug.variants[0].id, dhaka.id, pieces};
    const auto run = [&](const std::string &name, const std::string &body) {
        const ToolRun done = runTool({"command", name, "--data", data.string()}, body);
        INFO(done.err);
        REQUIRE(done.status == 0);
    };
    run("saveCategory", toJson(SaveCategory{table}));
    run("saveProduct", toJson(SaveProduct{mug}));
    run("saveProduct", toJson(SaveProduct{draft}));
    run("saveLocation", toJson(SaveLocation{dhaka}));
    run("setStock", toJson(stock));
}

void registerShopper(Wire &wire, const std::string &token)
{
    const core::RegisterDevice device{core::Id<core::Device>::named("device/" + token),
                                      core::Id<core::Customer>::named("customer/" + token), platform::sha256Hex(token)};
    REQUIRE(wire.command("registerDevice", core::toJson(device), {}, freshKey()).status == 200);
}

std::string addToCartBody(std::int64_t quantity)
{
    return core::toJson(core::AddToCart{core::Id<core::Product>::named("mug"),
                                        core::Id<core::Variant>::named("mug/oat"),
                                        quantity,
                                        {core::Time{std::chrono::seconds(1'800'000'000)}, 0, {}}});
}

std::string placeOrderBody(const std::string &order)
{
    core::PlaceOrder command{.order = core::Id<core::Order>(core::Uuid::parse(order).value())};
    command.lines = {{core::Id<core::Product>::named("mug"),
                      core::Id<core::Variant>::named("mug/oat"),
                      1,
                      {850'00, core::Currency::bdt()}}};
    command.address = {"Rahim", "01700000000", "Dhaka", "Dhaka", "House 1, Road 2", {}, "BD"};
    return core::toJson(command);
}

} // namespace vitrine::test
