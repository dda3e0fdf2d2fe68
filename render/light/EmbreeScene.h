// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/package/PackageFormat.h"

#include <embree4/rtcore.h>

#include <cstdint>
#include <vector>

namespace vitrine::render {

/// Triangles as Embree knows them. Read where they lie: immovable, and unchanged once built.
struct EmbreeScene {
    std::vector<Vector3> positions; ///< And one more, for Embree reads 16 bytes of the last.
    std::vector<std::uint32_t> indices;
    // One thread: who builds a scene has threads of his own, and a sandbox may forbid the library's.
    RTCDevice device = rtcNewDevice("threads=1,set_affinity=0");
    RTCScene scene = nullptr;

    EmbreeScene() = default;
    EmbreeScene(const EmbreeScene &) = delete;
    EmbreeScene &operator=(const EmbreeScene &) = delete;
    ~EmbreeScene();

    /// `list` is a triangle list into `corners`. Once. Fails with Unavailable where Embree does not start, with
    /// TooLarge where memory runs out.
    [[nodiscard]] core::Status build(std::vector<Vector3> corners, std::vector<std::uint32_t> list);
};

} // namespace vitrine::render
