// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sync_client_world.h"

#include "core/values/Contract.h"

#include <algorithm>

namespace vitrine::test {

namespace sync = core::sync;

std::string fakeHash(std::string_view text)
{
    std::string hash;
    for (int i = 0; i < 2; ++i) {
        const std::string part = Uuid::named(std::string(text) + std::to_string(i)).text();
        std::ranges::copy_if(part, std::back_inserter(hash), [](char c) { return c != '-'; });
    }
    return hash;
}

Id<core::Product> productId(std::string_view slug) { return Id<core::Product>::named("product/" + std::string(slug)); }

Id<core::Variant> variantId(std::string_view slug) { return Id<core::Variant>::named("variant/" + std::string(slug)); }

core::Product product(std::string_view slug, std::int64_t price)
{
    core::Product product{.id = productId(slug), .slug = core::Slug(std::string(slug))};
    product.state = core::ProductState::Published;
    product.category = Id<core::Category>::named("things");
    product.name = core::Text{std::string(slug), {}};
    product.variants.push_back(
        {.id = variantId(slug), .sku = std::string(slug), .price = {price, core::Currency::bdt()}});
    return product;
}

core::SetStock stock(std::string_view slug, std::int64_t onHand)
{
    return {variantId(slug), Id<core::Location>::named("shop"), onHand};
}

core::PlaceOrder order(Id<core::Order> id, std::string_view slug, std::int64_t quantity, std::int64_t price)
{
    core::PlaceOrder order{.order = id};
    order.lines.push_back({productId(slug), variantId(slug), quantity, {price, core::Currency::bdt()}});
    order.address = {
        .name = "Rahima", .phone = "01712345678", .division = "Dhaka", .district = "Dhaka", .line = "Road 7"};
    return order;
}

// The server ----------------------------------------------------------------------------------------------------------

FakeServer::FakeServer(std::uint64_t randomSeed)
    : m_random(randomSeed)
{
    m_services.payments = {&m_cash};
    core::addShopCommands(m_commands, m_services);
    seed();
}

void FakeServer::seed()
{
    origin = "store-" + std::to_string(++m_generation);
    own("saveCategory",
        core::SaveCategory{
            {.id = Id<core::Category>::named("things"), .slug = "things", .name = core::Text{"Things", "জিনিস"}}});
    own("saveLocation",
        core::SaveLocation{{.id = Id<core::Location>::named("shop"), .code = "shop", .name = {"Shop", "দোকান"}}});
    for (const auto &[slug, price] : {std::pair("mug", 65000), std::pair("chair", 1850000)}) {
        own("saveProduct", core::SaveProduct{product(slug, price)});
        own("setStock", stock(slug, 50));
    }
}

void FakeServer::reseed()
{
    kill();
    disk = {};
    m_executed.clear();
    seed();
}

void FakeServer::kill()
{
    m_waiting.clear();
    for (const auto &line : m_lines)
        line->isOpen = false;
    m_lines.clear();
}

std::shared_ptr<Line> FakeServer::connect()
{
    m_lines.push_back(std::make_shared<Line>());
    return m_lines.back();
}

void FakeServer::runOwn(std::string name, std::string body)
{
    const auto [reply, seq] =
        decide({Uuid::make(kStart, m_random), std::move(name), std::move(body)}, core::Actor::owner());
    VITRINE_EXPECT(reply.has_value());
}

void FakeServer::linkDevice(Id<core::Device> device, Id<core::Customer> customer, std::string_view token)
{
    MemoryTx tx(disk, kStart, 7);
    VITRINE_EXPECT(tx.insert(
        core::Device{.id = device, .customer = customer, .tokenHash = core::Unique<std::string>(fakeHash(token))},
        "device.linked"));
    if (!*tx.find(customer))
        VITRINE_EXPECT(tx.insert(core::Customer{.id = customer}, "customer.registered"));
}

std::pair<core::Result<std::string>, std::int64_t> FakeServer::decide(const core::CommandRequest &request,
                                                                      const core::Actor &actor)
{
    const auto prepared = prepareCommand(m_commands, request, actor);
    if (!prepared)
        return {std::unexpected(prepared.error()), 0};
    MemoryTx tx(disk, kStart, m_random.next());
    auto answer = executeCommand(tx, **prepared, request, actor);
    if (!answer)
        return {std::unexpected(answer.error()), 0};
    if (!answer->isRepeat) {
        ++executions;
        VITRINE_EXPECT(m_executed.insert(request.key).second); // Never twice for one key.
    }
    return {std::move(answer->reply), answer->seq};
}

void FakeServer::greet(Line &line, const sync::Hello &hello)
{
    line.wasGreeted = true;
    MemoryTx tx(disk, kStart, 7);
    const auto device = tx.findBy<core::Device>("tokenHash", fakeHash(hello.token.value_or(std::string())));
    const bool isKnown = device && *device;
    if (isKnown)
        line.actor = core::Actor::shopper((*device)->value.id, *(*device)->value.customer);
    const bool isSnapshot = hello.origin != origin || hello.cursor == 0;
    if (isSnapshot) {
        for (const auto &[key, stored] : disk.rows)
            if (line.actor.scopes().contains(stored->row.scope))
                line.pending.push_back({disk.head(), disk.head(), stored->row.scope, key.first, key.second,
                                        stored->row.version, "snapshot",
                                        *core::entityNamed(key.first)->outside(stored->row.body)});
        line.nextCheckpoint = disk.head();
        line.checkpointSeq = disk.head();
    } else {
        line.checkpointSeq = hello.cursor;
    }
    line.toDevice.push_back(encode(sync::Welcome{.origin = origin, .snapshot = isSnapshot, .known = isKnown}));
    if (!isSnapshot && hello.cursor == disk.head())
        line.toDevice.push_back(encode(sync::Checkpoint{hello.cursor}));
    stream(line);
}

bool FakeServer::receive(Line &line)
{
    if (line.toServer.empty())
        return false;
    const std::string text = std::move(line.toServer.front());
    line.toServer.pop_front();
    const auto frame = sync::decode(text);
    VITRINE_EXPECT(frame.has_value());
    VITRINE_EXPECT(line.wasGreeted != std::holds_alternative<sync::Hello>(frame->message));
    if (const auto *hello = std::get_if<sync::Hello>(&frame->message)) {
        greet(line, *hello);
    } else if (const auto *ack = std::get_if<sync::Ack>(&frame->message)) {
        line.acknowledged = ack->batch;
        stream(line);
    } else if (const auto *ping = std::get_if<sync::Ping>(&frame->message)) {
        line.toDevice.push_back(encode(sync::Pong{ping->number}));
    } else if (const auto *submit = std::get_if<sync::Submit>(&frame->message)) {
        const auto owner = std::ranges::find(m_lines, &line, [](const auto &each) { return each.get(); });
        m_waiting.push_back({*owner, {submit->key, submit->name, std::string(frame->payload.front())}});
    }
    return true;
}

void FakeServer::answer(Line &line, const sync::Answer &answer, std::string_view payload)
{
    for (int i = 0; i < (repeatsAnswers ? 2 : 1); ++i)
        line.toDevice.push_back(encode(answer, payload));
}

void FakeServer::flush(bool answersFirst)
{
    struct Said {
        std::shared_ptr<Line> line;
        sync::Answer answer{};
        std::string payload{};
    };
    std::vector<Said> said;
    for (const Waiting &waiting : std::exchange(m_waiting, {})) {
        const auto line = waiting.line.lock();
        // What was taken in is done, whether or not somebody still listens.
        const core::Actor actor = line ? line->actor : core::Actor::nobody();
        if (passing > 0) {
            --passing;
            if (line)
                said.push_back({line,
                                {.key = waiting.request.key, .passing = true},
                                core::errorJson({core::ErrorCode::Unavailable, "busy"})});
            continue;
        }
        const auto [reply, seq] = decide(waiting.request, actor);
        if (line)
            said.push_back({line,
                            {.key = waiting.request.key, .ok = reply.has_value(), .seq = seq},
                            reply ? *reply : core::errorJson(reply.error())});
    }
    const auto answerAll = [&] {
        for (const Said &each : said)
            answer(*each.line, each.answer, each.payload);
    };
    if (answersFirst)
        answerAll();
    for (const auto &line : m_lines)
        stream(*line);
    if (!answersFirst)
        answerAll();
}

void FakeServer::stream(Line &line)
{
    if (!line.wasGreeted || !line.isOpen)
        return;
    if (!line.nextCheckpoint && disk.head() > line.checkpointSeq) {
        for (const Change &change : disk.log)
            if (change.seq > line.checkpointSeq && line.actor.scopes().contains(change.scope))
                line.pending.push_back(change);
        line.nextCheckpoint = line.checkpointSeq = disk.head();
    }
    while (!line.pending.empty() && line.batches - line.acknowledged < sync::kWindow) {
        std::vector<Change> batch;
        while (!line.pending.empty() && std::ssize(batch) < batchChanges) {
            batch.push_back(std::move(line.pending.front()));
            line.pending.pop_front();
        }
        line.toDevice.push_back(sync::encodeChanges(++line.batches, batch));
    }
    if (line.pending.empty() && line.nextCheckpoint) {
        line.toDevice.push_back(encode(sync::Checkpoint{*line.nextCheckpoint}));
        line.nextCheckpoint.reset();
        stream(line);
    }
}

// The device ----------------------------------------------------------------------------------------------------------

FakeDevice::FakeDevice(FakeServer &server, std::uint64_t seed)
    : m_server(server)
    , m_random(seed)
{
    core::addPredictions(m_predictions);
}

FakeDevice::~FakeDevice() = default;

void FakeDevice::boot()
{
    kill();
    decisions.clear(); // Whoever was to be told died with the process.
    m_replica = std::make_unique<MemoryReplica>(disk);
    m_sync =
        std::make_unique<sync::ClientSync>(sync::ClientSyncParts{*m_replica, m_predictions, m_random, *this, fakeHash});
    const Status loaded = m_sync->load(wall());
    VITRINE_EXPECT(loaded.has_value());
    m_sync->start(now);
}

void FakeDevice::kill()
{
    cut();
    m_wantsSocket = false;
    m_sync.reset();
    m_replica.reset();
}

void FakeDevice::cut()
{
    if (!m_line)
        return;
    m_line->isOpen = false;
    m_line.reset();
    if (m_sync)
        m_sync->disconnected(now);
}

void FakeDevice::settleSocket()
{
    if (m_line && !m_line->isOpen)
        cut();
    if (!std::exchange(m_wantsSocket, false))
        return;
    if (isServerUp) {
        m_line = m_server.connect();
        m_sync->connected(now);
    } else {
        m_sync->disconnected(now);
    }
}

bool FakeDevice::deliverToDevice()
{
    if (!m_line || m_line->toDevice.empty())
        return false;
    const std::string frame = std::move(m_line->toDevice.front());
    m_line->toDevice.pop_front();
    m_sync->received(frame, now);
    if (onNews)
        onNews();
    return true;
}

void FakeDevice::openSocket()
{
    VITRINE_EXPECT(!m_line);
    m_wantsSocket = true;
}

void FakeDevice::closeSocket()
{
    m_wantsSocket = false;
    if (m_line)
        m_line->isOpen = false;
    m_line.reset();
}

void FakeDevice::send(std::string frame)
{
    sentFrames.push_back(frame);
    if (m_line)
        m_line->toServer.push_back(std::move(frame));
}

void FakeDevice::decided(std::int64_t position, const core::SubmitOutcome &outcome)
{
    VITRINE_EXPECT(outcome.isFinal);
    VITRINE_EXPECT(!decisions.contains(position)); // Decided once.
    decisions.emplace(position, outcome);
}

core::Hlc FakeDevice::hlc()
{
    m_hlc = core::nextHlc(m_hlc, wall(), m_sync->identity().device.uuid());
    return m_hlc;
}

sync::Submitted FakeDevice::add(std::string_view slug, std::int64_t quantity)
{
    return submit("addToCart", core::AddToCart{productId(slug), variantId(slug), quantity, hlc()});
}

sync::Submitted FakeDevice::set(std::string_view slug, std::int64_t quantity)
{
    return submit("setCartQuantity", core::SetCartQuantity{variantId(slug), quantity, hlc()});
}

std::int64_t FakeDevice::pieces(std::string_view slug)
{
    const auto cart = view().find(core::Cart::idFor(m_sync->identity().customer));
    if (!cart || !*cart)
        return 0;
    for (const core::CartLine &line : (*cart)->value.lines)
        if (line.variant == variantId(slug))
            return line.quantity;
    return 0;
}

void settle(FakeServer &server, std::initializer_list<FakeDevice *> devices)
{
    for (int quietRounds = 0, rounds = 0; quietRounds < 3; ++quietRounds) {
        VITRINE_EXPECT(++rounds < 20'000); // It must come to rest.
        for (FakeDevice *device : devices) {
            device->settleSocket();
            while (device->line() != nullptr && server.receive(*device->line()))
                quietRounds = 0;
        }
        server.flush();
        bool moved = false;
        for (FakeDevice *device : devices)
            while (device->deliverToDevice())
                moved = true;
        if (moved)
            quietRounds = 0;
        // Time goes on only where nothing else does; pings would keep it going for ever.
        for (FakeDevice *device : devices)
            if (const auto wake = device->sync().nextWake();
                !moved && wake && device->sync().state().connection != core::Connection::Online) {
                device->now = std::max(device->now, *wake);
                device->sync().tick(device->now);
                quietRounds = 0;
            } else if (!moved && device->waiting() > 0) {
                device->now = std::max(device->now, wake.value_or(device->now));
                device->sync().tick(device->now);
                quietRounds = 0;
            }
    }
}

} // namespace vitrine::test
