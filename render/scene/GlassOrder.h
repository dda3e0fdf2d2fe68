// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/Package.h"

#include <QMatrix4x4>

/// In which order Quick 3D draws what is seen through. It sorts such models by how far away their middles are, plus the
/// square of a bias; here the bias is such that what holds another thing has its far sides behind it and its near
/// ones before it. All biases are beyond those of other models, and none is negative.
namespace vitrine::render {

/// What a mesh has of it, under any variant.
struct SeenThrough {
    bool hasGlass = false;
    bool hasFarSides = false;
    bool hasSheets = false;    ///< Some of these are those of no body: what is before them is before their light.
    bool hasFarFilter = false; ///< Some of these keep light back.
    float reach = 0;           ///< From its middle, in scene units; 0: there is nothing of that kind.
    float depth = 0;           ///< How far a ray that glass bends goes on, at most, in the mesh's own metres.
};

/// `world`: of the node that shows it.
[[nodiscard]] SeenThrough seenThrough(const Package &package, std::size_t mesh, const QMatrix4x4 &world);

/// The bias of its near sides, of its far ones, of what these keep back before that, and of what is drawn under all
/// glass, the ground's layers among it.
[[nodiscard]] float nearBias(const SeenThrough &seen, bool isFilter = false);
[[nodiscard]] float farBias(const SeenThrough &seen, bool isFilter = false);
[[nodiscard]] float underGlassBias();

} // namespace vitrine::render
