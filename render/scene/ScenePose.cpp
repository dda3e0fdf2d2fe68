// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/ScenePose.h"

#include "core/values/Contract.h"
#include "render/Curves.h"
#include "render/package/Animatable.h"
#include "render/scene/ChannelSampler.h"

#include <algorithm>
#include <cstring>
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
    else if (path == ChannelPath::Scale)
        into.scale = from.scale;
}

std::vector<float> restWeights(const Package &package, const NodeRecord &node)
{
    std::vector<float> weights;
    if (node.mesh != kNone)
        for (const MorphTargetRecord &target : package.morphTargetsOf(static_cast<std::size_t>(node.mesh)))
            weights.push_back(target.weight);
    return weights;
}

/// Which skins each node's place has a part in.
std::vector<std::vector<std::size_t>> bendsOf(const Package &package)
{
    std::vector<std::vector<std::size_t>> bends(package.nodes().size());
    for (const SkinRecord &skin : package.skins()) {
        const auto bent = static_cast<std::size_t>(skin.node);
        const auto addWithParents = [&](std::int32_t node) {
            for (; node != kNone; node = package.nodes()[static_cast<std::size_t>(node)].parent) {
                auto &list = bends[static_cast<std::size_t>(node)];
                if (!list.empty() && list.back() == bent)
                    break; // and so have those above it
                list.push_back(bent);
            }
        };
        addWithParents(skin.node);
        for (const SkinJointRecord &joint : package.jointsOf(skin))
            addWithParents(joint.node);
    }
    return bends;
}

std::vector<std::size_t> take(std::vector<bool> &marks)
{
    std::vector<std::size_t> taken;
    for (std::size_t i = 0; i < marks.size(); ++i)
        if (marks[i])
            taken.push_back(i);
    marks.assign(marks.size(), false);
    return taken;
}

} // namespace

ScenePose::ScenePose(const Package &package)
    : m_package(package)
    , m_offsets(package.nodes().size())
    , m_apart(package.parts().size())
    , m_isMoved(package.nodes().size())
    , m_bends(bendsOf(package))
    , m_isBent(package.nodes().size())
    , m_materials(package.materials().begin(), package.materials().end())
    , m_lights(package.lights().begin(), package.lights().end())
    , m_cameras(package.cameras().begin(), package.cameras().end())
    , m_isChanged{std::vector<bool>(m_materials.size()), std::vector<bool>(m_lights.size()),
                  std::vector<bool>(m_cameras.size())}
{
    for (const NodeRecord &node : package.nodes()) {
        m_places.push_back(render::restOf(node));
        m_weights.push_back(restWeights(package, node));
    }
}

void ScenePose::touch(std::int32_t node)
{
    m_isMoved[static_cast<std::size_t>(node)] = true;
    for (const std::size_t bent : m_bends[static_cast<std::size_t>(node)])
        m_isBent[bent] = true;
}

std::byte *ScenePose::memberOf(const ValueChannelRecord &channel)
{
    switch (channel.owner) {
    case ValueOwner::Material:
        return reinterpret_cast<std::byte *>(&m_materials[channel.index]) + channel.member;
    case ValueOwner::Light:
        return reinterpret_cast<std::byte *>(&m_lights[channel.index]) + channel.member;
    case ValueOwner::Camera:
        break;
    }
    return reinterpret_cast<std::byte *>(&m_cameras[channel.index]) + channel.member;
}

const std::byte *ScenePose::restOf(const ValueChannelRecord &channel) const
{
    switch (channel.owner) {
    case ValueOwner::Material:
        return reinterpret_cast<const std::byte *>(&m_package.materials()[channel.index]) + channel.member;
    case ValueOwner::Light:
        return reinterpret_cast<const std::byte *>(&m_package.lights()[channel.index]) + channel.member;
    case ValueOwner::Camera:
        break;
    }
    return reinterpret_cast<const std::byte *>(&m_package.cameras()[channel.index]) + channel.member;
}

void ScenePose::set(const ValueChannelRecord &channel, std::span<const float> values)
{
    std::memcpy(memberOf(channel), values.data(), values.size_bytes());
    m_isChanged[static_cast<std::size_t>(channel.owner)][channel.index] = true;
}

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
        if (channel.path == ChannelPath::Weights) {
            sampleInto(m_package, channel, seconds, m_weights[static_cast<std::size_t>(channel.node)]);
            m_isBent[static_cast<std::size_t>(channel.node)] = true;
            continue;
        }
        const Vector4 value = sampleChannel(m_package, channel, seconds);
        take(m_places[static_cast<std::size_t>(channel.node)], {xyz(value), value, xyz(value)}, channel.path);
        touch(channel.node);
    }
    for (const ValueChannelRecord &channel : m_package.valuesOf(m_package.animations()[animation])) {
        std::array<float, 4> values{}; // as many as a colour has
        const std::span shown = std::span(values).first(channel.components);
        sampleInto(m_package, channel, seconds, shown);
        // A cubic curve may leave the range that its keys keep.
        const auto known = animatableValues(channel.owner);
        if (const auto value = std::ranges::find(known, channel.member, &AnimatableValue::member); value != known.end())
            for (float &number : shown)
                number = std::clamp(number, value->least, value->most);
        set(channel, shown);
    }
}

void ScenePose::end(std::size_t animation)
{
    for (const ChannelRecord &channel : m_package.channelsOf(m_package.animations()[animation])) {
        const auto node = static_cast<std::size_t>(channel.node);
        if (channel.path == ChannelPath::Weights) {
            m_weights[node] = restWeights(m_package, m_package.nodes()[node]);
            m_isBent[node] = true;
            continue;
        }
        take(m_places[node], render::restOf(m_package.nodes()[node]), channel.path);
        touch(channel.node);
    }
    for (const ValueChannelRecord &channel : m_package.valuesOf(m_package.animations()[animation])) {
        std::array<float, 4> values{};
        std::memcpy(values.data(), restOf(channel), channel.components * sizeof(float));
        set(channel, std::span(values).first(channel.components));
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

std::vector<std::size_t> ScenePose::takeMoved() { return take(m_isMoved); }

std::vector<std::size_t> ScenePose::takeBent() { return take(m_isBent); }

std::vector<std::size_t> ScenePose::takeChanged(ValueOwner owner)
{
    return take(m_isChanged[static_cast<std::size_t>(owner)]);
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
