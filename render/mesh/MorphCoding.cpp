// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/mesh/MorphCoding.h"

#include <meshoptimizer.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace vitrine::render {
namespace {

constexpr float kSteps = 32'767;

float furthest(std::span<const MorphMove> moves, Vector3 MorphMove::*member)
{
    float most = 0;
    for (const MorphMove &move : moves)
        for (const float value : move.*member)
            most = std::max(most, std::abs(value));
    return most;
}

std::array<std::int16_t, 3> rounded(const Vector3 &value, float step)
{
    std::array<std::int16_t, 3> steps{};
    for (std::size_t c = 0; step > 0 && c < 3; ++c)
        steps[c] = static_cast<std::int16_t>(std::clamp(std::round(value[c] / step), -kSteps, kSteps));
    return steps;
}

Vector3 widened(const std::array<std::int16_t, 3> &steps, float step)
{
    return {static_cast<float>(steps[0]) * step, static_cast<float>(steps[1]) * step,
            static_cast<float>(steps[2]) * step};
}

} // namespace

CodedMorphTarget encodeMorphTarget(std::span<const MorphMove> moves)
{
    CodedMorphTarget coded;
    MorphTargetRecord &record = coded.record;
    record.positionStep = furthest(moves, &MorphMove::position) / kSteps;
    record.normalStep = furthest(moves, &MorphMove::normal) / kSteps;
    std::vector<MorphDelta> deltas;
    deltas.reserve(moves.size());
    for (const MorphMove &move : moves)
        deltas.push_back(
            {move.vertex, rounded(move.position, record.positionStep), rounded(move.normal, record.normalStep)});
    record.count = static_cast<std::uint32_t>(deltas.size());
    if (deltas.empty())
        return coded;
    auto &into = coded.deltas;
    into.resize(meshopt_encodeVertexBufferBound(deltas.size(), sizeof(MorphDelta)));
    into.resize(meshopt_encodeVertexBuffer(reinterpret_cast<unsigned char *>(into.data()), into.size(), deltas.data(),
                                           deltas.size(), sizeof(MorphDelta)));
    record.bytes = into.size();
    return coded;
}

core::Result<std::vector<MorphMove>> decodeMorphTarget(const Package &package, const MorphTargetRecord &target)
{
    const auto code = package.codedDeltasOf(target);
    const std::uint32_t vertexCount = package.meshes()[static_cast<std::size_t>(target.mesh)].vertexCount;
    std::vector<MorphDelta> deltas(target.count);
    const auto where = [&] {
        const auto first = package.morphTargetsOf(static_cast<std::size_t>(target.mesh));
        return "meshes[" + std::to_string(target.mesh) + "].morphTargets[" + std::to_string(&target - first.data()) +
               "]";
    };
    if (!deltas.empty() &&
        meshopt_decodeVertexBuffer(deltas.data(), deltas.size(), sizeof(MorphDelta),
                                   reinterpret_cast<const unsigned char *>(code.data()), code.size()) != 0)
        return core::fail(core::ErrorCode::Malformed, "the code is broken", where());
    std::vector<MorphMove> moves;
    moves.reserve(deltas.size());
    for (const MorphDelta &delta : deltas) {
        if (delta.vertex >= vertexCount)
            return core::fail(core::ErrorCode::Malformed,
                              "vertex " + std::to_string(delta.vertex) + " of " + std::to_string(vertexCount), where());
        moves.push_back(
            {delta.vertex, widened(delta.position, target.positionStep), widened(delta.normal, target.normalStep)});
    }
    return moves;
}

} // namespace vitrine::render
