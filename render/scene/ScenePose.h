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

/// The nodes of a package at rest, as its animations have them, and taken apart: plain values, without a clock. The
/// package must outlive it. One thread.
class ScenePose
{
public:
    explicit ScenePose(const Package &package);

    /// How far each part is from where it belongs, 0 to 1; as many as the package has parts.
    void setApart(std::span<const float> parts);
    /// Shows an animation at a time, over what was shown before: those that move other nodes stay as they are.
    void show(std::size_t animation, float seconds);
    /// Puts the nodes that an animation moves to where they rest.
    void end(std::size_t animation);

    /// Puts a node elsewhere, whatever animations and parts say, until clearFree().
    void setFree(std::size_t node, const NodePlace &place);
    void clearFree();

    NodePlace place(std::size_t node) const;
    /// Nodes that are elsewhere than at the last call, ascending.
    std::vector<std::size_t> takeMoved();

private:
    void touch(std::int32_t node);

    Package m_package;
    std::vector<NodePlace> m_places;
    std::vector<Vector3> m_offsets;
    std::vector<float> m_apart;
    std::vector<bool> m_isMoved;
    std::map<std::size_t, NodePlace> m_free;
};

/// How far each part is when the product as a whole is apart by `apart`, 0 to 1: those of a lower order begin before
/// those of the next one, which begin while they still move.
[[nodiscard]] std::vector<float> staggered(const Package &package, float apart);

} // namespace vitrine::render
