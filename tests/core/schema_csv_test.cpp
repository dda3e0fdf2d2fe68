// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Csv.h"

#include "core/values/Text.h"

#include <catch2/catch_test_macros.hpp>

using namespace vitrine::core;

namespace {

struct Crate {
    Id<Crate> id{};
    Text name{};
    std::int64_t weight = 0;
    std::optional<std::string> note{};
    Money price{};
    std::vector<std::string> tags{};
    std::map<std::string, std::int64_t> counts{};
    bool isFull = false;
    Secret<std::string> seal{};

    bool operator==(const Crate &) const = default;
};

Crate crate()
{
    return {.id = Id<Crate>::named("c"),
            .name = {"Mug, \"small\"", "মগ\nছোট"},
            .weight = -5,
            .note = "",
            .price = {120000, Currency::bdt()},
            .tags = {"a", "b,c"},
            .counts = {{"x", 1}},
            .isFull = true};
}

std::string csv(const std::vector<Crate> &crates);

std::string refusal(std::string_view text);

} // namespace

template <>
struct vitrine::core::EntityTraits<Crate> {
    static constexpr std::string_view kName = "crate", kPlural = "crates";
    static std::string scope(const Crate &) { return "catalogue"; }
};

namespace {

std::string csv(const std::vector<Crate> &crates)
{
    std::string text = csvHeader(schemaOf<Crate>());
    for (const Crate &each : crates)
        text += csvRow(schemaOf<Crate>(), toJson(each)).value();
    return text;
}

std::string refusal(std::string_view text)
{
    const auto documents = csvToJson(schemaOf<Crate>(), text);
    return documents ? "read" : describe(documents.error());
}

} // namespace

TEST_CASE("Writes one line for each document under a header of paths")
{
    CHECK(csv({crate()}) ==
          "id,name.en,name.bn,weight,note,price.minorUnits,price.currency,tags,counts,isFull\r\n" + crate().id.text() +
              ",\"Mug, "
              "\"\"small\"\"\",\"মগ\nছোট\",-5,\"\",120000,BDT,\"[\"\"a\"\",\"\"b,c\"\"]\",\"{\"\"x\"\":1}\",true\r\n");
}

TEST_CASE("Reads its own CSV back, telling the empty from the absent")
{
    Crate plain{.id = Id<Crate>::named("d"), .price = {0, Currency::bdt()}};
    Crate spaced = crate();
    spaced.note = " a ";
    const std::vector<Crate> crates{crate(), plain, spaced};
    const auto documents = csvToJson(schemaOf<Crate>(), csv(crates));
    REQUIRE(documents.has_value());
    REQUIRE(documents->size() == 3);
    for (std::size_t i = 0; i < crates.size(); ++i)
        CHECK(fromJson<Crate>((*documents)[i], JsonReading::Stored) == crates[i]);
    CHECK_FALSE((*documents)[1].contains("note"));
}

TEST_CASE("Lets no spreadsheet run a text as a formula, and reads the text back as it was")
{
    for (const std::string note : {"=HYPERLINK(\"x\")", "+8801712345678", "-1+2", "@SUM(A1)", "\tx", "'=1", "''=1"}) {
        Crate one = crate();
        one.note = note;
        const std::string text = csv({one});
        INFO(text);
        CHECK(parseCsv(text).value()[1][4].text == '\'' + note);
        CHECK(fromJson<Crate>(csvToJson(schemaOf<Crate>(), text)->front(), JsonReading::Stored) == one);
    }
    for (const std::string note : {"'quoted'", "'", "1=1", "a-b"}) {
        Crate one = crate();
        one.note = note;
        CHECK(parseCsv(csv({one})).value()[1][4].text == note);
        CHECK(fromJson<Crate>(csvToJson(schemaOf<Crate>(), csv({one}))->front(), JsonReading::Stored) == one);
    }
}

TEST_CASE("Takes columns in any order and some left out")
{
    const auto documents = csvToJson(schemaOf<Crate>(), "weight,name.bn,id,name.en\n7,ম,x,12\n8,,y,\"\"");
    CHECK(documents == std::vector<std::string>{R"({"id":"x","name":{"bn":"ম","en":"12"},"weight":7})",
                                                R"({"id":"y","name":{"en":""},"weight":8})"});
}

TEST_CASE("Splits cells as RFC 4180 says")
{
    using Cells = std::vector<std::vector<CsvCell>>;
    CHECK(parseCsv("") == Cells{});
    CHECK(parseCsv("a,\"b\"\r\n,\"\"\r\n") == Cells{{{"a", false}, {"b", true}}, {{"", false}, {"", true}}});
    CHECK(parseCsv("a\nb") == Cells{{{"a", false}}, {{"b", false}}});
    CHECK(parseCsv("\xef\xbb\xbf\"a\"\"b\r\nc\"\n") == Cells{{{"a\"b\r\nc", true}}});
    CHECK(parseCsv("a,") == Cells{{{"a", false}, {"", false}}});
}

TEST_CASE("Names the line of broken CSV")
{
    CHECK(describe(parseCsv("a\n\"b").error()) == "malformed at line 2: a quote that is never closed");
    CHECK(describe(parseCsv("a\r\nb\"c").error()) == "malformed at line 2: a quote within a bare cell");
    CHECK(describe(parseCsv("\"a\nb\"\n\"c\"d").error()) == "malformed at line 3: text after a closing quote");
}

TEST_CASE("Names the column or record that does not fit the entity")
{
    CHECK(refusal("id,weight\nx,1") == "read");
    CHECK(refusal("") == "read");
    CHECK(refusal("id,colour\n") == "invalidArgument at colour: unknown column");
    CHECK(refusal("id,seal\n") == "invalidArgument at seal: unknown column");
    CHECK(refusal("id,weight,id\n") == "invalidArgument at id: given twice");
    CHECK(refusal("id,weight\nx,1\ny\n") == "invalidArgument at record 2: 1 cells under 2 columns");
    CHECK(refusal("id,weight\nx,seven\n") == "invalidArgument at record 1: 'seven' is no value of weight");
    CHECK(refusal("id,tags\nx,\"[1\"\n") == "invalidArgument at record 1: '[1' is no value of tags");
}

TEST_CASE("Refuses a document that is no object")
{
    CHECK(csvRow(schemaOf<Crate>(), "[]").error().code == ErrorCode::Malformed);
    CHECK(csvRow(schemaOf<Crate>(), "{").error().code == ErrorCode::Malformed);
}
