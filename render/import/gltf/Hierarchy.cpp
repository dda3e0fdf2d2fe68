// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/Hierarchy.h"

#include <algorithm>

namespace vitrine::render::gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

Status readTransform(Document &document, const JsonObject &object, Node &node)
{
    Matrix4 matrix{};
    VITRINE_TRY(const bool hasMatrix, object.numbers("matrix", matrix));
    VITRINE_TRY(const bool hasTranslation, object.numbers("translation", node.local.translation));
    VITRINE_TRY(const bool hasRotation, object.numbers("rotation", node.local.rotation));
    VITRINE_TRY(const bool hasScale, object.numbers("scale", node.local.scale));
    if (hasMatrix && (hasTranslation || hasRotation || hasScale))
        return fail(ErrorCode::InvalidArgument, "both a matrix and translation, rotation or scale", object.pointer());
    if (hasMatrix) {
        const auto decomposed = decompose(matrix);
        if (!decomposed)
            return fail(ErrorCode::InvalidArgument, "the matrix is not translation, rotation and scale",
                        object.pointer("matrix"));
        node.local = *decomposed;
    }
    Vector4 &q = node.local.rotation;
    const float length = std::sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
    if (!(length > 0) || !std::isfinite(length))
        return fail(ErrorCode::InvalidArgument, "not a rotation", object.pointer("rotation"));
    if (std::abs(length - 1) > 1e-3F)
        document.scene().warn("the rotation is not of unit length; it was normalised", object.pointer("rotation"));
    for (float &value : q)
        value /= length;
    return {};
}

Result<Node> readNode(Document &document, const JsonObject &object)
{
    Node node;
    node.pointer = object.pointer();
    VITRINE_TRY(node.name, object.name());
    VITRINE_TRY(node.mesh, object.index("mesh", document.meshes().size(), "/meshes"));
    VITRINE_TRY(node.skin, object.index("skin", document.skins().size(), "/skins"));
    VITRINE_TRY(node.camera, object.index("camera", document.cameras().size(), "/cameras"));
    VITRINE_TRY(const JsonArray weights, object.array("weights"));
    for (std::size_t i = 0; i < weights.size(); ++i) {
        VITRINE_TRY(const double weight, weights.number(i));
        node.weights.push_back(static_cast<float>(weight));
    }
    VITRINE_CHECK(readTransform(document, object, node));
    return node;
}

Status linkChildren(const Document &document, Hierarchy &hierarchy)
{
    for (std::size_t i = 0; i < hierarchy.nodes.size(); ++i) {
        VITRINE_TRY(const JsonObject object, document.nodes().object(i));
        VITRINE_TRY(const JsonArray children, object.array("children"));
        for (std::size_t c = 0; c < children.size(); ++c) {
            VITRINE_TRY(const std::int32_t child, children.index(c, hierarchy.nodes.size(), "/nodes"));
            Node &node = hierarchy.nodes[static_cast<std::size_t>(child)];
            if (node.parent != kNone)
                return fail(ErrorCode::InvalidArgument,
                            node.pointer + " already has the parent /nodes/" + std::to_string(node.parent),
                            children.pointer(c));
            node.parent = static_cast<std::int32_t>(i);
            hierarchy.nodes[i].children.push_back(child);
        }
    }
    return {};
}

/// Every node, parents first. Nodes on a cycle have no root above them and so are never reached.
Result<std::vector<std::int32_t>> ordered(const Hierarchy &hierarchy, std::vector<std::int32_t> roots)
{
    std::vector<std::int32_t> order = std::move(roots);
    order.reserve(hierarchy.nodes.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        for (const std::int32_t child : hierarchy.nodes[static_cast<std::size_t>(order[i])].children)
            order.push_back(child);
    return order;
}

Status checkForest(const Hierarchy &hierarchy, const std::vector<std::int32_t> &order)
{
    if (order.size() == hierarchy.nodes.size())
        return {};
    std::vector<bool> reached(hierarchy.nodes.size());
    for (const std::int32_t index : order)
        reached[static_cast<std::size_t>(index)] = true;
    const auto lost = static_cast<std::size_t>(std::ranges::find(reached, false) - reached.begin());
    return fail(ErrorCode::InvalidArgument, "the node is its own ancestor", hierarchy.nodes[lost].pointer);
}

Result<std::vector<std::int32_t>> rootsOfScene(Document &document, const Hierarchy &hierarchy, std::size_t index)
{
    VITRINE_TRY(const JsonObject scene, document.scenes().object(index));
    VITRINE_TRY(const JsonArray list, scene.array("nodes"));
    std::vector<std::int32_t> roots;
    std::vector<bool> listed(hierarchy.nodes.size());
    for (std::size_t i = 0; i < list.size(); ++i) {
        VITRINE_TRY(const std::int32_t node, list.index(i, hierarchy.nodes.size(), "/nodes"));
        if (hierarchy.nodes[static_cast<std::size_t>(node)].parent != kNone)
            return fail(ErrorCode::InvalidArgument, "/nodes/" + std::to_string(node) + " is not a root",
                        list.pointer(i));
        if (listed[static_cast<std::size_t>(node)])
            return fail(ErrorCode::InvalidArgument, "/nodes/" + std::to_string(node) + " is listed twice",
                        list.pointer(i));
        listed[static_cast<std::size_t>(node)] = true;
        roots.push_back(node);
    }
    return roots;
}

Result<std::vector<std::int32_t>> shownRoots(Document &document, const Hierarchy &hierarchy,
                                             const std::vector<std::int32_t> &allRoots)
{
    VITRINE_TRY(const std::int32_t chosen, document.root().index("scene", document.scenes().size(), "/scenes"));
    std::vector<std::int32_t> shown = allRoots; // A file without scenes is a library of nodes: show them all.
    for (std::size_t i = 0; i < document.scenes().size(); ++i) {
        VITRINE_TRY(auto roots, rootsOfScene(document, hierarchy, i));
        if (static_cast<std::int32_t>(i) == std::max(chosen, 0)) {
            shown = std::move(roots);
            VITRINE_TRY(const JsonObject scene, document.scenes().object(i));
            VITRINE_TRY(document.scene().name, scene.name());
        }
    }
    return shown;
}

} // namespace

Result<Hierarchy> readHierarchy(Document &document)
{
    Hierarchy hierarchy;
    for (std::size_t i = 0; i < document.nodes().size(); ++i) {
        VITRINE_TRY(const JsonObject object, document.nodes().object(i));
        VITRINE_TRY(Node node, readNode(document, object));
        hierarchy.nodes.push_back(std::move(node));
    }
    VITRINE_CHECK(linkChildren(document, hierarchy));
    std::vector<std::int32_t> roots;
    for (std::size_t i = 0; i < hierarchy.nodes.size(); ++i)
        if (hierarchy.nodes[i].parent == kNone)
            roots.push_back(static_cast<std::int32_t>(i));
    VITRINE_TRY(const auto all, ordered(hierarchy, roots));
    VITRINE_CHECK(checkForest(hierarchy, all));
    hierarchy.world.resize(hierarchy.nodes.size());
    for (const std::int32_t index : all) {
        const Node &node = hierarchy.nodes[static_cast<std::size_t>(index)];
        const Matrix4 local = matrixOf(node.local);
        hierarchy.world[static_cast<std::size_t>(index)] =
            node.parent == kNone ? local : multiply(hierarchy.world[static_cast<std::size_t>(node.parent)], local);
    }
    VITRINE_TRY(auto shown, shownRoots(document, hierarchy, roots));
    VITRINE_TRY(hierarchy.shown, ordered(hierarchy, std::move(shown)));
    return hierarchy;
}

} // namespace vitrine::render::gltf
