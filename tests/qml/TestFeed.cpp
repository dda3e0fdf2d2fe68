// SPDX-License-Identifier: GPL-3.0-or-later
// What a session knows, as the window's models show it, and what the shopper wants, as commands.
#include "core/commands/Commands.h"
#include "core/values/ErrorWords.h"
#include "qml/shell/AssetPictures.h"
#include "qml/shell/ShopFeed.h"
#include "tests/qml/Application.h"
#include "tests/qml/DeskSession.h"

#include <catch2/catch_test_macros.hpp>

#include <QImage>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QSignalSpy>
#include <QTest>

using namespace vitrine;
using namespace vitrine::tests;

namespace {

const auto kKettle = core::Id<core::Product>::named("kettle");
const auto kKettleVariant = core::Id<core::Variant>::named("kettle/steel");

core::Product product(const std::string &slug, core::Text name)
{
    core::Product made{.id = core::Id<core::Product>::named(slug), .slug = core::Slug(slug)};
    made.state = core::ProductState::Published;
    made.name = std::move(name);
    made.variants.push_back(
        {.id = core::Id<core::Variant>::named(slug + "/steel"), .sku = slug, .price = {850'00, core::Currency::bdt()}});
    return made;
}

/// A fed shop; `settle` lets everything that was posted arrive.
struct Desk {
    QGuiApplication &application = tests::application();
    DeskSession session;
    qml::Shop shop;
    qml::ShopFeed feed{shop, session, [](const std::string &asset) { return QUrl(QString::fromStdString(asset)); }};

    void settle()
    {
        for (int i = 0; i < 8; ++i)
            QCoreApplication::processEvents();
    }
    void start()
    {
        feed.start();
        settle();
    }
    core::AddToCart kettleAdded(int quantity) { return {kKettle, kKettleVariant, quantity, session.nextHlc()}; }
};

} // namespace

TEST_CASE("WhatTheShopRefusedIsToldInPlainWords")
{
    Desk desk;
    desk.session.put(product("kettle", {"Kettle", "কেতলি"}));
    desk.start();
    CHECK(desk.shop.refused()->count() == 0);
    desk.session.park("addToCart", core::toJson(desk.kettleAdded(2)), {core::ErrorCode::OutOfStock, "1 left"});
    desk.session.park("placeOrder", "{}", {core::ErrorCode::PaymentDeclined, "no"});
    desk.session.park("giveSomethingBack", "{}", {core::ErrorCode::PermissionDenied, "no"});
    desk.session.park("registerDevice", "{}", {core::ErrorCode::PermissionDenied, "the device's own business"});
    desk.settle();
    const auto &rows = desk.shop.refused()->rows();
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].kind == qml::RefusedModel::CartAddition);
    CHECK(rows[0].subject.bn() == QStringLiteral("কেতলি"));
    CHECK(rows[0].quantity == 2);
    CHECK(rows[0].reason == qml::LocalText(core::userWords(core::ErrorCode::OutOfStock)));
    CHECK(rows[0].canRetry);
    CHECK(rows[1].kind == qml::RefusedModel::Order);
    CHECK_FALSE(rows[1].canRetry);
    CHECK(rows[2].kind == qml::RefusedModel::Other);
    CHECK_FALSE(rows[2].canRetry);
}

TEST_CASE("WhatIsComparedComesWithWhatItsCategoriesCompareBy")
{
    Desk desk;
    core::Category kitchen{.id = core::Id<core::Category>::named("kitchen"), .slug = core::Slug("kitchen")};
    kitchen.name = core::Text{"Kitchen", "রান্নাঘর"};
    kitchen.specs = {{"weight", {"Weight", "ওজন"}, "kg", core::Better::Less}};
    core::Category kettles{.id = core::Id<core::Category>::named("kettles"), .slug = core::Slug("kettles")};
    kettles.name = core::Text{"Kettles", "কেতলি"};
    kettles.parent = std::optional(kitchen.id);
    kettles.specs = {{"holds", {"Holds", "ধারণক্ষমতা"}, "L", core::Better::More}};
    core::Product kettle = product("kettle", {"Kettle", "কেতলি"});
    kettle.category = kettles.id;
    kettle.facts = {{{"Holds", "ধারণক্ষমতা"}, {"1.7 L", "১.৭ লি."}, "holds", 1.7},
                    {{"Weight", "ওজন"}, {"1 kg", "১ কেজি"}, "weight", 1}};
    kettle.media.push_back({.kind = core::MediaKind::Model, .asset = "model"});
    core::ProductRating rating{.id = core::ProductRating::idFor(kettle.id), .product = kettle.id, .four = 1, .five = 1};
    desk.session.put(kitchen);
    desk.session.put(kettles);
    desk.session.put(kettle);
    desk.session.put(rating);
    desk.session.setConnection(core::Connection::Online);
    desk.session.assets = [](const std::string &) { return core::Result<std::string>("/kettle.vpk"); };
    desk.shop.compare()->toggle("kettle");
    desk.shop.compare()->toggle("gone");
    desk.start();

    const auto &rows = desk.shop.compare()->rows();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].readiness == qml::ViewState::Ready);
    CHECK(rows[1].readiness == qml::ViewState::Empty);
    CHECK(rows[0].modelSource.isEmpty()); // nobody looks at it yet
    const auto table = desk.shop.compare()->table();
    REQUIRE(table.size() == 5);
    CHECK(table[1].kind == qml::CompareKind::Rating);
    CHECK(table[1].cells[0].number == 4.5);
    CHECK(table[1].cells[0].count == 2);
    CHECK(table[3].name.en() == QStringLiteral("Weight"));
    CHECK(table[4].name.en() == QStringLiteral("Holds"));
    desk.shop.compare()->setIsShown(true);
    desk.settle();
    CHECK(rows[0].modelSource == QUrl::fromLocalFile("/kettle.vpk"));
}

TEST_CASE("ACounterOfferIsNamedAsOne")
{
    Desk desk;
    desk.start();
    core::QueuedCommand offer{.position = 1, .name = "placeOrder"};
    offer.parkedError = R"({"code":"conflict","detail":"","offer":{"outcome":"counterOffer"}})";
    desk.session.queued = {offer};
    desk.session.tell();
    desk.settle();
    REQUIRE(desk.shop.refused()->count() == 1);
    CHECK(desk.shop.refused()->rows()[0].isOffer);
    CHECK(desk.shop.refused()->rows()[0].changes.isEmpty());
}

TEST_CASE("ACounterOfferSaysWhichLineChangedAndHow")
{
    Desk desk;
    const core::Product kettle = product("kettle", {"Kettle", "কেতলি"});
    const core::Product mug = product("mug", {"Mug", "মগ"});
    desk.session.put(kettle);
    desk.session.put(mug);
    desk.start();
    const core::Money seen{100'00, core::Currency::bdt()};
    const core::Money now{120'00, core::Currency::bdt()};
    core::PlaceOrder order;
    core::PlaceOrderReply reply{core::OrderOutcome::CounterOffer, {}, {}, {}, {}};
    const auto add = [&](const core::Product &what, std::int64_t quantity, std::int64_t available, core::Money price) {
        const core::Id<core::Variant> variant = what.variants.front().id;
        order.lines.push_back({what.id, variant, quantity, seen});
        reply.offer.push_back({what.id, variant, std::min(quantity, available), available, price});
    };
    add(kettle, 3, 2, now);
    add(mug, 1, 5, seen);
    core::QueuedCommand parked{.position = 1, .name = "placeOrder", .body = core::toJson(order)};
    parked.parkedError = R"({"code":"conflict","detail":"","offer":)" + core::toJson(reply) + '}';
    desk.session.queued = {parked};
    desk.session.tell();
    desk.settle();
    REQUIRE(desk.shop.refused()->count() == 1);
    const auto &changes = desk.shop.refused()->rows()[0].changes;
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].name.en() == QStringLiteral("Kettle"));
    CHECK(changes[0].isShort());
    CHECK(changes[0].available == 2);
    CHECK(changes[0].isPrice());
    CHECK(changes[0].seen == qml::MoneyValue(seen));
    CHECK(changes[0].now == qml::MoneyValue(now));
}

TEST_CASE("WhatTheShopNoLongerShowsIsNoPartOfAnOrder")
{
    Desk desk;
    desk.session.put(product("kettle", {"Kettle", "কেতলি"}));
    core::Cart cart{.id = core::Cart::idFor(desk.session.customer()), .customer = desk.session.customer()};
    cart.lines = {{core::Id<core::Product>::named("archived"), core::Id<core::Variant>::named("archived/steel"), 2, {}},
                  {kKettle, kKettleVariant, 1, {}}};
    desk.session.put(cart);
    desk.start();
    const std::vector<qml::CartRow> &rows = desk.shop.cart()->rows();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].isGone);
    CHECK_FALSE(rows[1].isGone);
    CHECK(desk.shop.cart()->pieces() == 1);
    CHECK(desk.shop.cart()->subtotal().minorUnits() == 850'00);
    desk.session.submitted.clear();
    emit desk.shop.checkout()->orderRequested({}, core::PaymentMethod::CashOnDelivery);
    desk.settle();
    REQUIRE(desk.session.submitted.size() == 1);
    const auto order = core::fromJson<core::PlaceOrder>(desk.session.submitted.back().body, core::JsonReading::Stored);
    REQUIRE(order.has_value());
    REQUIRE(order->lines.size() == 1);
    CHECK(order->lines[0].product == kKettle);
}

TEST_CASE("ADismissedRefusalLeavesTheList")
{
    Desk desk;
    desk.start();
    desk.session.park("cancelOrder", "{}", {core::ErrorCode::Conflict, "shipped"});
    desk.session.park("addToCart", "{}", {core::ErrorCode::NotFound, "gone"});
    desk.settle();
    REQUIRE(desk.shop.refused()->count() == 2);
    desk.shop.refused()->dismiss(desk.shop.refused()->rows()[0].position);
    desk.settle();
    REQUIRE(desk.shop.refused()->count() == 1);
    CHECK(desk.shop.refused()->rows()[0].kind == qml::RefusedModel::CartAddition);
}

TEST_CASE("ARefusedAdditionIsAskedForAgainAtTheTimeOfTheSecondTry")
{
    Desk desk;
    desk.session.put(product("kettle", {"Kettle", "কেতলি"}));
    desk.start();
    const core::AddToCart first = desk.kettleAdded(3);
    desk.session.park("addToCart", core::toJson(first), {core::ErrorCode::OutOfStock, "none"});
    desk.settle();
    REQUIRE(desk.shop.refused()->count() == 1);
    desk.shop.refused()->tryAgain(desk.shop.refused()->rows()[0].position);
    desk.settle();
    REQUIRE(desk.session.submitted.size() == 1);
    CHECK(desk.session.submitted[0].name == "addToCart");
    const auto again = core::fromJson<core::AddToCart>(desk.session.submitted[0].body, core::JsonReading::Stored);
    REQUIRE(again);
    CHECK(again->quantity == first.quantity);
    CHECK(again->at > first.at);
    CHECK(desk.shop.refused()->count() == 0);
}

TEST_CASE("ACartThatWaitsForTheShopSaysSoWhileThereIsNoConnection")
{
    Desk desk;
    desk.start();
    desk.session.queue("addToCart", core::toJson(desk.kettleAdded(1)));
    desk.settle();
    CHECK_FALSE(desk.shop.cart()->isWaiting()); // It is on its way.
    desk.session.setConnection(core::Connection::Offline);
    desk.settle();
    CHECK(desk.shop.cart()->isWaiting());
    desk.session.setConnection(core::Connection::Connecting); // A try is no news.
    desk.settle();
    CHECK(desk.shop.cart()->isWaiting());
    desk.session.queued[0].name = "placeOrder"; // An order that waits is not the cart's.
    desk.session.tell();
    desk.settle();
    CHECK_FALSE(desk.shop.cart()->isWaiting());
}

TEST_CASE("APictureThatFailedOfflineComesWhenTheShopIsBack")
{
    Desk desk;
    const test::TemporaryFolder folder;
    const std::string file = (folder.path() / "picture").string();
    REQUIRE(QImage(8, 8, QImage::Format_RGB32).save(QString::fromStdString(file), "PNG"));
    desk.session.setConnection(core::Connection::Offline);
    QQmlEngine engine;
    engine.addImageProvider(QLatin1StringView(qml::AssetPictures::kName), new qml::AssetPictures(desk.session));
    QQmlComponent component(&engine);
    component.setData("import QtQuick\nImage { asynchronous: true; source: \"image://asset/abc\" }", {});
    const std::unique_ptr<QObject> image(component.create());
    REQUIRE(image);
    REQUIRE(QTest::qWaitFor([&] { return desk.session.assetRequests == 1; }));
    desk.settle();
    desk.session.tell(); // News, but still no server.
    desk.settle();
    CHECK(desk.session.assetRequests == 1);
    CHECK(image->property("status").toInt() != 1); // Image.Ready
    desk.session.assets = [&](const std::string &) { return file; };
    desk.session.setConnection(core::Connection::Online);
    CHECK(QTest::qWaitFor([&] { return image->property("status").toInt() == 1; }));
    CHECK(desk.session.assetRequests == 2);
}

TEST_CASE("APictureThatIsNotThereIsNotAskedForAgain")
{
    Desk desk;
    desk.session.assets = [](const std::string &) { return core::fail(core::ErrorCode::NotFound, "no such file"); };
    QQmlEngine engine;
    engine.addImageProvider(QLatin1StringView(qml::AssetPictures::kName), new qml::AssetPictures(desk.session));
    QQmlComponent component(&engine);
    component.setData("import QtQuick\nImage { asynchronous: true; source: \"image://asset/def\" }", {});
    const std::unique_ptr<QObject> image(component.create());
    REQUIRE(image);
    CHECK(QTest::qWaitFor([&] { return image->property("status").toInt() == 3; })); // Image.Error
    desk.session.setConnection(core::Connection::Online);
    desk.settle();
    CHECK(desk.session.assetRequests == 1);
}

TEST_CASE("APictureThatIsNoLongerWantedIsNotFetched")
{
    Desk desk;
    QQmlEngine engine;
    engine.addImageProvider(QLatin1StringView(qml::AssetPictures::kName), new qml::AssetPictures(desk.session));
    QQmlComponent component(&engine);
    component.setData("import QtQuick\nImage { asynchronous: true; source: \"image://asset/ghi\" }", {});
    std::unique_ptr<QObject> image(component.create());
    REQUIRE(QTest::qWaitFor([&] { return desk.session.assetRequests == 1; }));
    desk.settle();
    auto *provider = engine.imageProvider(QLatin1StringView(qml::AssetPictures::kName));
    image.reset();
    // QML gives a picture up on a thread of its own.
    CHECK(QTest::qWaitFor([&] { return static_cast<qml::AssetPictures *>(provider)->waiting() == 0; }));
    desk.session.setConnection(core::Connection::Online);
    desk.settle();
    CHECK(desk.session.assetRequests == 1);
}

TEST_CASE("AModelComesWithProgressAndIsGivenUpWhenItsPageIsLeft")
{
    Desk desk;
    core::Product kettle = product("kettle", {"Kettle", "কেতলি"});
    kettle.media.push_back({.kind = core::MediaKind::Model, .asset = "abc"});
    desk.session.put(kettle);
    desk.session.assetsWait = true;
    desk.start();
    desk.shop.openProduct("kettle");
    desk.settle();
    REQUIRE(desk.session.waitingAssets.contains("abc"));
    const auto progress = desk.session.waitingAssets["abc"].progress;
    for (const double part : {0.2, 0.6, 0.4})
        progress(part);
    CHECK(desk.shop.product()->modelProgress() == 0.6);
    desk.session.tell({"product"}); // The same model is not asked for twice.
    desk.settle();
    CHECK(desk.session.assetRequests == 1);

    desk.shop.setIsProductShown(false);
    CHECK(desk.session.waitingAssets.empty());
    desk.shop.setIsProductShown(true);
    REQUIRE(desk.session.waitingAssets.contains("abc"));
    const auto done = desk.session.waitingAssets["abc"].done;
    done(std::string("/packages/abc"));
    CHECK(desk.shop.product()->modelSource() == QUrl("file:///packages/abc"));
    CHECK(desk.shop.product()->modelProgress() == 1);

    desk.shop.openProduct("another");
    CHECK(desk.shop.product()->modelProgress() == 0);
}

TEST_CASE("AShelfOfTwoThousandIsReadAsItIsScrolled")
{
    constexpr int kProducts = 2000;
    Desk desk;
    for (int i = 0; i < kProducts; ++i) {
        core::Product made = product("thing-" + std::to_string(i), {"Thing", "জিনিস"});
        made.position = i;
        desk.session.put(made);
    }
    desk.start();
    qml::CatalogueModel &shelf = *desk.shop.catalogue();
    const int page = shelf.count();
    CHECK(page > 0);
    CHECK(page <= 100);
    REQUIRE(shelf.canFetchMore({}));
    const QSignalSpy reset(&shelf, &QAbstractItemModel::modelReset);
    const QSignalSpy removed(&shelf, &QAbstractItemModel::rowsRemoved);
    while (shelf.canFetchMore({})) {
        const int before = shelf.count();
        shelf.fetchMore({});
        CHECK_FALSE(shelf.canFetchMore({})); // One page at a time.
        desk.settle();
        REQUIRE(shelf.count() > before);
        CHECK(shelf.count() <= before + page);
    }
    REQUIRE(shelf.count() == kProducts);
    for (int i = 0; i < kProducts; ++i)
        REQUIRE(shelf.rows()[static_cast<std::size_t>(i)].slug == QStringLiteral("thing-%1").arg(i));
    // News reach a shelf that was scrolled down without taking it away from under the shopper.
    core::Product last = product("thing-new", {"New", "নতুন"});
    last.position = kProducts;
    desk.session.put(last);
    desk.session.tell({"product"});
    desk.settle();
    CHECK(shelf.count() == kProducts);
    CHECK(shelf.canFetchMore({}));
    CHECK(reset.isEmpty());
    CHECK(removed.isEmpty());
}

TEST_CASE("APageThatWasOvertakenByNewsIsAskedForAgain")
{
    Desk desk;
    for (int i = 0; i < 150; ++i) {
        core::Product made = product("thing-" + std::to_string(i), {"Thing", "জিনিস"});
        made.position = i + 1;
        desk.session.put(made);
    }
    desk.start();
    qml::CatalogueModel &shelf = *desk.shop.catalogue();
    int gone = 0;
    QObject::connect(&shelf, &QAbstractItemModel::rowsRemoved, &desk.shop,
                     [&](const QModelIndex &, int from, int to) { gone += to - from + 1; });
    core::Product first = product("thing-first", {"First", "প্রথম"});
    desk.session.tell({"product"}); // A reading of the shelf is under way,
    shelf.fetchMore({});            // then the shopper comes to its end.
    desk.session.put(first);
    desk.session.tell({"product"});
    desk.settle();
    CHECK(gone <= 1); // The page that was overtaken was not shown, to be taken away again.
    while (shelf.canFetchMore({})) {
        shelf.fetchMore({});
        desk.settle();
    }
    REQUIRE(shelf.count() == 151);
    std::set<QString> slugs;
    for (const qml::CatalogueRow &row : shelf.rows())
        slugs.insert(row.slug);
    CHECK(slugs.size() == 151);
}
