// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/package/Package.h"
#include "render/studio/Environment.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace vitrine::render {

/// Looks along its −Z, as a glTF camera does.
struct TracedCamera {
    Vector3 position{}; ///< Metres.
    Vector4 rotation{0, 0, 0, 1};
    float verticalFovDegrees = 30;
};

/// What the product stands on: a sheet that shows its shadow alone, and the pool of light below it
/// (qml/stage/StageGround.qml). Light before tone mapping.
struct TracedGround {
    Vector3 centre{}; ///< Metres.
    float side = 0;   ///< Of the square that the shadow is seen in.
    float shadowStrength = 0;
    Float3 shadowColor;
    std::optional<Float3> pool;
};

/// A picture behind everything, light before tone mapping; what glass shows of it.
struct TracedBackdrop {
    int width = 0;
    int height = 0;
    std::vector<Float3> pixels;
};

struct TraceRequest {
    std::span<const Matrix4> world; ///< Of each node of the package, in metres.
    std::int32_t variant = kNone;
    std::uint32_t maxTextureSide = 4096;
    TracedCamera camera;
    int width = 1280;
    int height = 720;
    Surround surround; ///< All that lights the product, lamps among it.
    std::optional<TracedGround> ground;
    std::optional<TracedBackdrop> backdrop; ///< None: what is seen through glass is left open.
    int samples = 64;                       ///< Of each pixel.
    std::uint32_t seed = 1;
    unsigned threads = 2;
    /// Told how much is done, 0 to 1, on one thread at a time; false gives up.
    std::function<bool(float done)> progress;
};

struct TracedPicture {
    int width = 0;
    int height = 0;
    std::vector<Float3> light; ///< Premultiplied, before exposure; rows downwards.
    std::vector<float> cover;  ///< What the product and the ground hide of the backdrop, 0 to 1.
};

/// Follows light back from the eye (path tracing): reflections, soft shadows, light between surfaces, glass. The same
/// request gives the same picture on any number of threads. Fails with Malformed, TooLarge or InvalidArgument for what
/// the package holds, and with Unavailable where `progress` gave up.
[[nodiscard]] core::Result<TracedPicture> tracePicture(const Package &package, const TraceRequest &request);

} // namespace vitrine::render
