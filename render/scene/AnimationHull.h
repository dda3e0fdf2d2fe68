// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/PackageAsset.h"

namespace vitrine::render {

/// Points that reach furthest of all places where an animation brings the product, looked at a few times on its way.
/// Metres, scene space. Bends what bends: some milliseconds for a large figure.
[[nodiscard]] std::vector<QVector3D> animationHull(const PackageAsset &asset, std::size_t animation);

} // namespace vitrine::render
