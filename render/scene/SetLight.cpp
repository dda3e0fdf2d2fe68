// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/SetLight.h"

#include "render/light/TracedTexture.h"
#include "render/package/Xxh64.h"
#include "render/scene/SetView.h"
#include "render/scene/VertexColors.h"
#include "render/studio/StudioBake.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <format>
#include <system_error>
#include <thread>

namespace vitrine::render {

namespace {

/// As sharp as a mirror in a set needs; floors and metals are rougher.
constexpr BakeOptions kBake{.size = 128, .samples = 96, .threads = 2};
/// Of what is seen small and from afar.
constexpr std::uint32_t kTextureSide = 128;
/// What a bake takes is a megabyte.
constexpr std::size_t kMostKept = 48;

Float3 rgb(const Vector4 &v) { return {v[0], v[1], v[2]}; }
Float3 rgb(const Vector3 &v) { return {v[0], v[1], v[2]}; }

/// The attributes of a mesh's vertices.
class Corners
{
public:
    Corners(const MeshRecord &record, const DecodedMesh &mesh)
        : m_stride(record.vertexStride)
        , m_bytes(mesh.vertices.data())
    {
        m_offsets.fill(-1);
        for (const VertexAttribute &attribute : std::span(record.attributes).first(record.attributeCount))
            if (const auto semantic = static_cast<std::size_t>(attribute.semantic); semantic < m_offsets.size())
                m_offsets[semantic] = attribute.offset;
    }
    bool has(VertexSemantic semantic) const { return m_offsets[static_cast<std::size_t>(semantic)] >= 0; }

    /// Between the three vertices.
    template <std::size_t Count>
    std::array<float, Count> read(VertexSemantic semantic, const std::array<std::uint32_t, 3> &vertices,
                                  const std::array<float, 3> &weights) const
    {
        std::array<float, Count> sum{};
        for (std::size_t corner = 0; corner < 3; ++corner) {
            std::array<float, Count> value;
            std::memcpy(value.data(),
                        m_bytes + vertices[corner] * m_stride +
                            static_cast<std::size_t>(m_offsets[static_cast<std::size_t>(semantic)]),
                        sizeof value);
            for (std::size_t i = 0; i < Count; ++i)
                sum[i] += value[i] * weights[corner];
        }
        return sum;
    }

private:
    std::size_t m_stride;
    const std::byte *m_bytes;
    std::array<int, 10> m_offsets{};
};

/// Where a ray from the eye meets the plane of a triangle, as weights of its corners.
std::array<float, 3> weightsAt(const PlacedTriangle &triangle, Float3 eye, Float3 direction)
{
    const Float3 one = triangle.corners[1] - triangle.corners[0];
    const Float3 two = triangle.corners[2] - triangle.corners[0];
    const Float3 from = eye - triangle.corners[0];
    const Float3 p = cross(direction, two);
    const float whole = dot(one, p);
    if (std::abs(whole) < 1e-20F)
        return {1, 0, 0};
    const Float3 q = cross(from, one);
    const float v = std::clamp(dot(from, p) / whole, 0.0F, 1.0F);
    const float w = std::clamp(dot(direction, q) / whole, 0.0F, 1 - v);
    return {1 - v - w, v, w};
}

/// A package may hold any numbers.
float bounded(float light) { return light > 0 ? std::min(light, 60'000.0F) : 0; }

/// Lights what is seen of a set.
class Painter
{
public:
    Painter(const PackageAsset &asset, std::int32_t variant, const CubeMap &studio, const std::vector<SetLamp> &lamps)
        : m_asset(asset)
        , m_package(asset.package())
        , m_variant(variant)
        , m_studio(studio)
        , m_lamps(lamps)
        , m_colors(vertexColorsOf(asset.package()))
    {
        m_textures.reserve(m_package.textures().size());
        for (const TextureRecord &texture : m_package.textures())
            m_textures.emplace_back(m_package, texture, kTextureSide);
        for (std::size_t mesh = 0; mesh < m_package.meshes().size(); ++mesh)
            m_corners.emplace_back(m_package.meshes()[mesh], asset.mesh(mesh));
    }

    /// Any thread.
    Float3 lightFrom(const PlacedTriangle &triangle, Float3 direction) const
    {
        const MaterialRecord &material =
            m_package.materials()[static_cast<std::size_t>(m_package.materialOf(triangle.submesh, m_variant))];
        const Corners &corners = m_corners[triangle.mesh];
        const auto weights = weightsAt(triangle, m_asset.set()->eye(), direction);
        const Float3 base = baseColor(material, corners, triangle, weights);
        if (material.unlit != 0)
            return {bounded(base.x), bounded(base.y), bounded(base.z)};
        float open = 1;
        if (corners.has(VertexSemantic::Occlusion))
            open = corners.read<1>(VertexSemantic::Occlusion, triangle.vertices, weights)[0];
        const Float3 side = cross(triangle.corners[1] - triangle.corners[0], triangle.corners[2] - triangle.corners[0]);
        Float3 normal = dot(side, side) > 0 ? normalized(side) : direction * -1.0F;
        if (dot(normal, direction) > 0)
            normal = normal * -1.0F;
        Float3 matt = diffuseAt(m_studio, normal) * open;
        for (const SetLamp &lamp : m_lamps)
            matt += lamp.light * (std::max(dot(normal, lamp.towards), 0.0F) * open);
        Float3 light = base * matt * (1 - material.metallic);
        if (material.metallic > 0) {
            const Float3 mirrored = direction - normal * (2 * dot(normal, direction));
            light += base * probeAt(m_studio, mirrored, material.roughness) * (open * material.metallic);
        }
        Float3 glow = rgb(material.emissive) * material.emissiveStrength;
        if (const TextureSlot &slot = material.slot(Slot::Emissive); slot.texture != kNone)
            glow = glow * texelAt(slot, corners, triangle, weights);
        light += glow;
        return {bounded(light.x), bounded(light.y), bounded(light.z)};
    }

private:
    Float3 baseColor(const MaterialRecord &material, const Corners &corners, const PlacedTriangle &triangle,
                     const std::array<float, 3> &weights) const
    {
        Float3 base = rgb(material.baseColor);
        if (const TextureSlot &slot = material.slot(Slot::BaseColor); slot.texture != kNone)
            base = base * texelAt(slot, corners, triangle, weights);
        const auto index = static_cast<std::size_t>(&material - m_package.materials().data());
        if (m_colors[index].hasColor && corners.has(VertexSemantic::Color))
            base = base * rgb(corners.read<3>(VertexSemantic::Color, triangle.vertices, weights));
        return base;
    }

    Float3 texelAt(const TextureSlot &slot, const Corners &corners, const PlacedTriangle &triangle,
                   const std::array<float, 3> &weights) const
    {
        const auto semantic = slot.uvSet == 1 ? VertexSemantic::TexCoord1 : VertexSemantic::TexCoord0;
        if (!corners.has(semantic))
            return {1, 1, 1};
        return rgb(m_textures[static_cast<std::size_t>(slot.texture)].sample(
            slot, corners.read<2>(semantic, triangle.vertices, weights)));
    }

    const PackageAsset &m_asset;
    const Package &m_package;
    std::int32_t m_variant;
    const CubeMap &m_studio;
    const std::vector<SetLamp> &m_lamps;
    std::vector<VertexColors> m_colors;
    std::vector<Corners> m_corners;
    std::vector<TracedTexture> m_textures;
};

/// The older of them go.
void bound(const std::filesystem::path &folder)
{
    std::error_code error;
    std::vector<std::pair<std::filesystem::file_time_type, std::filesystem::path>> kept;
    for (const auto &entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().extension() == ".ktx")
            kept.emplace_back(entry.last_write_time(error), entry.path());
    if (kept.size() <= kMostKept)
        return;
    std::ranges::sort(kept);
    for (std::size_t i = 0; i + kMostKept < kept.size(); ++i)
        std::filesystem::remove(kept[i].second, error);
}

} // namespace

CubeMap bakeSetLight(const PackageAsset &asset, std::int32_t variant, const CubeMap &studio,
                     const std::vector<SetLamp> &lamps)
{
    constexpr int kSide = SetView::kSide;
    const SetView &view = *asset.set();
    const Painter painter(asset, variant, studio, lamps);
    CubeMap seen{.size = kSide, .levels = {{}}};
    const auto paint = [&](int first) {
        for (int face = first; face < 6; face += static_cast<int>(kBake.threads)) {
            auto &texels = seen.levels[0][static_cast<std::size_t>(face)];
            texels.reserve(std::size_t{kSide} * kSide);
            for (int row = 0; row < kSide; ++row)
                for (int column = 0; column < kSide; ++column) {
                    const Float3 direction = cubeDirection(face, (static_cast<float>(column) + 0.5F) / kSide,
                                                           (static_cast<float>(row) + 0.5F) / kSide);
                    const std::uint32_t triangle = view.at(face, row, column);
                    texels.push_back(triangle == SetView::kNothing
                                         ? probeAt(studio, direction, 0)
                                         : painter.lightFrom(view.triangles()[triangle], direction));
                }
        }
    };
    {
        std::vector<std::jthread> threads;
        threads.reserve(kBake.threads);
        for (unsigned first = 0; first < kBake.threads; ++first)
            threads.emplace_back(paint, static_cast<int>(first));
    }
    CubeMap baked = prefilter([&seen](Float3 direction) { return probeAt(seen, direction, 0); }, kBake);
    takeIrradiance(baked, studio);
    return baked;
}

core::Result<std::filesystem::path> cachedSetLight(const PackageAsset &asset, std::int32_t variant,
                                                   const SetSurround &surround, const std::filesystem::path &folder)
{
    VITRINE_TRY(const MappedFile file, MappedFile::open(surround.probe));
    Xxh64 key;
    key.update(std::as_bytes(asset.package().directory())); // With a hash of each section.
    key.update(file.bytes());
    key.update(std::as_bytes(std::span(surround.lamps)));
    key.update(std::as_bytes(std::span(&variant, 1)));
    const auto path = folder / std::format("set-{}-{:016x}.ktx", kSetLightVersion, key.digest());
    std::error_code ignored;
    if (std::filesystem::is_regular_file(path, ignored))
        return path;
    VITRINE_TRY(const CubeMap studio, decodeProbe(file.bytes()));
    std::filesystem::create_directories(folder, ignored);
    bound(folder);
    VITRINE_CHECK(replaceFile(path, encodeKtx(bakeSetLight(asset, variant, studio, surround.lamps))));
    return path;
}

} // namespace vitrine::render
