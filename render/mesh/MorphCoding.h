// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/package/Package.h"

#include <cstdint>
#include <vector>

namespace vitrine::render {

/// How a morph target moves one vertex.
struct MorphMove {
    std::uint32_t vertex = 0;
    Vector3 position{};
    Vector3 normal{};
};

/// A target as a package stores it.
struct CodedMorphTarget {
    MorphTargetRecord record{}; ///< Count, steps and bytes.
    std::vector<std::byte> deltas;
};

/// Rounds to a 32,767th of the furthest move, and codes. `moves` go up by vertex; all of their numbers are finite.
[[nodiscard]] CodedMorphTarget encodeMorphTarget(std::span<const MorphMove> moves);

/// Fails with Malformed where the code is broken, or moves a vertex that the mesh has not ("morphTargets[3]").
[[nodiscard]] core::Result<std::vector<MorphMove>> decodeMorphTarget(const Package &package,
                                                                     const MorphTargetRecord &target);

} // namespace vitrine::render
