// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/tour/Journey.h"

#include <QJsonArray>
#include <QJsonObject>

namespace vitrine::tour {
namespace {

const QString kSlug = QStringLiteral("stoneware-mug");
const QString kSku = QStringLiteral("VT-MUG-IND");
constexpr int kOrdered = 3;

/// The rows of an answer of the API or of an export.
QJsonArray rows(const QJsonDocument &document)
{
    return document.isArray() ? document.array() : document.object()["items"].toArray();
}

} // namespace

std::vector<Step> Journey::steps()
{
    return {
        {"home", "the shop's home", [this] { return openHome(); }},
        {"product", "a product in 3D: turned, zoomed, reset", [this] { return openProduct(); }},
        {"variant", "another glaze, another price", [this] { return chooseVariant(); }},
        {"cart", "two in the cart, with totals", [this] { return addTwo(); }},
        {"offline", "the server is killed; a third is added", [this] { return addThirdOffline(); }},
        {"order-waiting", "ordered with cash on delivery, waiting to be sent", [this] { return orderOffline(); }},
        {"order-sent", "the server is back: the order has its number", [this] { return serverReturns(); }},
        {"outside", "the same order through the API, in the export, and among one's orders",
         [this] { return seenOutside(); }},
        {"bengali-paper", "Bengali; light, dark and light again", [this] { return bengaliAndThemes(); }},
        {"restarted", "after a restart all is still there", [this] { return restart(); }},
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
    VITRINE_CHECK(m_client.waitChange("stage", "viewWords", home));
    VITRINE_CHECK(m_client.waitValue("stage", "isStill", "true"));
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
