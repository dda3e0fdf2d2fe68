// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/mesh/MeshPose.h"
#include "render/package/PackageWriter.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cstring>
#include <optional>

using namespace vitrine;
using namespace vitrine::render;
using Catch::Matchers::WithinAbs;

namespace {

constexpr Matrix4 kStill = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};

Matrix4 movedBy(float x, float y, float z) { return {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, x, y, z, 1}; }
/// 90° about +Z.
constexpr Matrix4 kTurned = {0, 1, 0, 0, -1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};
constexpr Matrix4 kVanished = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 1};

struct Vertex {
    Vector3 position;
    Vector3 normal;
    Vector4 joints;
    Vector4 weights;
};

/// A triangle whose first corner follows the first joint, whose second the second, and whose third both.
class Strip
{
public:
    explicit Strip(std::vector<std::vector<MorphMove>> targets = {})
    {
        const std::array<Vertex, 3> vertices = {{{{0, 0, 0}, {0, 0, 1}, {0, 1, 0, 0}, {1, 0, 0, 0}},
                                                 {{2, 0, 0}, {0, 1, 0}, {1, 0, 0, 0}, {1, 0, 0, 0}},
                                                 {{1, 1, 0}, {0, 0, 1}, {0, 1, 0, 0}, {0.5F, 0.5F, 0, 0}}}};
        MeshRecord mesh{};
        mesh.vertexCount = 3;
        mesh.vertexStride = sizeof(Vertex);
        mesh.indexCount = 3;
        mesh.bounds = {{0, 0, 0}, {2, 1, 0}};
        const auto add = [&](VertexSemantic semantic, std::uint8_t components, std::size_t offset) {
            VertexAttribute &attribute = mesh.attributes[mesh.attributeCount++];
            attribute.semantic = semantic;
            attribute.components = components;
            attribute.offset = static_cast<std::uint16_t>(offset);
        };
        add(VertexSemantic::Position, 3, offsetof(Vertex, position));
        add(VertexSemantic::Normal, 3, offsetof(Vertex, normal));
        add(VertexSemantic::Joints, 4, offsetof(Vertex, joints));
        add(VertexSemantic::Weights, 4, offsetof(Vertex, weights));
        const CodedMesh coded =
            encodeMesh(mesh, std::as_bytes(std::span(vertices)), std::array<std::uint32_t, 3>{0, 1, 2});
        PackageWriter writer(memorySink(m_bytes));
        PackageContents contents;
        const auto put = [&](SectionKind kind, std::span<const std::byte> blob) {
            REQUIRE(writer.beginBlob(kind).has_value());
            REQUIRE(writer.append(blob).has_value());
        };
        put(SectionKind::Vertices, coded.vertices);
        put(SectionKind::Indices, coded.indices);
        if (!targets.empty())
            REQUIRE(writer.beginBlob(SectionKind::MorphDeltas).has_value());
        for (const auto &moves : targets) {
            const CodedMorphTarget target = encodeMorphTarget(moves);
            contents.morphTargets.push_back(target.record);
            contents.morphTargets.back().offset = *writer.append(target.deltas);
        }
        contents.meshes.push_back(coded.record);
        contents.nodes.push_back({kNone, 0, {}, {0, 0, 0}, {0, 0, 0, 1}, {1, 1, 1}});
        REQUIRE(writer.finish(contents).has_value());
        m_package = *Package::open(m_bytes);
        m_decoded = *decodeMesh(*m_package, 0);
    }

    MeshPose pose(std::vector<Matrix4> joints) const
    {
        auto pose = MeshPose::make(*m_package, 0, m_decoded, joints);
        REQUIRE(pose.has_value());
        return std::move(*pose);
    }
    std::string fault() const { return core::describe(MeshPose::make(*m_package, 0, m_decoded, {}).error()); }
    /// After which bounds() are those of it.
    std::array<Vertex, 3> bent(const MeshPose &pose, std::vector<float> weights, std::vector<Matrix4> joints)
    {
        std::vector<std::byte> bytes = m_decoded.vertices;
        m_bounds = pose.apply(weights, joints, bytes);
        std::array<Vertex, 3> vertices{};
        std::memcpy(vertices.data(), bytes.data(), sizeof vertices);
        return vertices;
    }
    const Bounds &bounds() const { return m_bounds; }

private:
    std::vector<std::byte> m_bytes;
    std::optional<Package> m_package;
    DecodedMesh m_decoded;
    Bounds m_bounds;
};

void checkAt(const Vector3 &point, const Vector3 &wanted)
{
    for (std::size_t i = 0; i < 3; ++i)
        CHECK_THAT(point[i], WithinAbs(wanted[i], 1e-3));
}

} // namespace

TEST_CASE("A mesh stays as it is stored while its joints rest, wherever that is")
{
    Strip strip;
    const std::vector<Matrix4> rest = {movedBy(5, 0, 0), kTurned};
    const auto vertices = strip.bent(strip.pose(rest), {}, rest);
    checkAt(vertices[0].position, {0, 0, 0});
    checkAt(vertices[1].position, {2, 0, 0});
    checkAt(vertices[2].position, {1, 1, 0});
    checkAt(vertices[1].normal, {0, 1, 0});
    CHECK(strip.bounds().max[0] > 1.99F);
}

TEST_CASE("Vertices go with their joints, by their weights")
{
    Strip strip;
    const MeshPose pose = strip.pose({kStill, kStill});
    const auto vertices = strip.bent(pose, {}, {movedBy(0, 0, 4), kTurned});
    checkAt(vertices[0].position, {0, 0, 4});
    checkAt(vertices[1].position, {0, 2, 0});
    checkAt(vertices[1].normal, {-1, 0, 0});
    checkAt(vertices[2].position, {0, 1, 2}); // half of (1, 1, 4) and half of (-1, 1, 0)
    CHECK_THAT(strip.bounds().max[2], WithinAbs(4, 1e-3));
}

TEST_CASE("What joints of no size hold at rest stays where it is")
{
    Strip strip;
    const auto vertices = strip.bent(strip.pose({kVanished, kStill}), {}, {kStill, movedBy(0, 0, 1)});
    checkAt(vertices[0].position, {0, 0, 0});
    checkAt(vertices[1].position, {2, 0, 1});
}

TEST_CASE("Morph targets add up before the joints move")
{
    Strip strip({{{1, {0, 1, 0}, {1, 0, 0}}}, {{0, {0, 0, -2}, {}}, {1, {0, 0.5F, 0}, {}}}});
    const MeshPose pose = strip.pose({kStill, kStill});
    auto vertices = strip.bent(pose, {1, 0.5F}, {kStill, kStill});
    checkAt(vertices[0].position, {0, 0, -1});
    checkAt(vertices[1].position, {2, 1.25F, 0});
    checkAt(vertices[1].normal, {0.7071F, 0.7071F, 0});
    checkAt(vertices[2].position, {1, 1, 0});
    vertices = strip.bent(pose, {1, 0}, {kStill, kTurned});
    checkAt(vertices[1].position, {-1, 2, 0});
}

TEST_CASE("A morph target that moves what is not there is refused")
{
    CHECK(Strip({{{3, {0, 1, 0}, {}}}}).fault() == "malformed at meshes[0].morphTargets[0]: vertex 3 of 3");
}
