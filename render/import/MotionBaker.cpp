// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/MotionBaker.h"

#include <algorithm>

namespace vitrine::render {

using core::Status;

namespace {

/// Times, then values; where they lie.
core::Result<std::uint64_t> bakeKeys(const std::vector<float> &times, const std::vector<float> &values,
                                     PackageWriter &writer)
{
    std::vector<float> keys = times;
    keys.insert(keys.end(), values.begin(), values.end());
    return writer.append(std::as_bytes(std::span(keys)));
}

Status bakeChannel(const SceneChannel &channel, PackageWriter &writer, PackageContents &out)
{
    VITRINE_TRY(const std::uint64_t offset, bakeKeys(channel.times, channel.values, writer));
    ChannelRecord record{channel.node, channel.path, channel.interpolation,
                         static_cast<std::uint32_t>(channel.times.size()), offset};
    if (channel.path == ChannelPath::Weights)
        record.weights = static_cast<std::uint32_t>(channel.values.size() / channel.times.size() /
                                                    (channel.interpolation == Interpolation::Cubic ? 3 : 1));
    out.channels.push_back(record);
    return {};
}

Status bakeValue(const SceneValueChannel &channel, const MaterialTable &materials, PackageWriter &writer,
                 PackageContents &out)
{
    const std::int32_t index = channel.owner == ValueOwner::Material
                                   ? materials.indexOf(static_cast<std::int32_t>(channel.index))
                                   : static_cast<std::int32_t>(channel.index);
    if (index == kNone) // Nothing is drawn with it.
        return {};
    VITRINE_TRY(const std::uint64_t offset, bakeKeys(channel.times, channel.values, writer));
    out.values.push_back({channel.owner, static_cast<std::uint32_t>(index), channel.member, channel.components,
                          channel.interpolation, static_cast<std::uint32_t>(channel.times.size()), offset});
    return {};
}

Status bakeAnimations(const Scene &scene, const MaterialTable &materials, PackageWriter &writer, PackageContents &out)
{
    if (scene.animations.empty())
        return {};
    VITRINE_CHECK(writer.beginSection(SectionKind::Keys, sizeof(float)));
    for (const SceneAnimation &animation : scene.animations) {
        AnimationRecord record{};
        record.name = writer.text(animation.name);
        record.title = localText(animation.title, writer);
        record.loops = animation.loops ? 1 : 0;
        record.firstChannel = static_cast<std::uint32_t>(out.channels.size());
        record.firstValue = static_cast<std::uint32_t>(out.values.size());
        for (const SceneChannel &channel : animation.channels) {
            record.seconds = std::max(record.seconds, channel.times.back());
            VITRINE_CHECK(bakeChannel(channel, writer, out));
        }
        for (const SceneValueChannel &channel : animation.values) {
            record.seconds = std::max(record.seconds, channel.times.back());
            VITRINE_CHECK(bakeValue(channel, materials, writer, out));
        }
        record.channelCount = static_cast<std::uint32_t>(out.channels.size()) - record.firstChannel;
        record.valueCount = static_cast<std::uint32_t>(out.values.size()) - record.firstValue;
        out.animations.push_back(record);
    }
    return {};
}

void bakeSkins(const Scene &scene, PackageContents &out)
{
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        const auto &joints = scene.nodes[i].joints;
        // Its mesh may have turned out to have no triangles.
        if (joints.empty() || out.nodes[i].mesh == kNone)
            continue;
        out.skins.push_back({static_cast<std::int32_t>(i), static_cast<std::uint32_t>(out.skinJoints.size()),
                             static_cast<std::uint32_t>(joints.size()), 0});
        for (const SceneJoint &joint : joints)
            out.skinJoints.push_back({joint.node, 0, joint.inverseBind});
    }
}

void bakeLights(const Scene &scene, PackageWriter &writer, PackageContents &out)
{
    for (const SceneLight &light : scene.lights)
        out.lights.push_back({writer.text(light.name), light.node, light.kind, light.color, light.intensity,
                              light.range, light.innerCone, light.outerCone});
}

} // namespace

LocalText localText(const SceneText &text, PackageWriter &writer)
{
    return {writer.text(text.en), writer.text(text.bn)};
}

Status bakeMotion(const Scene &scene, const MaterialTable &materials, PackageWriter &writer, PackageContents &out)
{
    bakeSkins(scene, out);
    bakeLights(scene, writer, out);
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        if (!scene.nodes[i].part)
            continue;
        const ScenePart &part = *scene.nodes[i].part;
        out.parts.push_back({part.price, static_cast<std::int32_t>(i), part.order, localText(part.name, writer),
                             localText(part.material, writer), part.offset, 0});
    }
    for (const SceneHotspot &spot : scene.hotspots)
        out.hotspots.push_back(
            {spot.node, spot.position, spot.normal, localText(spot.title, writer), localText(spot.text, writer)});
    return bakeAnimations(scene, materials, writer, out);
}

} // namespace vitrine::render
