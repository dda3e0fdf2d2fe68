// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ImportScene.h"

#include <optional>

namespace vitrine::render::gltf {

/// The two parts of a .glb file; for a .gltf file the JSON alone.
struct Container {
    std::span<const std::byte> json;
    std::optional<Blob> binary;
};

/// Takes a file apart. `where` of an error is the byte offset ("byte 12"). Tolerated oddities become warnings.
[[nodiscard]] core::Result<Container> openContainer(const Blob &file, Scene &scene);

} // namespace vitrine::render::gltf
