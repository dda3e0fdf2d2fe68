// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ImportScene.h"

namespace vitrine::render {

/// Fewer draws for the same picture: small meshes of one material that can never move against each other become one
/// mesh, below the node that they move with. Nodes that are parts, that animations move and that hotspots are told of
/// keep what is theirs, so that a touch still finds it. Left as they are: a scene of few draws; what is large, since it
/// is drawn in coarser levels or not at all by itself; what is see-through, since that is sorted by distance; and a
/// mesh that stands in many places, since that is stored once and drawn as instances.
void mergeDraws(Scene &scene);

} // namespace vitrine::render
