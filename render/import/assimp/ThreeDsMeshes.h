// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

struct aiScene;

namespace vitrine::render {

/// What Assimp makes of a 3DS beside its file (`bytes`): takes away the normals of meshes without smoothing groups,
/// which it rounds off all over, and gives objects that no keyframer has put in order their names back, and their
/// materials' parts together.
void mendThreeDsMeshes(aiScene &scene, std::string_view bytes);

} // namespace vitrine::render
