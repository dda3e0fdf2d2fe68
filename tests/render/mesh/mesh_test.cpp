// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/mesh/MeshCoding.h"
#include "render/mesh/Octahedral.h"
#include "render/package/PackageWriter.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <cstring>
#include <random>

using namespace vitrine;
using namespace vitrine::render;

namespace {

struct Vertex {
    Vector3 position;
    Vector3 normal;
    Vector4 tangent;
    Vector3 binormal;
    Vector2 uv;
    Vector4 color;
};

Vector3 unit(Vector3 v)
{
    const float length = std::sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    return {v[0] / length, v[1] / length, v[2] / length};
}

double degreesBetween(const Vector3 &a, const Vector3 &b)
{
    // By the cross product: the cosine of a small angle has no digits left.
    const double x = double{a[1]} * b[2] - double{a[2]} * b[1];
    const double y = double{a[2]} * b[0] - double{a[0]} * b[2];
    const double z = double{a[0]} * b[1] - double{a[1]} * b[0];
    return std::asin(std::min(1.0, std::sqrt(x * x + y * y + z * z))) * 180 / 3.14159265358979;
}

MeshRecord recordOf(std::size_t vertices, std::size_t indices)
{
    MeshRecord record{};
    record.vertexCount = static_cast<std::uint32_t>(vertices);
    record.vertexStride = sizeof(Vertex);
    record.indexCount = static_cast<std::uint32_t>(indices);
    const auto add = [&](VertexSemantic semantic, std::uint8_t components, std::size_t offset) {
        VertexAttribute &attribute = record.attributes[record.attributeCount++];
        attribute.semantic = semantic;
        attribute.components = components;
        attribute.offset = static_cast<std::uint16_t>(offset);
    };
    add(VertexSemantic::Position, 3, offsetof(Vertex, position));
    add(VertexSemantic::Normal, 3, offsetof(Vertex, normal));
    add(VertexSemantic::Tangent, 4, offsetof(Vertex, tangent));
    add(VertexSemantic::Binormal, 3, offsetof(Vertex, binormal));
    add(VertexSemantic::TexCoord0, 2, offsetof(Vertex, uv));
    add(VertexSemantic::Color, 4, offsetof(Vertex, color));
    return record;
}

/// A mesh of 300 seeded vertices in a box of such a size, so far away, with texture coordinates so wide.
std::vector<Vertex> strewn(float size, float away, float uvs)
{
    std::mt19937 random(20260101);
    std::uniform_real_distribution<float> one(-1, 1);
    std::vector<Vertex> vertices(300);
    for (Vertex &v : vertices) {
        v.position = {one(random) * size + away, one(random) * size, one(random) * size};
        v.normal = unit({one(random), one(random), one(random)});
        const Vector3 along = unit({v.normal[1] + 0.1F, -v.normal[0], 0.05F});
        v.tangent = {along[0], along[1], along[2], one(random) < 0 ? -1.0F : 1.0F};
        v.uv = {one(random) * uvs, one(random) * uvs};
        v.color = {std::abs(one(random)), std::abs(one(random)), std::abs(one(random)), 1};
    }
    return vertices;
}

std::vector<std::uint32_t> triangles()
{
    std::vector<std::uint32_t> indices;
    for (std::uint32_t i = 0; i + 2 < 300; ++i)
        indices.insert(indices.end(), {i, i + 1, i + 2});
    return indices;
}

/// A package of one mesh; its codes can be changed first.
class Stored
{
public:
    explicit Stored(CodedMesh coded)
    {
        PackageWriter writer(memorySink(m_bytes));
        PackageContents contents;
        REQUIRE(writer.beginBlob(SectionKind::Vertices));
        REQUIRE(writer.append(coded.vertices));
        REQUIRE(writer.beginBlob(SectionKind::Indices));
        REQUIRE(writer.append(coded.indices));
        contents.meshes = {coded.record};
        REQUIRE(writer.finish(contents));
        auto package = Package::open(m_bytes);
        REQUIRE(package);
        m_package = *package;
    }
    core::Result<DecodedMesh> decoded() const { return decodeMesh(*m_package, 0); }

private:
    std::vector<std::byte> m_bytes;
    std::optional<Package> m_package;
};

CodedMesh coded(const std::vector<Vertex> &vertices)
{
    return encodeMesh(recordOf(vertices.size(), triangles().size()), std::as_bytes(std::span(vertices)), triangles());
}

std::vector<Vertex> back(const std::vector<Vertex> &vertices)
{
    const auto decoded = Stored(coded(vertices)).decoded();
    REQUIRE(decoded);
    REQUIRE(decoded->indices.size() == triangles().size());
    std::vector<Vertex> read(vertices.size());
    REQUIRE(decoded->vertices.size() == read.size() * sizeof(Vertex));
    std::memcpy(read.data(), decoded->vertices.data(), decoded->vertices.size());
    return read;
}

} // namespace

TEST_CASE("Occlusion is kept in a few bits, in place of a colour's alpha")
{
    auto vertices = strewn(0.3F, 0, 0.9F);
    for (std::size_t i = 0; i < vertices.size(); ++i)
        vertices[i].color[3] = static_cast<float>(i % 101) / 100;
    MeshRecord record = recordOf(vertices.size(), triangles().size());
    VertexAttribute &occlusion = record.attributes[record.attributeCount++];
    occlusion.semantic = VertexSemantic::Occlusion;
    occlusion.components = 1;
    occlusion.offset = offsetof(Vertex, color) + 3 * sizeof(float);
    const auto decoded = Stored(encodeMesh(record, std::as_bytes(std::span(vertices)), triangles())).decoded();
    REQUIRE(decoded);
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        Vertex read;
        std::memcpy(&read, decoded->vertices.data() + i * sizeof(Vertex), sizeof read);
        CHECK(std::abs(read.color[3] - vertices[i].color[3]) <= 0.5F / 127 + 1e-6F);
        CHECK(std::abs(read.color[1] - vertices[i].color[1]) < 1.0F / 65'535);
    }
}

TEST_CASE("A mesh comes back within the stated error")
{
    const auto vertices = strewn(0.3F, 0, 0.9F);
    const CodedMesh code = coded(vertices);
    CHECK(code.record.storedStride == 28); // of 76
    CHECK(code.positionError < 0.3F * 2 / 65'535);
    const auto read = back(vertices);
    for (std::size_t i = 0; i < read.size(); ++i) {
        const Vertex &a = vertices[i];
        const Vertex &b = read[i];
        CHECK(std::hypot(a.position[0] - b.position[0], a.position[1] - b.position[1], a.position[2] - b.position[2]) <=
              code.positionError * 1.01F);
        CHECK(degreesBetween(a.normal, b.normal) < 0.003);
        CHECK(degreesBetween({a.tangent[0], a.tangent[1], a.tangent[2]}, {b.tangent[0], b.tangent[1], b.tangent[2]}) <
              0.003);
        CHECK(a.tangent[3] == b.tangent[3]);
        CHECK(std::abs(a.uv[0] - b.uv[0]) < 1.8F / 65'535);
        CHECK(std::abs(a.color[2] - b.color[2]) < 1.0F / 65'535);
    }
}

TEST_CASE("A binormal is derived from normal, tangent and handedness")
{
    auto vertices = strewn(1, 0, 1);
    vertices[0].normal = {0, 0, 1};
    vertices[0].tangent = {1, 0, 0, -1};
    const Vector3 binormal = back(vertices)[0].binormal;
    CHECK(std::abs(binormal[1] + 1) < 1e-4F);
    CHECK(std::abs(binormal[0]) < 1e-4F);
}

TEST_CASE("Axes decode exactly, and every direction closely")
{
    for (const Vector3 axis : {Vector3{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}}) {
        const auto [u, v] = encodeOctahedral(axis);
        CHECK(decodeOctahedral(u, v) == axis);
    }
    std::mt19937 random(7);
    std::normal_distribution<float> any;
    for (int i = 0; i < 10'000; ++i) {
        const Vector3 direction = unit({any(random), any(random), any(random)});
        const auto [u, v] = encodeOctahedral(direction);
        CHECK(degreesBetween(decodeOctahedral(u, v), direction) < 0.003);
    }
}

TEST_CASE("What 16 bits would move too far stays as it is")
{
    const auto far = strewn(0.1F, 1000, 40);
    const auto read = back(far);
    CHECK(read[7].position == far[7].position);
    CHECK(read[7].uv == far[7].uv);
    CHECK(coded(far).positionError == 0);
}

TEST_CASE("Broken codes are named, never followed")
{
    const CodedMesh whole = coded(strewn(1, 0, 1));
    CodedMesh cut = whole;
    cut.record.vertexBytes -= 9;
    CHECK(core::describe(Stored(cut).decoded().error()) ==
          "malformed at meshes[0].vertices: the vertices' code is broken");
    cut = whole;
    cut.indices[0] = std::byte{0};
    CHECK(core::describe(Stored(cut).decoded().error()) ==
          "malformed at meshes[0].indices: the triangles' code is broken");
    const auto all = strewn(1, 0, 1);
    const CodedMesh few =
        encodeMesh(recordOf(200, triangles().size()), std::as_bytes(std::span(all).first(200)), triangles());
    CHECK(core::describe(Stored(few).decoded().error()) == "malformed at meshes[0].indices: index 299 of 200 vertices");
}
