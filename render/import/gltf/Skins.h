// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/gltf/Hierarchy.h"

#include <vector>

namespace vitrine::render::gltf {

struct Skin {
    std::vector<std::int32_t> joints; ///< Nodes of the file.
    std::vector<Matrix4> inverseBind;
};

[[nodiscard]] core::Result<std::vector<Skin>> readSkins(Document &document, const Hierarchy &hierarchy);

/// World × inverse bind matrix of each joint, at rest.
[[nodiscard]] std::vector<Matrix4> jointsAtRest(const Skin &skin, const Hierarchy &hierarchy);

} // namespace vitrine::render::gltf
