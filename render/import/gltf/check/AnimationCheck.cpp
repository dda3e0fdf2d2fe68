// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/check/FileCheck.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace vitrine::render::gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

constexpr std::array<std::string_view, 4> kPaths = {"translation", "rotation", "scale", "weights"};

/// The morph targets of a mesh, by its first primitive.
Result<std::size_t> targetCount(const Document &document, std::int32_t index)
{
    if (index == kNone)
        return 0;
    VITRINE_TRY(const JsonObject mesh, document.meshes().object(static_cast<std::size_t>(index)));
    VITRINE_TRY(const JsonArray primitives, mesh.array("primitives"));
    if (primitives.size() == 0)
        return 0;
    VITRINE_TRY(const JsonObject first, primitives.object(0));
    VITRINE_TRY(const JsonArray targets, first.array("targets"));
    return targets.size();
}

class AnimationCheck
{
public:
    AnimationCheck(Document &document, const Hierarchy &hierarchy)
        : m_document(document)
        , m_hierarchy(hierarchy)
    {
    }

    Status check(const JsonObject &animation)
    {
        VITRINE_TRY(const JsonArray channels, animation.array("channels"));
        VITRINE_TRY(const JsonArray samplers, animation.array("samplers"));
        for (std::size_t i = 0; i < samplers.size(); ++i) {
            VITRINE_TRY(const JsonObject sampler, samplers.object(i));
            VITRINE_CHECK(checkSampler(sampler));
        }
        m_targets.clear();
        for (std::size_t i = 0; i < channels.size(); ++i) {
            VITRINE_TRY(const JsonObject channel, channels.object(i));
            VITRINE_TRY(const std::int32_t sampler,
                        channel.requiredIndex("sampler", samplers.size(), samplers.pointer()));
            VITRINE_TRY(const auto target, channel.object("target"));
            if (!target)
                return fail(ErrorCode::InvalidArgument, "missing", channel.pointer("target"));
            VITRINE_TRY(const JsonObject keys, samplers.object(static_cast<std::size_t>(sampler)));
            VITRINE_CHECK(checkTarget(*target, keys, channel.pointer()));
        }
        return {};
    }

private:
    const Accessor &accessorOf(std::int32_t index) const
    {
        return m_document.accessors()[static_cast<std::size_t>(index)];
    }

    Status checkSampler(const JsonObject &sampler)
    {
        for (const std::string_view key : {"input", "output"}) {
            VITRINE_TRY(const std::int32_t index,
                        sampler.requiredIndex(key, m_document.accessors().size(), "/accessors"));
            const Accessor &accessor = accessorOf(index);
            if (key == "input" && (accessor.components != 1 || accessor.componentType != ComponentType::F32))
                return fail(ErrorCode::InvalidArgument, "times must be single floats", sampler.pointer(key));
            if (key == "input" && !accessor.hasBounds)
                m_document.flaw("the accessor of times has no min and max", sampler.pointer(key));
            if (accessor.view == kNone)
                continue;
            VITRINE_TRY(const JsonObject view,
                        m_document.bufferViews().object(static_cast<std::size_t>(accessor.view)));
            if (view.has("byteStride"))
                m_document.flaw("only vertices can have a byteStride", sampler.pointer(key));
        }
        return {};
    }

    Status checkTarget(const JsonObject &target, const JsonObject &keys, const std::string &channel)
    {
        VITRINE_TRY(const std::string_view path, target.text("path"));
        if (!target.has("path"))
            return fail(ErrorCode::InvalidArgument, "missing", target.pointer("path"));
        VITRINE_TRY(const std::int32_t node, target.index("node", m_hierarchy.nodes.size(), "/nodes"));
        VITRINE_TRY(const auto pointer, target.extension("KHR_animation_pointer"));
        if (pointer && path != "pointer")
            m_document.flaw("the path must be 'pointer', not '" + std::string(path.substr(0, 40)) + "'",
                            pointer->pointer());
        if (!std::ranges::contains(kPaths, path))
            return {};
        if (path == "weights" && node != kNone) {
            VITRINE_TRY(const std::size_t targets,
                        targetCount(m_document, m_hierarchy.nodes[static_cast<std::size_t>(node)].mesh));
            if (targets == 0) { // Who reads it says so too.
                m_document.flaw("the node's mesh has no morph targets", target.pointer(), true);
                return {};
            }
        }
        VITRINE_CHECK(checkOutput(path, keys));
        if (node == kNone)
            return {};
        const auto [first, isNew] = m_targets.try_emplace({node, path}, channel);
        if (!isNew)
            m_document.flaw("the same target as that of " + first->second, target.pointer());
        VITRINE_TRY(const JsonObject object, m_document.nodes().object(static_cast<std::size_t>(node)));
        if (path != "weights" && object.has("matrix"))
            m_document.flaw("the node has a matrix, which does not move", target.pointer());
        return {};
    }

    Status checkOutput(std::string_view path, const JsonObject &keys)
    {
        VITRINE_TRY(const std::int32_t output,
                    keys.requiredIndex("output", m_document.accessors().size(), "/accessors"));
        const Accessor &accessor = accessorOf(output);
        const std::uint32_t components = path == "weights" ? 1 : (path == "rotation" ? 4 : 3);
        if (accessor.components != components)
            return fail(ErrorCode::InvalidArgument,
                        std::to_string(accessor.components) + " components where " + std::to_string(components) +
                            " are needed",
                        keys.pointer("output"));
        return {};
    }

    Document &m_document;
    const Hierarchy &m_hierarchy;
    std::map<std::pair<std::int32_t, std::string_view>, std::string> m_targets; ///< → the channel.
};

/// The joints of a skin stand in the scene that shows the mesh.
bool areShown(const Skin &skin, const std::vector<bool> &shown)
{
    return std::ranges::all_of(skin.joints, [&](std::int32_t joint) { return shown[static_cast<std::size_t>(joint)]; });
}

} // namespace

Status checkNodes(Document &document, const Hierarchy &hierarchy, const std::vector<Skin> &skins)
{
    std::vector<bool> shown(hierarchy.nodes.size());
    for (const std::int32_t node : hierarchy.shown)
        shown[static_cast<std::size_t>(node)] = true;
    for (std::size_t i = 0; i < hierarchy.nodes.size(); ++i) {
        const Node &node = hierarchy.nodes[i];
        if (node.mesh == kNone && node.skin != kNone)
            document.flaw("a skin without a mesh", node.pointer + "/skin");
        if (node.mesh == kNone && !node.weights.empty())
            document.flaw("weights without a mesh", node.pointer + "/weights");
        VITRINE_TRY(const std::size_t targets, targetCount(document, node.mesh));
        if (node.mesh != kNone && !node.weights.empty() && node.weights.size() != targets)
            document.flaw(std::to_string(node.weights.size()) + " weights for " + std::to_string(targets) +
                              " morph targets",
                          node.pointer + "/weights");
        if (node.mesh != kNone && node.skin != kNone && shown[i] &&
            !areShown(skins[static_cast<std::size_t>(node.skin)], shown))
            document.flaw("the joints of its skin are not in the scene", node.pointer);
    }
    return {};
}

Status checkAnimations(Document &document, const Hierarchy &hierarchy)
{
    AnimationCheck check(document, hierarchy);
    for (std::size_t i = 0; i < document.animations().size(); ++i) {
        VITRINE_TRY(const JsonObject animation, document.animations().object(i));
        VITRINE_CHECK(check.check(animation));
    }
    return {};
}

} // namespace vitrine::render::gltf
