// SPDX-License-Identifier: GPL-3.0-or-later
// Draws every page of the shop, in both themes and both languages, into PNG files, for eyes to judge.
#include "qml/shell/Shop.h"
#include "qml/theme/Interface.h"
#include "tests/qml/Fixtures.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTimer>

#include <cstdio>

using namespace vitrine;

namespace {

/// Lets the window settle: everything that fades or rolls has come to its end.
void settle(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    QCommandLineParser options;
    options.addOptions({{"output", "folder for the pictures", "folder", "build/gallery"},
                        {"posters", "folder with the objects' pictures", "folder", ""},
                        {"size", "the window's", "size", "1280x800"},
                        {"only", "pages whose name holds this", "text", ""}});
    options.process(app);
    QDir().mkpath(options.value("output"));

    qml::Shop shop;
    tests::fillCatalogue(shop, options.value("posters"));
    QQmlApplicationEngine engine;
    engine.setInitialProperties({{"shop", QVariant::fromValue(&shop)}});
    engine.loadFromModule("Vitrine.Shell", "Main");
    if (engine.rootObjects().isEmpty())
        return 1;
    auto *window = qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
    const QStringList size = options.value("size").split('x');
    window->resize(size.value(0).toInt(), size.value(1).toInt());
    auto *theme = engine.singletonInstance<QObject *>("Vitrine.Theme", "Theme");
    auto *words = engine.singletonInstance<qml::Interface *>("Vitrine.Theme", "Interface");

    for (const bool isDark : {true, false}) {
        for (const char *language : {"en", "bn"}) {
            theme->setProperty("dark", isDark);
            words->setLanguage(QString::fromLatin1(language));
            settle(1500);
            const QString file = QStringLiteral("%1/home-%2-%3.png")
                                     .arg(options.value("output"), isDark ? "dusk" : "paper", language);
            if (!window->grabWindow().save(file))
                return 1;
            std::printf("%s\n", qUtf8Printable(file));
        }
    }
    return 0;
}
