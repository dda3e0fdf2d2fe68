// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/gltf/Hierarchy.h"

#include <vector>

namespace vitrine::render::gltf {

/// What some animation moves, by the file's nodes: known before meshes are read, so that those that rest need not keep
/// what would bend them.
struct MotionScan {
    std::vector<bool> places;  ///< The node or one above it moves, by itself or as a part that comes off.
    std::vector<bool> weights; ///< Its mesh's morph targets are weighed anew.
};

/// Faults are passed over here: readAnimations() names them.
[[nodiscard]] MotionScan scanMotion(const Document &document, const Hierarchy &hierarchy);

} // namespace vitrine::render::gltf
