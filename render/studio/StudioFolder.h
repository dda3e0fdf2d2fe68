// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/studio/Studio.h"

#include <filesystem>

namespace vitrine::render {

/// The folder of studios in share/ of the build tree or of an installation, as seen from the folder of a program. Where
/// there is none, the place where it was looked for last.
[[nodiscard]] std::filesystem::path studioFolder(const std::filesystem::path &programFolder);

/// The lights, without repeats, that the studios of a folder throw along the ground. Fails with what is wrong in the
/// first file that cannot be read.
[[nodiscard]] core::Result<std::vector<GroundKey>> groundKeysIn(const std::filesystem::path &folder);

} // namespace vitrine::render
