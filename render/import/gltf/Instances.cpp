// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/Instances.h"

#include "render/import/ImportLimits.h"

#include <algorithm>

namespace vitrine::render::gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

/// One attribute of all instances.
template <std::size_t Components>
Status read(Document &document, const JsonObject &attributes, std::string_view key, std::vector<Transform> &into,
            std::array<float, Components> Transform::*member)
{
    VITRINE_TRY(const std::int32_t accessor, attributes.index(key, document.accessors().size(), "/accessors"));
    if (accessor == kNone)
        return {};
    VITRINE_TRY(const std::vector<float> values, document.floats(accessor, Components));
    const std::size_t count = values.size() / Components;
    if (count > limits::kNodes)
        return fail(ErrorCode::TooLarge, std::to_string(count) + " instances", attributes.pointer(key));
    if (into.empty())
        into.resize(count);
    if (count == 0 || into.size() != count)
        return fail(ErrorCode::InvalidArgument,
                    std::to_string(count) + " elements for " + std::to_string(into.size()) + " instances",
                    attributes.pointer(key));
    if (!std::ranges::all_of(values, [](float value) { return std::isfinite(value); }))
        return fail(ErrorCode::InvalidArgument, "not a finite number", attributes.pointer(key));
    for (std::size_t i = 0; i < count; ++i)
        std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(i * Components), Components,
                    (into[i].*member).begin());
    return {};
}

} // namespace

Result<std::optional<std::vector<Transform>>> readInstances(Document &document, const JsonObject &node)
{
    VITRINE_TRY(const auto extension, node.extension("EXT_mesh_gpu_instancing"));
    if (!extension)
        return std::nullopt;
    VITRINE_TRY(const auto attributes, extension->object("attributes"));
    if (!attributes)
        return fail(ErrorCode::InvalidArgument, "missing", extension->pointer("attributes"));
    std::vector<Transform> instances;
    VITRINE_CHECK(read(document, *attributes, "TRANSLATION", instances, &Transform::translation));
    VITRINE_CHECK(read(document, *attributes, "ROTATION", instances, &Transform::rotation));
    VITRINE_CHECK(read(document, *attributes, "SCALE", instances, &Transform::scale));
    for (Transform &instance : instances) {
        Vector4 &q = instance.rotation;
        const float length = std::sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
        if (!(length > 0))
            return fail(ErrorCode::InvalidArgument, "not a rotation", attributes->pointer("ROTATION"));
        for (float &value : q)
            value /= length;
    }
    return instances;
}

} // namespace vitrine::render::gltf
