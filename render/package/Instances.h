// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/Package.h"

#include <cstdint>
#include <span>
#include <vector>

namespace vitrine::render {

/// A mesh that stands in so many places, none of which moves against the others, is drawn at once.
inline constexpr std::size_t kFewestInstances = 8;

/// The node that each node moves with: itself where it is one of `isAnchor`, else the nearest above that is; −1 for
/// those that never move. Parents come before their children.
[[nodiscard]] std::vector<std::int32_t> anchorsOf(std::span<const std::int32_t> parents,
                                                  const std::vector<bool> &isAnchor);

struct InstanceGroup {
    std::size_t mesh = 0;
    std::int32_t anchor = kNone;
    std::vector<std::size_t> nodes; ///< Ascending; nothing hangs below them.
};

/// The groups of a package's nodes that can be drawn at once. None of see-through materials, which are sorted by
/// distance, of mirrored places, whose triangles turn the other way, of what bends, and of occlusion
/// without colours, which an import gives to what it leaves to be drawn so.
[[nodiscard]] std::vector<InstanceGroup> instanceGroups(const Package &package);

} // namespace vitrine::render
