// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/assimp/faults/FileFault.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

/// The tree of chunks that a 3DS file is. The format has no public specification; the numbers are those that its
/// readers agree on.
namespace vitrine::render {

struct ThreeDsChunk {
    std::uint16_t kind = 0;
    std::string_view body; ///< What follows the head, with the chunks inside; a view into the file.
};

/// Visits each chunk before those that it encloses, to the end or to the first fault, which it returns.
std::optional<FileFault> visitThreeDs(std::string_view bytes, const std::function<void(const ThreeDsChunk &)> &visit);

struct ThreeDsMesh {
    std::string_view name;   ///< Of its object; a view into the file.
    bool isSmoothed = false; ///< Whether any of its faces is in a smoothing group.
};

/// The meshes in the file's order, up to its first fault.
[[nodiscard]] std::vector<ThreeDsMesh> threeDsMeshes(std::string_view bytes);

} // namespace vitrine::render
