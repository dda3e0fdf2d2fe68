// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/GpuData.h"

#include "core/values/Contract.h"
#include "render/Curves.h"
#include "render/scene/VertexColors.h"
#include "render/scene/WorldGeometry.h"

#include <QSize>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>

namespace vitrine::render {

namespace {

/// No copy. Qt's render nodes keep the array after this object is gone, until the next frame is synchronised;
/// SceneBuilder keeps the asset until then.
QByteArray borrow(std::span<const std::byte> bytes)
{
    return QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

/// Nothing for what is not the GPU's to read.
std::optional<QQuick3DGeometry::Attribute::Semantic> semanticOf(VertexSemantic semantic)
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
    case VertexSemantic::Occlusion:
        return Attribute::ColorSemantic;
    case VertexSemantic::Joints:
    case VertexSemantic::Weights:
        break;
    }
    return std::nullopt;
}

/// Quick 3D reads a vertex's colour as four floats. The occlusion is the last one; those before it are the colour, or
/// what stands there, which no material reads then (VertexColors.h).
int offsetOf(const VertexAttribute &attribute)
{
    const int offset = attribute.offset;
    return attribute.semantic == VertexSemantic::Occlusion ? offset - 3 * static_cast<int>(sizeof(float)) : offset;
}

QVector3D toQt(const Vector3 &v) { return {v[0], v[1], v[2]}; }

} // namespace

PackageGeometry::PackageGeometry(std::shared_ptr<const PackageAsset> asset, std::size_t mesh, std::size_t level,
                                 Winding winding, QQuick3DObject *parent)
    : PackageGeometry(std::move(asset), mesh, winding, nullptr, parent)
{
    const Bounds &bounds = m_asset->package().meshes()[mesh].bounds;
    describe(bounds);
    if (level == 0)
        showMesh(nearer(borrow(m_asset->mesh(mesh).vertices)), bounds);
    else
        showLevel(m_asset->package().lodsOf(mesh)[level - 1]);
}

PackageGeometry *PackageGeometry::ofNode(std::shared_ptr<const PackageAsset> asset, std::size_t node, Winding winding,
                                         QQuick3DObject *parent)
{
    const auto mesh = static_cast<std::size_t>(asset->package().nodes()[node].mesh);
    const MeshPose *pose = asset->poseOf(node);
    const Bounds &bounds = asset->package().meshes()[mesh].bounds;
    const QByteArray vertices = borrow(asset->mesh(mesh).vertices);
    auto *geometry = new PackageGeometry(std::move(asset), mesh, winding, pose, parent);
    geometry->describe(bounds);
    geometry->showMesh(vertices, bounds);
    return geometry;
}

PackageGeometry::PackageGeometry(std::shared_ptr<const PackageAsset> asset, std::size_t mesh, Winding winding,
                                 const MeshPose *pose, QQuick3DObject *parent)
    : QQuick3DGeometry(parent)
    , m_asset(std::move(asset))
    , m_mesh(mesh)
    , m_winding(winding)
    , m_pose(pose)
    , m_origin(pose == nullptr ? meshOrigin(m_asset->package().meshes()[mesh]) : QVector3D())
{
}

void PackageGeometry::describe(const Bounds &bounds)
{
    const Package &package = m_asset->package();
    const MeshRecord &record = package.meshes()[m_mesh];
    setPrimitiveType(PrimitiveType::Triangles);
    setStride(static_cast<int>(record.vertexStride));
    setBounds(toQt(bounds.min) - m_origin, toQt(bounds.max) - m_origin);
    for (const VertexAttribute &attribute : package.attributesOf(record))
        if (const auto semantic = semanticOf(attribute.semantic);
            semantic &&
            (attribute.semantic != VertexSemantic::Color || !hasAttribute(record, VertexSemantic::Occlusion)))
            addAttribute(*semantic, offsetOf(attribute), Attribute::F32Type);
    // 32 bits: Quick 3D 6.8 reads those of 16 as 32 where it builds its picking tree (loadMeshBVH).
    addAttribute(Attribute::IndexSemantic, 0, Attribute::U32Type);
}

void PackageGeometry::showMesh(const QByteArray &vertices, const Bounds &bounds)
{
    const Package &package = m_asset->package();
    const MeshRecord &record = package.meshes()[m_mesh];
    const bool isAtRest = &bounds == &record.bounds;
    setVertexData(vertices);
    showIndices(borrow(std::as_bytes(std::span(m_asset->mesh(m_mesh).indices))));
    for (const SubmeshRecord &submesh : package.submeshesOf(record))
        addPart(submesh.firstIndex, submesh.indexCount, isAtRest ? submesh.bounds : bounds);
}

void PackageGeometry::showLevel(const LodRecord &lod)
{
    const Package &package = m_asset->package();
    const MeshRecord &record = package.meshes()[m_mesh];
    constexpr std::uint32_t kUnused = ~0U;
    std::vector<std::uint32_t> place(record.vertexCount, kUnused);
    QByteArray vertices(static_cast<qsizetype>(std::size_t{lod.vertexCount} * record.vertexStride), Qt::Uninitialized);
    QByteArray indices(static_cast<qsizetype>(lod.indexCount * sizeof(std::uint32_t)), Qt::Uninitialized);
    std::uint32_t used = 0;
    char *into = indices.data();
    for (const std::uint32_t index : m_asset->lod(lod)) {
        if (place[index] == kUnused && used < lod.vertexCount) {
            std::memcpy(vertices.data() + std::size_t{used} * record.vertexStride,
                        m_asset->mesh(m_mesh).vertices.data() + std::size_t{index} * record.vertexStride,
                        record.vertexStride);
            place[index] = used++;
        }
        // A package may count its vertices wrongly: no index is then wild for it.
        const std::uint32_t at = place[index] == kUnused ? 0 : place[index];
        std::memcpy(into, &at, sizeof at);
        into += sizeof at;
    }
    vertices.truncate(static_cast<qsizetype>(used) * static_cast<qsizetype>(record.vertexStride));
    setVertexData(nearer(std::move(vertices)));
    showIndices(indices);
    const auto counts = package.rangesOf(lod);
    std::size_t first = 0;
    for (std::size_t i = 0; i < counts.size(); first += counts[i++])
        addPart(first, counts[i], package.submeshesOf(record)[i].bounds);
}

void PackageGeometry::showIndices(const QByteArray &indices)
{
    if (m_winding == Winding::AsIs)
        return setIndexData(indices);
    QByteArray reversed(indices.size(), Qt::Uninitialized);
    constexpr qsizetype kSize = sizeof(std::uint32_t);
    for (qsizetype corner = 0; corner + 3 * kSize <= indices.size(); corner += 3 * kSize)
        for (qsizetype i = 0; i < 3; ++i)
            std::memcpy(reversed.data() + corner + i * kSize, indices.constData() + corner + (2 - i) * kSize, kSize);
    setIndexData(reversed);
}

void PackageGeometry::addPart(std::size_t first, std::size_t count, const Bounds &bounds)
{
    // Quick 3D 6.8 gives all triangles to the first part's picking tree and none to the others', which a ray then meets
    // by their boxes. So the first one's box is the mesh's, and the others' are points, by which they are sorted.
    // Shadows are fitted to the boxes of what hides: such parts come first (render/import/PackageBaker.cpp).
    QVector3D low = boundsMin();
    QVector3D high = boundsMax();
    if (subsetCount() > 0)
        low = high = (toQt(bounds.min) + toQt(bounds.max)) / 2 - m_origin;
    addSubset(static_cast<int>(first), static_cast<int>(count), low, high);
}

void PackageGeometry::bend(std::span<const float> weights, std::span<const Matrix4> joints)
{
    VITRINE_EXPECT(m_pose != nullptr);
    const auto &still = m_asset->mesh(m_mesh).vertices;
    QByteArray vertices(reinterpret_cast<const char *>(still.data()), static_cast<qsizetype>(still.size()));
    const Bounds bounds = m_pose->apply(
        weights, joints, std::as_writable_bytes(std::span(vertices.data(), static_cast<std::size_t>(vertices.size()))));
    clear(); // Subsets, with their bounds, can be added only.
    describe(bounds);
    showMesh(vertices, bounds);
    update();
}

QByteArray PackageGeometry::nearer(QByteArray vertices) const
{
    if (m_origin.isNull())
        return vertices;
    const MeshRecord &mesh = m_asset->package().meshes()[m_mesh];
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
    const auto &[width, height, texels, blocks] = m_asset->texture(texture);
    VITRINE_EXPECT(blocks.empty());
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
