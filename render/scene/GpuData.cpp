// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/GpuData.h"

#include "render/Curves.h"
#include "render/scene/WorldGeometry.h"

#include <QSize>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace vitrine::render {

namespace {

/// No copy. Qt's render nodes keep the array after this object is gone, until the next frame is synchronised;
/// SceneBuilder keeps the asset until then.
QByteArray borrow(std::span<const std::byte> bytes)
{
    return QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

QQuick3DGeometry::Attribute::Semantic semanticOf(VertexSemantic semantic)
{
    using Attribute = QQuick3DGeometry::Attribute;
    switch (semantic) {
    case VertexSemantic::Position:
        return Attribute::PositionSemantic;
    case VertexSemantic::Normal:
        return Attribute::NormalSemantic;
    case VertexSemantic::Tangent:
        return Attribute::TangentSemantic;
    case VertexSemantic::Binormal:
        return Attribute::BinormalSemantic;
    case VertexSemantic::TexCoord0:
        return Attribute::TexCoord0Semantic;
    case VertexSemantic::TexCoord1:
        return Attribute::TexCoord1Semantic;
    case VertexSemantic::Color:
        return Attribute::ColorSemantic;
    }
    return Attribute::PositionSemantic;
}

QVector3D toQt(const Vector3 &v) { return {v[0], v[1], v[2]}; }

} // namespace

PackageGeometry::PackageGeometry(std::shared_ptr<const PackageAsset> asset, std::size_t mesh, std::size_t level,
                                 QQuick3DObject *parent)
    : QQuick3DGeometry(parent)
    , m_asset(std::move(asset))
    , m_origin(meshOrigin(m_asset->package().meshes()[mesh]))
{
    const Package &package = m_asset->package();
    const MeshRecord &record = package.meshes()[mesh];
    setPrimitiveType(PrimitiveType::Triangles);
    setStride(static_cast<int>(record.vertexStride));
    setBounds(toQt(record.bounds.min) - m_origin, toQt(record.bounds.max) - m_origin);
    for (const VertexAttribute &attribute : package.attributesOf(record))
        addAttribute(semanticOf(attribute.semantic), attribute.offset, Attribute::F32Type);
    // 32 bits: Quick 3D 6.8 reads those of 16 as 32 where it builds its picking tree (loadMeshBVH).
    addAttribute(Attribute::IndexSemantic, 0, Attribute::U32Type);
    if (level == 0)
        setMesh(mesh);
    else
        setLevel(mesh, package.lodsOf(mesh)[level - 1]);
}

void PackageGeometry::setMesh(std::size_t mesh)
{
    const Package &package = m_asset->package();
    const MeshRecord &record = package.meshes()[mesh];
    const DecodedMesh &decoded = m_asset->mesh(mesh);
    const QByteArray vertices = borrow(decoded.vertices);
    setVertexData(m_origin.isNull() ? vertices : nearer(record, vertices));
    setIndexData(borrow(std::as_bytes(std::span(decoded.indices))));
    for (const SubmeshRecord &submesh : package.submeshesOf(record))
        addPart(submesh, submesh.firstIndex, submesh.indexCount);
}

void PackageGeometry::setLevel(std::size_t mesh, const LodRecord &lod)
{
    const Package &package = m_asset->package();
    const MeshRecord &record = package.meshes()[mesh];
    constexpr std::uint32_t kUnused = ~0U;
    std::vector<std::uint32_t> place(record.vertexCount, kUnused);
    QByteArray vertices(static_cast<qsizetype>(std::size_t{lod.vertexCount} * record.vertexStride), Qt::Uninitialized);
    QByteArray indices(static_cast<qsizetype>(lod.indexCount * sizeof(std::uint32_t)), Qt::Uninitialized);
    std::uint32_t used = 0;
    char *into = indices.data();
    for (const std::uint32_t index : m_asset->lod(lod)) {
        if (place[index] == kUnused && used < lod.vertexCount) {
            std::memcpy(vertices.data() + std::size_t{used} * record.vertexStride,
                        m_asset->mesh(mesh).vertices.data() + std::size_t{index} * record.vertexStride,
                        record.vertexStride);
            place[index] = used++;
        }
        // A package may count its vertices wrongly: no index is then wild for it.
        const std::uint32_t at = place[index] == kUnused ? 0 : place[index];
        std::memcpy(into, &at, sizeof at);
        into += sizeof at;
    }
    vertices.truncate(static_cast<qsizetype>(std::size_t{used} * record.vertexStride));
    setVertexData(m_origin.isNull() ? vertices : nearer(record, vertices));
    setIndexData(indices);
    const auto counts = package.rangesOf(lod);
    std::uint32_t first = 0;
    for (std::size_t i = 0; i < counts.size(); first += counts[i++])
        addPart(package.submeshesOf(record)[i], first, counts[i]);
}

void PackageGeometry::addPart(const SubmeshRecord &submesh, std::uint32_t first, std::uint32_t count)
{
    addSubset(static_cast<int>(first), static_cast<int>(count), toQt(submesh.bounds.min) - m_origin,
              toQt(submesh.bounds.max) - m_origin);
}

QByteArray PackageGeometry::nearer(const MeshRecord &mesh, QByteArray vertices) const
{
    for (const VertexAttribute &attribute : m_asset->package().attributesOf(mesh)) {
        if (attribute.semantic != VertexSemantic::Position)
            continue;
        for (qsizetype at = attribute.offset; at < vertices.size(); at += mesh.vertexStride) {
            Vector3 position{};
            std::memcpy(position.data(), vertices.constData() + at, sizeof position);
            for (int axis = 0; axis < 3; ++axis)
                position[static_cast<std::size_t>(axis)] -= m_origin[axis];
            std::memcpy(vertices.data() + at, position.data(), sizeof position);
        }
    }
    return vertices;
}

PackageTexture::PackageTexture(std::shared_ptr<const PackageAsset> asset, std::size_t texture, QQuick3DObject *parent)
    : QQuick3DTextureData(parent)
    , m_asset(std::move(asset))
{
    const auto &[width, height, texels] = m_asset->texture(texture);
    setFormat(RGBA8);
    setSize(QSize(static_cast<int>(width), static_cast<int>(height)));
    setHasTransparency(m_asset->package().textures()[texture].hasAlpha != 0);
    setTextureData(borrow(texels));
}

ShadowTexture::ShadowTexture(QQuick3DObject *parent)
    : QQuick3DTextureData(parent)
{
    setFormat(RGBA8);
    setHasTransparency(true);
}

PoolTexture::PoolTexture(QQuick3DObject *parent)
    : QQuick3DTextureData(parent)
{
    constexpr int kSide = 128;
    QByteArray pixels(qsizetype{4} * kSide * kSide, static_cast<char>(255));
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const float u = (static_cast<float>(x) + 0.5F) / kSide * 2 - 1;
            const float v = (static_cast<float>(y) + 0.5F) / kSide * 2 - 1;
            // Twice smooth, so that neither its middle nor its rim shows an edge.
            const float smooth = smoothstep(1 - std::hypot(u, v));
            pixels[qsizetype{4} * (y * kSide + x) + 3] = static_cast<char>(std::lround(smooth * smooth * 255));
        }
    }
    setFormat(RGBA8);
    setHasTransparency(true);
    setSize(QSize(kSide, kSide));
    setTextureData(pixels);
}

void ShadowTexture::setShadow(const GroundShadow &shadow)
{
    QByteArray pixels(static_cast<qsizetype>(shadow.darkness.size()) * 4, static_cast<char>(255));
    for (std::size_t i = 0; i < shadow.darkness.size(); ++i)
        pixels[static_cast<qsizetype>(i) * 4 + 3] = static_cast<char>(shadow.darkness[i]);
    const int side = shadow.darkness.empty() ? 0 : kGroundTexels;
    setSize(QSize(side, side));
    setTextureData(pixels);
}

} // namespace vitrine::render
