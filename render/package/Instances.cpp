// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/package/Instances.h"

#include <algorithm>
#include <map>
#include <utility>

namespace vitrine::render {
namespace {

std::vector<bool> anchorsIn(const Package &package)
{
    std::vector<bool> isAnchor(package.nodes().size());
    for (const PartRecord &part : package.parts())
        isAnchor[static_cast<std::size_t>(part.node)] = true;
    for (const HotspotRecord &spot : package.hotspots())
        if (spot.node != kNone)
            isAnchor[static_cast<std::size_t>(spot.node)] = true;
    for (const AnimationRecord &animation : package.animations())
        for (const ChannelRecord &channel : package.channelsOf(animation))
            isAnchor[static_cast<std::size_t>(channel.node)] = true;
    return isAnchor;
}

bool isSolid(const Package &package, const MeshRecord &mesh)
{
    const auto isSolidOne = [&](std::int32_t material) {
        const MaterialRecord &values = package.materials()[static_cast<std::size_t>(material)];
        return values.alphaMode != AlphaMode::Blend && values.transmission <= 0;
    };
    for (std::size_t i = mesh.firstSubmesh; i < std::size_t{mesh.firstSubmesh} + mesh.submeshCount; ++i)
        for (std::int32_t variant = kNone; variant < static_cast<std::int32_t>(package.variants().size()); ++variant)
            if (!isSolidOne(package.materialOf(i, variant)))
                return false;
    return true;
}

/// Quick 3D multiplies an instance's own colour with what stands for its vertices' colours, also where that is none.
bool hasNoColors(const MeshRecord &mesh)
{
    return hasAttribute(mesh, VertexSemantic::Occlusion) && !hasAttribute(mesh, VertexSemantic::Color);
}

bool bends(const Package &package, std::size_t node)
{
    return package.skinOf(node) != nullptr ||
           !package.morphTargetsOf(static_cast<std::size_t>(package.nodes()[node].mesh)).empty();
}

} // namespace

std::vector<std::int32_t> anchorsOf(std::span<const std::int32_t> parents, const std::vector<bool> &isAnchor)
{
    std::vector<std::int32_t> anchors;
    anchors.reserve(parents.size());
    for (std::size_t i = 0; i < parents.size(); ++i)
        anchors.push_back(isAnchor[i]           ? static_cast<std::int32_t>(i)
                          : parents[i] == kNone ? kNone
                                                : anchors[static_cast<std::size_t>(parents[i])]);
    return anchors;
}

std::vector<InstanceGroup> instanceGroups(const Package &package)
{
    const auto nodes = package.nodes();
    const std::vector<bool> isAnchor = anchorsIn(package);
    std::vector<std::int32_t> parents;
    std::vector<bool> hasChildren(nodes.size());
    std::vector<bool> isMirrored(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        parents.push_back(nodes[i].parent);
        const auto &[x, y, z] = nodes[i].scale;
        isMirrored[i] = !(x * y * z > 0);
        if (nodes[i].parent == kNone)
            continue;
        const auto parent = static_cast<std::size_t>(nodes[i].parent);
        hasChildren[parent] = true;
        // Mirrors above an anchor turn all of the model.
        isMirrored[i] = isMirrored[i] != (!isAnchor[i] && !isAnchor[parent] && isMirrored[parent]);
    }
    const auto anchors = anchorsOf(parents, isAnchor);
    for (const LightRecord &light : package.lights())
        hasChildren[static_cast<std::size_t>(light.node)] = true;
    std::map<std::pair<std::int32_t, std::int32_t>, InstanceGroup> groups;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].mesh == kNone || isAnchor[i] || hasChildren[i] || isMirrored[i] || bends(package, i))
            continue;
        InstanceGroup &group = groups[{anchors[i], nodes[i].mesh}];
        group.mesh = static_cast<std::size_t>(nodes[i].mesh);
        group.anchor = anchors[i];
        group.nodes.push_back(i);
    }
    std::vector<InstanceGroup> found;
    for (auto &[key, group] : groups)
        if (const MeshRecord &mesh = package.meshes()[group.mesh];
            group.nodes.size() >= kFewestInstances && isSolid(package, mesh) && !hasNoColors(mesh))
            found.push_back(std::move(group));
    return found;
}

} // namespace vitrine::render
