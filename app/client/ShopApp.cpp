// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/ShopApp.h"

#include "app/client/Automation.h"
#include "app/client/DemoServer.h"
#include "platform/net/NetShopSession.h"
#include "platform/system/SystemClock.h"
#include "platform/system/SystemRandom.h"
#include "qml/shell/AssetPictures.h"
#include "qml/shell/ShopFeed.h"

#include <QGuiApplication>
#include <QIcon>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>

namespace vitrine::app {

namespace {

/// Nothing polls the network: a window that is looked at again is a good time for another try.
void retryWhenActivated(net::NetShopSession &session)
{
    QObject::connect(qGuiApp, &QGuiApplication::applicationStateChanged, qGuiApp,
                     [&session](Qt::ApplicationState state) {
                         if (state == Qt::ApplicationActive)
                             session.retryNow();
                     });
}

int fail(const core::Error &error)
{
    std::fprintf(stderr, "vitrine: %s\n", core::describe(error).c_str());
    return 1;
}

core::Result<int> run(const ShopOptions &options)
{
    DemoServer demo;
    std::string url = options.serverUrl;
    if (options.isDemo) {
        VITRINE_TRY(url, demo.start(options.dataDir / "demo-server"));
    }

    const platform::SystemClock clock;
    platform::SystemRandom random;
    VITRINE_TRY(const auto session,
                net::NetShopSession::open(
                    {.dataDir = options.dataDir / "device", .serverUrl = url, .clock = clock, .random = random}));
    retryWhenActivated(*session);

    qml::Shop shop(QString::fromStdString((options.dataDir / "preferences.ini").string()));
    qml::ShopFeed feed(shop, *session, qml::AssetPictures::url);
    feed.start();

    // Last in, first out: the engine and its pictures go before the shop and the session that they show.
    QQmlApplicationEngine engine;
    engine.addImageProvider(QLatin1StringView(qml::AssetPictures::kName), new qml::AssetPictures(*session));
    engine.setInitialProperties({{QStringLiteral("shop"), QVariant::fromValue(&shop)}});
    engine.loadFromModule("Vitrine.Shell", "Main");
    if (engine.rootObjects().isEmpty())
        return core::fail(core::ErrorCode::Internal, "the window could not be made");

    std::unique_ptr<Automation> automation;
    if (!options.automation.empty()) {
        VITRINE_TRY(automation,
                    Automation::listen(QString::fromStdString(options.automation),
                                       qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst())));
    }
    return QGuiApplication::exec();
}

} // namespace

std::filesystem::path defaultDataDir()
{
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return std::filesystem::path(base.toStdString()) / "vitrine";
}

int runShop(const ShopOptions &options)
{
    static int argc = 1;
    static char name[] = "vitrine";
    static char *argv[] = {name, nullptr};
    const QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Vitrine"));
    QGuiApplication::setDesktopFileName(QStringLiteral("vitrine"));
    const core::Result<int> code = run(options);
    return code ? *code : fail(code.error());
}

} // namespace vitrine::app
