// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/PrimitivePose.h"

#include "render/import/ImportLimits.h"
#include "render/import/geometry/Transform.h"

#include <algorithm>

namespace vitrine::render::gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

template <typename Vector>
Status addTarget(Document &document, const JsonObject &target, std::string_view key, float weight,
                 std::vector<Vector> &into)
{
    VITRINE_TRY(const std::int32_t index, target.index(key, document.accessors().size(), "/accessors"));
    if (index == kNone || into.empty() || weight == 0)
        return {};
    VITRINE_TRY(const std::vector<float> offsets, document.floats(index, 3));
    if (offsets.size() != into.size() * 3)
        return fail(ErrorCode::InvalidArgument,
                    std::to_string(offsets.size() / 3) + " elements for " + std::to_string(into.size()) + " vertices",
                    target.pointer(key));
    for (std::size_t i = 0; i < into.size(); ++i)
        for (std::size_t c = 0; c < 3; ++c)
            into[i][c] += offsets[i * 3 + c] * weight;
    return {};
}

/// The influences of one set, four for each vertex.
struct Influences {
    std::vector<std::uint32_t> joints;
    std::vector<float> weights;
};

Result<std::optional<Influences>> readInfluences(Document &document, const JsonObject &attributes, int set,
                                                 std::size_t vertexCount)
{
    const std::string jointsKey = "JOINTS_" + std::to_string(set);
    const std::string weightsKey = "WEIGHTS_" + std::to_string(set);
    const std::size_t size = document.accessors().size();
    VITRINE_TRY(const std::int32_t joints, attributes.index(jointsKey, size, "/accessors"));
    VITRINE_TRY(const std::int32_t weights, attributes.index(weightsKey, size, "/accessors"));
    if (joints == kNone && weights == kNone)
        return std::nullopt;
    if (joints == kNone || weights == kNone)
        return fail(ErrorCode::InvalidArgument, "joints and weights must come together",
                    attributes.pointer(joints == kNone ? weightsKey : jointsKey));
    Influences influences;
    VITRINE_TRY(influences.joints, document.integers(joints, 4));
    VITRINE_TRY(influences.weights, document.floats(weights, 4));
    if (influences.joints.size() != vertexCount * 4)
        return fail(ErrorCode::InvalidArgument, "not one element for each vertex", attributes.pointer(jointsKey));
    if (influences.weights.size() != vertexCount * 4)
        return fail(ErrorCode::InvalidArgument, "not one element for each vertex", attributes.pointer(weightsKey));
    return influences;
}

Matrix4 blend(const std::vector<Influences> &sets, std::span<const Matrix4> joints, std::size_t vertex)
{
    Matrix4 sum{};
    float total = 0;
    for (const Influences &set : sets)
        for (std::size_t k = vertex * 4; k < vertex * 4 + 4; ++k) {
            const float weight = set.weights[k];
            if (!(weight > 0))
                continue;
            total += weight;
            const Matrix4 &joint = joints[set.joints[k]];
            for (std::size_t i = 0; i < 16; ++i)
                sum[i] += joint[i] * weight;
        }
    if (!(total > 0) || !std::isfinite(total))
        return joints[0];
    for (float &value : sum)
        value /= total;
    return sum;
}

} // namespace

Status applyMorphTargets(Document &document, const JsonObject &object, std::span<const float> weights,
                         ScenePrimitive &primitive)
{
    VITRINE_TRY(const JsonArray targets, object.array("targets"));
    if (targets.size() > limits::kMorphTargets)
        return fail(ErrorCode::TooLarge, std::to_string(targets.size()) + " morph targets", targets.pointer());
    for (std::size_t i = 0; i < targets.size(); ++i) {
        VITRINE_TRY(const JsonObject target, targets.object(i));
        const float weight = i < weights.size() ? weights[i] : 0;
        VITRINE_CHECK(addTarget(document, target, "POSITION", weight, primitive.positions));
        VITRINE_CHECK(addTarget(document, target, "NORMAL", weight, primitive.normals));
        VITRINE_CHECK(addTarget(document, target, "TANGENT", weight, primitive.tangents));
    }
    return {};
}

Status applySkin(Document &document, const JsonObject &attributes, std::span<const Matrix4> joints,
                 ScenePrimitive &primitive)
{
    std::vector<Influences> sets;
    for (int set = 0; set < 2; ++set) {
        VITRINE_TRY(auto influences, readInfluences(document, attributes, set, primitive.positions.size()));
        if (!influences)
            break;
        const auto wild = std::ranges::find_if(influences->joints, [&](auto joint) { return joint >= joints.size(); });
        if (wild != influences->joints.end())
            return fail(ErrorCode::InvalidArgument,
                        "joint " + std::to_string(*wild) + " of " + std::to_string(joints.size()),
                        attributes.pointer("JOINTS_" + std::to_string(set)));
        sets.push_back(std::move(*influences));
    }
    if (sets.empty()) {
        document.scene().warn("a mesh with a skin has no joints; it is shown as it is", attributes.pointer());
        return {};
    }
    for (std::size_t i = 0; i < primitive.positions.size(); ++i) {
        const Matrix4 matrix = blend(sets, joints, i);
        primitive.positions[i] = transformPoint(matrix, primitive.positions[i]);
        if (!primitive.normals.empty())
            primitive.normals[i] = transformNormal(matrix, primitive.normals[i]);
        if (!primitive.tangents.empty()) {
            Vector4 &tangent = primitive.tangents[i];
            const Vector3 turned =
                normalized(transformDirection(matrix, {tangent[0], tangent[1], tangent[2]}), {1, 0, 0});
            tangent = {turned[0], turned[1], turned[2], tangent[3]};
        }
    }
    return {};
}

} // namespace vitrine::render::gltf
