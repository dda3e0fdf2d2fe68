// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/studio/GroundRays.h"

#include <filesystem>

namespace vitrine::render {

/// The folder of studios in share/ of the build tree or of an installation, as seen from the folder of a program. Where
/// there is none, the place where it was looked for last.
[[nodiscard]] std::filesystem::path studioFolder(const std::filesystem::path &programFolder);

/// What falls on the ground in the studios of a folder, without those whose ground shows no shadow. Fails with what is
/// wrong in the first file that cannot be read.
[[nodiscard]] core::Result<std::vector<GroundLight>> groundLightsIn(const std::filesystem::path &folder);

} // namespace vitrine::render
