// SPDX-License-Identifier: GPL-3.0-or-later
// What every store must do with rows: found, changed, refused, selected. Each kind of store builds the store_*_contract
// files into a program with a makeStoreHome() of its own.
#include "tests/platform/store/StoreWorld.h"

#include <algorithm>

using namespace vitrine;
using namespace vitrine::core;
using namespace vitrine::tests;

TEST_CASE_METHOD(StoreWorld, "Finds what was inserted, as it was inserted")
{
    const Widget widget = insert("lamp", 3);
    const auto row = find(widget.id);
    REQUIRE(row);
    CHECK(row->value == widget);
    CHECK(row->version == 1);
    CHECK_FALSE(find(Id<Widget>::named("none")));
}

TEST_CASE_METHOD(StoreWorld, "Counts versions up with each update")
{
    const Widget widget = insert("lamp");
    mustWrite([&](Tx &tx) -> Status {
        VITRINE_TRY(auto row, tx.get(widget.id));
        row.value.name = "lantern";
        VITRINE_CHECK(tx.update(row, "widget.renamed"));
        CHECK(row.version == 2);
        row.value.name = "torch";
        VITRINE_CHECK(tx.update(row, "widget.renamed"));
        CHECK(row.version == 3);
        return {};
    });
    CHECK(find(widget.id)->value.name == "torch");
    CHECK(find(widget.id)->version == 3);
}

TEST_CASE_METHOD(StoreWorld, "Refuses a change that names another version")
{
    const Widget widget = insert("lamp");
    const Status update = write([&](Tx &tx) {
        Row<Widget> row{widget, 7};
        return tx.update(row, "widget.renamed");
    });
    REQUIRE_FALSE(update);
    CHECK(update.error() ==
          Error{ErrorCode::Conflict, "widget " + widget.id.text() + " has version 1, not 7", "version"});
    const Status erase = write([&](Tx &tx) { return tx.erase(Row<Widget>{widget, 2}, "widget.gone"); });
    REQUIRE_FALSE(erase);
    CHECK(erase.error().code == ErrorCode::Conflict);
    CHECK(find(widget.id)->version == 1);
    CHECK(changes().size() == 1);
}

TEST_CASE_METHOD(StoreWorld, "Refuses to insert what exists")
{
    const Widget widget = insert("lamp");
    const Status again = write([&](Tx &tx) { return tx.insert(widget, "widget.made"); });
    REQUIRE_FALSE(again);
    CHECK(again.error() == Error{ErrorCode::Conflict, "widget " + widget.id.text() + " exists already", "id"});
}

TEST_CASE_METHOD(StoreWorld, "Refuses to update what was erased")
{
    const Widget widget = insert("lamp");
    mustWrite([&](Tx &tx) { return tx.erase(Row<Widget>{widget, 1}, "widget.gone"); });
    CHECK_FALSE(find(widget.id));
    const Status update = write([&](Tx &tx) {
        Row<Widget> row{widget, 1};
        return tx.update(row, "widget.renamed");
    });
    REQUIRE_FALSE(update);
    CHECK(update.error().code == ErrorCode::Conflict);
    const Status erase = write([&](Tx &tx) { return tx.erase(Row<Widget>{widget, 1}, "widget.gone"); });
    REQUIRE_FALSE(erase);
    CHECK(erase.error().code == ErrorCode::NotFound);
}

TEST_CASE_METHOD(StoreWorld, "Names the column where a unique value is taken, and lets nothing be there many times")
{
    const auto withSerial = [&](std::string name, std::optional<std::string> serial) {
        return write([&](Tx &tx) {
            Widget widget{.id = Id<Widget>::named(name)};
            *widget.serial = serial;
            return tx.insert(widget, "widget.made");
        });
    };
    CHECK(withSerial("a", std::nullopt));
    CHECK(withSerial("b", std::nullopt));
    CHECK(withSerial("c", "S-1"));
    const Status taken = withSerial("d", "S-1");
    REQUIRE_FALSE(taken);
    CHECK(taken.error() == Error{ErrorCode::InvalidArgument, "another widget has this value", "serial"});
}

TEST_CASE_METHOD(StoreWorld, "Names the column where a check fails")
{
    const Widget widget = insert("lamp", 5);
    const Status below = write([&](Tx &tx) -> Status {
        VITRINE_TRY(auto row, tx.get(widget.id));
        *row.value.position = -1;
        return tx.update(row, "widget.moved");
    });
    REQUIRE_FALSE(below);
    CHECK(below.error() == Error{ErrorCode::InvalidArgument, R"(does not hold: "position" >= 0)", "position"});
    CHECK(*find(widget.id)->value.position == 5);
}

TEST_CASE_METHOD(StoreWorld, "Selects by conditions, in order, page by page")
{
    const Id<Shelf> shelf = Id<Shelf>::named("shelf");
    mustWrite([&](Tx &tx) -> Status {
        for (int i = 0; i < 12; ++i) {
            Widget widget{.id = Id<Widget>::named(std::to_string(i))};
            widget.name = std::to_string(i);
            *widget.position = 11 - i;
            *widget.colour = i % 2 == 0 ? Colour::Blue : Colour::Green;
            *widget.isNew = i < 3;
            if (i == 4)
                *widget.shelf = shelf;
            VITRINE_CHECK(tx.insert(widget, "widget.made"));
        }
        return {};
    });
    using Names = std::vector<std::string>;
    CHECK(names({.where = {{"colour", Compare::Equal, std::string("blue")}}, .orderBy = "position"}) ==
          Names{"10", "8", "6", "4", "2", "0"});
    CHECK(names({.where = {{"colour", Compare::Equal, std::string("blue")}},
                 .orderBy = "position",
                 .descending = true,
                 .limit = 2,
                 .offset = 1}) == Names{"2", "4"});
    CHECK(names({.where = {{"position", Compare::GreaterOrEqual, std::int64_t{3}},
                           {"position", Compare::Less, std::int64_t{6}},
                           {"position", Compare::NotEqual, std::int64_t{4}}},
                 .orderBy = "position"}) == Names{"8", "6"});
    CHECK(names({.where = {{"shelf", Compare::Equal, shelf.uuid()}}}) == Names{"4"});
    CHECK(names({.where = {{"shelf", Compare::NotEqual, ColumnValue()}}}) == Names{"4"});
    CHECK(names({.where = {{"shelf", Compare::Equal, ColumnValue()}}}).size() == 11);
    CHECK(names({.where = {{"shelf", Compare::NotEqual, shelf.uuid()}}}).size() == 11);
    CHECK(names({.where = {{"isNew", Compare::Equal, std::int64_t{1}}}}).size() == 3);
    CHECK(names({.where = {{"id", Compare::Equal, Uuid::named("7")}}}) == Names{"7"});
    CHECK(names({.where = {{"scope", Compare::Equal, std::string("staff")}}}).empty());
    CHECK(names({.where = {{"position", Compare::LessOrEqual, std::int64_t{1}},
                           {"position", Compare::Greater, std::int64_t{0}}}}) == Names{"10"});
    mustRead([](LogTx &tx) -> Status {
        CHECK(tx.countRows(schemaOf<Widget>(), {{"colour", Compare::Equal, std::string("green")}}) == 6);
        CHECK(tx.countRows(schemaOf<Widget>(), {}) == 12);
        return {};
    });
}

TEST_CASE_METHOD(StoreWorld, "Keeps one order for rows that are equal in the field asked for")
{
    for (int i = 0; i < 9; ++i)
        insert(std::to_string(i), 1);
    std::vector<std::string> paged;
    for (std::int64_t offset = 0; offset < 9; offset += 2)
        for (const std::string &name : names({.orderBy = "position", .limit = 2, .offset = offset}))
            paged.push_back(name);
    CHECK(paged == names({.orderBy = "position"}));
    CHECK(paged == names({.orderBy = "id"}));
    // Also where an index for the condition, not for the order, is walked.
    const std::vector<Condition> where{{"isNew", Compare::Equal, std::int64_t{0}}};
    std::vector<std::string> backwards = names({.where = where, .orderBy = "position", .descending = true});
    std::ranges::reverse(backwards);
    CHECK(backwards == names({.where = where, .orderBy = "position"}));
}
