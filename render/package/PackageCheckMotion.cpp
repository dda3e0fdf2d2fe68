// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/package/Animatable.h"
#include "render/package/CheckWords.h"
#include "render/package/PackageCheck.h"

namespace vitrine::render {

using core::Status;

Status PackageCheck::checkPrice(const PriceRecord &price, const std::string &where)
{
    const std::array<char, 4> &currency = price.currency;
    const bool isTold = currency != std::array<char, 4>{};
    const bool isCode = std::ranges::all_of(std::span(currency).first(3), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (isTold && (!isCode || currency[3] != 0))
        return malformed("not a currency's code", where);
    return {};
}

Status PackageCheck::checkParts() const
{
    for (std::size_t i = 0; i < m_package.m_parts.size(); ++i) {
        const PartRecord &part = m_package.m_parts[i];
        if (part.node == kNone || !inRangeOrNone(part.node, m_package.m_nodes.size()))
            return malformed("no such node", place("parts", i, ".node"));
        if (i > 0 && part.node <= m_package.m_parts[i - 1].node)
            return malformed("out of order", place("parts", i, ".node"));
        if (!areFinite(part.offset))
            return malformed("not a finite number", place("parts", i, ".offset"));
        VITRINE_CHECK(checkText(part.name, place("parts", i, ".name")));
        VITRINE_CHECK(checkText(part.material, place("parts", i, ".material")));
        VITRINE_CHECK(checkPrice(part.price, place("parts", i, ".price")));
    }
    return {};
}

Status PackageCheck::checkHotspots() const
{
    for (std::size_t i = 0; i < m_package.m_hotspots.size(); ++i) {
        const HotspotRecord &spot = m_package.m_hotspots[i];
        if (!inRangeOrNone(spot.node, m_package.m_nodes.size()))
            return malformed("no such node", place("hotspots", i, ".node"));
        if (!areFinite(spot.position) || !areFinite(spot.normal))
            return malformed("not a finite number", place("hotspots", i));
        VITRINE_CHECK(checkText(spot.title, place("hotspots", i, ".title")));
        VITRINE_CHECK(checkText(spot.text, place("hotspots", i, ".text")));
    }
    return {};
}

Status PackageCheck::checkAnimations() const
{
    for (std::size_t i = 0; i < m_package.m_animations.size(); ++i) {
        const AnimationRecord &animation = m_package.m_animations[i];
        VITRINE_CHECK(checkText(animation.name, place("animations", i, ".name")));
        VITRINE_CHECK(checkText(animation.title, place("animations", i, ".title")));
        if (!fits(animation.firstChannel, animation.channelCount, m_package.m_channels.size()))
            return malformed("no such channels", place("animations", i, ".firstChannel"));
        if (!fits(animation.firstValue, animation.valueCount, m_package.m_values.size()))
            return malformed("no such values", place("animations", i, ".firstValue"));
        if (!std::isfinite(animation.seconds) || animation.seconds < 0)
            return malformed("not a length of time", place("animations", i, ".seconds"));
    }
    for (std::size_t i = 0; i < m_package.m_channels.size(); ++i)
        VITRINE_CHECK(checkChannel(m_package.m_channels[i], place("channels", i)));
    for (std::size_t i = 0; i < m_package.m_values.size(); ++i)
        VITRINE_CHECK(checkValue(m_package.m_values[i], place("values", i)));
    return {};
}

Status PackageCheck::checkChannel(const ChannelRecord &channel, const std::string &where) const
{
    if (channel.node == kNone || !inRangeOrNone(channel.node, m_package.m_nodes.size()))
        return malformed("no such node", where + ".node");
    if (channel.path > ChannelPath::Weights)
        return malformed("unknown kind of channel", where);
    if (channel.path == ChannelPath::Weights) {
        const std::int32_t mesh = m_package.m_nodes[static_cast<std::size_t>(channel.node)].mesh;
        const std::size_t targets = mesh == kNone ? 0 : m_package.morphTargetsOf(static_cast<std::size_t>(mesh)).size();
        if (targets == 0 || channel.weights != targets)
            return malformed(std::to_string(channel.weights) + " weights for " + std::to_string(targets) +
                                 " morph targets",
                             where + ".weights");
    }
    return checkKeys(channel, where);
}

Status PackageCheck::checkValue(const ValueChannelRecord &channel, const std::string &where) const
{
    const std::array counts = {m_package.m_materials.size(), m_package.m_lights.size(), m_package.m_cameras.size()};
    if (channel.owner > ValueOwner::Camera)
        return malformed("unknown kind of channel", where + ".owner");
    if (channel.index >= counts[static_cast<std::size_t>(channel.owner)])
        return malformed("nothing of that number", where + ".index");
    if (!isAnimatable(channel.owner, channel.member, channel.components))
        return malformed("not a value that can change", where + ".member");
    return checkKeys(channel, where);
}

Status PackageCheck::checkKeys(const auto &channel, const std::string &where) const
{
    if (channel.interpolation > Interpolation::Cubic)
        return malformed("unknown kind of channel", where);
    if (channel.keyCount == 0)
        return malformed("no keys", where + ".keyCount");
    const std::uint64_t floats = channel.keyCount + valuesOf(channel);
    if (channel.offset % kSectionAlignment != 0 ||
        !fits(channel.offset, floats * sizeof(float), m_package.m_keys.size_bytes()))
        return malformed("keys outside of their section", where + ".offset");
    const auto times = m_package.timesOf(channel);
    if (!areFinite(times) || !areFinite(m_package.keysOf(channel)))
        return malformed("not a finite number", where + ".keys");
    if (std::ranges::adjacent_find(times, std::ranges::greater_equal()) != times.end())
        return malformed("the times do not rise", where + ".keys");
    return {};
}

} // namespace vitrine::render
