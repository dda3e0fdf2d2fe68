// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/tour/Journey.h"
#include "tests/e2e/tour/Viewing.h"

#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <cstdio>

using namespace vitrine;

namespace {

constexpr QSize kScreen(1280, 800);

/// Runs the journey; answers with the number of the step that failed, or 0.
core::Status take(const QString &output, const QElapsedTimer &since)
{
    const QString programs = QCoreApplication::applicationDirPath();
    QTemporaryDir data;
    tour::Server server(programs + "/vitrine-server", data.filePath("server"));
    VITRINE_TRY(const auto desktop, tour::Desktop::start(kScreen));
    VITRINE_CHECK(server.seed());
    VITRINE_CHECK(server.start());

    const QString home = data.filePath("home");
    tour::Client client(*desktop, programs + "/vitrine", home);
    const QStringList arguments{"--server",   server.url(),
                                "--data",     data.filePath("client"),
                                "--geometry", QStringLiteral("%1x%2+0+0").arg(kScreen.width()).arg(kScreen.height())};
    VITRINE_CHECK(client.start(arguments));
    tour::Journey journey(*desktop, client, server, arguments);
    tour::Viewing viewing(*desktop, client, home);
    std::vector<tour::Step> steps = journey.steps();
    for (tour::Step &step : viewing.steps())
        steps.push_back(std::move(step));
    int number = 0;
    for (const tour::Step &step : steps) {
        ++number;
        core::Status status = step.run();
        if (status)
            status = step.isOnItsWay ? client.waitFrame() : client.waitStill();
        const QString picture = QStringLiteral("%1/%2-%3.png").arg(output).arg(number).arg(step.name);
        VITRINE_CHECK(desktop->photograph(picture));
        if (!status) {
            std::printf("%2d FAILED %s (%s)\n", number, step.words, qPrintable(picture));
            return status;
        }
        std::printf("%2d %s (%.1f s)\n", number, step.words, static_cast<double>(since.elapsed()) / 1000);
        std::fflush(stdout);
    }
    return client.stop();
}

} // namespace

int main(int argc, char **argv)
{
    QElapsedTimer since;
    since.start();
    // The driver itself shows nothing.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription("Takes the guided tour through the shop, with a picture of each step.");
    parser.addHelpOption();
    parser.addOption({"output", "Folder for the pictures.", "folder", "build/tour"});
    parser.process(app);

    const QString output = QDir(parser.value("output")).absolutePath();
    QDir().mkpath(output);
    const core::Status status = take(output, since);
    if (!status) {
        std::fprintf(stderr, "vitrine-tour: %s\n", core::describe(status.error()).c_str());
        return 1;
    }
    std::printf("The tour is complete; its pictures are in %s\n", qPrintable(output));
    return 0;
}
