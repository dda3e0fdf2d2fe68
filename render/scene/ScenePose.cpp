// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/ScenePose.h"

#include "core/values/Contract.h"
#include "render/Curves.h"
#include "render/scene/ChannelSampler.h"

#include <set>
#include <utility>

namespace vitrine::render {

namespace {

NodePlace restOf(const NodeRecord &node) { return {node.translation, node.rotation, node.scale}; }

Vector3 xyz(const Vector4 &v) { return {v[0], v[1], v[2]}; }

void take(NodePlace &into, const NodePlace &from, ChannelPath path)
{
    if (path == ChannelPath::Translation)
        into.translation = from.translation;
    else if (path == ChannelPath::Rotation)
        into.rotation = from.rotation;
    else
        into.scale = from.scale;
}

} // namespace

ScenePose::ScenePose(const Package &package)
    : m_package(package)
    , m_offsets(package.nodes().size())
    , m_apart(package.parts().size())
    , m_isMoved(package.nodes().size())
{
    for (const NodeRecord &node : package.nodes())
        m_places.push_back(restOf(node));
}

void ScenePose::touch(std::int32_t node) { m_isMoved[static_cast<std::size_t>(node)] = true; }

void ScenePose::setApart(std::span<const float> parts)
{
    VITRINE_EXPECT(parts.size() == m_apart.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (m_apart[i] == parts[i])
            continue;
        m_apart[i] = parts[i];
        const PartRecord &part = m_package.parts()[i];
        for (std::size_t axis = 0; axis < 3; ++axis)
            m_offsets[static_cast<std::size_t>(part.node)][axis] = part.offset[axis] * parts[i];
        touch(part.node);
    }
}

void ScenePose::show(std::size_t animation, float seconds)
{
    for (const ChannelRecord &channel : m_package.channelsOf(m_package.animations()[animation])) {
        const Vector4 value = sampleChannel(m_package, channel, seconds);
        take(m_places[static_cast<std::size_t>(channel.node)], {xyz(value), value, xyz(value)}, channel.path);
        touch(channel.node);
    }
}

void ScenePose::end(std::size_t animation)
{
    for (const ChannelRecord &channel : m_package.channelsOf(m_package.animations()[animation])) {
        const auto node = static_cast<std::size_t>(channel.node);
        take(m_places[node], restOf(m_package.nodes()[node]), channel.path);
        touch(channel.node);
    }
}

void ScenePose::setFree(std::size_t node, const NodePlace &place)
{
    m_free[node] = place;
    touch(static_cast<std::int32_t>(node));
}

void ScenePose::clearFree()
{
    for (const auto &[node, place] : std::exchange(m_free, {}))
        touch(static_cast<std::int32_t>(node));
}

NodePlace ScenePose::place(std::size_t node) const
{
    if (const auto free = m_free.find(node); free != m_free.end())
        return free->second;
    NodePlace place = m_places[node];
    for (std::size_t axis = 0; axis < 3; ++axis)
        place.translation[axis] += m_offsets[node][axis];
    return place;
}

std::vector<std::size_t> ScenePose::takeMoved()
{
    std::vector<std::size_t> moved;
    for (std::size_t node = 0; node < m_isMoved.size(); ++node)
        if (m_isMoved[node])
            moved.push_back(node);
    m_isMoved.assign(m_isMoved.size(), false);
    return moved;
}

std::vector<float> staggered(const Package &package, float apart)
{
    constexpr float kOverlap = 0.55F; // of a part's own time has passed when the next ones begin
    std::set<std::uint32_t> orders;
    for (const PartRecord &part : package.parts())
        if (part.offset != Vector3{})
            orders.insert(part.order);
    const float whole = 1 + kOverlap * static_cast<float>(orders.empty() ? 0 : orders.size() - 1);
    std::vector<float> parts;
    for (const PartRecord &part : package.parts()) {
        const auto before = std::distance(orders.begin(), orders.lower_bound(part.order));
        parts.push_back(part.offset == Vector3{} ? 0
                                                 : smoothstep(apart * whole - kOverlap * static_cast<float>(before)));
    }
    return parts;
}

} // namespace vitrine::render
