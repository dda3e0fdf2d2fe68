// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/PackageFormat.h"

#include <cstdint>
#include <span>
#include <vector>

namespace vitrine::render {

/// An order of triangles for little overdraw: what is seen most from outside comes first, what lies behind or within it
/// last. Runs of neighbours stay together, `longestRun` triangles of them at most, so that a vertex cache keeps what it
/// has. meshoptimizer's own order goes by where a run faces, which says nothing of things that lie in a heap or a bowl.
///
/// `indices` are triangles in an order that suits the cache. Every triangle comes back once.
[[nodiscard]] std::vector<std::uint32_t> exposedOrder(std::span<const std::uint32_t> indices,
                                                      std::span<const Vector3> positions, std::size_t longestRun);

} // namespace vitrine::render
