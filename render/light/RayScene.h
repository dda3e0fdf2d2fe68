// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/package/PackageFormat.h"

#include <memory>
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

    /// Takes what it needs: `indices` is a triangle list into `positions`. Fails with TooLarge where memory runs out.
    [[nodiscard]] static core::Result<RayScene> build(std::vector<Vector3> positions,
                                                      std::vector<std::uint32_t> indices);

    /// Which of these rays meet a triangle. They start at `origins` and share one direction, of any length.
    [[nodiscard]] Flags occluded(std::span<const Vector3, kPacket> origins, const Vector3 &direction) const;

private:
    struct Impl;
    explicit RayScene(std::shared_ptr<const Impl> impl)
        : m_impl(std::move(impl))
    {
    }
    std::shared_ptr<const Impl> m_impl;
};

} // namespace vitrine::render
