// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/mesh/MeshCoding.h"
#include "render/mesh/Octahedral.h"

#include <meshoptimizer.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>

namespace vitrine::render {
namespace {

/// Even, so that the middle of a symmetrical mesh is met.
constexpr float kSteps = 65'534;
/// A mesh that lies so many times its size from its origin keeps floats: what they hold there is coarse enough.
constexpr float kFar = 512;
/// Texture coordinates of a wider range keep floats: 16 bits would be off by more than a 30th of a texel of 2048.
constexpr float kWidestUv = 2;
/// Light that varies slowly shows no steps of this size, and the upper byte is always 0: it costs next to nothing.
constexpr float kOcclusionSteps = 127;

std::array<float, 4> valuesOf(std::span<const std::byte> vertices, const MeshRecord &record,
                              const VertexAttribute &attribute, std::size_t vertex)
{
    std::array<float, 4> values{};
    std::memcpy(values.data(), vertices.data() + vertex * record.vertexStride + attribute.offset,
                attribute.components * sizeof(float));
    return values;
}

bool keepsFloats(VertexSemantic semantic, const Vector4 &low, const Vector4 &high, std::size_t components)
{
    float furthest = 0;
    float widest = 0;
    for (std::size_t c = 0; c < components; ++c) {
        furthest = std::max({furthest, std::abs(low[c]), std::abs(high[c])});
        widest = std::max(widest, high[c] - low[c]);
    }
    if (!std::isfinite(furthest) || !std::isfinite(widest))
        return true;
    if (semantic == VertexSemantic::Position)
        return furthest > kFar * widest;
    const bool isUv = semantic == VertexSemantic::TexCoord0 || semantic == VertexSemantic::TexCoord1;
    return widest > (isUv ? kWidestUv : 1.0F);
}

/// Chooses how it is stored, but for where.
void chooseCoding(VertexAttribute &attribute, const MeshRecord &record, std::span<const std::byte> vertices)
{
    attribute.low = {};
    attribute.step = {};
    switch (attribute.semantic) {
    case VertexSemantic::Binormal:
        attribute.coding = VertexCoding::Derived;
        return;
    case VertexSemantic::Normal:
    case VertexSemantic::Tangent:
        attribute.coding = VertexCoding::Octahedral16;
        return;
    case VertexSemantic::Occlusion:
        attribute.coding = VertexCoding::Unorm16;
        attribute.step[0] = 1 / kOcclusionSteps;
        return;
    default:
        break;
    }
    constexpr float kMost = std::numeric_limits<float>::max();
    Vector4 low{kMost, kMost, kMost, kMost};
    Vector4 high{-kMost, -kMost, -kMost, -kMost};
    for (std::size_t vertex = 0; vertex < record.vertexCount; ++vertex) {
        const auto values = valuesOf(vertices, record, attribute, vertex);
        for (std::size_t c = 0; c < attribute.components; ++c) {
            low[c] = std::min(low[c], values[c]);
            high[c] = std::max(high[c], values[c]);
        }
    }
    attribute.coding = VertexCoding::Float32;
    if (attribute.semantic == VertexSemantic::Joints && std::ranges::max(high) <= kSteps) {
        attribute.coding = VertexCoding::Unorm16;
        attribute.step = {1, 1, 1, 1}; // their own numbers, unrounded
        return;
    }
    if (keepsFloats(attribute.semantic, low, high, attribute.components))
        return;
    attribute.coding = VertexCoding::Unorm16;
    for (std::size_t c = 0; c < attribute.components; ++c) {
        attribute.low[c] = low[c];
        attribute.step[c] = (high[c] - low[c]) / kSteps;
    }
}

void store(std::byte *into, const VertexAttribute &attribute, const std::array<float, 4> &values)
{
    std::array<std::uint16_t, 4> narrow{};
    switch (attribute.coding) {
    case VertexCoding::Float32:
        std::memcpy(into, values.data(), storedBytes(attribute));
        return;
    case VertexCoding::Unorm16:
        for (std::size_t c = 0; c < attribute.components; ++c) {
            const float step = attribute.step[c];
            narrow[c] = step > 0 ? static_cast<std::uint16_t>(
                                       std::clamp(std::round((values[c] - attribute.low[c]) / step), 0.0F, kSteps))
                                 : 0;
        }
        break;
    case VertexCoding::Octahedral16: {
        const auto [u, v] = encodeOctahedral({values[0], values[1], values[2]});
        narrow = {std::bit_cast<std::uint16_t>(u), std::bit_cast<std::uint16_t>(v),
                  std::bit_cast<std::uint16_t>(static_cast<std::int16_t>(values[3] < 0 ? -1 : 1)), 0};
        break;
    }
    case VertexCoding::Derived:
        return;
    }
    std::memcpy(into, narrow.data(), storedBytes(attribute));
}

} // namespace

std::vector<std::byte> encodeIndices(std::span<const std::uint32_t> indices, std::size_t vertexCount)
{
    std::vector<std::byte> code(meshopt_encodeIndexBufferBound(indices.size(), vertexCount));
    code.resize(meshopt_encodeIndexBuffer(reinterpret_cast<unsigned char *>(code.data()), code.size(), indices.data(),
                                          indices.size()));
    return code;
}

CodedMesh encodeMesh(const MeshRecord &record, std::span<const std::byte> vertices,
                     std::span<const std::uint32_t> indices)
{
    CodedMesh coded;
    coded.record = record;
    MeshRecord &made = coded.record;
    const std::span attributes = std::span(made.attributes).first(made.attributeCount);
    std::uint32_t stride = 0;
    for (VertexAttribute &attribute : attributes) {
        chooseCoding(attribute, record, vertices);
        attribute.storedOffset = static_cast<std::uint16_t>(stride);
        stride += storedBytes(attribute);
        if (attribute.semantic == VertexSemantic::Position)
            coded.positionError = std::hypot(attribute.step[0], attribute.step[1], attribute.step[2]) / 2;
    }
    made.storedStride = (stride + 3) / 4 * 4;

    std::vector<std::byte> stored(std::size_t{made.storedStride} * made.vertexCount);
    for (std::size_t vertex = 0; vertex < made.vertexCount; ++vertex)
        for (const VertexAttribute &attribute : attributes)
            store(stored.data() + vertex * made.storedStride + attribute.storedOffset, attribute,
                  valuesOf(vertices, record, attribute, vertex));

    const auto bytes = [](std::vector<std::byte> &code) { return reinterpret_cast<unsigned char *>(code.data()); };
    coded.vertices.resize(meshopt_encodeVertexBufferBound(made.vertexCount, made.storedStride));
    coded.vertices.resize(meshopt_encodeVertexBuffer(bytes(coded.vertices), coded.vertices.size(), stored.data(),
                                                     made.vertexCount, made.storedStride));
    coded.indices = encodeIndices(indices, made.vertexCount);
    made.vertexBytes = coded.vertices.size();
    made.indexBytes = coded.indices.size();
    return coded;
}

} // namespace vitrine::render
