// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/PackageBaker.h"

#include "core/values/Contract.h"
#include "render/import/ImportLimits.h"
#include "render/import/MaterialTable.h"
#include "render/import/MeshStore.h"
#include "render/import/MotionBaker.h"
#include "render/import/OcclusionBaker.h"
#include "render/import/geometry/DrawMerging.h"
#include "render/import/geometry/MeshBuilder.h"
#include "render/import/geometry/Shading.h"
#include "render/import/geometry/Transform.h"
#include "render/import/image/TextureBaker.h"
#include "render/light/GroundLight.h"
#include "render/package/DrawCount.h"
#include "render/package/Instances.h"
#include "render/package/MaterialSupport.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <format>
#include <set>

namespace vitrine::render {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

/// How many vertices are moved into the world for exact bounds; instances beyond count by their box.
constexpr std::uint64_t kExactBoundsVertices = 20'000'000;

/// Beyond, areas and volumes leave the range of single precision.
constexpr double kMostMetres = 1e12;

/// Single precision has 2²⁴ steps: further away a product has too few of them for its shape.
constexpr double kMostSizesAway = 1 << 20;

/// Looking at each triangle of more would take longer than an import may.
constexpr std::uint64_t kOccludedTriangles = 80'000;

/// What has more is no product that stands on a ground; tracing it would take longer than an import may.
constexpr std::uint64_t kTracedTriangles = 1'000'000;

/// Of so many draws even small ones are looked at.
constexpr std::uint64_t kMeasuredDraws = 200;

/// From here on sorting costs less than it saves.
constexpr std::size_t kSortedIndices = 1'500'000;

bool readsUvSet(const MaterialRecord &material, std::uint32_t set)
{
    return std::ranges::any_of(material.textureSlots,
                               [&](const TextureSlot &slot) { return slot.texture != kNone && slot.uvSet == set; });
}

/// The UV set along which a material wants tangents.
std::optional<std::uint32_t> tangentUvSet(const MaterialRecord &material)
{
    for (const Slot slot : {Slot::Normal, Slot::ClearcoatNormal, Slot::Anisotropy})
        if (material.slot(slot).texture != kNone)
            return material.slot(slot).uvSet;
    if (material.anisotropy > 0)
        return 0;
    return std::nullopt;
}

class Baker
{
public:
    Baker(Scene scene, const ImportOptions &options, PackageSink sink)
        : m_scene(std::move(scene))
        , m_options(options)
        , m_materials(m_scene)
        , m_writer(std::move(sink))
        , m_store(m_writer, m_out, !options.arePixelsPlain) // what is shown once, and soon, is shown at rest
    {
    }

    Result<std::uint64_t> bake(const std::string &sourceName)
    {
        VITRINE_CHECK(checkSomethingIsShown());
        mergeDraws(m_scene);
        placeNodes();
        VITRINE_CHECK(checkDraws());
        VITRINE_CHECK(bakeMeshes());
        VITRINE_CHECK(checkExtent());
        VITRINE_CHECK(bakeTextures());
        VITRINE_CHECK(bakeGround());
        VITRINE_CHECK(m_store.writeMorphTargets());
        VITRINE_CHECK(bakeMotion(m_scene, m_materials, m_writer, m_out));
        bakeMaterials();
        bakeCameras();
        finishInfo(sourceName);
        m_out.shots = std::move(m_scene.shots);
        for (const SceneMessage &message : m_scene.messages)
            m_out.messages.push_back({message.severity, m_writer.text(message.text), m_writer.text(message.where)});
        return m_writer.finish(m_out);
    }

private:
    Status checkSomethingIsShown()
    {
        if (const std::string why = whyNothingIsShown(m_scene); !why.empty())
            return nothingToDraw(why);
        if (m_scene.variants.size() * limits::kPrimitives > limits::kVariantTableEntries) {
            std::size_t primitives = 0;
            for (const SceneMesh &mesh : m_scene.meshes)
                primitives += mesh.primitives.size();
            if (m_scene.variants.size() * primitives > limits::kVariantTableEntries)
                return fail(ErrorCode::TooLarge, "too many variants for so many primitives");
        }
        return {};
    }

    Status checkExtent() const
    {
        const Bounds &bounds = m_out.info.bounds;
        if (bounds.min == bounds.max)
            return nothingToDraw("all of its triangles are one point");
        double size = 0;
        double away = 0;
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const double low = bounds.min[axis];
            const double high = bounds.max[axis];
            size = std::max(size, high - low);
            away = std::max(away, std::abs(low + high) / 2);
        }
        if (size > kMostMetres)
            return fail(ErrorCode::TooLarge,
                        std::format("the model is {:.0e} m large, {:.0e} m are the most", size, kMostMetres));
        if (away > kMostSizesAway * size)
            return fail(
                ErrorCode::InvalidArgument,
                std::format("the model stands {:.0e} m from the origin, too far for its size of {:.0e} m", away, size));
        return {};
    }

    /// A file that shows nothing is as good as its flaw; without one it is sound.
    Status nothingToDraw(const std::string &why) const
    {
        if (m_scene.flaw)
            return std::unexpected(*m_scene.flaw);
        return std::unexpected(render::nothingToDraw(why));
    }

    void placeNodes()
    {
        for (const SceneNode &node : m_scene.nodes) {
            NodeRecord record{};
            record.parent = node.parent;
            record.mesh = node.mesh;
            record.name = m_writer.text(node.name);
            record.translation = node.translation;
            record.rotation = node.rotation;
            record.scale = node.scale;
            m_out.nodes.push_back(record);
            const Matrix4 local = matrixOf({node.translation, node.rotation, node.scale});
            m_world.push_back(node.parent == kNone ? local
                                                   : multiply(m_world[static_cast<std::size_t>(node.parent)], local));
        }
    }

    /// Before work is done for each place where a mesh stands. The nodes still name the scene's meshes.
    Status checkDraws()
    {
        std::vector<DrawCount> costs(m_scene.meshes.size());
        for (std::size_t i = 0; i < costs.size(); ++i) {
            costs[i].draws = m_scene.meshes[i].primitives.size();
            m_primitives += costs[i].draws;
            for (const ScenePrimitive &primitive : m_scene.meshes[i].primitives)
                costs[i].triangles += primitive.indices.size() / 3;
        }
        if (auto drawn = countDraws(m_out.nodes, costs); !drawn) {
            drawn.error().where = "/nodes"; // Not in the order of the file.
            return core::passOn(drawn);
        } else {
            m_drawnTriangles = drawn->triangles;
        }
        return {};
    }

    Status bakeMeshes()
    {
        m_out.info.bounds = emptyBounds();
        VITRINE_CHECK(m_writer.beginBlob(SectionKind::Vertices));
        std::vector<std::int32_t> packageMesh(m_scene.meshes.size(), kNone);
        const bool isTraced = m_drawnTriangles <= kTracedTriangles;
        noteColored();
        for (std::size_t i = 0; i < m_scene.meshes.size(); ++i) {
            SceneMesh &mesh = m_scene.meshes[i];
            if (mesh.primitives.empty())
                continue;
            // By what comes first Quick 3D fits its shadows, and not by what it sees through
            // (render/scene/GpuData.cpp).
            std::ranges::stable_partition(mesh.primitives, [this](const ScenePrimitive &primitive) {
                return !isSeenThrough(m_materials.valuesOf(primitive.material));
            });
            for (ScenePrimitive &primitive : mesh.primitives) {
                if (primitive.indices.size() >= kSortedIndices)
                    sortSpatially(primitive);
                prepare(primitive);
            }
            const bool hasOcclusion = isTraced && !readsVertexAlpha(mesh);
            if (hasOcclusion)
                whitenBesideColors(mesh);
            noteVariants(mesh);
            m_built.emplace_back(i, buildMesh(std::move(mesh.primitives), hasOcclusion,
                                              m_options.arePixelsPlain ? OrderEffort::Quick : OrderEffort::Best,
                                              m_primitives <= kMeasuredDraws));
            m_costBefore += m_built.back().second.costBefore;
            m_costAfter += m_built.back().second.costAfter;
            mesh.primitives.clear();
            if (!isTraced) {
                VITRINE_CHECK(storeMeshes(packageMesh));
            }
        }
        if (isTraced) {
            VITRINE_CHECK(bakeOcclusion());
            VITRINE_CHECK(storeMeshes(packageMesh));
        }
        for (NodeRecord &node : m_out.nodes)
            node.mesh = node.mesh == kNone ? kNone : packageMesh[static_cast<std::size_t>(node.mesh)];
        return m_store.writeIndices();
    }

    template <typename Visit>
    static void eachMaterial(const ScenePrimitive &primitive, const Visit &visit)
    {
        visit(primitive.material);
        for (const auto &[variant, material] : primitive.variantMaterials)
            visit(material);
    }

    /// Materials whose vertices have colours wherever they are: one that is on coloured vertices anywhere, glass and
    /// instances, of which Quick 3D always reads them, and whatever shares a mesh with these.
    void noteColored()
    {
        m_places.resize(m_scene.meshes.size());
        for (const SceneNode &node : m_scene.nodes)
            if (node.mesh != kNone)
                ++m_places[static_cast<std::size_t>(node.mesh)];
        for (std::size_t before = 0, round = 0; round == 0 || m_colored.size() != before; ++round) {
            before = m_colored.size();
            for (const SceneMesh &mesh : m_scene.meshes)
                if (isColored(mesh))
                    for (const ScenePrimitive &primitive : mesh.primitives)
                        eachMaterial(primitive, [&](std::int32_t material) { m_colored.insert(material); });
        }
    }

    bool isColored(const SceneMesh &mesh)
    {
        bool isColored = m_places[static_cast<std::size_t>(&mesh - m_scene.meshes.data())] >= kFewestInstances;
        for (const ScenePrimitive &primitive : mesh.primitives) {
            isColored = isColored || !primitive.colors.empty();
            eachMaterial(primitive, [&](std::int32_t material) {
                isColored =
                    isColored || m_colored.contains(material) || m_materials.valuesOf(material).transmission > 0;
            });
        }
        return isColored;
    }

    /// Then there is no room for the occlusion.
    bool readsVertexAlpha(const SceneMesh &mesh)
    {
        bool reads = false;
        const bool hasColors = isColored(mesh);
        for (const ScenePrimitive &primitive : mesh.primitives)
            eachMaterial(primitive, [&](std::int32_t material) {
                reads = reads || (hasColors && m_materials.valuesOf(material).alphaMode != AlphaMode::Opaque);
            });
        return reads;
    }

    void whitenBesideColors(SceneMesh &mesh)
    {
        if (!isColored(mesh))
            return;
        for (ScenePrimitive &primitive : mesh.primitives)
            if (primitive.colors.empty())
                primitive.colors.assign(primitive.positions.size(), {1, 1, 1, 1});
    }

    /// Writes the meshes that are built, and lets them go.
    Status storeMeshes(std::vector<std::int32_t> &packageMesh)
    {
        for (auto &[i, built] : m_built) {
            VITRINE_TRY(packageMesh[i], m_store.add(m_scene.meshes[i], built));
            VITRINE_CHECK(measure(i, built));
            built = {};
        }
        m_built.clear();
        return {};
    }

    Status bakeOcclusion()
    {
        const OcclusionBaker baker(m_scene, m_world);
        return baker.bake(m_built, m_materials.materials(),
                          m_options.arePixelsPlain || m_drawnTriangles > kOccludedTriangles, m_options.groundLights);
    }

    /// Gives a primitive what its materials need, and takes what none of them reads.
    void prepare(ScenePrimitive &primitive)
    {
        std::optional<std::uint32_t> tangentSet;
        std::array<bool, 2> readsSet{};
        const auto consider = [&](std::int32_t material) {
            const MaterialRecord &values = m_materials.valuesOf(material);
            if (!tangentSet)
                tangentSet = tangentUvSet(values);
            for (std::uint32_t set = 0; set < 2; ++set)
                readsSet[set] = readsSet[set] || readsUvSet(values, set);
        };
        consider(primitive.material);
        for (const auto &[variant, material] : primitive.variantMaterials)
            consider(material);
        if (!tangentSet) {
            primitive.tangents.clear();
        } else if (primitive.tangents.empty() && !primitive.texCoords[*tangentSet].empty()) {
            makeTangents(primitive, *tangentSet);
        }
        for (std::uint32_t set = 0; set < 2; ++set) {
            if (!readsSet[set])
                primitive.texCoords[set].clear();
            else if (primitive.texCoords[set].empty())
                m_scene.warn("a textured part has no texture coordinates TEXCOORD_" + std::to_string(set), "");
        }
        for (Vector4 &tangent : primitive.tangents) {
            const Vector3 unit = normalized({tangent[0], tangent[1], tangent[2]}, {1, 0, 0});
            tangent = {unit[0], unit[1], unit[2], tangent[3] < 0 ? -1.0F : 1.0F};
        }
    }

    void noteVariants(SceneMesh &mesh)
    {
        for (ScenePrimitive &primitive : mesh.primitives) {
            const std::int32_t usual = m_materials.use(primitive.material);
            const std::size_t start = m_out.variantTable.size();
            m_out.variantTable.resize(start + m_scene.variants.size(), usual);
            for (const auto &[variant, material] : primitive.variantMaterials)
                m_out.variantTable[start + variant] = m_materials.use(material);
            primitive.material = usual;
        }
    }

    /// Counts a mesh's instances and grows the scene's bounds by them.
    Status measure(std::size_t sceneMesh, const BuiltMesh &built)
    {
        m_out.info.vertexCount += built.record.vertexCount;
        for (std::size_t n = 0; n < m_scene.nodes.size(); ++n) {
            if (m_scene.nodes[n].mesh != static_cast<std::int32_t>(sceneMesh))
                continue;
            m_out.info.triangleCount += built.record.indexCount / 3;
            Bounds placed = emptyBounds();
            const bool isExact = (m_boundsVertices += built.record.vertexCount) <= kExactBoundsVertices;
            if (isExact)
                place(built, m_world[n], placed);
            else
                extendByBox(placed, m_world[n], built.record.bounds);
            if (!isFinite(placed.min) || !isFinite(placed.max))
                return fail(ErrorCode::InvalidArgument,
                            "the node '" + m_scene.nodes[n].name + "' is placed outside of the range of numbers");
            extend(m_out.info.bounds, placed.min);
            extend(m_out.info.bounds, placed.max);
        }
        return {};
    }

    /// Grows `placed` by each vertex, and lets the mesh stand in the light.
    void place(const BuiltMesh &built, const Matrix4 &world, Bounds &placed)
    {
        const bool isTraced = m_out.info.triangleCount <= kTracedTriangles;
        const auto first = static_cast<std::uint32_t>(m_occluders.positions.size());
        for (std::size_t v = 0; v < built.record.vertexCount; ++v) {
            Vector3 position;
            std::memcpy(position.data(), built.vertices.data() + v * built.record.vertexStride, sizeof position);
            position = transformPoint(world, position);
            extend(placed, position);
            if (isTraced)
                m_occluders.positions.push_back(position);
        }
        for (std::size_t i = 0; isTraced && i < built.submeshes.size(); ++i) {
            const SubmeshRecord &submesh = built.submeshes[i];
            auto &list = isGlass(submesh.material) ? m_occluders.glass : m_occluders.solid;
            for (std::size_t corner = 0; corner < submesh.indexCount; ++corner)
                list.push_back(first + built.indices[submesh.firstIndex + corner]);
        }
    }

    bool isGlass(std::int32_t material) const
    {
        const MaterialRecord &values = m_materials.materials()[static_cast<std::size_t>(material)].values;
        return values.transmission > 0.3F || values.alphaMode == AlphaMode::Blend;
    }

    Status bakeGround()
    {
        if (m_out.info.triangleCount > kTracedTriangles || m_boundsVertices > kExactBoundsVertices)
            return {};
        VITRINE_TRY(const auto pictures,
                    traceGround(std::move(m_occluders), m_out.info.bounds, m_options.groundLights));
        VITRINE_CHECK(m_writer.beginBlob(SectionKind::GroundTexels));
        for (const GroundPicture &picture : pictures) {
            m_out.grounds.push_back(picture.record);
            VITRINE_TRY(m_out.grounds.back().offset, m_writer.append(std::as_bytes(std::span(picture.darkness))));
        }
        return {};
    }

    static void extendByBox(Bounds &placed, const Matrix4 &world, const Bounds &box)
    {
        for (unsigned corner = 0; corner < 8; ++corner)
            extend(placed, transformPoint(world, {(corner & 1U) != 0 ? box.max[0] : box.min[0],
                                                  (corner & 2U) != 0 ? box.max[1] : box.min[1],
                                                  (corner & 4U) != 0 ? box.max[2] : box.min[2]}));
    }

    Status bakeTextures()
    {
        VITRINE_CHECK(m_writer.beginBlob(SectionKind::Pixels));
        return render::bakeTextures(m_scene, m_materials.textures(), m_options, m_writer, m_out);
    }

    void bakeMaterials()
    {
        for (const SceneMaterial &material : m_materials.materials()) {
            m_out.materials.push_back(material.values);
            m_out.materials.back().name = m_writer.text(material.name);
        }
        for (const SceneVariant &variant : m_scene.variants)
            m_out.variants.push_back({variant.price, m_writer.text(variant.name), localText(variant.title, m_writer)});
    }

    void bakeCameras()
    {
        for (const SceneCamera &camera : m_scene.cameras) {
            CameraRecord record{};
            record.name = m_writer.text(camera.name);
            record.node = camera.node;
            record.kind = camera.kind;
            record.world = camera.node == kNone ? kIdentity : m_world[static_cast<std::size_t>(camera.node)];
            record.yFovRadians = camera.yFovRadians;
            record.aspect = camera.aspect;
            record.xMagnitude = camera.xMagnitude;
            record.yMagnitude = camera.yMagnitude;
            record.zNear = camera.zNear;
            record.zFar = camera.zFar;
            m_out.cameras.push_back(record);
        }
    }

    void finishInfo(const std::string &sourceName)
    {
        m_out.info.sourceName = m_writer.text(sourceName);
        m_out.info.generator = m_writer.text(m_scene.generator);
        m_out.info.copyright = m_writer.text(m_scene.copyright);
        m_out.info.sceneName = m_writer.text(m_scene.name);
        if (m_costAfter.triangles > 0)
            m_out.order = OrderRecord{m_costBefore.transforms(), m_costAfter.transforms(), m_costBefore.overdraw(),
                                      m_costAfter.overdraw()};
    }

    Scene m_scene;
    ImportOptions m_options;
    MaterialTable m_materials;
    PackageWriter m_writer;
    PackageContents m_out;
    MeshStore m_store;
    std::vector<Matrix4> m_world;
    std::uint64_t m_boundsVertices = 0;
    Occluders m_occluders;
    std::uint64_t m_drawnTriangles = 0;
    std::uint64_t m_primitives = 0;
    OrderCost m_costBefore;
    OrderCost m_costAfter;
    std::vector<std::size_t> m_places;                      ///< Of each mesh of the scene: how many nodes show it.
    std::set<std::int32_t> m_colored;                       ///< Materials of the scene that are on coloured vertices.
    std::vector<std::pair<std::size_t, BuiltMesh>> m_built; ///< With the scene's number of each.
};

} // namespace

Result<std::uint64_t> bakeScene(Scene scene, const std::string &sourceName, const ImportOptions &options,
                                PackageSink sink)
{
    return Baker(std::move(scene), options, std::move(sink)).bake(sourceName);
}

} // namespace vitrine::render
