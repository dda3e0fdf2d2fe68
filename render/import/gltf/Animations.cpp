// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/Animations.h"

#include "render/import/ImportLimits.h"
#include "render/import/gltf/Extras.h"
#include "render/import/gltf/Instances.h"
#include "render/import/gltf/Pointers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>

namespace vitrine::render::gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

constexpr std::array<std::string_view, 4> kPaths = {"translation", "rotation", "scale", "weights"};
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

/// Changes the values that keys give. The tangents of cubic ones are no values: they have no range.
template <typename Change>
void changeValues(SceneValueChannel &channel, const Change &change)
{
    for (std::size_t i = 0; i < channel.values.size(); ++i)
        if (channel.interpolation != Interpolation::Cubic || i / channel.components % 3 == 1)
            channel.values[i] = change(channel.values[i]);
}

/// The values by which a material has a layer: as the shader is made once, they may not vanish where an animation
/// brings them back.
void keepLayer(MaterialRecord &material, SceneValueChannel &channel)
{
    static constexpr float kBarely = 1e-6F;
    const auto atLeastBarely = [](float value) { return std::max(value, kBarely); };
    for (float MaterialRecord::*layer :
         {&MaterialRecord::clearcoat, &MaterialRecord::transmission, &MaterialRecord::anisotropy,
          &MaterialRecord::iridescence, &MaterialRecord::dispersion}) {
        float &rest = material.*layer;
        const auto member = reinterpret_cast<const std::byte *>(&rest) - reinterpret_cast<const std::byte *>(&material);
        if (member != static_cast<std::ptrdiff_t>(channel.member))
            continue;
        rest = std::max(rest, kBarely);
        changeValues(channel, atLeastBarely);
    }
    if (channel.member == offsetof(MaterialRecord, sheenColor)) {
        for (float &value : material.sheenColor)
            value = std::max(value, kBarely);
        changeValues(channel, atLeastBarely);
    }
}

class AnimationReader
{
public:
    AnimationReader(Document &document, const AnimationTargets &targets)
        : m_document(document)
        , m_targets(targets)
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
            if (!animation.channels.empty() || !animation.values.empty())
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
            VITRINE_CHECK(readChannel(channel, keys, into));
        }
        return {};
    }

    /// An accessor without data stands for zeros, which are no times: it waits for someone to fill it.
    Result<bool> hasKeys(const JsonObject &keys)
    {
        for (const std::string_view key : {"input", "output"}) {
            VITRINE_TRY(const std::int32_t index, keys.requiredIndex(key, m_document.accessors().size(), "/accessors"));
            VITRINE_TRY(const bool hasData,
                        m_document.hasData(m_document.accessors()[static_cast<std::size_t>(index)]));
            if (!hasData && (key == "input" || m_document.accessors()[static_cast<std::size_t>(index)].view != kNone)) {
                m_document.scene().warn("the keys of an animation are not in the file; it is left out",
                                        keys.pointer(key));
                return false;
            }
        }
        return true;
    }

    Status readChannel(const JsonObject &channel, const JsonObject &keys, SceneAnimation &into)
    {
        VITRINE_TRY(const bool isFilled, hasKeys(keys));
        if (!isFilled)
            return {};
        VITRINE_TRY(const auto target, channel.object("target"));
        if (!target)
            return fail(ErrorCode::InvalidArgument, "missing", channel.pointer("target"));
        VITRINE_TRY(const std::int32_t node, target->index("node", m_targets.nodes.size(), "/nodes"));
        VITRINE_TRY(const std::string_view path, target->text("path"));
        if (path == "pointer")
            return readPointer(channel, *target, keys, into);
        if (!std::ranges::contains(kPaths, path)) {
            m_document.scene().warn("an animation of '" + std::string(path.substr(0, 200)) +
                                        "' cannot be shown and is left out",
                                    target->pointer("path"));
            return {};
        }
        return node == kNone ? Status{} : readNode(static_cast<std::size_t>(node), path, keys, into);
    }

    /// Nothing where the channel moves what is not shown.
    Status readNode(std::size_t node, std::string_view path, const JsonObject &keys, SceneAnimation &into)
    {
        SceneChannel read;
        read.path = static_cast<ChannelPath>(std::ranges::find(kPaths, path) - kPaths.begin());
        read.node = (read.path == ChannelPath::Weights ? m_targets.shapes : m_targets.nodes)[node];
        if (read.node == kNone)
            return {};
        std::uint32_t components = read.path == ChannelPath::Rotation ? 4 : 3;
        if (read.path == ChannelPath::Weights) {
            const std::int32_t mesh = m_document.scene().nodes[static_cast<std::size_t>(read.node)].mesh;
            const std::size_t targets =
                mesh == kNone ? 0 : m_document.scene().meshes[static_cast<std::size_t>(mesh)].targets.size();
            if (targets == 0) {
                VITRINE_TRY(const JsonObject object, m_document.nodes().object(node));
                VITRINE_TRY(const auto instances, object.extension(kInstancing));
                m_document.scene().warn(instances ? "moving weights of instances are left out"
                                                  : "weights of a mesh without morph targets are left out",
                                        keys.pointer());
                return {};
            }
            components = static_cast<std::uint32_t>(targets);
        }
        VITRINE_CHECK(readKeys(keys, components, read.path == ChannelPath::Weights, read));
        into.channels.push_back(std::move(read));
        return {};
    }

    Status readPointer(const JsonObject &channel, const JsonObject &target, const JsonObject &keys,
                       SceneAnimation &into)
    {
        const auto pointer = pointerOf(target);
        if (pointer && pointer->list == "nodes" && std::ranges::contains(kPaths, pointer->member))
            return pointer->index < m_targets.nodes.size() ? readNode(pointer->index, pointer->member, keys, into)
                                                           : leaveOut(channel, target);
        if (pointer && pointer->list == "meshes" && pointer->member == "weights")
            return readMeshWeights(pointer->index, keys, into);
        const auto value = pointer ? valueOf(*pointer) : std::nullopt;
        if (!value)
            return leaveOut(channel, target);
        return readValue(*value, pointer->index, channel, target, keys, into);
    }

    Status leaveOut(const JsonObject &channel, const JsonObject &target)
    {
        VITRINE_TRY(const auto extension, target.extension("KHR_animation_pointer"));
        std::string_view pointer;
        if (extension) {
            VITRINE_TRY(pointer, extension->text("pointer"));
        }
        m_document.scene().warn("an animation of '" + std::string(pointer.substr(0, 200)) +
                                    "' cannot be shown and is left out",
                                channel.pointer());
        return {};
    }

    /// Of all nodes that show the mesh and have kept its targets.
    Status readMeshWeights(std::size_t mesh, const JsonObject &keys, SceneAnimation &into)
    {
        for (std::size_t i = 0; i < m_document.nodes().size(); ++i) {
            VITRINE_TRY(const JsonObject node, m_document.nodes().object(i));
            VITRINE_TRY(const std::int32_t shown, node.index("mesh", m_document.meshes().size(), "/meshes"));
            if (shown == static_cast<std::int32_t>(mesh) && !node.has("weights"))
                VITRINE_CHECK(readNode(i, "weights", keys, into));
        }
        return {};
    }

    Status readValue(const AnimatedValue &value, std::size_t index, const JsonObject &channel, const JsonObject &target,
                     const JsonObject &keys, SceneAnimation &into)
    {
        std::vector<std::size_t> owners;
        if (value.owner == ValueOwner::Material && index < m_document.scene().materials.size())
            owners = {index};
        else if (value.owner == ValueOwner::Light && index < m_targets.lights.size())
            owners = m_targets.lights[index];
        else if (value.owner == ValueOwner::Camera && index < m_targets.cameras.size())
            owners = m_targets.cameras[index];
        else
            return leaveOut(channel, target);
        SceneValueChannel read;
        read.owner = value.owner;
        read.member = value.member;
        read.components = value.components;
        VITRINE_CHECK(readKeys(keys, value.components, false, read));
        changeValues(read, [&](float number) { return std::clamp(number, value.least, value.most); });
        if (value.owner == ValueOwner::Material) {
            MaterialRecord &material = m_document.scene().materials[index].values;
            if (value.slot && material.slot(*value.slot).texture == kNone)
                return leaveOut(channel, target);
            if (value.slot)
                material.slot(*value.slot).moves = static_cast<std::uint8_t>(static_cast<std::size_t>(*value.slot) + 1);
            else
                keepLayer(material, read);
        }
        for (const std::size_t owner : owners) {
            read.index = owner;
            into.values.push_back(read);
        }
        return {};
    }

    /// `isFlat`: a key's values stand as so many elements of one number.
    Status readKeys(const JsonObject &sampler, std::uint32_t components, bool isFlat, auto &into)
    {
        const std::size_t accessors = m_document.accessors().size();
        VITRINE_TRY(const std::int32_t input, sampler.requiredIndex("input", accessors, "/accessors"));
        VITRINE_TRY(const std::int32_t output, sampler.requiredIndex("output", accessors, "/accessors"));
        VITRINE_TRY(into.interpolation, interpolationOf(sampler));
        // Before they are decoded: many channels may share one accessor.
        const std::uint64_t count = m_document.accessors()[static_cast<std::size_t>(input)].count;
        const std::uint64_t outputs = m_document.accessors()[static_cast<std::size_t>(output)].count;
        m_floats += count + outputs * (isFlat ? 1 : components);
        if (m_floats > limits::kKeyFloats)
            return fail(ErrorCode::TooLarge,
                        "more than " + std::to_string(limits::kKeyFloats) + " numbers of animations together",
                        sampler.pointer());
        VITRINE_TRY(into.times, m_document.floats(input, 1));
        VITRINE_CHECK(checkTimes(into.times, sampler.pointer("input")));
        VITRINE_TRY(into.values, m_document.floats(output, isFlat ? 1 : components));
        const std::uint64_t wanted =
            count * (into.interpolation == Interpolation::Cubic ? 3 : 1) * (isFlat ? components : 1);
        if (outputs != wanted)
            return fail(ErrorCode::InvalidArgument,
                        std::to_string(outputs) + " values where " + std::to_string(wanted) + " are needed",
                        sampler.pointer("output"));
        if (!std::ranges::all_of(into.values, [](float value) { return std::isfinite(value); }))
            return fail(ErrorCode::InvalidArgument, "not a finite number", sampler.pointer("output"));
        return {};
    }

    Document &m_document;
    const AnimationTargets &m_targets;
    std::size_t m_channels = 0;
    std::uint64_t m_floats = 0;
};

} // namespace

Status readAnimations(Document &document, const AnimationTargets &targets)
{
    return AnimationReader(document, targets).read();
}

} // namespace vitrine::render::gltf
