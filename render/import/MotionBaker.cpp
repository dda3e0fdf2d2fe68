// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/MotionBaker.h"

#include <algorithm>

namespace vitrine::render {

using core::Status;

namespace {

Status bakeChannel(const SceneChannel &channel, PackageWriter &writer, PackageContents &out)
{
    std::vector<float> keys = channel.times;
    keys.insert(keys.end(), channel.values.begin(), channel.values.end());
    VITRINE_TRY(const std::uint64_t offset, writer.append(std::as_bytes(std::span(keys))));
    out.channels.push_back(
        {channel.node, channel.path, channel.interpolation, static_cast<std::uint32_t>(channel.times.size()), offset});
    return {};
}

Status bakeAnimations(const Scene &scene, PackageWriter &writer, PackageContents &out)
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
        record.channelCount = static_cast<std::uint32_t>(animation.channels.size());
        for (const SceneChannel &channel : animation.channels) {
            record.seconds = std::max(record.seconds, channel.times.back());
            VITRINE_CHECK(bakeChannel(channel, writer, out));
        }
        out.animations.push_back(record);
    }
    return {};
}

} // namespace

LocalText localText(const SceneText &text, PackageWriter &writer)
{
    return {writer.text(text.en), writer.text(text.bn)};
}

Status bakeMotion(const Scene &scene, PackageWriter &writer, PackageContents &out)
{
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
    return bakeAnimations(scene, writer, out);
}

} // namespace vitrine::render
