// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/package/CheckWords.h"
#include "render/package/PackageCheck.h"

namespace vitrine::render {

using core::Status;

Status PackageCheck::checkSkins() const
{
    for (std::size_t i = 0; i < m_package.m_skins.size(); ++i) {
        const SkinRecord &skin = m_package.m_skins[i];
        if (skin.node == kNone || !inRangeOrNone(skin.node, m_package.m_nodes.size()))
            return malformed("no such node", place("skins", i, ".node"));
        if (i > 0 && skin.node <= m_package.m_skins[i - 1].node)
            return malformed("out of order", place("skins", i, ".node"));
        if (m_package.m_nodes[static_cast<std::size_t>(skin.node)].mesh == kNone)
            return malformed("the node has no mesh", place("skins", i, ".node"));
        if (skin.jointCount == 0 || !fits(skin.firstJoint, skin.jointCount, m_package.m_skinJoints.size()))
            return malformed("no such joints", place("skins", i, ".firstJoint"));
    }
    for (std::size_t i = 0; i < m_package.m_skinJoints.size(); ++i) {
        const SkinJointRecord &joint = m_package.m_skinJoints[i];
        if (joint.node == kNone || !inRangeOrNone(joint.node, m_package.m_nodes.size()))
            return malformed("no such node", place("skinJoints", i, ".node"));
        if (!areFinite(joint.inverseBind))
            return malformed("not a finite number", place("skinJoints", i, ".inverseBind"));
    }
    return {};
}

Status PackageCheck::checkMorphTargets() const
{
    for (std::size_t i = 0; i < m_package.m_morphTargets.size(); ++i) {
        const MorphTargetRecord &target = m_package.m_morphTargets[i];
        const std::string where = place("morphTargets", i);
        VITRINE_CHECK(checkText(target.name, where + ".name"));
        if (target.mesh == kNone || !inRangeOrNone(target.mesh, m_package.m_meshes.size()))
            return malformed("no such mesh", where + ".mesh");
        if (i > 0 && target.mesh < m_package.m_morphTargets[i - 1].mesh)
            return malformed("out of order", where + ".mesh");
        if (!areFinite(std::array{target.weight, target.positionStep, target.normalStep}))
            return malformed("not a finite number", where);
        if (target.offset % kSectionAlignment != 0 ||
            !fits(target.offset, target.bytes, m_package.m_morphDeltas.size()))
            return malformed("outside of their section", where + ".offset");
        // More than its mesh's vertices it cannot move: so memory for it is bounded as that of the mesh is.
        if (target.count > m_package.m_meshes[static_cast<std::size_t>(target.mesh)].vertexCount)
            return malformed(std::to_string(target.count) + " vertices are moved, of fewer", where + ".count");
        // As for vertices (checkRanges): what a code claims to hold is bounded by its own size.
        if (std::uint64_t{target.count} * sizeof(MorphDelta) > 64 * target.bytes + 256 * sizeof(MorphDelta))
            return malformed(std::to_string(target.count) + " vertices in " + std::to_string(target.bytes) + " bytes",
                             where + ".count");
    }
    return {};
}

Status PackageCheck::checkLights() const
{
    for (std::size_t i = 0; i < m_package.m_lights.size(); ++i) {
        const LightRecord &light = m_package.m_lights[i];
        VITRINE_CHECK(checkText(light.name, place("lights", i, ".name")));
        if (light.node == kNone || !inRangeOrNone(light.node, m_package.m_nodes.size()))
            return malformed("no such node", place("lights", i, ".node"));
        if (light.kind > LightKind::Spot)
            return malformed("unknown kind", place("lights", i, ".kind"));
        if (!areFinite(light.color) ||
            !areFinite(std::array{light.intensity, light.range, light.innerCone, light.outerCone}))
            return malformed("not a finite number", place("lights", i));
    }
    return {};
}

} // namespace vitrine::render
