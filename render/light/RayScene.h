// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/package/PackageFormat.h"

#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace vitrine::render {

/// Triangles that rays are cast at. Immovable once built; any thread may ask.
class RayScene
{
public:
    /// How many rays are asked for at once.
    static constexpr std::size_t kPacket = 8;
    using Flags = std::array<bool, kPacket>;
    static constexpr Flags kAll{true, true, true, true, true, true, true, true};

    /// Takes what it needs: `indices` is a triangle list into `positions`. Fails with TooLarge where memory runs out.
    [[nodiscard]] static core::Result<RayScene> build(std::vector<Vector3> positions,
                                                      std::vector<std::uint32_t> indices);

    /// Which of these rays meet a triangle. They start at `origins` and share one direction, of any length, and end
    /// `reach` of these lengths away. Rays that are not asked for meet none.
    [[nodiscard]] Flags occluded(std::span<const Vector3, kPacket> origins, const Vector3 &direction,
                                 const Flags &asked = kAll, float reach = std::numeric_limits<float>::infinity()) const;

    struct Hit {
        std::uint32_t triangle = 0;
        float distance = 0; ///< In lengths of the direction.
        float u = 0;        ///< Of the triangle's second and third corner.
        float v = 0;
    };
    /// The nearest triangle between two distances.
    [[nodiscard]] std::optional<Hit> nearest(const Vector3 &origin, const Vector3 &direction, float from,
                                             float to) const;
    [[nodiscard]] bool isOccluded(const Vector3 &origin, const Vector3 &direction, float from, float to) const;

private:
    struct Impl;
    explicit RayScene(std::shared_ptr<const Impl> impl)
        : m_impl(std::move(impl))
    {
    }
    std::shared_ptr<const Impl> m_impl;
};

} // namespace vitrine::render
