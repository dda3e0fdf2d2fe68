// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/Package.h"

#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace vitrine::render {

/// Where a node stands within its parent.
struct NodePlace {
    Vector3 translation{0, 0, 0};
    Vector4 rotation{0, 0, 0, 1};
    Vector3 scale{1, 1, 1};

    friend bool operator==(const NodePlace &, const NodePlace &) = default;
};

/// A package at rest, as its animations have it, and taken apart: nodes, the shapes of meshes, and what else its
/// animations change. Plain values, without a clock. The package must outlive it. One thread.
class ScenePose
{
public:
    explicit ScenePose(const Package &package);

    /// How far each part is from where it belongs, 0 to 1; as many as the package has parts.
    void setApart(std::span<const float> parts);
    /// Shows an animation at a time, over what was shown before: those that move other nodes stay as they are.
    void show(std::size_t animation, float seconds);
    /// Puts what an animation moves to where it rests.
    void end(std::size_t animation);

    /// Puts a node elsewhere, whatever animations and parts say, until clearFree().
    void setFree(std::size_t node, const NodePlace &place);
    void clearFree();

    NodePlace place(std::size_t node) const;
    /// Nodes that are elsewhere than at the last call, ascending.
    std::vector<std::size_t> takeMoved();

    /// Of the morph targets of a node's mesh.
    std::span<const float> weights(std::size_t node) const { return m_weights[node]; }
    /// Nodes whose meshes must be bent anew since the last call, ascending.
    std::vector<std::size_t> takeBent();

    const MaterialRecord &material(std::size_t index) const { return m_materials[index]; }
    const LightRecord &light(std::size_t index) const { return m_lights[index]; }
    const CameraRecord &camera(std::size_t index) const { return m_cameras[index]; }
    /// Those of an owner that are others than at the last call, ascending.
    std::vector<std::size_t> takeChanged(ValueOwner owner);

private:
    void touch(std::int32_t node);
    void set(const ValueChannelRecord &channel, std::span<const float> values);
    std::byte *memberOf(const ValueChannelRecord &channel);
    const std::byte *restOf(const ValueChannelRecord &channel) const;

    Package m_package;
    std::vector<NodePlace> m_places;
    std::vector<Vector3> m_offsets;
    std::vector<float> m_apart;
    std::vector<bool> m_isMoved;
    std::vector<std::vector<float>> m_weights;
    /// By node: the nodes of the skins that go with it.
    std::vector<std::vector<std::size_t>> m_bends;
    std::vector<bool> m_isBent;
    std::vector<MaterialRecord> m_materials;
    std::vector<LightRecord> m_lights;
    std::vector<CameraRecord> m_cameras;
    std::array<std::vector<bool>, 3> m_isChanged; ///< By owner.
    std::map<std::size_t, NodePlace> m_free;
};

/// How far each part is when the product as a whole is apart by `apart`, 0 to 1: those of a lower order begin before
/// those of the next one, which begin while they still move.
[[nodiscard]] std::vector<float> staggered(const Package &package, float apart);

} // namespace vitrine::render
