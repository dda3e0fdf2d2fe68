// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/PackageAsset.h"
#include "render/scene/Projection.h"

#include <QMatrix4x4>
#include <QSize>

#include <span>

namespace vitrine::render {

/// True where some of a product is in a picture of `size` pixels beyond doubt: an opaque triangle in full that turns
/// its front to the eye and takes a pixel at least. Nothing but more of the product can stand before it. False says
/// nothing: glass, cut-out pictures and what bends are not looked at. `world` leads from each node to the scene, in
/// metres; `variant` as Package::materialOf() takes it.
[[nodiscard]] bool isInPlainSight(const PackageAsset &asset, std::span<const QMatrix4x4> world, std::int32_t variant,
                                  const SceneEye &eye, QSize size);

} // namespace vitrine::render
