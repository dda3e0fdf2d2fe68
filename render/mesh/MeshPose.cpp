// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/mesh/MeshPose.h"

#include "core/values/Contract.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <optional>

namespace vitrine::render {
namespace {

/// A joint's matrix without its last row, which says nothing: three columns and a translation.
struct Affine {
    std::array<float, 12> m{};

    float at(std::size_t row, std::size_t column) const { return m[column * 3 + row]; }
    Vector3 direction(const Vector3 &v) const
    {
        return {m[0] * v[0] + m[3] * v[1] + m[6] * v[2], m[1] * v[0] + m[4] * v[1] + m[7] * v[2],
                m[2] * v[0] + m[5] * v[1] + m[8] * v[2]};
    }
    Vector3 point(const Vector3 &v) const
    {
        const Vector3 turned = direction(v);
        return {turned[0] + m[9], turned[1] + m[10], turned[2] + m[11]};
    }
    /// The cofactors of its upper 3×3: what normals go by.
    Affine cofactors() const
    {
        Affine c;
        for (std::size_t column = 0; column < 3; ++column)
            for (std::size_t row = 0; row < 3; ++row) {
                const std::size_t r1 = (row + 1) % 3;
                const std::size_t r2 = (row + 2) % 3;
                const std::size_t c1 = (column + 1) % 3;
                const std::size_t c2 = (column + 2) % 3;
                c.m[column * 3 + row] = at(r1, c1) * at(r2, c2) - at(r1, c2) * at(r2, c1);
            }
        return c;
    }
    std::optional<Affine> inverse() const
    {
        const Affine c = cofactors();
        const float determinant = m[0] * c.m[0] + m[3] * c.m[3] + m[6] * c.m[6];
        float size = 0;
        for (std::size_t i = 0; i < 9; ++i)
            size = std::max(size, std::abs(m[i]));
        if (!(std::abs(determinant) > 1e-6F * size * size * size) || !std::isfinite(determinant))
            return std::nullopt;
        Affine inverse;
        for (std::size_t column = 0; column < 3; ++column)
            for (std::size_t row = 0; row < 3; ++row)
                inverse.m[column * 3 + row] = c.at(column, row) / determinant;
        const Vector3 back = inverse.direction({m[9], m[10], m[11]});
        std::ranges::transform(back, inverse.m.begin() + 9, std::negate<>());
        return inverse;
    }
};

std::vector<Affine> affine(std::span<const Matrix4> joints)
{
    std::vector<Affine> result(joints.size());
    for (std::size_t j = 0; j < joints.size(); ++j)
        for (std::size_t column = 0; column < 4; ++column)
            for (std::size_t row = 0; row < 3; ++row)
                result[j].m[column * 3 + row] = joints[j][column * 4 + row];
    return result;
}

Affine blend(std::span<const Affine> joints, const std::array<std::uint16_t, 4> &which, const Vector4 &weights)
{
    Affine sum;
    for (std::size_t k = 0; k < 4; ++k) {
        if (weights[k] == 0)
            continue;
        const Affine &joint = joints[which[k]];
        for (std::size_t i = 0; i < 12; ++i)
            sum.m[i] += joint.m[i] * weights[k];
    }
    return sum;
}

float length(const Vector3 &v) { return std::sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]); }

Vector3 normalized(const Vector3 &v, const Vector3 &fallback)
{
    const float size = length(v);
    return size > 0 && std::isfinite(size) ? Vector3{v[0] / size, v[1] / size, v[2] / size} : fallback;
}

void add(Vector3 &to, const Vector3 &what, float weight)
{
    for (std::size_t c = 0; c < 3; ++c)
        to[c] += what[c] * weight;
}

template <typename Vector>
Vector read(const std::byte *from)
{
    Vector values;
    std::memcpy(values.data(), from, sizeof values);
    return values;
}

template <typename Vector>
void write(std::byte *to, const Vector &values)
{
    std::memcpy(to, values.data(), sizeof values);
}

} // namespace

core::Result<MeshPose> MeshPose::make(const Package &package, std::size_t mesh, const DecodedMesh &decoded,
                                      std::span<const Matrix4> joints)
{
    const MeshRecord &record = package.meshes()[mesh];
    MeshPose pose;
    pose.m_stride = record.vertexStride;
    pose.m_vertices.resize(record.vertexCount);
    for (const VertexAttribute &attribute : package.attributesOf(record)) {
        if (attribute.semantic == VertexSemantic::Normal)
            pose.m_normalAt = attribute.offset;
        else if (attribute.semantic == VertexSemantic::Tangent)
            pose.m_tangentAt = attribute.offset;
        else if (attribute.semantic == VertexSemantic::Binormal)
            pose.m_binormalAt = attribute.offset;
    }
    for (std::size_t i = 0; i < pose.m_vertices.size(); ++i) {
        const std::byte *from = decoded.vertices.data() + i * pose.m_stride;
        Vertex &vertex = pose.m_vertices[i];
        vertex.position = read<Vector3>(from);
        vertex.normal = pose.m_normalAt == 0 ? Vector3{0, 1, 0} : read<Vector3>(from + pose.m_normalAt);
        vertex.tangent = pose.m_tangentAt == 0 ? Vector4{} : read<Vector4>(from + pose.m_tangentAt);
    }
    if (!joints.empty()) {
        pose.readInfluences(record, decoded, joints.size());
        pose.unbend(joints);
    }
    for (const MorphTargetRecord &target : package.morphTargetsOf(mesh)) {
        VITRINE_TRY(auto moves, decodeMorphTarget(package, target));
        pose.m_targets.push_back({target.weight, std::move(moves)});
    }
    return pose;
}

void MeshPose::readInfluences(const MeshRecord &record, const DecodedMesh &decoded, std::size_t jointCount)
{
    std::size_t jointsAt = 0;
    std::size_t weightsAt = 0;
    for (const VertexAttribute &attribute : std::span(record.attributes).first(record.attributeCount)) {
        if (attribute.semantic == VertexSemantic::Joints)
            jointsAt = attribute.offset;
        else if (attribute.semantic == VertexSemantic::Weights)
            weightsAt = attribute.offset;
    }
    if (jointsAt == 0 || weightsAt == 0)
        return;
    m_isSkinned = true;
    const auto most = static_cast<float>(std::min<std::size_t>(jointCount - 1, 65'535));
    for (std::size_t i = 0; i < m_vertices.size(); ++i) {
        const std::byte *from = decoded.vertices.data() + i * m_stride;
        const auto numbers = read<Vector4>(from + jointsAt);
        Vertex &vertex = m_vertices[i];
        vertex.weights = read<Vector4>(from + weightsAt);
        float sum = 0;
        for (std::size_t k = 0; k < 4; ++k) {
            // A package is a stranger's: its numbers may name no joint, and be no numbers.
            const float number = std::round(numbers[k]);
            const bool isThere = number >= 0 && number <= most && vertex.weights[k] > 0;
            vertex.joints[k] = isThere ? static_cast<std::uint16_t>(number) : 0;
            vertex.weights[k] = isThere ? vertex.weights[k] : 0;
            sum += vertex.weights[k];
        }
        for (float &weight : vertex.weights)
            weight = sum > 1e-4F && std::isfinite(sum) ? weight / sum : 0;
    }
}

void MeshPose::unbend(std::span<const Matrix4> joints)
{
    const auto atRest = affine(joints);
    for (Vertex &vertex : m_vertices) {
        if (vertex.weights == Vector4{})
            continue;
        const Affine bent = blend(atRest, vertex.joints, vertex.weights);
        const auto back = bent.inverse();
        if (!back) {
            vertex.weights = {};
            continue;
        }
        vertex.position = back->point(vertex.position);
        vertex.normal = normalized(back->cofactors().direction(vertex.normal), {0, 1, 0});
        const Vector3 tangent = back->direction({vertex.tangent[0], vertex.tangent[1], vertex.tangent[2]});
        const Vector3 unit = normalized(tangent, {1, 0, 0});
        vertex.tangent = {unit[0], unit[1], unit[2], vertex.tangent[3]};
    }
}

Bounds MeshPose::apply(std::span<const float> weights, std::span<const Matrix4> joints,
                       std::span<std::byte> vertices) const
{
    VITRINE_EXPECT(weights.size() == m_targets.size() && vertices.size() == m_vertices.size() * m_stride);
    std::vector<Vertex> morphed;
    for (std::size_t i = 0; i < m_targets.size(); ++i) {
        const float weight = weights[i] - m_targets[i].weight;
        if (weight == 0 || !std::isfinite(weight))
            continue;
        if (morphed.empty())
            morphed = m_vertices;
        for (const MorphMove &move : m_targets[i].moves) {
            add(morphed[move.vertex].position, move.position, weight);
            add(morphed[move.vertex].normal, move.normal, weight);
        }
    }
    const auto bones = affine(joints);
    constexpr float kMost = std::numeric_limits<float>::max();
    Bounds bounds{{kMost, kMost, kMost}, {-kMost, -kMost, -kMost}};
    std::byte *to = vertices.data();
    for (const Vertex &vertex : morphed.empty() ? m_vertices : morphed) {
        Vector3 position = vertex.position;
        Vector3 normal = vertex.normal;
        Vector3 tangent{vertex.tangent[0], vertex.tangent[1], vertex.tangent[2]};
        if (m_isSkinned && vertex.weights != Vector4{}) {
            const Affine bent = blend(bones, vertex.joints, vertex.weights);
            position = bent.point(position);
            normal = bent.cofactors().direction(normal);
            tangent = bent.direction(tangent);
        }
        write(to, position);
        for (std::size_t c = 0; c < 3; ++c) {
            bounds.min[c] = std::min(bounds.min[c], position[c]);
            bounds.max[c] = std::max(bounds.max[c], position[c]);
        }
        if (m_normalAt != 0) {
            normal = normalized(normal, {0, 1, 0});
            write(to + m_normalAt, normal);
        }
        if (m_tangentAt != 0) {
            // Upright on the normal again, which a morph target may have turned.
            const float along = tangent[0] * normal[0] + tangent[1] * normal[1] + tangent[2] * normal[2];
            add(tangent, normal, -along);
            const Vector3 t = normalized(tangent, {1, 0, 0});
            const float w = vertex.tangent[3];
            write(to + m_tangentAt, Vector4{t[0], t[1], t[2], w});
            if (m_binormalAt != 0)
                write(to + m_binormalAt,
                      Vector3{(normal[1] * t[2] - normal[2] * t[1]) * w, (normal[2] * t[0] - normal[0] * t[2]) * w,
                              (normal[0] * t[1] - normal[1] * t[0]) * w});
        }
        to += m_stride;
    }
    return bounds;
}

} // namespace vitrine::render
