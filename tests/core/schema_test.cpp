// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entities/Sales.h"
#include "core/schema/Entity.h"

#include <catch2/catch_test_macros.hpp>

using namespace vitrine::core;

namespace {

enum class Tone : std::uint8_t { Warm, VeryCold };

struct Part {
    Words<1, 5> label{};
    Whole<1, 9> count{};

    bool operator==(const Part &) const = default;
};

struct Everything {
    bool flag = false;
    std::int64_t number = 0;
    std::int16_t small = 0;
    Whole<1, 9> bounded{};
    double real = 0;
    std::string text{};
    Words<2, 4> words{"ab"};
    Words<0, 9, true> lines{};
    Tone tone = Tone::Warm;
    Time at{};
    Uuid id{};
    Money price{};
    PartsPerMillion rate{};
    std::optional<Part> maybe{};
    std::vector<Part> parts{};
    std::map<std::string, std::int64_t> counts{};
    Indexed<Personal<Searchable<std::string>>> nested{};

    bool operator==(const Everything &) const = default;
};

Everything sample()
{
    Everything sample;
    sample.flag = true;
    sample.number = -9'000'000'000'000'000'000;
    sample.small = -32768;
    sample.bounded = 9;
    sample.real = 0.1;
    sample.text = "\"মগ\\\n\x01";
    sample.words = "মগ";
    sample.lines = "a\nb\tc";
    sample.tone = Tone::VeryCold;
    sample.at = Time(std::chrono::microseconds(1'700'000'000'000'001));
    sample.id = Uuid::named("x");
    sample.price = {-120050, Currency::bdt()};
    sample.rate = {150'000};
    sample.maybe = Part{"p", 2};
    sample.parts = {Part{"q", 3}, Part{"r", 4}};
    sample.counts = {{"a", 1}, {"b,\"", 2}};
    sample.nested.value.value.value = "n";
    return sample;
}

/// The error of reading a Part list strictly, in one line.
std::string refusal(std::string_view json)
{
    struct Holder {
        std::vector<Part> parts{};
        std::optional<Tone> tone{};
    };
    const auto read = fromJson<Holder>(json, JsonReading::Strict);
    return read ? "read" : describe(read.error());
}

template <typename T>
std::string refusalOf(std::string_view value)
{
    struct Holder {
        T value{};
    };
    const auto read = fromJson<Holder>(R"({"value":)" + std::string(value) + '}', JsonReading::Strict);
    return read ? "read" : describe(read.error());
}

} // namespace

TEST_CASE("Writes every kind of field and reads it back the same")
{
    const std::string json = toJson(sample(), JsonAudience::Store);
    CHECK(json ==
          R"({"flag":true,"number":-9000000000000000000,"small":-32768,"bounded":9,"real":0.1,)"
          R"("text":"\"মগ\\\n\u0001","words":"মগ","lines":"a\nb\tc","tone":"veryCold",)"
          R"("at":"2023-11-14T22:13:20.000001Z","id":")" +
              Uuid::named("x").text() +
              R"(","price":{"minorUnits":-120050,"currency":"BDT"},"rate":150000,"maybe":{"label":"p","count":2},)"
              R"("parts":[{"label":"q","count":3},{"label":"r","count":4}],"counts":{"a":1,"b,\"":2},"nested":"n"})");
    CHECK(fromJson<Everything>(json, JsonReading::Strict) == sample());
    CHECK(fromJson<Everything>(json, JsonReading::Stored) == sample());
}

TEST_CASE("Leaves an unset optional field out, and takes null and absence for it")
{
    Everything unset = sample();
    unset.maybe.reset();
    const std::string json = toJson(unset);
    CHECK_FALSE(json.contains("maybe"));
    CHECK(fromJson<Everything>(json, JsonReading::Strict) == unset);
    std::string withNull = json;
    withNull.insert(1, R"("maybe":null,)");
    CHECK(fromJson<Everything>(withNull, JsonReading::Strict) == unset);
}

TEST_CASE("Names the field and what is wrong with it when reading strictly")
{
    CHECK(refusal(R"({"parts":[]})") == "read");
    CHECK(refusal(R"({})") == "invalidArgument at parts: missing");
    CHECK(refusal(R"({"parts":[{"label":"a"}]})") == "invalidArgument at parts[0].count: missing");
    CHECK(refusal(R"({"parts":[],"colour":1})") == "invalidArgument at colour: unknown field");
    CHECK(refusal(R"({"parts":[{"label":"a","count":1},{"label":"b","count":1,"x":1}]})") ==
          "invalidArgument at parts[1].x: unknown field");
    CHECK(refusal(R"({"parts":[],"parts":[]})") == "invalidArgument at parts: given twice");
    CHECK(refusal(R"({"parts":{}})") == "invalidArgument at parts: expected a list, got an object");
    CHECK(refusal(R"({"parts":[7]})") == "invalidArgument at parts[0]: expected an object, got a number");
    CHECK(refusal(R"({"parts":[],"tone":"hot"})") == "invalidArgument at tone: 'hot' is none of warm, veryCold");
    CHECK(refusal(R"({"parts":[],"tone":"Warm"})") == "invalidArgument at tone: 'Warm' is none of warm, veryCold");
    CHECK(refusal(R"([])") == "invalidArgument: expected an object, got a list");
    CHECK(refusal(R"({"parts":[{"label":"a","count":10}]})") ==
          "invalidArgument at parts[0].count: 10 is not within 1 and 9");
    CHECK(refusal(R"({"parts":[{"label":"a","count":"1"}]})") ==
          "invalidArgument at parts[0].count: expected a whole number, got text");
    CHECK(refusal(R"({"parts":null})") == "invalidArgument at parts: expected a list, got null");
}

TEST_CASE("Holds each kind of value to its bounds")
{
    CHECK(refusalOf<std::int16_t>("32767") == "read");
    CHECK(refusalOf<std::int16_t>("32768") == "invalidArgument at value: 32768 is not within -32768 and 32767");
    CHECK(refusalOf<std::int64_t>("1.0") == "invalidArgument at value: expected a whole number, got a number");
    CHECK(refusalOf<std::int64_t>("9223372036854775808") ==
          "invalidArgument at value: expected a whole number, got a number");
    CHECK(refusalOf<std::uint8_t>("-1") == "invalidArgument at value: -1 is not within 0 and 255");
    CHECK(refusalOf<bool>("1") == "invalidArgument at value: expected true or false, got a number");
    CHECK(refusalOf<double>("\"1\"") == "invalidArgument at value: expected a number, got text");
    CHECK(refusalOf<Uuid>("\"x\"") == "invalidArgument at value: 'x' is no UUID");
    CHECK(refusalOf<Time>("\"2026-02-30T00:00:00Z\"").starts_with("invalidArgument at value: "));
    CHECK(refusalOf<Money>(R"({"minorUnits":1,"currency":"bdt"})").starts_with("invalidArgument at value.currency: "));
    CHECK(refusalOf<Money>(R"({"minorUnits":1,"currency":"XXX"})").starts_with("invalidArgument at value.currency: "));
    CHECK(refusalOf<Money>(R"({"minorUnits":1000000000000001,"currency":"BDT"})")
              .starts_with("invalidArgument at value: "));
    CHECK(refusalOf<PartsPerMillion>("1000000001") ==
          "invalidArgument at value: 1000000001 is not within -1000000000 and 1000000000");
    CHECK(refusalOf<std::optional<Whole<1, 9>>>("0") == "invalidArgument at value: 0 is not within 1 and 9");
    CHECK(refusalOf<std::map<std::string, Whole<1, 9>>>(R"({"a":1,"b":0})") ==
          "invalidArgument at value.b: 0 is not within 1 and 9");
}

TEST_CASE("Counts the characters of words, not their bytes, and refuses control characters")
{
    CHECK(refusalOf<Words<2, 4>>(R"("মগমগ")") == "read");
    CHECK(refusalOf<Words<2, 4>>(R"("মগমগম")") == "invalidArgument at value: 5 characters, not within 2 and 4");
    CHECK(refusalOf<Words<2, 4>>(R"("a")") == "invalidArgument at value: 1 characters, not within 2 and 4");
    CHECK(refusalOf<Words<1, 4>>(R"("")") == "invalidArgument at value: is empty");
    CHECK(refusalOf<Words<1, 4>>(R"("  ")") == "invalidArgument at value: is empty");
    CHECK(refusalOf<Words<0, 4>>(R"("")") == "read");
    CHECK(refusalOf<Words<1, 9>>(R"("a\nb")") == "invalidArgument at value: has a control character");
    CHECK(refusalOf<Words<1, 9, true>>(R"("a\nb")") == "read");
    CHECK(refusalOf<Words<1, 9, true>>(R"("a\u0000b")") == "invalidArgument at value: has a control character");
    CHECK(refusalOf<Words<1, 9>>(R"("a\u007f")") == "invalidArgument at value: has a control character");
}

TEST_CASE("Refuses what is no JSON, no UTF-8, too deep or too large")
{
    CHECK(parseJson("{\"a\":").error().code == ErrorCode::Malformed);
    CHECK(parseJson("{} {}").error().code == ErrorCode::Malformed);
    CHECK(parseJson("").error().code == ErrorCode::Malformed);
    CHECK(parseJson("\"\xff\"").error().code == ErrorCode::Malformed);
    CHECK(parseJson("\"\xc0\xaf\"").error().code == ErrorCode::Malformed);
    CHECK(parseJson(R"("\ud800")").error().code == ErrorCode::Malformed);
    CHECK(parseJson(std::string(60, '[') + std::string(60, ']')).has_value());
    CHECK(parseJson(std::string(100, '[') + std::string(100, ']')).error() ==
          Error{ErrorCode::TooLarge, "JSON nested deeper than 64", {}});
    CHECK(parseJson("[1, 2, 3]", 8).error() == Error{ErrorCode::TooLarge, "9 bytes of JSON, the limit is 8", {}});
    // Nothing of a refused document is left behind for the next.
    CHECK(fromJson<std::vector<std::int64_t>>("[1,2]", JsonReading::Strict) == std::vector<std::int64_t>{1, 2});
}

TEST_CASE("Names the field of what can't even be parsed")
{
    const auto fault = [](std::string_view text) { return describe(parseJson(text).error()); };
    CHECK(fault(R"({"lines":[{"quantity":1},{"price":{"minorUnits":99999999999999999999}}]})") ==
          "invalidArgument at lines[1].price.minorUnits: 99999999999999999999 does not fit 64 bits");
    CHECK(fault(R"({"a":-99999999999999999999 })") ==
          "invalidArgument at a: -99999999999999999999 does not fit 64 bits");
    CHECK(fault(R"({"a":)" + std::string(500, '7') + '}') ==
          "invalidArgument at a: " + std::string(40, '7') + "… does not fit 64 bits");
    const auto broken = [&](std::string_view text, std::string_view where, int byte) {
        const std::string said = fault(text);
        INFO(said);
        CHECK(said.starts_with("malformed" + std::string(where) + ": broken JSON: "));
        CHECK(said.ends_with("(byte " + std::to_string(byte) + ')'));
    };
    broken(R"({"a":1,"b":{"c":01}})", " at b.c", 16);
    broken(R"({"a":[1,tru]})", " at a[1]", 8);
    broken(R"({"a":1 "b":2})", "", 7);
    broken(R"({"a":"\ud800"})", " at a", 5);
    CHECK(fault("99999999999999999999").starts_with("malformed: broken JSON: "));
}

TEST_CASE("Keeps one document while others are parsed")
{
    const auto first = JsonDocument::parse(R"({"a":1})");
    const auto second = JsonDocument::parse(R"({"a":2})");
    static_cast<void>(parseJson(R"({"a":3})"));
    CHECK(std::int64_t(first->root()["a"]) == 1);
    CHECK(std::int64_t(second->root()["a"]) == 2);
}

TEST_CASE("Reads stored rows of older and newer builds")
{
    const auto old =
        fromJson<Everything>(R"({"number":5,"words":"much longer than today","later":{"x":[1]}})", JsonReading::Stored);
    REQUIRE(old.has_value());
    CHECK(old->number == 5);
    CHECK(old->words.value == "much longer than today");
    CHECK(old->bounded == Whole<1, 9>());
    // A wrong type is damage all the same.
    CHECK_FALSE(fromJson<Everything>(R"({"number":"5"})", JsonReading::Stored));
    // An amount that nobody set.
    CHECK(fromJson<Everything>(toJson(Everything()), JsonReading::Stored) == Everything());
}

TEST_CASE("Knows every mark of a field, however deep it stands")
{
    using Field = Indexed<Personal<Secret<std::string>>>;
    CHECK(hasMark<Field>(FieldMark::Indexed));
    CHECK(hasMark<Field>(FieldMark::Personal));
    CHECK(hasMark<Field>(FieldMark::Secret));
    CHECK_FALSE(hasMark<Field>(FieldMark::Unique));
    CHECK(isColumn<Field>());
    CHECK(isColumn<Secret<Unique<std::string>>>());
    CHECK_FALSE(isColumn<Personal<std::string>>());
    STATIC_CHECK(std::same_as<Unwrapped<Field>, std::string>);
    STATIC_CHECK(kFieldCount<Everything> == 17);
    CHECK(fieldNames<Everything>()[16] == "nested");
}

namespace {

struct Credential {
    std::string user{};
    Secret<std::string> password{};
};
struct Vault {
    Id<Vault> id{};
    std::vector<Credential> credentials{};
    Secret<Unique<std::string>> key{};
    Unique<std::optional<std::string>> label{};
    Indexed<std::optional<Time>> opened{};
    Indexed<Tone> tone{};
    Indexed<Whole<1, 9>> level{};
    Indexed<bool> isOpen{};
    Text title{};
    Money value{};
};
struct Drawer {
    Id<Drawer> id{};
    std::map<std::string, std::optional<Credential>> owners{};
};

} // namespace

template <>
struct vitrine::core::EntityTraits<Vault> {
    static constexpr std::string_view kName = "vault", kPlural = "vaults";
    static std::string scope(const Vault &vault) { return "vault/" + vault.id.text(); }
    static constexpr std::array<std::string_view, 1> kChecks = {R"("level" > 0)"};
    static constexpr std::array<std::string_view, 2> kIndexes = {"tone, level", "isOpen"};
};
template <>
struct vitrine::core::EntityTraits<Drawer> {
    static constexpr std::string_view kName = "drawer", kPlural = "drawers";
    static std::string scope(const Drawer &) { return scope::staff(); }
};

TEST_CASE("Derives columns, checks, indexes and the handle from the struct")
{
    const EntitySchema &schema = schemaOf<Vault>();
    std::vector<std::string> columns;
    for (const Column &column : schema.columns)
        columns.push_back(std::string(column.name) + (column.isUnique ? "!" : "") +
                          "itd"[static_cast<std::size_t>(column.kind)]);
    CHECK(columns == std::vector<std::string>{"key!t", "label!t", "openedi", "tonet", "leveli", "isOpeni"});
    CHECK(schema.checks == std::vector<std::string_view>{R"("level" > 0)"});
    CHECK(schema.indexes == std::vector<std::vector<std::string_view>>{{"tone", "level"}, {"isOpen"}});
    CHECK(schema.handle == "label");
    CHECK(schema.column("tone")->kind == ColumnKind::Text);
    CHECK(schema.column("title") == nullptr);
}

TEST_CASE("Takes a document apart into its columns")
{
    Vault vault{.id = Id<Vault>::named("v")};
    vault.key.value.value = "k";
    *vault.opened = Time(std::chrono::microseconds(5));
    *vault.tone = Tone::VeryCold;
    *vault.level = 3;
    *vault.isOpen = true;
    const auto row = schemaOf<Vault>().encode(toJson(vault, JsonAudience::Store));
    REQUIRE(row.has_value());
    CHECK(row->id == vault.id.uuid());
    CHECK(row->scope == "vault/" + vault.id.text());
    CHECK(row->columns == std::vector<ColumnValue>{std::string("k"), ColumnValue(), std::int64_t{5},
                                                   std::string("veryCold"), std::int64_t{3}, std::int64_t{1}});
    CHECK(row->body == toJson(vault, JsonAudience::Store));
    const auto dissected = schemaOf<Vault>().dissect(row->body);
    REQUIRE(dissected.has_value());
    CHECK(dissected->columns == row->columns);
    CHECK(dissected->body.empty());
    CHECK(schemaOf<Vault>().encode("{").error().code == ErrorCode::Corrupt);
}

TEST_CASE("Keeps secrets from everybody outside, wherever they stand in the struct")
{
    CHECK(schemaOf<Vault>().hasSecrets);
    CHECK(schemaOf<Drawer>().hasSecrets);
    CHECK_FALSE(schemaOf<Product>().hasSecrets);
    CHECK(schemaOf<Device>().hasSecrets);

    Vault vault{.id = Id<Vault>::named("v"), .credentials = {{"u", "hidden"}}};
    vault.key.value.value = "hidden too";
    const std::string stored = toJson(vault, JsonAudience::Store);
    CHECK(stored.contains("hidden too"));
    const auto outside = schemaOf<Vault>().outside(stored);
    REQUIRE(outside.has_value());
    CHECK_FALSE(outside->contains("hidden"));
    CHECK(outside->contains(R"("credentials":[{"user":"u"}])"));
    JsonWriter writer;
    schemaOf<Vault>().describe(writer);
    CHECK_FALSE(writer.text().contains("password"));
    CHECK_FALSE(writer.text().contains("\"key\""));
    CHECK(schemaOf<Vault>().csvPaths() == std::vector<std::string>{"id", "credentials", "label", "opened", "tone",
                                                                   "level", "isOpen", "title.en", "title.bn",
                                                                   "value.minorUnits", "value.currency"});
}

TEST_CASE("Describes every kind of field in JSON Schema")
{
    JsonWriter writer;
    writeJsonSchema<Everything>(writer);
    const auto schema = JsonDocument::parse(writer.text());
    REQUIRE(schema.has_value());
    const auto property = [&](std::string_view name) -> std::string {
        return simdjson::minify(schema->root()["properties"][name]);
    };
    const std::string part = R"({"type":"object","properties":{"label":{"type":"string","minLength":1,"maxLength":5},)"
                             R"("count":{"type":"integer","minimum":1,"maximum":9}},"required":["label","count"],)"
                             R"("additionalProperties":false})";
    CHECK(property("flag") == R"({"type":"boolean"})");
    CHECK(property("number") == R"({"type":"integer"})");
    CHECK(property("bounded") == R"({"type":"integer","minimum":1,"maximum":9})");
    CHECK(property("real") == R"({"type":"number"})");
    CHECK(property("text") == R"({"type":"string"})");
    CHECK(property("words") == R"({"type":"string","minLength":2,"maxLength":4})");
    CHECK(property("tone") == R"({"type":"string","enum":["warm","veryCold"]})");
    CHECK(property("at") == R"({"type":"string","format":"date-time"})");
    CHECK(property("id") == R"({"type":"string","format":"uuid"})");
    CHECK(property("price") == R"({"type":"object","properties":{"minorUnits":{"type":"integer"},)"
                               R"("currency":{"type":"string","pattern":"^[A-Z]{3}$"}},)"
                               R"("required":["minorUnits","currency"],"additionalProperties":false})");
    CHECK(property("maybe") == part);
    CHECK(property("parts") == R"({"type":"array","items":)" + part + '}');
    CHECK(property("counts") == R"({"type":"object","additionalProperties":{"type":"integer"}})");
    CHECK(property("nested") == R"({"type":"string"})");
    CHECK_FALSE(simdjson::minify(schema->root()["required"]).contains("maybe"));
}

TEST_CASE("Writes and reads a default of every entity of the shop")
{
    for (const EntitySchema *schema : allEntities()) {
        INFO(schema->name);
        const auto row = schema->encode("{}");
        REQUIRE(row.has_value());
        const auto again = schema->encode(row->body);
        REQUIRE(again.has_value());
        CHECK(again->body == row->body);
        CHECK(again->columns == row->columns);
        CHECK(again->columns.size() == schema->columns.size());
        for (const auto &columns : schema->indexes)
            for (const std::string_view column : columns)
                CHECK(schema->column(column) != nullptr);
        CHECK(entityNamed(schema->name) == schema);
        CHECK(entityPlural(schema->plural) == schema);
    }
}
