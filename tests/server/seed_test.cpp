// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entities/Catalogue.h"
#include "platform/http/Identity.h"
#include "platform/system/Files.h"
#include "platform/system/Sha256.h"
#include "tests/server/RunningServer.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

using namespace vitrine;
using namespace vitrine::test;

namespace {

/// The small demo of this folder, which a test may change before it is seeded.
class Demo
{
public:
    Demo()
    {
        std::filesystem::copy(VITRINE_TEST_SHARE, share(), std::filesystem::copy_options::recursive);
        std::filesystem::create_directories(media());
    }

    ToolRun seed(const std::string &data = "shop", std::vector<std::string> more = {})
    {
        std::vector<std::string> arguments{"seed",    "--demo",         "--share", share().string(),
                                           "--media", media().string(), "--data",  path(data)};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return runTool(arguments);
    }
    std::string exported(const std::string &data = "shop", const std::string &entity = "all")
    {
        return runTool({"export", "--data", path(data), "--entity", entity}).out;
    }
    template <typename T>
    std::vector<T> rows(const std::string &entity)
    {
        return core::fromJson<std::vector<T>>(exported("shop", entity), core::JsonReading::Stored).value();
    }
    /// Writes `to` in the place of the first `from` of a file.
    void change(const std::string &file, const std::string &from, const std::string &to)
    {
        std::string text = platform::readFile(share() / "demo" / file).value();
        REQUIRE(text.contains(from));
        text.replace(text.find(from), from.size(), to);
        std::ofstream(share() / "demo" / file) << text;
    }
    [[nodiscard]] std::filesystem::path share() const { return m_folder.path() / "share"; }
    [[nodiscard]] std::filesystem::path media() const { return m_folder.path() / "media"; }
    [[nodiscard]] std::string path(const std::string &name) const { return (m_folder.path() / name).string(); }

private:
    TemporaryFolder m_folder;
};

} // namespace

TEST_CASE("SeedsTheDemoTheSameEachTime")
{
    Demo demo;
    std::ofstream(demo.media() / "mug.vpk") << "a package";
    REQUIRE(demo.seed("one").status == 0);
    REQUIRE(demo.seed("two").status == 0);
    const std::string first = demo.exported("one");
    CHECK(first.contains(R"("number":"V-1000042")"));
    CHECK(demo.exported("two") == first);

    const ToolRun again = demo.seed("one");
    CHECK(again.status == 0);
    CHECK(again.out.ends_with("its history was there already\n"));
    CHECK(demo.exported("one") == first);
}

TEST_CASE("TheCataloguesSourceBecomesEntities")
{
    Demo demo;
    REQUIRE(demo.seed().status == 0);
    const auto categories = demo.rows<core::Category>("category");
    const auto home = std::ranges::find(categories, "home", [](const auto &c) { return **c.slug; });
    const auto table = std::ranges::find(categories, "table", [](const auto &c) { return **c.slug; });
    REQUIRE(categories.size() == 5);
    CHECK(home->specs == std::vector<core::Spec>{{"weight", {"Weight", "ওজন"}, "g", core::Better::Less},
                                                 {"madeIn", {"Made in", "কোথায় তৈরি"}, "", core::Better::None}});
    CHECK(*table->parent == home->id);

    const auto products = demo.rows<core::Product>("product");
    const auto mug = *std::ranges::find(products, "mug", [](const auto &p) { return **p.slug; });
    CHECK(mug.id == core::Id<core::Product>::named("product/mug"));
    CHECK(*mug.vendor == core::Id<core::Vendor>::named("vendor/clay-lane"));
    CHECK(*mug.category == table->id);
    REQUIRE(mug.variants.size() == 4);
    CHECK(*mug.variants[0].sku == "T-MUG-INK-S");
    CHECK(*mug.variants[3].sku == "T-MUG-OAT-L");
    CHECK(mug.variants[0].modelVariant == "Ink Blue");
    CHECK(mug.variants[3].modelVariant.empty());
    CHECK(mug.variants[3].price == core::Money{1000'50, core::Currency::bdt()});
    CHECK(mug.variants[1].choices == std::map<std::string, std::string>{{"glaze", "ink"}, {"size", "large"}});
    // The stool stands in the window; behind it trees take turns.
    const auto place = [&](const char *slug) {
        return *std::ranges::find(products, slug, [](const auto &p) { return **p.slug; })->position;
    };
    CHECK(place("stool") < place("mug"));
    CHECK(place("mug") < place("tea-book"));
    CHECK(place("tea-book") < place("tall-mug"));
    CHECK(mug.facts == std::vector<core::Fact>{{{"Weight", "ওজন"}, {"320 g", "৩২০ গ্রাম"}, "weight", 320.0},
                                               {{"Made in", "কোথায় তৈরি"}, {"Dhaka", "ঢাকা"}, "madeIn", {}}});
    CHECK(demo.rows<core::Vendor>("vendor").at(0).since == 1998);
}

TEST_CASE("APictureOfAModelIsStoredOnceForAllWhoShowIt")
{
    Demo demo;
    std::ofstream(demo.media() / "mug.vpk") << "a package";
    std::ofstream(demo.media() / "mug.png") << "a picture";
    std::ofstream(demo.media() / "mug.ink-blue.png") << "a blue picture";
    CHECK(demo.seed().out.contains("; 0 media files were not there\n"));
    CHECK(demo.rows<core::Media>("media").size() == 3);
    const auto products = demo.rows<core::Product>("product");
    const auto mug = *std::ranges::find(products, "mug", [](const auto &p) { return **p.slug; });
    const auto tall = *std::ranges::find(products, "tall-mug", [](const auto &p) { return **p.slug; });
    CHECK(mug.variants[0].picture == platform::sha256Hex("a blue picture"));
    CHECK(mug.variants[2].picture == platform::sha256Hex("a picture"));
    CHECK(tall.variants[0].picture == platform::sha256Hex("a picture"));
    REQUIRE(tall.media.size() == 2);
    CHECK(tall.media[0].asset == mug.media.at(0).asset);
    CHECK(tall.media[0].alt.en == "A mug again");
}

TEST_CASE("AFaultInTheCatalogueIsNamedWithItsFileAndField")
{
    const auto fault = [](const std::string &file, const std::string &from, const std::string &to) {
        Demo demo;
        demo.change(file, from, to);
        std::string said = demo.seed().err;
        const std::string folder = (demo.share() / "demo").string() + '/';
        if (const std::size_t at = said.find(folder); at != std::string::npos)
            said.erase(at, folder.size());
        CHECK_FALSE(std::filesystem::exists(demo.path("shop")));
        return said;
    };
    const std::string begin = "vitrine-server: invalidArgument at ";
    CHECK(fault("vendors.json", "\"since\": 1998", "\"since\": 98") ==
          begin + "vendors.json: [0].since: 98 is not within 1000 and 9999\n");
    CHECK(fault("catalogue/home.json", "\"price\": 1200,", "\"cost\": 1200,") ==
          begin + "catalogue/home.json: products[1].cost: unknown field\n");
    CHECK(fault("catalogue/home.json", "\"price\": 1200,", "\"price\": 12.005,") ==
          begin + "catalogue/home.json: products[1].price: is no amount in taka with at most two decimals\n");
    CHECK(fault("catalogue/home.json", "\"vendor\": \"clay-lane\"", "\"vendor\": \"clay\"") ==
          begin + "catalogue/home.json: products[0].vendor: no vendor is called 'clay'\n");
    CHECK(fault("catalogue/home.json", "\"category\": \"seats\"", "\"category\": \"books\"") ==
          begin + "catalogue/home.json: products[2].category: 'books' is no category of this tree\n");
    CHECK(fault("catalogue/home.json", "\"weight\": {\"en\": \"320", "\"mass\": {\"en\": \"320") ==
          begin + "catalogue/home.json: products[0].specs.mass: is no specification of this tree\n");
    CHECK(fault("catalogue/home.json", "\"better\": \"less\"", "\"better\": \"fewer\"") ==
          begin + "catalogue/home.json: specs[0].better: 'fewer' is none of more, less or nothing\n");
    CHECK(fault("catalogue/home.json", "\"stock\": \"few\"", "\"stock\": \"one\"") ==
          begin + "catalogue/home.json: products[1].stock: 'one' is none of plenty, some, few, out, endless\n");
    CHECK(fault("catalogue/home.json", "\"T-TALL\"", "\"T-STOOL\"") ==
          begin + "catalogue/home.json: products[2].sku: 'T-STOOL' is another variant's already\n");
    CHECK(fault("catalogue/home.json", "\"slug\": \"tall-mug\"", "\"slug\": \"mug\"") ==
          begin + "catalogue/home.json: products[1].slug: 'mug' is another product's already\n");
    CHECK(fault("window.json", "stool", "throne") == begin + "window.json: [0]: no product is called 'throne'\n");
    CHECK(fault("history.json", "2026-11-20", "tomorrow") ==
          begin + "history.json: today: 'tomorrow' is no day such as 2026-11-20\n");
    CHECK(fault("history.json", "2026-11-20", "2027-01-05") ==
          begin + "history.json: today: the 24 days before 2027-01-05 are not all in the years 2026 to 2026, whose "
                  "feasts are known\n");
    CHECK(fault("feasts.json", "2026-06-01", "2026-06-31") ==
          begin + "feasts.json: feasts[1].days[0].day: '2026-06-31' is no day such as 2026-11-20\n");
    CHECK(fault("feasts.json", "2026-03-02", "2026-11-16") ==
          begin + "feasts.json: feasts[0].days[1].day: 2026-11-16 does not come after 2026-11-16\n");
    CHECK(fault("feasts.json", "2026-03-02", "2026-12-01") ==
          begin + "feasts.json: feasts[0].days[1].day: 2026-11-16 does not come after 2026-12-01\n");
    CHECK(fault("feasts.json", "2026-11-16", "2027-01-01") ==
          begin + "feasts.json: feasts[0].days[1].day: 2027-01-01 is not within the years 2026 and 2026\n");
    CHECK(fault("feasts.json", "\"lastYear\": 2026", "\"lastYear\": 2027") ==
          begin + "feasts.json: feasts[0].days: none of them is in 2027\n");
    CHECK(fault("feasts.json", "Market day", "A feast") ==
          begin + "feasts.json: feasts[1].name: 'A feast' is another feast's already\n");
    CHECK(fault("feasts.json", "\"lift\": 2", "\"uplift\": 2") ==
          begin + "feasts.json: feasts[0].uplift: unknown field\n");
    CHECK(fault("feasts.json", "\"lift\": 2", "\"lift\": 0.5") ==
          begin + "feasts.json: feasts[0].lift: is not within 1 and 10\n");
    CHECK(fault("feasts.json", "\"closedShare\": 0.2", "\"closedShare\": 2") ==
          begin + "feasts.json: feasts[0].closedShare: is not within 0 and 1\n");
    CHECK(fault("feasts.json", "\"lastDayBefore\": 2", "\"lastDayBefore\": 6") ==
          begin + "feasts.json: feasts[0].lastDayBefore: is more than firstDayBefore\n");
    CHECK(fault("feasts.json", "\"lastDayBefore\": 2", "\"lastDayBefore\": 0") ==
          begin + "feasts.json: feasts[0].lastDayBefore: is the feast itself, on which the shop is closed\n");
}

TEST_CASE("TheDemoShopIsAsLargeAsItIsMeantToBe")
{
    if (!std::filesystem::exists(VITRINE_TEST_ASSETS "/demo/catalogue"))
        SKIP("this checkout has no demo catalogue");
    TemporaryFolder folder;
    const std::string data = folder.path().string();
    const ToolRun run = runTool({"seed", "--demo", "--share", VITRINE_TEST_ASSETS, "--data", data});
    INFO(run.err);
    REQUIRE(run.status == 0);
    CHECK(run.out.ends_with("among its days: Durga Puja (2026-10-21)\n"));
    const auto count = [&](const char *entity) {
        const ToolRun rows = runTool({"export", "--data", data, "--entity", entity});
        const auto document = core::JsonDocument::parse(rows.out, std::size_t{256} << 20).value();
        const simdjson::dom::array list = document.root().get_array().value();
        return list.size();
    };
    CHECK(count("vendor") == 12);
    CHECK(count("product") >= 240);
    CHECK(count("location") == 5);
    const std::size_t orders = count("order");
    CHECK((orders >= 1'500 && orders <= 2'500));
    CHECK(count("review") >= 250);
    // What is new, and what nobody has bought yet.
    CHECK(count("product") - count("productRating") <= 20);

    // No review waits for a product that is not sold.
    const std::string products = runTool({"export", "--data", data, "--entity", "product"}).out;
    const std::string categories = runTool({"export", "--data", data, "--entity", "category"}).out;
    std::string models;
    for (const auto &file : std::filesystem::directory_iterator(VITRINE_TEST_ASSETS "/demo/catalogue"))
        models += platform::readFile(file.path()).value();
    const std::string reviews = platform::readFile(VITRINE_TEST_ASSETS "/demo/reviews.json").value();
    const auto document = core::JsonDocument::parse(reviews).value();
    const simdjson::dom::array list = document.root().get_array().value();
    for (const core::JsonValue review : list) {
        const simdjson::dom::array names = review["of"].get_array().value();
        for (const core::JsonValue of : names) {
            const std::string name(of.get_string().value());
            INFO(name);
            CHECK((products.contains("\"slug\":\"" + name + '"') || categories.contains("\"slug\":\"" + name + '"') ||
                   models.contains('"' + name + '/') || models.contains('/' + name + '"')));
        }
    }
}

TEST_CASE("GeneratedProductsLeaveWhatIsThere")
{
    Demo demo;
    const auto scale = [&](const char *count) {
        return runTool({"seed", "--scale", count, "--data", demo.path("shop")}).out;
    };
    CHECK(scale("3") == "seeded 3 sample products\n");
    const std::string three = demo.exported();
    CHECK(scale("3") == "seeded 3 sample products\n");
    CHECK(demo.exported() == three);
    CHECK(demo.rows<core::Product>("product").size() == 3);
    scale("5");
    CHECK(demo.rows<core::Product>("product").size() == 5);
    CHECK(demo.rows<core::StockLevel>("stockLevel").size() == 5);
}
