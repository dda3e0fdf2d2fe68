// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/package/PackageFormat.h"

#include <memory>
#include <span>

namespace vitrine::render {

/// Triangles that are asked how far a point is from them. Immovable once built; any thread may ask.
class NearestPoint
{
public:
    /// Copies what it needs: `indices` is a triangle list into `positions`. Fails with TooLarge where memory runs out.
    [[nodiscard]] static core::Result<NearestPoint> build(std::span<const Vector3> positions,
                                                          std::span<const std::uint32_t> indices);

    /// Infinite where there are no triangles.
    [[nodiscard]] float distance(const Vector3 &point) const;

private:
    struct Impl;
    explicit NearestPoint(std::shared_ptr<const Impl> impl)
        : m_impl(std::move(impl))
    {
    }
    std::shared_ptr<const Impl> m_impl;
};

} // namespace vitrine::render
