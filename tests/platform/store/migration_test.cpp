// SPDX-License-Identifier: GPL-3.0-or-later
// The struct is the schema: a new field reaches the table, JSON, CSV and the API description with no other edit.
#include "platform/sqlite/SqliteStore.h"
#include "tests/platform/store/ManualClock.h"
#include "tests/platform/store/TemporaryFolder.h"

#include "core/entities/Scope.h"

#include <catch2/catch_test_macros.hpp>

using namespace vitrine;
using namespace vitrine::core;
using namespace vitrine::tests;
using platform::SqliteStore;

namespace {

enum class Size : std::uint8_t { Small, Large };

// One entity as three builds in a row knew it.
struct First {
    Id<First> id{};
    Unique<std::string> code{};
    Indexed<std::int64_t> weight{};
    std::string name{};
};
struct Second {
    Id<Second> id{};
    Unique<std::string> code{};
    Indexed<std::int64_t> weight{};
    Indexed<std::string> name{};
    Indexed<Size> size{Size::Large};
    std::optional<std::string> note{};
};
struct Third {
    Id<Third> id{};
    Unique<std::string> code{};
    std::string name{};
    Unique<std::int64_t> weight{};
};

} // namespace

namespace vitrine::core {
template <>
struct EntityTraits<First> {
    static constexpr std::string_view kName = "box", kPlural = "boxes";
    static std::string scope(const First &) { return scope::catalogue(); }
};
template <>
struct EntityTraits<Second> {
    static constexpr std::string_view kName = "box", kPlural = "boxes";
    static std::string scope(const Second &) { return scope::catalogue(); }
    static constexpr std::array<std::string_view, 1> kChecks = {R"("weight" < 100)"};
    static constexpr std::array<std::string_view, 1> kIndexes = {"size, name"};
};
template <>
struct EntityTraits<Third> {
    static constexpr std::string_view kName = "box", kPlural = "boxes";
    static std::string scope(const Third &) { return scope::catalogue(); }
};
} // namespace vitrine::core

namespace {

struct Builds {
    TemporaryFolder folder;
    ManualClock clock;
    SeededRandom random{3};

    template <typename T>
    Result<std::unique_ptr<SqliteStore>> tryOpen()
    {
        static const std::array<const EntitySchema *, 1> schemas = {&schemaOf<T>()};
        return SqliteStore::open(
            {.file = folder.path() / "shop.db", .entities = schemas, .clock = clock, .random = random});
    }
    template <typename T>
    std::unique_ptr<SqliteStore> open()
    {
        auto store = tryOpen<T>();
        INFO((store ? std::string() : describe(store.error())));
        REQUIRE(store.has_value());
        return std::move(*store);
    }
    void seed(std::int64_t weightOfSecond = 7)
    {
        const auto store = open<First>();
        REQUIRE(store->write([&](Tx &tx) -> Status {
            VITRINE_CHECK(tx.insert(First{Id<First>::named("a"), "A", 5, "apple"}, "box.made"));
            return tx.insert(First{Id<First>::named("b"), "B", weightOfSecond, "bread"}, "box.made");
        }));
    }
};

std::vector<std::string> codes(Store &store, const Query &query)
{
    std::vector<std::string> codes;
    const Status status = store.read([&](LogTx &tx) -> Status {
        VITRINE_TRY(const auto rows, tx.select<Second>(query));
        for (const auto &row : rows)
            codes.push_back(*row.value.code);
        return {};
    });
    INFO((status ? std::string() : describe(status.error())));
    CHECK(status.has_value());
    return codes;
}

} // namespace

TEST_CASE_METHOD(Builds, "Reads old rows and fills new columns, which can be asked for")
{
    seed();
    const auto store = open<Second>();
    CHECK(codes(*store, {.where = {{"size", Compare::Equal, std::string("large")}}}).size() == 2);
    CHECK(codes(*store, {.where = {{"name", Compare::Equal, std::string("bread")}}}) == std::vector<std::string>{"B"});
    CHECK(codes(*store, {.orderBy = "weight", .descending = true}) == std::vector<std::string>{"B", "A"});
    const Status read = store->read([](LogTx &tx) -> Status {
        VITRINE_TRY(const auto row, tx.get(Id<Second>(Uuid::named("a"))));
        CHECK(row.version == 1);
        CHECK(*row.value.size == Size::Large);
        CHECK(tx.head() == 2);
        return {};
    });
    CHECK(read.has_value());
    CHECK(store->check()->problems.empty());
}

TEST_CASE_METHOD(Builds, "Holds new rows to a check that came with the new build")
{
    seed();
    const auto store = open<Second>();
    const Status heavy = store->write(
        [](Tx &tx) { return tx.insert(Second{.id = Id<Second>::named("c"), .code = "C", .weight = 100}, "box.made"); });
    REQUIRE_FALSE(heavy);
    CHECK(heavy.error() == Error{ErrorCode::InvalidArgument, R"(does not hold: "weight" < 100)", "weight"});
}

TEST_CASE_METHOD(Builds, "Refuses to open where old rows break a new check, and leaves the store as it was")
{
    seed(500);
    const auto store = tryOpen<Second>();
    REQUIRE_FALSE(store);
    CHECK(store.error().code == ErrorCode::InvalidArgument);
    CHECK(store.error().detail == "box " + Uuid::named("b").text() +
                                      " can't be brought into this build's form: CHECK constraint failed: check0");
    CHECK(open<First>()->check()->rows == 2);
}

TEST_CASE_METHOD(Builds, "Refuses to open where old rows share what must be unique now")
{
    seed(5);
    const auto store = tryOpen<Third>();
    REQUIRE_FALSE(store);
    CHECK(store.error().detail == "rows of box do not fit this build: UNIQUE constraint failed: box.weight");
    CHECK(open<First>()->check()->rows == 2);
}

TEST_CASE_METHOD(Builds, "Drops columns that are gone and keeps what an older build does not know")
{
    seed();
    REQUIRE(open<Second>()->write([](Tx &tx) -> Status {
        VITRINE_TRY(auto row, tx.get(Id<Second>(Uuid::named("a"))));
        row.value.note = "kept";
        return tx.update(row, "box.noted");
    }));
    CHECK(open<Third>()->check()->problems.empty());
    CHECK(open<First>()->check()->problems.empty());
    const auto store = open<Second>();
    const Status read = store->read([](LogTx &tx) -> Status {
        VITRINE_TRY(const auto row, tx.get(Id<Second>(Uuid::named("a"))));
        CHECK(row.value.note == "kept");
        CHECK(row.version == 2);
        return {};
    });
    CHECK(read.has_value());
}

TEST_CASE("Shows a new field in JSON, CSV and the API description with no other edit")
{
    const Second box{.id = Id<Second>::named("a"), .code = "A", .weight = 5, .name = "apple", .note = "new"};
    CHECK(toJson(box) ==
          R"({"id":")" + box.id.text() + R"(","code":"A","weight":5,"name":"apple","size":"large","note":"new"})");
    CHECK(schemaOf<First>().csvPaths() == std::vector<std::string>{"id", "code", "weight", "name"});
    CHECK(schemaOf<Second>().csvPaths() == std::vector<std::string>{"id", "code", "weight", "name", "size", "note"});
    JsonWriter writer;
    schemaOf<Second>().describe(writer);
    CHECK(writer.text() ==
          R"({"type":"object","properties":{"id":{"type":"string","format":"uuid"},"code":{"type":"string"},)"
          R"("weight":{"type":"integer"},"name":{"type":"string"},"size":{"type":"string","enum":["small","large"]},)"
          R"("note":{"type":"string"}},"required":["id","code","weight","name","size"],"additionalProperties":false})");
}
