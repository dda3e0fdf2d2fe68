// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/light/TracedSample.h"

#include "render/mesh/MeshCoding.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <numbers>

namespace vitrine::test {

using namespace render;

SampleMesh ball()
{
    constexpr int kRows = 160;
    constexpr int kColumns = 320;
    SampleMesh mesh;
    for (int row = 0; row <= kRows; ++row)
        for (int column = 0; column <= kColumns; ++column) {
            const double down = std::numbers::pi * row / kRows;
            const double around = 2 * std::numbers::pi * column / kColumns;
            const Vector3 point{static_cast<float>(std::sin(down) * std::cos(around)),
                                static_cast<float>(std::cos(down)),
                                static_cast<float>(std::sin(down) * std::sin(around))};
            mesh.positions.push_back(point);
            mesh.normals.push_back(point);
        }
    for (int row = 0; row < kRows; ++row)
        for (int column = 0; column < kColumns; ++column) {
            const auto at = [&](int c, int r) { return static_cast<std::uint32_t>(r * (kColumns + 1) + c); };
            for (const std::uint32_t index : {at(column, row), at(column + 1, row), at(column + 1, row + 1),
                                              at(column, row), at(column + 1, row + 1), at(column, row + 1)})
                mesh.indices.push_back(index);
        }
    return mesh;
}

SampleMesh box(Vector3 low, Vector3 high)
{
    SampleMesh mesh;
    for (std::size_t axis = 0; axis < 3; ++axis)
        for (const bool isHigh : {false, true}) {
            const auto first = static_cast<std::uint32_t>(mesh.positions.size());
            const std::size_t u = (axis + 1) % 3;
            const std::size_t v = (axis + 2) % 3;
            for (unsigned corner = 0; corner < 4; ++corner) {
                Vector3 point{};
                point[axis] = (isHigh ? high : low)[axis];
                point[u] = ((corner & 1U) != 0 ? high : low)[u];
                point[v] = ((corner & 2U) != 0 ? high : low)[v];
                Vector3 normal{};
                normal[axis] = isHigh ? 1.0F : -1.0F;
                mesh.positions.push_back(point);
                mesh.normals.push_back(normal);
            }
            for (const std::uint32_t corner : isHigh ? std::array<std::uint32_t, 6>{0, 1, 3, 0, 3, 2}
                                                     : std::array<std::uint32_t, 6>{0, 3, 1, 0, 2, 3})
                mesh.indices.push_back(first + corner);
        }
    return mesh;
}

std::vector<std::byte> packageOf(const SampleMesh &mesh, const MaterialRecord &material)
{
    return packageOf({{mesh, material}});
}

std::vector<std::byte> packageOf(const std::vector<SamplePart> &parts)
{
    std::vector<float> vertices;
    std::vector<std::uint32_t> indices;
    PackageContents contents;
    Bounds bounds{parts[0].mesh.positions[0], parts[0].mesh.positions[0]};
    for (const auto &[mesh, material] : parts) {
        const auto first = static_cast<std::uint32_t>(vertices.size() / 6);
        const auto firstIndex = static_cast<std::uint32_t>(indices.size());
        for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
            vertices.insert(vertices.end(), mesh.positions[i].begin(), mesh.positions[i].end());
            vertices.insert(vertices.end(), mesh.normals[i].begin(), mesh.normals[i].end());
            for (std::size_t axis = 0; axis < 3 && std::isfinite(mesh.positions[i][axis]); ++axis) {
                bounds.min[axis] = std::min(bounds.min[axis], mesh.positions[i][axis]);
                bounds.max[axis] = std::max(bounds.max[axis], mesh.positions[i][axis]);
            }
        }
        for (const std::uint32_t index : mesh.indices)
            indices.push_back(first + index);
        const auto part = static_cast<std::int32_t>(contents.materials.size());
        contents.submeshes.push_back({part, firstIndex, static_cast<std::uint32_t>(mesh.indices.size()), bounds});
        contents.materials.push_back(material);
    }
    MeshRecord record{};
    record.submeshCount = static_cast<std::uint32_t>(parts.size());
    record.vertexCount = static_cast<std::uint32_t>(vertices.size() / 6);
    record.vertexStride = 24;
    record.indexCount = static_cast<std::uint32_t>(indices.size());
    record.bounds = bounds;
    record.attributeCount = 2;
    record.attributes[0].semantic = VertexSemantic::Position;
    record.attributes[0].components = 3;
    record.attributes[1].semantic = VertexSemantic::Normal;
    record.attributes[1].components = 3;
    record.attributes[1].offset = 12;
    const CodedMesh coded = encodeMesh(record, std::as_bytes(std::span(vertices)), indices);

    std::vector<std::byte> bytes;
    PackageWriter writer(memorySink(bytes));
    const auto put = [&](SectionKind kind, std::span<const std::byte> payload) {
        REQUIRE(writer.beginBlob(kind).has_value());
        REQUIRE(writer.append(payload).has_value());
    };
    put(SectionKind::Vertices, coded.vertices);
    put(SectionKind::Indices, coded.indices);
    contents.info.bounds = bounds;
    contents.info.triangleCount = indices.size() / 3;
    contents.info.vertexCount = record.vertexCount;
    contents.nodes.push_back({kNone, 0, writer.text("thing"), {0, 0, 0}, {0, 0, 0, 1}, {1, 1, 1}});
    contents.meshes.push_back(coded.record);
    REQUIRE(writer.finish(contents).has_value());
    return bytes;
}

TraceRequest frontView(int side, int samples, Surround surround)
{
    constexpr float kAway = 40;
    TraceRequest request;
    request.camera.position = {0, 0, kAway};
    request.camera.verticalFovDegrees = static_cast<float>(2 * std::atan(1 / kAway) * 180 / std::numbers::pi);
    request.width = side;
    request.height = side;
    request.samples = samples;
    request.surround = std::move(surround);
    return request;
}

TracedPicture traced(const std::vector<std::byte> &bytes, TraceRequest request)
{
    const auto package = Package::open(bytes);
    REQUIRE(package.has_value());
    const std::vector<Matrix4> world(package->nodes().size(), {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1});
    request.world = world;
    auto picture = tracePicture(*package, request);
    REQUIRE(picture.has_value());
    return std::move(*picture);
}

} // namespace vitrine::test
