// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace vitrine::app {

/// `vitrine render`: stills of models and packages, without a window.
struct RenderOptions {
    std::string model;
    std::string output;
    std::string size = "1280x720";
    std::string studio = "softbox";
    std::string camera;
    std::string background;
    std::string wall; ///< Of the shop's backdrop: TOP,BOTTOM,LAMP,STRENGTH; empty: as at dusk.
    std::string variant;
    std::string apart;
    std::string animation;
    bool fine = false;  ///< All lamps and shadows on any device.
    std::string traced; ///< Paths for each pixel; empty: drawn as the shop draws.
    std::string batch;
    bool sayCamera = false;
    std::string film;
    std::string shots;
    std::string at;
    std::string fps = "30";
    bool sayProgress = false;
};

/// Draws and writes the pictures, prints a line where that fails, and ends the process: with 0, or with 1 after a
/// failure.
[[noreturn]] void runRender(int argc, char **argv, const RenderOptions &options);

} // namespace vitrine::app
