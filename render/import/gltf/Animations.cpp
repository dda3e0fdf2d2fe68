// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/Animations.h"

#include "render/import/ImportLimits.h"
#include "render/import/gltf/Extras.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace vitrine::render::gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

constexpr std::array<std::string_view, 3> kPaths = {"translation", "rotation", "scale"};
constexpr std::array<std::string_view, 3> kInterpolations = {"STEP", "LINEAR", "CUBICSPLINE"};

Result<Interpolation> interpolationOf(const JsonObject &sampler)
{
    VITRINE_TRY(const std::string_view name, sampler.text("interpolation"));
    if (name.empty())
        return Interpolation::Linear;
    const auto found = std::ranges::find(kInterpolations, name);
    if (found == kInterpolations.end())
        return fail(ErrorCode::InvalidArgument, "neither STEP, LINEAR nor CUBICSPLINE",
                    sampler.pointer("interpolation"));
    return static_cast<Interpolation>(found - kInterpolations.begin());
}

Status checkTimes(const std::vector<float> &times, const std::string &where)
{
    if (times.empty())
        return fail(ErrorCode::InvalidArgument, "no keys", where);
    for (std::size_t i = 0; i < times.size(); ++i)
        if (!std::isfinite(times[i]) || times[i] < 0 || (i > 0 && times[i] <= times[i - 1]))
            return fail(ErrorCode::InvalidArgument, "the times do not rise, at key " + std::to_string(i), where);
    return {};
}

class AnimationReader
{
public:
    AnimationReader(Document &document, const std::vector<std::int32_t> &sceneNode)
        : m_document(document)
        , m_sceneNode(sceneNode)
    {
    }

    Status read()
    {
        const JsonArray &animations = m_document.animations();
        if (animations.size() > limits::kAnimations)
            return fail(ErrorCode::TooLarge, std::to_string(animations.size()) + " animations", animations.pointer());
        for (std::size_t i = 0; i < animations.size(); ++i) {
            VITRINE_TRY(const JsonObject object, animations.object(i));
            SceneAnimation animation;
            VITRINE_TRY(animation.name, object.name());
            readExtras(m_document, object, animation);
            VITRINE_CHECK(readChannels(object, animation));
            if (!animation.channels.empty())
                m_document.scene().animations.push_back(std::move(animation));
        }
        return {};
    }

private:
    Status readChannels(const JsonObject &object, SceneAnimation &into)
    {
        VITRINE_TRY(const JsonArray channels, object.array("channels"));
        VITRINE_TRY(const JsonArray samplers, object.array("samplers"));
        m_channels += channels.size();
        if (m_channels > limits::kChannels)
            return fail(ErrorCode::TooLarge,
                        "more than " + std::to_string(limits::kChannels) + " channels of animations together",
                        channels.pointer());
        for (std::size_t i = 0; i < channels.size(); ++i) {
            VITRINE_TRY(const JsonObject channel, channels.object(i));
            VITRINE_TRY(const std::int32_t sampler,
                        channel.requiredIndex("sampler", samplers.size(), object.pointer("samplers")));
            VITRINE_TRY(const JsonObject keys, samplers.object(static_cast<std::size_t>(sampler)));
            VITRINE_TRY(std::optional<SceneChannel> read, readTarget(channel));
            if (!read)
                continue;
            VITRINE_CHECK(readKeys(keys, *read));
            into.channels.push_back(std::move(*read));
        }
        return {};
    }

    /// Nothing where the channel moves what is not shown.
    Result<std::optional<SceneChannel>> readTarget(const JsonObject &channel)
    {
        VITRINE_TRY(const auto target, channel.object("target"));
        if (!target)
            return fail(ErrorCode::InvalidArgument, "missing", channel.pointer("target"));
        VITRINE_TRY(const std::int32_t node, target->index("node", m_sceneNode.size(), "/nodes"));
        VITRINE_TRY(const std::string_view path, target->text("path"));
        const auto found = std::ranges::find(kPaths, path);
        if (found == kPaths.end()) {
            if (path != "weights" && path != "pointer")
                return fail(ErrorCode::InvalidArgument, "neither translation, rotation, scale nor weights",
                            target->pointer("path"));
            m_document.scene().note("an animation of " + std::string(path) + " is left out", channel.pointer());
            return std::nullopt;
        }
        if (node == kNone || m_sceneNode[static_cast<std::size_t>(node)] == kNone)
            return std::nullopt;
        SceneChannel read;
        read.node = m_sceneNode[static_cast<std::size_t>(node)];
        read.path = static_cast<ChannelPath>(found - kPaths.begin());
        return read;
    }

    Status readKeys(const JsonObject &sampler, SceneChannel &into)
    {
        const std::size_t accessors = m_document.accessors().size();
        VITRINE_TRY(const std::int32_t input, sampler.requiredIndex("input", accessors, "/accessors"));
        VITRINE_TRY(const std::int32_t output, sampler.requiredIndex("output", accessors, "/accessors"));
        VITRINE_TRY(into.interpolation, interpolationOf(sampler));
        // Before they are decoded: many channels may share one accessor.
        const std::uint64_t count = m_document.accessors()[static_cast<std::size_t>(input)].count;
        const std::uint64_t outputs = m_document.accessors()[static_cast<std::size_t>(output)].count;
        m_floats += count + outputs * componentsOf(into.path);
        if (m_floats > limits::kKeyFloats)
            return fail(ErrorCode::TooLarge,
                        "more than " + std::to_string(limits::kKeyFloats) + " numbers of animations together",
                        sampler.pointer());
        VITRINE_TRY(into.times, m_document.floats(input, 1));
        VITRINE_CHECK(checkTimes(into.times, sampler.pointer("input")));
        VITRINE_TRY(into.values, m_document.floats(output, componentsOf(into.path)));
        const std::uint64_t wanted = count * (into.interpolation == Interpolation::Cubic ? 3 : 1);
        if (outputs != wanted)
            return fail(ErrorCode::InvalidArgument,
                        std::to_string(outputs) + " values where " + std::to_string(wanted) + " are needed",
                        sampler.pointer("output"));
        if (!std::ranges::all_of(into.values, [](float value) { return std::isfinite(value); }))
            return fail(ErrorCode::InvalidArgument, "not a finite number", sampler.pointer("output"));
        return {};
    }

    Document &m_document;
    const std::vector<std::int32_t> &m_sceneNode;
    std::size_t m_channels = 0;
    std::uint64_t m_floats = 0;
};

} // namespace

Status readAnimations(Document &document, const std::vector<std::int32_t> &sceneNode)
{
    return AnimationReader(document, sceneNode).read();
}

} // namespace vitrine::render::gltf
