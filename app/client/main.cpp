// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Help.h"
#include "app/client/RenderCommand.h"
#include "app/client/ShopApp.h"
#include "platform/system/Heap.h"

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

const CLI::App *addRender(CLI::App &program, app::RenderOptions &options)
{
    CLI::App *command = program.add_subcommand("render", "Draw a still picture of a model");
    auto *model = command->add_option("model", options.model,
                                      "A .glb, .gltf, .obj, .fbx, .stl, .ply, .dae, .3ds or a baked .vpk");
    command->add_option("-o,--output", options.output,
                        "The picture to write: .png, .jpg or .webp; or what a film goes into");
    command->add_option("--size", options.size, "WIDTHxHEIGHT, each from 16 to 8192")->capture_default_str();
    command->add_option("--studio", options.studio, "A light studio's name, or an equirectangular .hdr")
        ->capture_default_str();
    command->add_option("--camera", options.camera,
                        "YAW,PITCH,DISTANCE around the product, pitch from -4 to 89, distance from 0.05 to 50 (1 fills "
                        "the picture); gltf:N or gltf:NAME for one of the file");
    command->add_option("--background", options.background, "A colour, or transparent; the shop's backdrop otherwise");
    command->add_option("--wall", options.wall,
                        "TOP,BOTTOM,LAMP,STRENGTH: other colours of the shop's backdrop and of the lamp on it, and how "
                        "bright that is, 0 to 1");
    command->add_option("--variant", options.variant, "A material variant's name");
    command->add_option("--apart", options.apart, "How far the product is taken apart, 0 to 1");
    command->add_option("--animation", options.animation,
                        "N@SECONDS or NAME@SECONDS: an animation of the file, and how far it has run");
    command->add_option("--film", options.film,
                        "A film of the product: into .mp4, .webm, .gif or a sequence such as frames/%04d.png");
    command->add_option("--shots", options.shots, "A file of films, instead of the product's own");
    command->add_option("--at", options.at, "One picture of the film, so many seconds from its beginning");
    command->add_option("--fps", options.fps, "Frames a second of a film")->capture_default_str();
    // For programs that start this one.
    command->add_flag("--say-progress", options.sayProgress)->group("");
    command->add_flag("--fine", options.fine,
                      "Every lamp with its shadow, as a GPU shows them, also where there is none");
    command->add_option("--traced", options.traced,
                        "Follow light instead, with so many samples a pixel: 64 for a look, 1024 for print");
    command
        ->add_option("--batch", options.batch,
                     "A JSON list of {model, output, size, studio, camera, background, variant, apart, animation, "
                     "traced}")
        ->excludes(model);
    command->add_flag("--say-camera", options.sayCamera,
                      "Print a JSON line for each picture: where its camera stood, as glTF describes one");
    return command;
}

} // namespace

int main(int argc, char **argv)
{
    platform::giveMemoryBack();
    CLI::App cli("A shop that you can walk around in", "vitrine");
    useOwnHelp(cli);
    app::ShopOptions shop;
    std::string texts[4];
    addShop(cli, shop, texts);
    app::RenderOptions still;
    const CLI::App *render = addRender(cli, still);
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
