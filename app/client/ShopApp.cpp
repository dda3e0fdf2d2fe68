// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/ShopApp.h"

#include "app/client/Automation.h"
#include "app/client/DemoServer.h"
#include "app/client/GamepadHands.h"
#include "app/client/Module.h"
#include "app/client/Quit.h"
#include "app/client/Reconnect.h"
#include "app/client/SystemMotion.h"
#include "platform/net/NetShopSession.h"
#include "platform/system/SystemClock.h"
#include "platform/system/SystemRandom.h"
#include "qml/shell/AssetPictures.h"
#include "qml/shell/ShopFeed.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QRegularExpression>
#include <QStandardPaths>

#include <cstdio>

namespace vitrine::app {

namespace {

constexpr const char *kDefaultServer = "http://127.0.0.1:8080";

/// "1280x720+10+20", the place optional. Never smaller than what the pages need.
core::Status place(QWindow &window, const QString &geometry)
{
    if (geometry.isEmpty())
        return {};
    static const QRegularExpression form(QStringLiteral(R"(^(\d{1,5})x(\d{1,5})(?:\+(\d{1,5})\+(\d{1,5}))?$)"));
    const QRegularExpressionMatch match = form.match(geometry);
    if (!match.hasMatch())
        return core::fail(core::ErrorCode::InvalidArgument, "is not WIDTHxHEIGHT or WIDTHxHEIGHT+X+Y", "--geometry");
    window.resize(QSize(match.captured(1).toInt(), match.captured(2).toInt()).expandedTo(window.minimumSize()));
    if (match.hasCaptured(3))
        window.setPosition(match.captured(3).toInt(), match.captured(4).toInt());
    return {};
}

std::filesystem::path dataDir(const ShopOptions &options)
{
    if (!options.data.isEmpty())
        return options.data.toStdString();
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return std::filesystem::path(base.toStdString()) / "vitrine";
}

/// See PadModule.cpp.
core::Result<std::unique_ptr<platform::Gamepads>> openPads()
{
    VITRINE_TRY(const auto open, functionOfModule("vitrine-pad", "vitrineOpenPads"));
    core::Result<std::unique_ptr<platform::Gamepads>> pads;
    reinterpret_cast<void (*)(core::Result<std::unique_ptr<platform::Gamepads>> &)>(open)(pads);
    return pads;
}

core::Result<int> run(const ShopOptions &options)
{
    const std::filesystem::path data = dataDir(options);
    std::filesystem::create_directories(data);
    DemoServer demo;
    std::string url = options.server.isEmpty() ? kDefaultServer : options.server.toStdString();
    if (options.isDemo) {
        VITRINE_TRY(url, demo.start(data / "demo-server"));
    }

    const platform::SystemClock clock;
    platform::SystemRandom random;
    VITRINE_TRY(
        const auto session,
        net::NetShopSession::open({.dataDir = data / "device", .serverUrl = url, .clock = clock, .random = random}));
    QObject rim; // What listens to the system goes before what it speaks to.
    retryWhenPromising(&rim, [&session] { session->retryNow(); });

    qml::Shop shop(QString::fromStdString((data / "preferences.ini").string()));
    const SystemMotion motion;
    const auto follow = [&] { shop.preferences()->setSystemReducesMotion(motion.isReduced()); };
    follow();
    QObject::connect(&motion, &SystemMotion::changed, shop.preferences(), follow);
    qml::ShopFeed feed(shop, *session, qml::AssetPictures::url);
    feed.start();

    // Last in, first out: the engine and its pictures go before the shop and the session that they show.
    QQmlApplicationEngine engine;
    engine.addImageProvider(QLatin1StringView(qml::AssetPictures::kName), new qml::AssetPictures(*session));
    engine.setInitialProperties({{QStringLiteral("shop"), QVariant::fromValue(&shop)}});
    engine.loadFromModule("Vitrine.Shell", "Main");
    if (engine.rootObjects().isEmpty())
        return core::fail(core::ErrorCode::Internal, "the window could not be made");
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
    VITRINE_CHECK(place(*window, options.geometry));

    const GamepadHands hands(stage::StagePad::instance(), openPads);
    std::unique_ptr<Automation> automation;
    if (!options.automation.isEmpty()) {
        VITRINE_TRY(automation, Automation::listen(options.automation, window));
    }
    return QGuiApplication::exec();
}

} // namespace

int runShop(int &argc, char **argv, const ShopOptions &options)
{
    const QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Vitrine"));
    QGuiApplication::setDesktopFileName(QStringLiteral("vitrine"));
    quitOnSignals();
    const core::Result<int> code = run(options);
    if (code)
        return *code;
    std::fprintf(stderr, "vitrine: %s\n", core::describe(code.error()).c_str());
    return 1;
}

} // namespace vitrine::app
