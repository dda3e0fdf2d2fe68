// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/Primitives.h"

#include "render/import/ImportLimits.h"
#include "render/import/geometry/Shading.h"
#include "render/import/geometry/Transform.h"
#include "render/import/gltf/DracoPrimitive.h"
#include "render/import/gltf/PrimitivePose.h"
#include "render/import/gltf/Triangles.h"

#include <algorithm>
#include <cstring>

namespace vitrine::render::gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

template <std::size_t N>
std::vector<std::array<float, N>> grouped(const std::vector<float> &values)
{
    std::vector<std::array<float, N>> result(values.size() / N);
    if (!result.empty())
        std::memcpy(result.data(), values.data(), result.size() * sizeof(result[0]));
    return result;
}

class PrimitiveReader
{
public:
    PrimitiveReader(Document &document, const JsonObject &object, GeometryBudget &budget)
        : m_document(document)
        , m_object(object)
        , m_budget(budget)
    {
    }

    /// Empty if there is nothing to draw.
    Result<std::optional<ScenePrimitive>> read(const Pose &pose)
    {
        VITRINE_TRY(const auto attributes, m_object.object("attributes"));
        if (!attributes)
            return fail(ErrorCode::InvalidArgument, "missing", m_object.pointer("attributes"));
        VITRINE_TRY(const std::uint64_t mode, m_object.count("mode", 4));
        if (mode < 4) {
            m_document.scene().warn(mode == 0 ? "points are left out" : "lines are left out", m_object.pointer());
            return std::nullopt;
        }
        if (!attributes->has("POSITION")) {
            m_document.scene().warn("a primitive without positions is left out", m_object.pointer());
            return std::nullopt;
        }
        VITRINE_CHECK(readVertices(*attributes));
        VITRINE_CHECK(readTriangles(mode));
        if (m_primitive.indices.empty()) {
            m_document.scene().warn("a primitive without triangles is left out", m_object.pointer());
            return std::nullopt;
        }
        VITRINE_CHECK(checkPositions(attributes->pointer("POSITION")));
        VITRINE_CHECK(finishShape(*attributes, pose));
        VITRINE_CHECK(readMaterial());
        return std::move(m_primitive);
    }

private:
    Status readVertices(const JsonObject &attributes)
    {
        VITRINE_TRY(const std::int32_t position,
                    attributes.requiredIndex("POSITION", m_document.accessors().size(), "/accessors"));
        m_vertexCount = m_document.accessors()[static_cast<std::size_t>(position)].count;
        m_budget.vertices += m_vertexCount;
        if (m_budget.vertices > limits::kVertices)
            return fail(ErrorCode::TooLarge,
                        "more than " + std::to_string(limits::kVertices) + " vertices in all primitives together",
                        m_object.pointer());
        VITRINE_TRY(const auto draco, m_object.extension("KHR_draco_mesh_compression"));
        if (draco) {
            VITRINE_TRY(m_draco, DracoPrimitive::decode(m_document, *draco));
        }
        VITRINE_TRY(const auto positions, floats(attributes, "POSITION", 3));
        VITRINE_TRY(const auto normals, floats(attributes, "NORMAL", 3));
        VITRINE_TRY(const auto tangents, floats(attributes, "TANGENT", 4));
        m_primitive.positions = grouped<3>(positions);
        m_primitive.normals = grouped<3>(normals);
        m_primitive.tangents = grouped<4>(tangents);
        for (std::size_t set = 0; set < 2; ++set) {
            VITRINE_TRY(const auto uv, floats(attributes, set == 0 ? "TEXCOORD_0" : "TEXCOORD_1", 2));
            m_primitive.texCoords[set] = grouped<2>(uv);
        }
        return readColors(attributes);
    }

    Status readColors(const JsonObject &attributes)
    {
        VITRINE_TRY(const std::int32_t index, attributes.index("COLOR_0", m_document.accessors().size(), "/accessors"));
        if (index == kNone)
            return {};
        if (m_document.accessors()[static_cast<std::size_t>(index)].components == 4) {
            VITRINE_TRY(const auto colors, floats(attributes, "COLOR_0", 4));
            m_primitive.colors = grouped<4>(colors);
            return {};
        }
        VITRINE_TRY(const auto colors, floats(attributes, "COLOR_0", 3));
        for (const Vector3 &color : grouped<3>(colors))
            m_primitive.colors.push_back({color[0], color[1], color[2], 1});
        return {};
    }

    /// Empty if the primitive has no such attribute.
    Result<std::vector<float>> floats(const JsonObject &attributes, std::string_view key, std::uint32_t components)
    {
        VITRINE_TRY(const std::int32_t index, attributes.index(key, m_document.accessors().size(), "/accessors"));
        if (index == kNone)
            return std::vector<float>();
        std::vector<float> values;
        if (m_draco && m_draco->has(key)) {
            const bool isNormalized = m_document.accessors()[static_cast<std::size_t>(index)].isNormalized;
            VITRINE_TRY(values, m_draco->floats(key, components, isNormalized));
        } else {
            VITRINE_TRY(values, m_document.floats(index, components));
        }
        VITRINE_CHECK(checkCount(values.size() / components, attributes.pointer(key)));
        // A position that is no number is an error, but only where a triangle uses it: checkPositions().
        if (key != "POSITION" && !std::ranges::all_of(values, [](float value) { return std::isfinite(value); }))
            return fail(ErrorCode::InvalidArgument, "a value that is not a finite number", attributes.pointer(key));
        return values;
    }

    Status checkCount(std::size_t count, const std::string &where) const
    {
        if (count != m_vertexCount)
            return fail(ErrorCode::InvalidArgument,
                        std::to_string(count) + " elements for " + std::to_string(m_vertexCount) + " positions", where);
        return {};
    }

    Status readTriangles(std::uint64_t mode)
    {
        VITRINE_TRY(const std::int32_t accessor,
                    m_object.index("indices", m_document.accessors().size(), "/accessors"));
        const std::uint64_t count =
            accessor == kNone ? m_vertexCount : m_document.accessors()[static_cast<std::size_t>(accessor)].count;
        // Strips and fans give up to three indices for each one stored.
        m_budget.indices += mode == 4 ? count : count * 3;
        if (m_budget.indices > limits::kIndices)
            return fail(ErrorCode::TooLarge,
                        "more than " + std::to_string(limits::kIndices) + " indices in all primitives together",
                        m_object.pointer());
        std::vector<std::uint32_t> corners;
        if (m_draco) {
            corners = m_draco->indices();
        } else if (accessor != kNone) {
            VITRINE_TRY(corners, m_document.integers(accessor, 1));
        } else {
            corners.resize(m_vertexCount);
            for (std::uint32_t i = 0; i < corners.size(); ++i)
                corners[i] = i;
        }
        const auto wild = std::ranges::find_if(corners, [&](std::uint32_t index) { return index >= m_vertexCount; });
        if (wild != corners.end())
            return fail(ErrorCode::InvalidArgument,
                        "index " + std::to_string(*wild) + " of " + std::to_string(m_vertexCount) + " vertices",
                        accessor == kNone ? m_object.pointer() : m_object.pointer("indices"));
        if (mode == 4 && corners.size() % 3 != 0)
            m_document.scene().warn(std::to_string(corners.size()) + " indices are no whole number of triangles",
                                    m_object.pointer());
        const std::size_t stored = corners.size() / 3;
        m_primitive.indices = trianglesOf(std::move(corners), static_cast<std::uint32_t>(mode));
        if (mode == 4 && m_primitive.indices.size() / 3 < stored)
            noteDropped(stored - m_primitive.indices.size() / 3);
        return {};
    }

    void noteDropped(std::size_t triangles)
    {
        m_document.scene().note(triangles == 1
                                    ? "a triangle with two equal corners was dropped"
                                    : std::to_string(triangles) + " triangles with two equal corners were dropped",
                                m_object.pointer());
    }

    Status checkPositions(const std::string &where) const
    {
        for (const std::uint32_t index : m_primitive.indices)
            if (!isFinite(m_primitive.positions[index]))
                return fail(ErrorCode::InvalidArgument,
                            "the position of vertex " + std::to_string(index) + " is not a finite number", where);
        return {};
    }

    Status finishShape(const JsonObject &attributes, const Pose &pose)
    {
        VITRINE_CHECK(applyMorphTargets(m_document, m_object, pose.morphWeights, pose.keepsTargets, m_primitive));
        if (!pose.joints.empty())
            VITRINE_CHECK(applySkin(m_document, attributes, m_draco ? &*m_draco : nullptr,
                                    {pose.joints, pose.keepsJoints}, m_primitive));
        VITRINE_CHECK(checkPositions(m_object.pointer()));
        dropUnusedVertices(m_primitive);
        if (m_primitive.normals.empty()) {
            makeFlatNormals(m_primitive);
            if (pose.joints.empty()) // Else the targets' moves are those of the mesh as it was bound.
                makeFlatMoves(m_primitive);
        }
        for (Vector3 &normal : m_primitive.normals)
            normal = normalized(normal, {0, 1, 0});
        return {};
    }

    Status readMaterial()
    {
        VITRINE_TRY(m_primitive.material, m_object.index("material", m_document.materials().size(), "/materials"));
        VITRINE_TRY(const auto variants, m_object.extension("KHR_materials_variants"));
        if (!variants)
            return {};
        VITRINE_TRY(const JsonArray mappings, variants->array("mappings"));
        for (std::size_t i = 0; i < mappings.size(); ++i) {
            VITRINE_TRY(const JsonObject mapping, mappings.object(i));
            VITRINE_TRY(const std::int32_t material,
                        mapping.requiredIndex("material", m_document.materials().size(), "/materials"));
            VITRINE_TRY(const JsonArray names, mapping.array("variants"));
            for (std::size_t v = 0; v < names.size(); ++v) {
                VITRINE_TRY(const std::int32_t variant, names.index(v, m_document.scene().variants.size(),
                                                                    "/extensions/KHR_materials_variants/variants"));
                m_primitive.variantMaterials.emplace_back(static_cast<std::uint32_t>(variant), material);
            }
        }
        return {};
    }

    Document &m_document;
    const JsonObject &m_object;
    GeometryBudget &m_budget;
    std::optional<DracoPrimitive> m_draco;
    ScenePrimitive m_primitive;
    std::uint64_t m_vertexCount = 0;
};

/// Names by the custom that extras.targetNames has them.
Status readTargets(const JsonObject &object, const Pose &pose, SceneMesh &mesh)
{
    std::size_t count = 0;
    for (const ScenePrimitive &primitive : mesh.primitives)
        count = std::max(count, primitive.targets.size());
    for (std::size_t i = 0; i < count; ++i)
        mesh.targets.push_back({"", i < pose.morphWeights.size() ? pose.morphWeights[i] : 0});
    const auto extras = object.object("extras");
    if (!extras || !*extras) // Extras may be anything.
        return {};
    const auto names = (*extras)->array("targetNames");
    for (std::size_t i = 0; names && i < std::min(names->size(), mesh.targets.size()); ++i)
        if (const auto name = names->text(i))
            mesh.targets[i].name = name->substr(0, limits::kNameBytes);
    return {};
}

} // namespace

Result<SceneMesh> readMesh(Document &document, std::size_t index, const Pose &pose, GeometryBudget &budget)
{
    VITRINE_TRY(const JsonObject object, document.meshes().object(index));
    VITRINE_TRY(const JsonArray primitives, object.array("primitives"));
    SceneMesh mesh;
    VITRINE_TRY(mesh.name, object.name());
    for (std::size_t i = 0; i < primitives.size(); ++i) {
        if (++budget.primitives > limits::kPrimitives)
            return fail(ErrorCode::TooLarge, "more than " + std::to_string(limits::kPrimitives) + " primitives",
                        primitives.pointer(i));
        VITRINE_TRY(const JsonObject primitive, primitives.object(i));
        VITRINE_TRY(auto read, PrimitiveReader(document, primitive, budget).read(pose));
        if (read)
            mesh.primitives.push_back(std::move(*read));
    }
    if (pose.keepsTargets)
        VITRINE_CHECK(readTargets(object, pose, mesh));
    return mesh;
}

} // namespace vitrine::render::gltf
