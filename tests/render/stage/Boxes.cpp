// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/stage/Boxes.h"

#include "core/values/Contract.h"
#include "render/light/GroundLight.h"
#include "render/mesh/MeshCoding.h"
#include "render/package/PackageWriter.h"
#include "render/studio/StudioBake.h"
#include "render/studio/StudioFolder.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <random>
#include <utility>

namespace vitrine::test {

using namespace render;

namespace {

constexpr Vector3 kLow{-0.1F, 0, -0.1F};
constexpr Vector3 kHigh{0.1F, 0.4F, 0.1F};

struct Vertex {
    Vector3 position;
    Vector3 normal;
    Vector4 tangent;
    Vector3 binormal; ///< Of no interest: packages derive it.
    float occlusion = 1;
};

/// Six faces of four corners each, counter-clockwise from outside.
std::vector<Vertex> corners()
{
    std::vector<Vertex> vertices;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const std::size_t u = (axis + 1) % 3;
        const std::size_t v = (axis + 2) % 3;
        for (const bool high : {false, true}) {
            constexpr std::array<std::array<bool, 2>, 4> kTurn{
                {{false, false}, {true, false}, {true, true}, {false, true}}};
            for (std::size_t i = 0; i < 4; ++i) {
                const auto turn = kTurn[high ? i : 3 - i];
                Vertex vertex{};
                vertex.position[axis] = high ? kHigh[axis] : kLow[axis];
                vertex.position[u] = turn[0] ? kHigh[u] : kLow[u];
                vertex.position[v] = turn[1] ? kHigh[v] : kLow[v];
                vertex.normal[axis] = high ? 1.0F : -1.0F;
                vertex.tangent[u] = 1;
                vertex.tangent[3] = 1;
                vertices.push_back(vertex);
            }
        }
    }
    return vertices;
}

std::vector<std::uint16_t> triangles()
{
    std::vector<std::uint16_t> indices;
    for (std::uint16_t face = 0; face < 6; ++face)
        for (const int corner : {0, 1, 2, 0, 2, 3})
            indices.push_back(static_cast<std::uint16_t>(face * 4 + corner));
    return indices;
}

/// Two times, two quaternions: 90° around +Y.
constexpr std::array<float, 10> kTurn = {0, 1, 0, 0, 0, 1, 0, 0.70710678F, 0, 0.70710678F};

MaterialRecord paint(TextRef name, Vector4 colour)
{
    MaterialRecord material;
    material.name = name;
    material.baseColor = colour;
    material.metallic = 0;
    material.roughness = 0.6F;
    return material;
}

template <typename T>
T must(core::Result<T> result)
{
    VITRINE_EXPECT(result.has_value());
    return std::move(*result);
}

CameraRecord camera(TextRef name)
{
    CameraRecord record{};
    record.name = name;
    record.node = kNone;
    record.world = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0.2F, 2, 1};
    record.yFovRadians = 40 * std::numbers::pi_v<float> / 180;
    record.zNear = 0.01F;
    record.zFar = 100;
    return record;
}

/// As an import would trace it, for the lights of the shop's own studios.
std::vector<GroundRecord> lieOnGround(PackageWriter &writer, const std::vector<Vertex> &vertices,
                                      const std::vector<std::uint16_t> &indices, const Bounds &bounds)
{
    Occluders occluders;
    for (const Vertex &vertex : vertices)
        occluders.positions.push_back(vertex.position);
    occluders.solid.assign(indices.begin(), indices.end());
    VITRINE_EXPECT(writer.beginBlob(SectionKind::GroundTexels).has_value());
    std::vector<GroundRecord> records;
    for (const GroundPicture &picture :
         must(traceGround(std::move(occluders), bounds, must(groundLightsIn(VITRINE_STUDIOS))))) {
        records.push_back(picture.record);
        records.back().offset = must(writer.append(std::as_bytes(std::span(picture.darkness))));
    }
    return records;
}

struct Form {
    std::vector<Vertex> vertices;
    std::vector<std::uint16_t> indices;
    Bounds bounds;
};

Form block(bool isInsideOut, float scale, float away)
{
    Form form{corners(), triangles(), {}};
    const auto place = [&](Vector3 point) {
        return Vector3{point[0] * scale + away, point[1] * scale, point[2] * scale};
    };
    for (Vertex &vertex : form.vertices)
        vertex.position = place(vertex.position);
    for (std::size_t i = 0; i + 2 < form.indices.size() && isInsideOut; i += 3)
        std::swap(form.indices[i], form.indices[i + 1]);
    form.bounds = {place(kLow), place(kHigh)};
    return form;
}

Form ball(float occlusion)
{
    constexpr int kAround = 96;
    constexpr int kDown = 48;
    constexpr float kRadius = 0.2F;
    constexpr float kPi = std::numbers::pi_v<float>;
    Form form{{}, {}, {{-kRadius, 0, -kRadius}, {kRadius, 2 * kRadius, kRadius}}};
    for (int row = 0; row <= kDown; ++row) {
        for (int column = 0; column <= kAround; ++column) {
            const float south = kPi * static_cast<float>(row) / kDown;
            const float east = 2 * kPi * static_cast<float>(column) / kAround;
            const Vector3 out{std::sin(south) * std::sin(east), std::cos(south), std::sin(south) * std::cos(east)};
            form.vertices.push_back({{out[0] * kRadius, (out[1] + 1) * kRadius, out[2] * kRadius},
                                     out,
                                     {std::cos(east), 0, -std::sin(east), 1},
                                     {},
                                     occlusion});
        }
    }
    for (int row = 0; row < kDown; ++row)
        for (int column = 0; column < kAround; ++column)
            for (const auto &[down, right] : {std::pair{0, 0}, {1, 0}, {1, 1}, {0, 0}, {1, 1}, {0, 1}})
                form.indices.push_back(static_cast<std::uint16_t>((row + down) * (kAround + 1) + column + right));
    return form;
}

MeshRecord meshOf(std::size_t vertices, std::size_t indices, const Bounds &bounds)
{
    MeshRecord mesh{};
    mesh.submeshCount = 1;
    mesh.vertexCount = static_cast<std::uint32_t>(vertices);
    mesh.vertexStride = sizeof(Vertex);
    mesh.indexCount = static_cast<std::uint32_t>(indices);
    mesh.bounds = bounds;
    constexpr std::array<std::pair<VertexSemantic, std::size_t>, 5> kAttributes = {
        {{VertexSemantic::Position, offsetof(Vertex, position)},
         {VertexSemantic::Normal, offsetof(Vertex, normal)},
         {VertexSemantic::Tangent, offsetof(Vertex, tangent)},
         {VertexSemantic::Binormal, offsetof(Vertex, binormal)},
         {VertexSemantic::Occlusion, offsetof(Vertex, occlusion)}}};
    mesh.attributeCount = kAttributes.size();
    for (std::size_t i = 0; i < kAttributes.size(); ++i) {
        mesh.attributes[i].semantic = kAttributes[i].first;
        mesh.attributes[i].components = kAttributes[i].first == VertexSemantic::Tangent     ? 4
                                        : kAttributes[i].first == VertexSemantic::Occlusion ? 1
                                                                                            : 3;
        mesh.attributes[i].offset = static_cast<std::uint16_t>(kAttributes[i].second);
    }
    return mesh;
}

std::vector<std::byte> bytes(const MaterialRecord *material, const Form &form)
{
    std::vector<std::byte> out;
    PackageWriter writer(memorySink(out));
    const auto &[vertices, indices, bounds] = form;
    PackageContents contents;
    CodedMesh coded = encodeMesh(meshOf(vertices.size(), indices.size(), bounds), std::as_bytes(std::span(vertices)),
                                 std::vector<std::uint32_t>(indices.begin(), indices.end()));
    VITRINE_EXPECT(writer.beginBlob(SectionKind::Vertices).has_value());
    coded.record.vertexOffset = must(writer.append(coded.vertices));
    VITRINE_EXPECT(writer.beginBlob(SectionKind::Indices).has_value());
    coded.record.indexOffset = must(writer.append(coded.indices));

    VITRINE_EXPECT(writer.beginSection(SectionKind::Keys, sizeof(float)).has_value());
    (void)must(writer.append(std::as_bytes(std::span(kTurn))));
    contents.grounds = lieOnGround(writer, vertices, indices, bounds);

    contents.info = {.bounds = bounds,
                     .triangleCount = indices.size() / 3,
                     .vertexCount = vertices.size(),
                     .sourceName = {},
                     .generator = {},
                     .copyright = {},
                     .sceneName = {}};
    NodeRecord node{};
    node.parent = kNone;
    node.name = writer.text("Block");
    node.rotation = {0, 0, 0, 1};
    node.scale = {1, 1, 1};
    contents.nodes = {node};
    contents.parts = {{{45'000, {'B', 'D', 'T'}, 0},
                       0,
                       1,
                       {writer.text("Block"), writer.text("খণ্ড")},
                       {writer.text("Clay"), writer.text("মাটি")},
                       {0, 0.3F, 0},
                       0}};
    contents.hotspots = {{0, {0, 0.2F, 0.1F}, {0, 0, 1}, {writer.text("Front"), {}}, {writer.text("Smooth"), {}}},
                         {0, {0, 0.2F, -0.1F}, {0, 0, -1}, {writer.text("Back"), {}}, {}}};
    contents.animations = {{writer.text("turn"), {writer.text("Turn"), writer.text("ঘোরান")}, 0, 1, 0, 1}};
    contents.channels = {{0, ChannelPath::Rotation, Interpolation::Linear, 2, 0}};
    contents.meshes = {coded.record};
    contents.submeshes = {{.material = 0, .firstIndex = 0, .indexCount = coded.record.indexCount, .bounds = bounds}};
    contents.materials = {paint(writer.text("Red"), {0.75F, 0.03F, 0.02F, 1}),
                          paint(writer.text("Blue"), {0.02F, 0.05F, 0.75F, 1})};
    if (material != nullptr)
        contents.materials[0] = *material;
    contents.variants = {{{}, writer.text("Red"), {}}, {{}, writer.text("Blue"), {}}};
    contents.variantTable = {0, 1};
    contents.cameras = {camera(writer.text("Front"))};
    VITRINE_EXPECT(writer.finish(contents).has_value());
    return out;
}

std::filesystem::path newPath()
{
    return std::filesystem::temp_directory_path() / ("box-" + std::to_string(std::random_device{}()) + ".vpk");
}

} // namespace

BoxPackage::BoxPackage()
    : BoxPackage(bytes(nullptr, block(false, 1, 0)))
{
}

BoxPackage::BoxPackage(const MaterialRecord &material, bool isInsideOut)
    : BoxPackage(bytes(&material, block(isInsideOut, 1, 0)))
{
}

BoxPackage::BoxPackage(float scale, float away)
    : BoxPackage(bytes(nullptr, block(false, scale, away)))
{
}

BoxPackage BoxPackage::ball(const MaterialRecord &material, float occlusion)
{
    return BoxPackage(bytes(&material, test::ball(occlusion)));
}

BoxPackage::BoxPackage(const std::vector<std::byte> &package)
    : m_path(newPath())
{
    VITRINE_EXPECT(replaceFile(m_path, package).has_value());
}

BoxPackage::~BoxPackage()
{
    std::error_code ignored;
    std::filesystem::remove(m_path, ignored);
}

} // namespace vitrine::test
