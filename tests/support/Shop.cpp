// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Shop.h"

namespace vitrine::test {

using namespace core;

namespace {

Product makeMug(const Id<Variant> &oat, const Id<Variant> &indigo, const Id<Category> &category)
{
    Product mug{.id = Id<Product>::named("mug"), .slug = "stoneware-mug", .state = ProductState::Published};
    mug.category = category;
    mug.name = Text{"Stoneware mug", "পাথুরে মাটির মগ"};
    mug.options = {
        {"glaze", {"Glaze", "গ্লেজ"}, {{"oat", {"Oat", "জই"}, "#D8C9AE"}, {"indigo", {"Indigo", "নীল"}, "#274690"}}}};
    mug.variants = {{oat, "MUG-OAT", {{"glaze", "oat"}}, {850'00, Currency::bdt()}, "oat", ""},
                    {indigo, "MUG-IND", {{"glaze", "indigo"}}, {900'00, Currency::bdt()}, "indigo", ""}};
    return mug;
}

} // namespace

Shop::Shop()
{
    addShopCommands(m_registry, m_services);
    auto opened = platform::SqliteStore::open({m_folder.path() / "shop.db", allEntities(), clock, random});
    VITRINE_EXPECT(opened.has_value());
    store = std::move(*opened);

    const Category table{.id = Id<Category>::named("table"), .slug = "table", .name = Text{"Table", "টেবিল"}};
    mug = makeMug(oat, indigo, table.id);
    const Actor owner = Actor::owner();
    VITRINE_EXPECT(run("saveCategory", SaveCategory{table}, owner).has_value());
    VITRINE_EXPECT(run("saveProduct", SaveProduct{mug}, owner).has_value());
    VITRINE_EXPECT(run("saveLocation", SaveLocation{{.id = dhaka, .code = "dhaka", .name = {"Dhaka", "ঢাকা"}}}, owner)
                       .has_value());
    VITRINE_EXPECT(run("setStock", SetStock{oat, dhaka, 10}, owner).has_value());
    VITRINE_EXPECT(run("setStock", SetStock{indigo, dhaka, 10}, owner).has_value());
}

Result<std::string> Shop::runJson(const std::string &name, const std::string &body, const Actor &actor, const Uuid &key)
{
    const CommandRequest request{key, name, body};
    VITRINE_TRY(const auto prepared, prepareCommand(m_registry, request, actor));
    Result<std::string> reply;
    VITRINE_CHECK(store->write([&](Tx &tx) -> Status {
        VITRINE_TRY(CommandAnswer answer, executeCommand(tx, *prepared, request, actor));
        reply = std::move(answer.reply);
        return {};
    }));
    return reply;
}

std::int64_t Shop::head()
{
    std::int64_t head = -1;
    const Status status = store->read([&](LogTx &tx) -> Status {
        VITRINE_TRY(head, tx.head());
        return {};
    });
    VITRINE_EXPECT(status.has_value());
    return head;
}

std::int64_t Shop::available(const Id<Variant> &variant) { return get(StockLevel::idFor(variant, dhaka)).available(); }

Actor Shop::shopper(const std::string &name)
{
    const auto device = Id<Device>::named("device/" + name);
    const auto customer = Id<Customer>::named("customer/" + name);
    std::string hash = device.text();
    std::erase(hash, '-');
    hash.resize(64, '0');
    VITRINE_EXPECT(run("registerDevice", RegisterDevice{device, customer, hash}, Actor::nobody()).has_value());
    return Actor::shopper(device, customer);
}

PlaceOrder Shop::orderOf(const Id<Variant> &variant, std::int64_t quantity)
{
    PlaceOrder order{.order = Id<Order>(newKey())};
    order.lines.push_back({mug.id, variant, quantity, mug.variant(variant)->price});
    order.address = {
        .name = "Nadia", .phone = "01700000000", .division = "Dhaka", .district = "Dhaka", .line = "House 1, Road 2"};
    return order;
}

} // namespace vitrine::test
