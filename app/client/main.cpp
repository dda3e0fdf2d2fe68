// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/RenderCommand.h"
#include "app/client/ShopApp.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <functional>

using namespace vitrine;

namespace {

void addShop(CLI::App &app, app::ShopOptions &options, std::string (&texts)[4])
{
    auto *server = app.add_option("--server", texts[0], "The shop's address, such as http://127.0.0.1:8080");
    app.add_option("--data", texts[1], "This device's own folder");
    app.add_flag("--demo", options.isDemo, "Start a backend with the demo shop, and open that")->excludes(server);
    app.add_option("--geometry", texts[2], "Where the window opens: WIDTHxHEIGHT+X+Y");
    app.add_option("--automation", texts[3], "Socket name for a driver on this machine")->group("");
}

} // namespace

int main(int argc, char **argv)
{
    CLI::App cli("A shop that you can walk around in", "vitrine");
    app::ShopOptions shop;
    std::string texts[4];
    addShop(cli, shop, texts);
    app::RenderOptions still;
    const CLI::App *render = app::addRenderCommand(cli, still);
    try {
        cli.parse(argc, argv);
        if (render->parsed())
            app::runRender(argc, argv, still);
        shop.server = QString::fromStdString(texts[0]);
        shop.data = QString::fromStdString(texts[1]);
        shop.geometry = QString::fromStdString(texts[2]);
        shop.automation = QString::fromStdString(texts[3]);
        return app::runShop(argc, argv, shop);
    } catch (const CLI::ParseError &error) {
        return cli.exit(error) == 0 ? 0 : 2;
    } catch (const std::exception &error) {
        std::fprintf(stderr, "vitrine: %s\n", error.what());
        return 1;
    }
}
