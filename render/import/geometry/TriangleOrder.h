// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/PackageFormat.h"

#include <cstdint>
#include <span>

namespace vitrine::render {

/// Quick: a few milliseconds for 100,000 triangles. Best: tries several orders and measures them.
enum class OrderEffort : std::uint8_t { Quick, Best };

/// Orders the triangles of one draw for the vertex cache, and among what suits that (0.8 vertices transformed for each
/// triangle at most, if the shape allows it) for little overdraw.
void orderTriangles(std::span<std::uint32_t> indices, std::span<const Vector3> positions, OrderEffort effort);

} // namespace vitrine::render
