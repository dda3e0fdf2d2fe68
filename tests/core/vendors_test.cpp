// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Shop.h"

#include <catch2/catch_test_macros.hpp>

using namespace vitrine::core;
using vitrine::test::Shop;

namespace {

Vendor weaver()
{
    return {.id = Id<Vendor>::named("weaver"),
            .slug = "weaver",
            .name = Text{"The Weaver", "তাঁতি"},
            .city = {"Rajshahi", "রাজশাহী"},
            .latitude = 24.37,
            .longitude = 88.6,
            .since = 1987};
}

template <Record C>
std::string outcome(Shop &shop, const std::string &name, const C &command)
{
    const Result<std::string> reply = shop.run(name, command, Actor::owner());
    return reply ? *reply : describe(reply.error());
}

} // namespace

TEST_CASE("AVendorIsSavedWholeAndChecked")
{
    Shop shop;
    CHECK(outcome(shop, "saveVendor", SaveVendor{weaver()}) == R"({"version":1})");
    CHECK(outcome(shop, "saveVendor", SaveVendor{weaver()}) == R"({"version":1})");
    CHECK(shop.get(weaver().id) == weaver());
    const auto with = [&](auto change) {
        Vendor vendor = weaver();
        change(vendor);
        return outcome(shop, "saveVendor", SaveVendor{vendor});
    };
    CHECK(with([](Vendor &v) { v.slug = "The Weaver"; }) ==
          "invalidArgument at vendor.slug: only a–z, 0–9 and - can stand in an address");
    CHECK(with([](Vendor &v) { v.latitude = 90.5; }) ==
          "invalidArgument at vendor.latitude: is not within -90 and 90 degrees");
    CHECK(with([](Vendor &v) { v.longitude = -181; }) ==
          "invalidArgument at vendor.longitude: is not within -180 and 180 degrees");
    CHECK(with([](Vendor &v) { v.since = 87; }) == "invalidArgument at vendor.since: 87 is not within 1000 and 9999");
    CHECK(with([](Vendor &v) { v.id = {}; }) == "invalidArgument at vendor.id: is unset");
    CHECK(describe(shop.run("saveVendor", SaveVendor{weaver()}, shop.shopper("nadia")).error()) ==
          "permissionDenied: this actor may not run saveVendor");
}

TEST_CASE("AProductsVendorMustBeKnown")
{
    Shop shop;
    Product mug = shop.mug;
    mug.vendor = std::optional(weaver().id);
    CHECK(outcome(shop, "saveProduct", SaveProduct{mug}) == "notFound at product.vendor: no such vendor");
    REQUIRE(outcome(shop, "saveVendor", SaveVendor{weaver()}) == R"({"version":1})");
    CHECK(outcome(shop, "saveProduct", SaveProduct{mug}) == R"({"version":2})");
    const auto found = [&] {
        std::vector<Row<Product>> rows;
        REQUIRE(shop.store->read([&](LogTx &tx) -> Status {
            VITRINE_TRY(rows, tx.select<Product>({.where = {{"vendor", Compare::Equal, weaver().id.uuid()}}}));
            return {};
        }));
        return rows.size();
    };
    CHECK(found() == 1);
}

TEST_CASE("SpecificationsHaveEachKeyOnce")
{
    Shop shop;
    Category table{.id = *shop.mug.category, .slug = "table", .name = Text{"Table", "টেবিল"}};
    table.specs = {{"weight", {"Weight", "ওজন"}, "g", Better::Less}, {"weight", {"Mass", "ভর"}, "g", Better::None}};
    CHECK(outcome(shop, "saveCategory", SaveCategory{table}) ==
          "invalidArgument at category.specs[1].key: is empty or given twice");
    table.specs.pop_back();
    CHECK(outcome(shop, "saveCategory", SaveCategory{table}) == R"({"version":2})");
    CHECK(toJson(shop.get(table.id)).contains(R"("unit":"g","better":"less")"));

    Product mug = shop.mug;
    mug.facts = {{{"Weight", "ওজন"}, {"320 g", "৩২০ গ্রাম"}, "weight", 320.0},
                 {{"Mass", "ভর"}, {"1", "১"}, "weight", 1.0}};
    CHECK(outcome(shop, "saveProduct", SaveProduct{mug}) == "invalidArgument at product.facts[1].key: given twice");
    mug.facts[1].key.clear(); // Facts that stand for themselves need none.
    CHECK(outcome(shop, "saveProduct", SaveProduct{mug}) == R"({"version":2})");
    CHECK(shop.get(mug.id).facts[0].number == 320.0);
}

TEST_CASE("RowsFromBeforeVendorsAndSpecificationsAreRead")
{
    const auto product = fromJson<Product>(R"({"slug":"mug","facts":[{"name":{"en":"Size","bn":""},)"
                                           R"("value":{"en":"9 cm","bn":""}}]})",
                                           JsonReading::Stored);
    REQUIRE(product);
    CHECK_FALSE(product->vendor->has_value());
    CHECK(product->facts.at(0).key.empty());
    CHECK_FALSE(product->facts.at(0).number);
    const auto category = fromJson<Category>(R"({"slug":"table","position":1})", JsonReading::Stored);
    REQUIRE(category);
    CHECK(category->specs.empty());
}
