// SPDX-License-Identifier: GPL-3.0-or-later
// Draws every page of the shop, in both themes and both languages, into PNG files, for eyes to judge.
#include "core/values/ErrorWords.h"
#include "qml/theme/Interface.h"
#include "tests/qml/Fixtures.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTimer>

#include <cstdio>
#include <functional>

using namespace vitrine;

namespace {

/// Lets the window settle: everything that fades or rolls has come to its end.
void settle(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

struct Scene {
    QString name;
    std::function<void()> enter;
};

void fillAddress(qml::CheckoutModel &checkout, bool isBengali)
{
    checkout.setName(isBengali ? QStringLiteral("ফারহানা ইসলাম") : QStringLiteral("Farhana Islam"));
    checkout.setPhone(QStringLiteral("01712 345678"));
    checkout.setDivision(QStringLiteral("Dhaka"));
    checkout.setDistrict(QStringLiteral("Gazipur"));
    checkout.setLine(isBengali ? QStringLiteral("বাড়ি ১২, সড়ক ৫") : QStringLiteral("House 12, Road 5"));
}

/// One walk through the shop, page by page, from a fresh window.
class Walk
{
public:
    Walk(QQuickWindow &window, tests::DeskShop &desk, bool isBengali)
        : m_window(window)
        , m_shop(desk.shop)
        , m_desk(desk)
        , m_isBengali(isBengali)
    {
    }

    [[nodiscard]] std::vector<Scene> scenes()
    {
        return {{"home", [] {}},
                {"product", [this] { open("mug"); }},
                {"product-chosen",
                 [this] {
                     m_shop.product()->choose("glaze", "brick");
                     m_shop.product()->choose("size", "large");
                     m_shop.product()->setQuantity(2);
                 }},
                {"product-sold-out", [this] { open("cushion"); }},
                {"cart-empty", [this] { m_window.setProperty("isCartOpen", true); }},
                {"cart", [this] { fillCart(); }},
                {"checkout", [this] { go("checkout"); }},
                {"checkout-problems", [this] { m_shop.checkout()->placeOrder(); }},
                {"checkout-filled", [this] { fillAddress(*m_shop.checkout(), m_isBengali); }},
                {"order-placed", [this] { m_shop.checkout()->placeOrder(); }},
                {"order-waiting", [this] { orderOffline(); }},
                {"orders", [this] { go("orders"); }},
                {"orders-refused", [this] { refuse(); }},
                {"home-offline", [this] { showState(qml::ViewState::Offline); }},
                {"home-empty", [this] { showState(qml::ViewState::Empty); }}};
    }

private:
    void open(const char *slug)
    {
        m_window.setProperty("isCartOpen", false);
        QMetaObject::invokeMethod(&m_window, "openProduct", Q_ARG(QString, QString::fromLatin1(slug)));
    }
    void go(const char *route)
    {
        QMetaObject::invokeMethod(&m_window, "go", Q_ARG(QString, QString::fromLatin1(route)));
    }
    void fillCart()
    {
        open("mug");
        m_shop.product()->choose("size", "large");
        m_shop.product()->setQuantity(2);
        m_shop.product()->addToCart();
        m_shop.openProduct("horse");
        m_shop.product()->addToCart();
        m_shop.openProduct("mug");
        m_window.setProperty("isCartOpen", true);
    }
    void orderOffline()
    {
        m_shop.setIsOnline(false);
        m_shop.openProduct("kettle");
        m_shop.product()->addToCart();
        fillAddress(*m_shop.checkout(), m_isBengali);
        m_shop.checkout()->placeOrder();
    }
    void refuse()
    {
        m_shop.refused()->setRows({{.position = 1,
                                    .kind = qml::RefusedModel::CartAddition,
                                    .subject = core::Text{"Clay kolshi", "মাটির কলসি"},
                                    .reason = core::userWords(core::ErrorCode::OutOfStock),
                                    .canRetry = true},
                                   {.position = 2, .kind = qml::RefusedModel::Order, .isOffer = true}});
    }
    void showState(qml::ViewState::Value state)
    {
        go("home");
        m_shop.catalogue()->setRows({});
        m_shop.catalogue()->setState(state);
        m_shop.setIsOnline(state != qml::ViewState::Offline);
    }

    QQuickWindow &m_window;
    qml::Shop &m_shop;
    tests::DeskShop &m_desk;
    bool m_isBengali;
};

bool drawAll(const QCommandLineParser &options, bool isDark, const QString &language)
{
    tests::DeskShop desk(options.value("posters"));
    desk.shop.preferences()->setIsDark(isDark);
    desk.shop.preferences()->setLanguage(language);
    QQmlApplicationEngine engine;
    engine.setInitialProperties({{"shop", QVariant::fromValue(&desk.shop)}});
    engine.loadFromModule("Vitrine.Shell", "Main");
    if (engine.rootObjects().isEmpty())
        return false;
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
    const QStringList size = options.value("size").split('x');
    window->resize(size.value(0).toInt(), size.value(1).toInt());
    desk.open();

    Walk walk(*window, desk, language == QLatin1StringView("bn"));
    for (const Scene &scene : walk.scenes()) {
        scene.enter();
        if (!scene.name.contains(options.value("only")))
            continue;
        settle(1200);
        const QString file = QStringLiteral("%1/%2-%3-%4.png")
                                 .arg(options.value("output"), scene.name,
                                      isDark ? QStringLiteral("dusk") : QStringLiteral("paper"), language);
        if (!window->grabWindow().save(file))
            return false;
        std::printf("%s\n", qUtf8Printable(file));
    }
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    QCommandLineParser options;
    options.addOptions({{"output", "folder for the pictures", "folder", "build/gallery"},
                        {"posters", "folder with the objects' pictures", "folder", ""},
                        {"size", "the window's", "size", "1280x800"},
                        {"only", "pages whose name holds this", "text", ""},
                        {"themes", "dusk, paper or both", "themes", "dusk,paper"},
                        {"languages", "en, bn or both", "languages", "en,bn"}});
    options.process(app);
    QDir().mkpath(options.value("output"));
    for (const QString &theme : options.value("themes").split(',')) {
        for (const QString &language : options.value("languages").split(',')) {
            if (!drawAll(options, theme == QLatin1StringView("dusk"), language))
                return 1;
        }
    }
    return 0;
}
