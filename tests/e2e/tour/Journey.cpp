// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/tour/Journey.h"

#include <QJsonArray>
#include <QJsonObject>

namespace vitrine::tour {
namespace {

const QString kSlug = QStringLiteral("stoneware-mug");
const QString kApartSlug = QStringLiteral("over-ear-headphones");
const QString kSku = QStringLiteral("VT-MUG-IND");
constexpr int kOrdered = 3;

core::Status expect(bool condition, const QString &what)
{
    if (condition)
        return {};
    return core::fail(core::ErrorCode::Internal, "not so: " + what.toStdString());
}

/// The rows of an answer of the API or of an export.
QJsonArray rows(const QJsonDocument &document)
{
    return document.isArray() ? document.array() : document.object()["items"].toArray();
}

} // namespace

std::vector<Journey::Step> Journey::steps()
{
    return {
        {1, "home", "the shop's home", [this] { return openHome(); }},
        {2, "product", "a product in 3D: turned, zoomed, reset", [this] { return openProduct(); }},
        {3, "variant", "another glaze, another price", [this] { return chooseVariant(); }},
        {4, "cart", "two in the cart, with totals", [this] { return addTwo(); }},
        {5, "offline", "the server is killed; a third is added", [this] { return addThirdOffline(); }},
        {6, "order-waiting", "ordered with cash on delivery, waiting to be sent", [this] { return orderOffline(); }},
        {7, "order-sent", "the server is back: the order has its number", [this] { return serverReturns(); }},
        {8, "outside", "the same order through the API, in the export, and among one's orders",
         [this] { return seenOutside(); }},
        {9, "bengali-paper", "Bengali; light, dark and light again", [this] { return bengaliAndThemes(); }},
        {10, "restarted", "after a restart all is still there", [this] { return restart(); }},
        {11, "apart", "a product taken apart, and a part of it named", [this] { return takeApart(); }},
        {12, "details", "together again: its details and its size", [this] { return showDetails(); }},
        {13, "handling", "a magnifier over it, and a lamp in the hand", [this] { return handle(); }},
        {14, "drop", "its pieces dropped", [this] { return drop(); }},
        {15, "film", "put together: its film, played, taken over by a hand, resumed, scrubbed",
         [this] { return playFilm(); }},
        {16, "compare", "two products side by side: turned together, at real sizes, on one floor",
         [this] { return compareTwo(); }},
    };
}

core::Status Journey::openHome()
{
    VITRINE_CHECK(m_client.waitFor("productCard_" + kSlug));
    VITRINE_CHECK(m_client.waitGone("offlineMark"));
    const QStringList cards = m_client.items("productCard_");
    VITRINE_CHECK(expect(cards.size() >= 6, QStringLiteral("at least six products, %1 shown").arg(cards.size())));
    for (const QString &card : cards)
        VITRINE_CHECK(m_client.waitValue(card, "isPictured", "true"));
    VITRINE_TRY(m_availableBefore, availableOnServer());
    return {};
}

core::Status Journey::openProduct()
{
    VITRINE_CHECK(m_client.click("productCard_" + kSlug));
    VITRINE_CHECK(m_client.waitContains("productName", "text", "mug"));
    VITRINE_CHECK(m_client.waitValue("productPrice", "figure", "850"));
    VITRINE_CHECK(m_client.waitValue("stockWords", "text", "In stock"));
    VITRINE_CHECK(m_client.waitValue("stage", "isReady", "true"));
    // It would turn by itself after a rest; who looks at pictures of it wants it to stand.
    VITRINE_CHECK(m_client.click("moreButton"));
    VITRINE_CHECK(m_client.click("turnButton"));
    VITRINE_CHECK(m_client.waitValue("stage", "turns", "false"));

    VITRINE_TRY(const QRect stage, m_client.waitFor("stage"));
    const QString home = m_client.value("stage", "viewWords");
    const QPoint from(stage.x() + stage.width() / 3, stage.center().y());
    m_desktop.drag(from, from + QPoint(160, -40));
    m_desktop.wheel(from, 3);
    VITRINE_CHECK(m_client.waitValue("stage", "isStill", "true"));
    VITRINE_CHECK(expect(m_client.value("stage", "viewWords") != home, "the camera moved"));
    VITRINE_CHECK(m_client.click("resetViewButton"));
    VITRINE_CHECK(m_client.waitValue("stage", "viewWords", home));
    return m_client.waitValue("stage", "isStill", "true");
}

core::Status Journey::chooseVariant()
{
    VITRINE_CHECK(m_client.click("variantOption_indigo"));
    VITRINE_CHECK(m_client.waitValue("productPrice", "figure", "890"));
    VITRINE_CHECK(m_client.waitValue("stage", "variant", "Indigo"));
    return m_client.waitValue("stage", "isStill", "true");
}

core::Status Journey::addTwo()
{
    VITRINE_CHECK(m_client.click("increaseButton"));
    VITRINE_CHECK(m_client.click("addToCartButton"));
    VITRINE_CHECK(m_client.waitValue("cartCount", "text", "2"));
    VITRINE_CHECK(m_client.click("cartButton"));
    return m_client.waitValue("cartTotal", "figure", "1,860"); // 2 × 890 and 80 for the delivery.
}

core::Status Journey::addThirdOffline()
{
    m_server.kill();
    VITRINE_CHECK(m_client.click("closeCartButton"));
    VITRINE_CHECK(m_client.waitGone("closeCartButton"));
    VITRINE_CHECK(m_client.waitFor("offlineMark"));
    VITRINE_CHECK(m_client.click("decreaseButton"));
    VITRINE_CHECK(m_client.click("addToCartButton"));
    return m_client.waitValue("cartCount", "text", "3");
}

core::Status Journey::orderOffline()
{
    VITRINE_CHECK(m_client.click("cartButton"));
    VITRINE_CHECK(m_client.click("checkoutButton"));
    VITRINE_CHECK(fillAddress());
    VITRINE_CHECK(m_client.click("cashOption"));
    VITRINE_CHECK(m_client.click("placeOrderButton"));
    VITRINE_CHECK(m_client.waitFor("orderPanel"));
    return m_client.waitValue("orderPanel", "isWaiting", "true");
}

core::Status Journey::serverReturns()
{
    VITRINE_CHECK(m_server.start());
    VITRINE_CHECK(m_client.waitValue("orderPanel", "isWaiting", "false"));
    VITRINE_CHECK(m_client.waitGone("offlineMark"));
    m_orderNumber = m_client.value("orderPanel", "number");
    VITRINE_CHECK(expect(m_orderNumber.startsWith("V-"), "the order has a number, not '" + m_orderNumber + '\''));
    VITRINE_TRY(const int available, availableOnServer());
    return expect(available == m_availableBefore - kOrdered,
                  QStringLiteral("stock went from %1 to %2").arg(m_availableBefore).arg(available));
}

core::Status Journey::seenOutside()
{
    VITRINE_TRY(const QJsonDocument order, m_server.get("/v1/orders/" + m_orderNumber));
    const QJsonObject line = order["lines"][0].toObject();
    VITRINE_CHECK(expect(line["sku"].toString() == kSku && line["quantity"].toInt() == kOrdered,
                         "the API's order has three of " + kSku));
    VITRINE_TRY(const QJsonDocument orders, m_server.exported("order"));
    int found = 0;
    for (const QJsonValue &row : rows(orders))
        found += row["number"].toString() == m_orderNumber;
    VITRINE_CHECK(expect(found == 1, QStringLiteral("the export has the order once, not %1 times").arg(found)));
    VITRINE_CHECK(m_client.click("ordersButton"));
    VITRINE_CHECK(m_client.waitFor("orderRow_" + m_orderNumber));
    return {};
}

core::Status Journey::bengaliAndThemes()
{
    VITRINE_CHECK(m_client.click("homeButton"));
    VITRINE_CHECK(m_client.waitFor("productCard_" + kSlug));
    VITRINE_CHECK(m_client.click("languageButton"));
    VITRINE_CHECK(m_client.waitValue("languageButton", "text", "English"));
    // Ends in the light that the client did not start with, so that the restart has something to remember.
    for (const char *offered : {"moon", "sun", "moon"}) {
        VITRINE_CHECK(m_client.click("themeButton"));
        VITRINE_CHECK(m_client.waitValue("themeButton", "iconName", offered));
    }
    VITRINE_CHECK(m_client.click("productCard_" + kSlug));
    // What was chosen of a product stays chosen.
    VITRINE_CHECK(m_client.waitValue("productPrice", "figure", QStringLiteral("৮৯০")));
    return m_client.waitValue("stage", "isStill", "true");
}

core::Status Journey::restart()
{
    VITRINE_CHECK(m_client.stop());
    VITRINE_CHECK(m_client.start(m_clientArguments));
    VITRINE_CHECK(m_client.waitValue("languageButton", "text", "English"));
    VITRINE_CHECK(m_client.waitValue("themeButton", "iconName", "moon"));
    VITRINE_CHECK(m_client.click("ordersButton"));
    VITRINE_CHECK(m_client.waitFor("orderRow_" + m_orderNumber));
    return expect(!m_client.isShown("cartCount"), "the cart is empty");
}

core::Status Journey::takeApart()
{
    VITRINE_CHECK(m_client.click("homeButton"));
    VITRINE_CHECK(m_client.click("productCard_" + kApartSlug));
    VITRINE_CHECK(m_client.waitValue("stage", "isReady", "true"));
    VITRINE_CHECK(m_client.click("apartButton"));
    VITRINE_CHECK(m_client.waitFor("apartSlider"));
    VITRINE_CHECK(m_client.waitValue("stage", "motion.apart", "1"));
    VITRINE_TRY(const QRect stage, m_client.waitFor("stage"));
    // Its first part by keyboard: where parts have flown to is for the eye.
    m_desktop.click(stage.topLeft() + QPoint(24, stage.height() / 2));
    m_desktop.key("period");
    VITRINE_CHECK(m_client.waitFor("partCard"));
    return m_client.waitValue("stage", "isStill", "true");
}

core::Status Journey::showDetails()
{
    VITRINE_CHECK(m_client.click("partClose"));
    VITRINE_CHECK(m_client.click("apartButton"));
    VITRINE_CHECK(m_client.waitGone("apartSlider"));
    VITRINE_CHECK(m_client.click("spotsButton"));
    VITRINE_CHECK(m_client.click("sizeButton"));
    VITRINE_CHECK(m_client.waitFor("size_height"));
    VITRINE_CHECK(expect(!m_client.items("spotPin_").isEmpty(), "some detail is in sight"));
    return m_client.waitValue("stage", "isStill", "true");
}

core::Status Journey::handle()
{
    VITRINE_CHECK(m_client.click("spotsButton"));
    VITRINE_CHECK(m_client.click("sizeButton"));
    VITRINE_CHECK(m_client.waitGone("size_height"));
    VITRINE_CHECK(m_client.click("lampButton"));
    VITRINE_CHECK(m_client.waitValue("stage", "lamp.strength", "1"));
    VITRINE_TRY(const QRect lamp, m_client.waitFor("lampHandle"));
    const QString before = m_client.value("stage", "lamp.yaw");
    m_desktop.drag(lamp.center(), lamp.center() + QPoint(90, 20));
    VITRINE_CHECK(expect(m_client.value("stage", "lamp.yaw") != before, "the lamp moved"));
    VITRINE_CHECK(m_client.click("magnifierButton"));
    VITRINE_CHECK(m_client.waitFor("magnifier"));
    VITRINE_TRY(const QRect stage, m_client.waitFor("stage"));
    m_desktop.moveTo(stage.topLeft() + QPoint(stage.width() * 2 / 5, stage.height() * 3 / 5));
    return m_client.waitStill();
}

core::Status Journey::drop()
{
    VITRINE_CHECK(m_client.click("magnifierButton"));
    VITRINE_CHECK(m_client.waitGone("magnifier"));
    VITRINE_CHECK(m_client.click("lampButton"));
    VITRINE_CHECK(m_client.waitGone("lampHandle"));
    VITRINE_CHECK(m_client.click("dropButton"));
    VITRINE_CHECK(m_client.waitValue("stage", "motion.fallen", "true"));
    return m_client.waitValue("stage", "isStill", "true");
}

core::Status Journey::playFilm()
{
    VITRINE_CHECK(m_client.click("dropButton"));
    VITRINE_CHECK(m_client.waitValue("stage", "motion.fallen", "false"));
    VITRINE_CHECK(m_client.click("filmButton"));
    VITRINE_CHECK(m_client.click("filmOption_reveal"));
    VITRINE_CHECK(m_client.waitValue("filmPlay", "iconName", "pause"));
    VITRINE_CHECK(m_client.click("stage")); // a touch of the product: a hand has it
    VITRINE_CHECK(m_client.waitValue("filmPlay", "iconName", "play"));
    VITRINE_CHECK(m_client.click("filmPlay"));
    VITRINE_CHECK(m_client.waitValue("filmPlay", "iconName", "pause"));
    VITRINE_CHECK(m_client.click("filmScrubber"));
    VITRINE_CHECK(m_client.waitValue("filmPlay", "iconName", "play"));
    VITRINE_CHECK(m_client.waitValue("stage", "isLit", "true"));
    return m_client.waitValue("stage", "isStill", "true");
}

core::Status Journey::compareTwo()
{
    VITRINE_CHECK(m_client.click("filmClose"));
    VITRINE_CHECK(m_client.click("compareButton"));
    VITRINE_CHECK(m_client.waitFor("compareTray"));
    VITRINE_CHECK(m_client.click("homeButton"));
    VITRINE_TRY(const QRect card, m_client.waitFor("productCard_" + kSlug));
    m_desktop.moveTo(card.topLeft() + QPoint(40, 40));
    VITRINE_CHECK(m_client.click("compareToggle_" + kSlug));
    VITRINE_CHECK(m_client.click("trayCompare"));
    VITRINE_CHECK(m_client.waitValue("compareStage_0", "isStill", "true"));
    VITRINE_CHECK(m_client.waitValue("compareStage_1", "isStill", "true"));
    VITRINE_CHECK(expect(m_client.isShown("differsMark_0"), "their prices differ"));

    const QString home = m_client.value("compareStage_1", "viewWords");
    VITRINE_TRY(const QRect stage, m_client.waitFor("compareStage_0"));
    m_desktop.drag(stage.center(), stage.center() + QPoint(90, -20));
    VITRINE_CHECK(m_client.waitValue("compareStages", "isStill", "true"));
    VITRINE_CHECK(expect(m_client.value("compareStage_1", "viewWords") != home, "the other stage followed"));
    VITRINE_CHECK(expect(m_client.value("compareStage_1", "viewWords") == m_client.value("compareStage_0", "viewWords"),
                         "both look from one side"));
    m_desktop.key("Home");
    VITRINE_CHECK(m_client.waitValue("compareStage_1", "viewWords", home));
    VITRINE_CHECK(m_client.click("compareReal"));
    VITRINE_CHECK(m_client.waitFor("heightMark"));
    VITRINE_CHECK(m_client.click("compareFloor"));
    return m_client.waitValue("compareStages", "isStill", "true");
}

core::Status Journey::fillAddress()
{
    VITRINE_CHECK(m_client.fill("nameField", "Nadia Rahman"));
    VITRINE_CHECK(m_client.fill("phoneField", "01712345678"));
    VITRINE_CHECK(chooseByKeys("divisionField", 2));
    VITRINE_CHECK(chooseByKeys("districtField", 1));
    return m_client.fill("addressField", "House 12, Road 5, Khulshi");
}

core::Status Journey::chooseByKeys(const QString &field, int downs)
{
    VITRINE_CHECK(m_client.waitFor(field));
    // From the field before it, as somebody would who does not leave the keyboard.
    m_desktop.key("Tab");
    VITRINE_CHECK(m_client.waitValue(field, "activeFocus", "true"));
    for (int i = 0; i < downs; ++i)
        m_desktop.key("Down");
    return m_client.waitValue(field, "currentIndex", QString::number(downs - 1));
}

core::Result<int> Journey::availableOnServer() const
{
    VITRINE_TRY(const QJsonDocument product, m_server.get("/v1/products/" + kSlug));
    QString variant;
    for (const QJsonValue &candidate : product["variants"].toArray())
        if (candidate["sku"].toString() == kSku)
            variant = candidate["id"].toString();
    VITRINE_TRY(const QJsonDocument levels, m_server.get("/v1/stock-levels?variant=" + variant));
    int available = 0;
    for (const QJsonValue &level : rows(levels))
        available += level["onHand"].toInt() - level["reserved"].toInt();
    return available;
}

} // namespace vitrine::tour
