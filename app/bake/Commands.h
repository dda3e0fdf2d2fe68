// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Text.h"
#include "render/import/ModelFrame.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vitrine::bake {

struct ImportArguments {
    std::string model;
    std::string package;
    int descriptor = -1; ///< Instead of `package`, a file that the caller has opened.
    std::uint32_t maxTextureSide = 2048;
    bool arePixelsPlain = false;
    std::filesystem::path studios; ///< Empty: the installed ones.
    /// What falls on the ground (render::textOf()), instead of the studios'.
    std::vector<std::string> groundLights;
    std::optional<float> unitMetres;
    std::optional<render::UpAxis> up;
    core::Language language = core::Language::En;
    bool isJson = false;
};

struct InfoArguments {
    std::string package;
    core::Language language = core::Language::En;
    bool isJson = false;
};

/// Each returns the exit status: 0 success, 1 an error that was said on stderr (or, with --json, on stdout).
int runImport(const ImportArguments &arguments);
int runInfo(const InfoArguments &arguments);
/// Makes one attempt to break out from inside of the sandbox; 0 if the wall held. Hidden, for tests.
int runSelfTest(const std::string &attempt);

} // namespace vitrine::bake
