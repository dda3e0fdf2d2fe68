// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::render {

/// Which light darkens the ground.
struct GroundKey {
    std::uint64_t light = 0; ///< Of a studio (groundKeyOf()). 0: a broad one from all of the sky, whatever the studio.

    bool operator==(const GroundKey &) const = default;
};

/// The light that falls on a studio's ground, as a handful of rays.
struct GroundLight {
    GroundKey key;
    /// Unit vectors to where it comes from, y upwards and above 0. Each brings an equal part of it.
    std::vector<std::array<float, 3>> towards;
};

/// Digits for a command line; a direction is off by less than a thousandth.
[[nodiscard]] std::string textOf(const GroundLight &light);
/// Fails with InvalidArgument for what textOf() never says.
[[nodiscard]] core::Result<GroundLight> readGroundLight(std::string_view text);

} // namespace vitrine::render
