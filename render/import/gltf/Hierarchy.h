// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/geometry/Transform.h"
#include "render/import/gltf/Document.h"

namespace vitrine::render::gltf {

struct Node {
    std::string pointer;
    std::string name;
    std::int32_t parent = kNone;
    std::vector<std::int32_t> children;
    Transform local;
    std::int32_t mesh = kNone;
    std::int32_t skin = kNone;
    std::int32_t camera = kNone;
    std::vector<float> weights;
};

/// All nodes of a document, a checked forest.
struct Hierarchy {
    std::vector<Node> nodes;
    /// The nodes of the shown scene, parents first.
    std::vector<std::int32_t> shown;
    /// Of every node.
    std::vector<Matrix4> world;
};

/// Reads nodes and scenes. A cycle, a second parent and a root with a parent are errors.
[[nodiscard]] core::Result<Hierarchy> readHierarchy(Document &document);

} // namespace vitrine::render::gltf
