// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/scene/PackageAsset.h"
#include "render/studio/Environment.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace vitrine::render {

/// A light that the renderer computes itself.
struct SetLamp {
    Float3 towards;
    Float3 light; ///< What a white, matt face that looks there sends back.
};

/// The light that a set stands in.
struct SetSurround {
    std::filesystem::path probe; ///< The studio's bake.
    std::vector<SetLamp> lamps;
};

/// Raised whenever the same set gives other bytes, so that no cache hands out an old one.
inline constexpr int kSetLightVersion = 2;

/// The light probe of a set: what comes to its open place from all around, the set itself in the studio's light and,
/// where it is open, the studio; filtered as a studio is. What falls on matt surfaces is left as the studio has it,
/// for what the set takes of that is in its vertices. `studio` is the studio's own bake.
[[nodiscard]] CubeMap bakeSetLight(const PackageAsset &asset, std::int32_t variant, const CubeMap &studio,
                                   const std::vector<SetLamp> &lamps);

/// The same through a folder of finished ones: the path of the KTX in it, made now if it is not there (some tenths of
/// a second; any thread). `asset` must be of a set. Fails as MappedFile::open() and decodeProbe() do, and with
/// Unavailable or StorageFull where the folder cannot be written.
[[nodiscard]] core::Result<std::filesystem::path> cachedSetLight(const PackageAsset &asset, std::int32_t variant,
                                                                 const SetSurround &surround,
                                                                 const std::filesystem::path &folder);

} // namespace vitrine::render
