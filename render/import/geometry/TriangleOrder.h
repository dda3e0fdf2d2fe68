// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/PackageFormat.h"

#include <cstdint>
#include <span>

namespace vitrine::render {

/// Quick: a few milliseconds for 100,000 triangles. Best: tries several orders and measures them.
enum class OrderEffort : std::uint8_t { Quick, Best };

/// Orders the triangles of one draw for the vertex cache and for little overdraw: of what is tried, what shades and
/// transforms least.
void orderTriangles(std::span<std::uint32_t> indices, std::span<const Vector3> positions, OrderEffort effort);

/// What an order costs to draw; costs of several draws add up.
struct OrderCost {
    std::uint64_t triangles = 0;
    std::uint64_t transformed = 0; ///< Vertices, by a cache of 16.
    std::uint64_t covered = 0;     ///< Pixels, seen from three sides; 0: not measured.
    std::uint64_t shaded = 0;

    OrderCost &operator+=(const OrderCost &other);
    float transforms() const; ///< Of each triangle.
    float overdraw() const;   ///< 0 where it is not measured.
};
/// `countsSmall`: overdraw of draws of few triangles, too, which costs as much as of thousands.
[[nodiscard]] OrderCost costOf(std::span<const std::uint32_t> indices, std::span<const Vector3> positions,
                               bool countsSmall);

} // namespace vitrine::render
