// SPDX-License-Identifier: GPL-3.0-or-later
// What lies in the tray, and which lines of the table say that products differ.
#include "tests/qml/Application.h"
#include "tests/qml/Fixtures.h"
#include "tests/support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <QSignalSpy>

using namespace vitrine;
using namespace vitrine::tests;
using qml::CompareKind::Value;

namespace {

/// A product with one variant, to be given facts.
struct Sample {
    qml::ComparedProduct compared{};

    explicit Sample(const std::string &slug, std::int64_t paisa = 100'00)
    {
        compared.product.slug = core::Slug(slug);
        compared.product.name = core::Text{slug, slug};
        compared.product.variants.push_back({.id = core::Id<core::Variant>::named(slug),
                                             .sku = slug,
                                             .price = core::Money{paisa, core::Currency::bdt()}});
        compared.specs = {{"weight", {"Weight", "ওজন"}, "kg", core::Better::Less},
                          {"battery", {"Battery", "ব্যাটারি"}, "h", core::Better::More},
                          {"material", {"Material", "উপাদান"}, "", core::Better::None}};
    }
    Sample &fact(const char *key, const char *name, const char *value, std::optional<double> number = {})
    {
        compared.product.facts.push_back({{name, name}, {value, value}, key, number});
        return *this;
    }
    [[nodiscard]] qml::ComparedColumn column() const
    {
        return {&compared, &compared.product.variants.front(), std::nullopt};
    }
};

QList<qml::ComparedLine> tableOf(const std::vector<qml::ComparedColumn> &columns) { return qml::comparisonOf(columns); }

const qml::ComparedLine *lineOf(const QList<qml::ComparedLine> &table, const char *name)
{
    for (const qml::ComparedLine &line : table)
        if (line.name.en() == QLatin1StringView(name))
            return &line;
    return nullptr;
}

const qml::ComparedLine *lineOf(const QList<qml::ComparedLine> &table, Value kind)
{
    for (const qml::ComparedLine &line : table)
        if (line.kind == kind)
            return &line;
    return nullptr;
}

} // namespace

TEST_CASE("ALineDiffersWhereItsWordsDo")
{
    const Sample one = Sample("one").fact("material", "Material", "Steel").fact("weight", "Weight", "1 kg", 1);
    const Sample other = Sample("other").fact("weight", "Weight", "2 kg", 2).fact("material", "Material", "steel ");
    const auto table = tableOf({one.column(), other.column()});
    REQUIRE(lineOf(table, "Weight") != nullptr);
    REQUIRE(lineOf(table, "Material") != nullptr);
    CHECK(lineOf(table, "Weight")->differs);
    CHECK_FALSE(lineOf(table, "Material")->differs);
    CHECK_FALSE(lineOf(table, Value::Price)->differs);
    CHECK(lineOf(table, "Battery") == nullptr); // nobody has one
}

TEST_CASE("TheSameFigureInOtherWordsIsADifference")
{
    const Sample one = Sample("one").fact("battery", "Battery", "30 h", 30);
    const Sample other = Sample("other").fact("battery", "Battery", "30 h without the noise cancelling", 30);
    const auto table = tableOf({one.column(), other.column()});
    CHECK(lineOf(table, "Battery")->differs);
    CHECK_FALSE(lineOf(table, "Battery")->cells[0].isBest);
}

TEST_CASE("AValueThatOnlyOneHasIsADifferenceAndNoBetter")
{
    const Sample one = Sample("one").fact("battery", "Battery", "30 h", 30);
    const Sample other("other");
    const auto table = tableOf({one.column(), other.column()});
    REQUIRE(lineOf(table, "Battery") != nullptr);
    CHECK(lineOf(table, "Battery")->differs);
    CHECK(lineOf(table, "Battery")->cells[0].isKnown);
    CHECK_FALSE(lineOf(table, "Battery")->cells[0].isBest);
    CHECK_FALSE(lineOf(table, "Battery")->cells[1].isKnown);
}

TEST_CASE("TheBetterOneIsTheOneThatTheShopSays")
{
    const Sample one = Sample("one", 300'00).fact("weight", "Weight", "1 kg", 1).fact("battery", "Battery", "9 h", 9);
    const Sample other = Sample("other").fact("weight", "Weight", "2 kg", 2).fact("battery", "Battery", "12 h", 12);
    const Sample third = Sample("third").fact("weight", "Weight", "1 kg", 1);
    const auto table = tableOf({one.column(), other.column(), third.column()});
    CHECK(lineOf(table, "Weight")->cells[0].isBest);
    CHECK_FALSE(lineOf(table, "Weight")->cells[1].isBest);
    CHECK(lineOf(table, "Weight")->cells[2].isBest);
    CHECK(lineOf(table, "Battery")->cells[1].isBest);
    CHECK_FALSE(lineOf(table, Value::Price)->cells[0].isBest);
    CHECK(lineOf(table, Value::Price)->cells[1].isBest);
}

TEST_CASE("PricesOfTwoCurrenciesHaveNoBetterOne")
{
    const Sample one("one", 300'00);
    Sample other("other");
    other.compared.product.variants.front().price = core::Money{5'00, core::Currency::parse("USD").value()};
    const auto table = tableOf({one.column(), other.column()});
    CHECK(lineOf(table, Value::Price)->differs);
    CHECK_FALSE(lineOf(table, Value::Price)->cells[1].isBest);
}

TEST_CASE("WhatIsNotKnownYetMakesNoDifference")
{
    const Sample one = Sample("one").fact("weight", "Weight", "1 kg", 1);
    auto measured = one.column();
    measured.size = QVector3D(1, 2, 3);
    const auto table = tableOf({measured, {}, one.column()});
    CHECK_FALSE(lineOf(table, "Weight")->differs);
    CHECK_FALSE(lineOf(table, Value::Price)->differs);
    CHECK_FALSE(lineOf(table, Value::Size)->differs);
    CHECK(tableOf({{}, {}}).isEmpty());
}

TEST_CASE("FactsThatStandForThemselvesMeetByName")
{
    const Sample one = Sample("one").fact("", "Made in", "Savar");
    const Sample other = Sample("other").fact("", "Made in", "Dhaka").fact("", "Wick", "Cotton");
    const auto table = tableOf({one.column(), other.column()});
    CHECK(lineOf(table, "Made in")->differs);
    CHECK(lineOf(table, "Made in")->cells[1].words.en() == QStringLiteral("Dhaka"));
    CHECK(lineOf(table, "Wick")->differs);
    CHECK(table.size() == 4); // price and stock before them
}

TEST_CASE("FourAreTakenUpAndAFifthIsRefused")
{
    DeskShop desk;
    auto *compare = desk.shop.compare();
    const QSignalSpy refused(compare, &qml::CompareModel::refused);
    CHECK_FALSE(compare->isEnough());
    for (const char *slug : {"mug", "kettle", "chair", "horse"})
        compare->toggle(slug);
    CHECK(compare->isEnough());
    CHECK(refused.isEmpty());
    compare->toggle("kolshi");
    CHECK(refused.size() == 1);
    CHECK(compare->slugs() == QStringList{"mug", "kettle", "chair", "horse"});
    compare->toggle("kettle");
    CHECK(compare->slugs() == QStringList{"mug", "chair", "horse"});
}

TEST_CASE("TwoVariantsOfOneProductAreTwo")
{
    DeskShop desk;
    auto *compare = desk.shop.compare();
    compare->toggle("mug", "mug-indigo-small");
    compare->toggle("mug", "mug-celadon-large");
    REQUIRE(compare->entries() == QStringList{"mug/mug-indigo-small", "mug/mug-celadon-large"});
    CHECK(lineOf(compare->table(), Value::Price)->differs);
    CHECK(compare->rows()[1].modelVariant == QStringLiteral("celadon"));
    compare->toggle("mug"); // from the shelf: whichever it is
    CHECK(compare->count() == 0);
}

TEST_CASE("WhatIsTakenUpFromTheShelfIsTheVariantThatIsOfferedFirst")
{
    DeskShop desk;
    auto *compare = desk.shop.compare();
    compare->toggle("mug");
    CHECK(compare->entries() == QStringList{"mug/mug-indigo-small"});
    compare->toggle("mug", "mug-indigo-small");
    CHECK(compare->count() == 0);
}

TEST_CASE("TheTrayIsKeptOverARestart")
{
    const test::TemporaryFolder folder;
    const QString file = QString::fromStdString((folder.path() / "preferences.ini").string());
    {
        qml::Shop shop(file);
        shop.compare()->toggle("mug", "mug-brick-large");
        shop.compare()->toggle("kettle", "kettle");
        shop.compare()->toggle("chair", "chair");
        shop.compare()->remove("chair/chair");
    }
    qml::Shop again(file);
    CHECK(again.compare()->entries() == QStringList{"mug/mug-brick-large", "kettle/kettle"});
    again.compare()->clear();
    CHECK(qml::Shop(file).compare()->count() == 0);
}

TEST_CASE("ATrayThatSomebodyHasWrittenInKeepsItsBounds")
{
    qml::CompareModel compare;
    compare.setEntries({"", "/x", "a/1", "a/1", "b", "c/3", "d/4", "e/5"});
    CHECK(compare.entries() == QStringList{"a/1", "b/", "c/3", "d/4"});
}

TEST_CASE("WhatIsGoneOrOutOfReachSaysSo")
{
    DeskShop desk;
    auto *compare = desk.shop.compare();
    compare->toggle("mug");
    compare->toggle("unicorn");
    CHECK(compare->rows()[0].readiness == qml::ViewState::Ready);
    CHECK(compare->rows()[1].readiness == qml::ViewState::Empty);
    CHECK_FALSE(lineOf(compare->table(), Value::Price)->differs);
}

TEST_CASE("ASizeThatAStageMeasuredIsALine")
{
    DeskShop desk;
    auto *compare = desk.shop.compare();
    compare->toggle("kettle");
    compare->toggle("chair");
    CHECK(lineOf(compare->table(), Value::Size) == nullptr);
    compare->setSize("kettle/kettle", {0.2F, 0.25F, 0.18F});
    REQUIRE(lineOf(compare->table(), Value::Size) != nullptr);
    CHECK_FALSE(lineOf(compare->table(), Value::Size)->differs);
    compare->setSize("chair/chair", {0.2F, 0.2502F, 0.18F});
    CHECK_FALSE(lineOf(compare->table(), Value::Size)->differs);
    compare->setSize("chair/chair", {0.7F, 0.9F, 0.8F});
    CHECK(lineOf(compare->table(), Value::Size)->differs);
}
