// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/package/GroundKey.h"
#include "render/package/PackageFormat.h"

#include <cstdint>
#include <span>
#include <vector>

namespace vitrine::render {

/// What stands on the ground, in metres and world space.
struct Occluders {
    std::vector<Vector3> positions;
    std::vector<std::uint32_t> solid; ///< Triangle lists into `positions`.
    std::vector<std::uint32_t> glass;
};

/// How dark the ground is: kGroundTexels² values, row by row from the back (−Z) to the front, columns from −X to +X;
/// 0 is unshaded, 255 black. The rim is 0.
struct GroundPicture {
    GroundRecord record{}; ///< Its `offset` is not set.
    std::vector<std::uint8_t> darkness;
};

/// Casts rays from the ground to the broad light and to each of `lights`. The first picture is that of the broad light,
/// then comes one for each light that has directions. `bounds` are those of the occluders. A 50,000-triangle product
/// with six lights takes about a second on two cores. Fails where memory runs out.
[[nodiscard]] core::Result<std::vector<GroundPicture>> traceGround(Occluders occluders, const Bounds &bounds,
                                                                   std::span<const GroundLight> lights);

} // namespace vitrine::render
