// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/AssimpScene.h"

#include "render/import/ImportLimits.h"
#include "render/import/assimp/AssimpMaterials.h"
#include "render/import/geometry/Shading.h"
#include "render/import/geometry/Transform.h"

#include <assimp/commonMetaData.h>
#include <assimp/scene.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace vitrine::render {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

std::string nameOf(const aiString &text)
{
    return std::string(text.C_Str(), std::min<std::size_t>(text.length, limits::kNameBytes));
}

Vector3 vectorOf(const aiVector3D &v) { return {v.x, v.y, v.z}; }

Matrix4 columnsOf(const aiMatrix4x4 &m)
{
    return {m.a1, m.b1, m.c1, m.d1, m.a2, m.b2, m.c2, m.d2, m.a3, m.b3, m.c3, m.d3, m.a4, m.b4, m.c4, m.d4};
}

bool isAffine(const Matrix4 &m)
{
    return std::ranges::all_of(m, [](float number) { return std::isfinite(number); }) && m[3] == 0 && m[7] == 0 &&
           m[11] == 0 && m[15] == 1;
}

std::string counted(unsigned count, const std::string &one, const std::string &many)
{
    return count == 1 ? "an " + one + " is left out" : std::to_string(count) + " " + many + " are left out";
}

class SceneReader
{
public:
    SceneReader(const aiScene &from, const ModelFormat &format, const std::string &name, ModelFiles &files, Scene &into)
        : m_from(from)
        , m_format(format)
        , m_name(name)
        , m_files(files)
        , m_scene(into)
    {
    }

    Status read()
    {
        VITRINE_CHECK(checkLimits());
        readMetadata();
        AssimpImages images(m_from, m_format, m_name, m_files, m_scene);
        for (unsigned i = 0; i < m_from.mNumMaterials; ++i)
            VITRINE_CHECK(readAssimpMaterial(*m_from.mMaterials[i], m_format, images, m_scene));
        warnOfTheRest();
        VITRINE_CHECK(readNodes());
        if (m_format.isBare)
            paintUnpainted();
        return {};
    }

private:
    /// A node of Assimp's whose place in the scene is known. `rest` is what of the nodes above no node could be given,
    /// since it is skewed: it goes on into the shapes.
    struct Open {
        const aiNode *from;
        std::int32_t parent;
        std::optional<Matrix4> rest;
        std::optional<Matrix4> steps; ///< Before its own transformation: see isStep().
    };

    Status checkLimits() const
    {
        std::uint64_t vertices = 0;
        std::uint64_t indices = 0;
        for (unsigned i = 0; i < m_from.mNumMeshes; ++i) {
            vertices += m_from.mMeshes[i]->mNumVertices;
            indices += std::uint64_t{m_from.mMeshes[i]->mNumFaces} * 3;
        }
        if (vertices > limits::kVertices || indices > limits::kIndices)
            return fail(ErrorCode::TooLarge,
                        std::to_string(vertices) + " vertices and " + std::to_string(indices) + " indices (limits " +
                            std::to_string(limits::kVertices) + " and " + std::to_string(limits::kIndices) + ")",
                        m_name);
        return {};
    }

    void readMetadata()
    {
        aiString text;
        if (m_from.mMetaData == nullptr)
            return;
        if (m_from.mMetaData->Get(AI_METADATA_SOURCE_GENERATOR, text))
            m_scene.generator = nameOf(text);
        if (m_from.mMetaData->Get(AI_METADATA_SOURCE_COPYRIGHT, text))
            m_scene.copyright = nameOf(text);
    }

    void warnOfTheRest()
    {
        if (m_from.mNumAnimations > 0)
            m_scene.warn(counted(m_from.mNumAnimations, "animation", "animations"), m_name);
        for (unsigned i = 0; i < m_from.mNumLights; ++i)
            m_scene.warn("the light is left out: the studio lights the product", nameOf(m_from.mLights[i]->mName));
        for (unsigned i = 0; i < m_from.mNumCameras; ++i)
            m_scene.warn("the camera is left out", nameOf(m_from.mCameras[i]->mName));
        for (unsigned i = 0; i < m_from.mNumMeshes; ++i) {
            const aiMesh &mesh = *m_from.mMeshes[i];
            if (mesh.HasBones())
                m_scene.warn("the skin is left out: the part stands as it was modelled", nameOf(mesh.mName));
            if (mesh.mNumAnimMeshes > 0)
                m_scene.warn("the shapes to blend to are left out", nameOf(mesh.mName));
            if (mesh.GetNumUVChannels() > 2)
                m_scene.warn("of the texture coordinates only the first two sets are read", nameOf(mesh.mName));
            if (mesh.GetNumColorChannels() > 1)
                m_scene.warn("of the vertex colours only the first set is read", nameOf(mesh.mName));
        }
    }

    Status readNodes()
    {
        // By hand instead of by recursion: the depth is the file's choice.
        std::vector<Open> open = {{m_from.mRootNode, kNone, std::nullopt, std::nullopt}};
        for (std::size_t i = 0; i < open.size(); ++i) {
            const Open here = open[i];
            if (open.size() > limits::kNodes)
                return fail(ErrorCode::TooLarge, "more than " + std::to_string(limits::kNodes) + " nodes", m_name);
            if (isStep(*here.from)) {
                const Matrix4 local = columnsOf(here.from->mTransformation);
                const Matrix4 steps = here.steps ? multiply(*here.steps, local) : local;
                for (unsigned c = 0; c < here.from->mNumChildren; ++c)
                    open.push_back({here.from->mChildren[c], here.parent, here.rest, steps});
                continue;
            }
            const auto index = static_cast<std::int32_t>(m_scene.nodes.size());
            SceneNode node;
            node.name = shownName(*here.from);
            node.parent = here.parent;
            VITRINE_TRY(const auto rest, place(node, here));
            if (isShown(*here.from)) {
                VITRINE_TRY(node.mesh, readMesh(*here.from, node.name, rest));
            } else if (here.from->mNumMeshes > 0) {
                m_scene.warn("a hidden object is left out", node.name);
            }
            for (unsigned c = 0; c < here.from->mNumChildren; ++c)
                open.push_back({here.from->mChildren[c], index, rest, std::nullopt});
            m_scene.nodes.push_back(std::move(node));
        }
        return {};
    }

    /// What an FBX's node says about pivots, Assimp makes a chain of nodes of. In one node, children would inherit what
    /// is its shape's alone.
    static bool isStep(const aiNode &from)
    {
        return from.mNumMeshes == 0 && std::string_view(from.mName.C_Str()).contains("_$AssimpFbx$_");
    }

    /// Importers make names up ("<STL_BINARY>") where there are none; the file has one.
    std::string shownName(const aiNode &from) const
    {
        std::string name = nameOf(from.mName);
        const bool isMadeUp = name.empty() || name.front() == '<';
        if (!isMadeUp || (&from != m_from.mRootNode && from.mNumMeshes == 0))
            return name;
        const std::size_t start = m_name.rfind('/') + 1;
        return m_name.substr(start, m_name.rfind('.') - start);
    }

    /// Gives the node its place, or returns what its shapes and those below it must be moved by instead.
    Result<std::optional<Matrix4>> place(SceneNode &node, const Open &open)
    {
        Matrix4 local = columnsOf(open.from->mTransformation);
        if (open.steps)
            local = multiply(*open.steps, local);
        if (!isAffine(local))
            return fail(ErrorCode::InvalidArgument,
                        "the node '" + node.name + "' has no place: its matrix is not affine", m_name);
        if (open.rest)
            local = multiply(*open.rest, local);
        if (const auto placed = decompose(local)) {
            node.translation = placed->translation;
            node.rotation = placed->rotation;
            node.scale = placed->scale;
            return std::nullopt;
        }
        if (!open.rest)
            m_scene.note("the node is skewed or flat; its shapes were moved instead", node.name);
        return local;
    }

    /// Whether an FBX's author shows what the node itself bears; what stands below it has its own word. Of the
    /// property "Visibility" Assimp tells nothing.
    static bool isShown(const aiNode &from)
    {
        bool show = true;
        return from.mMetaData == nullptr || !from.mMetaData->Get("Show", show) || show;
    }

    Result<std::int32_t> readMesh(const aiNode &node, const std::string &name, const std::optional<Matrix4> &moved)
    {
        SceneMesh mesh;
        mesh.name = name;
        bool hasOthers = false;
        for (unsigned i = 0; i < node.mNumMeshes; ++i) {
            const aiMesh &from = *m_from.mMeshes[node.mMeshes[i]];
            if ((from.mPrimitiveTypes & aiPrimitiveType_TRIANGLE) == 0) {
                hasOthers = true;
                continue;
            }
            VITRINE_TRY(ScenePrimitive primitive, readPrimitive(from));
            if (moved)
                move(primitive, *moved);
            if (!primitive.indices.empty())
                mesh.primitives.push_back(std::move(primitive));
        }
        if (hasOthers)
            m_scene.warn("points and lines are left out", name);
        if (mesh.primitives.empty() && !hasOthers)
            return kNone;
        m_scene.meshes.push_back(std::move(mesh));
        return static_cast<std::int32_t>(m_scene.meshes.size() - 1);
    }

    static void move(ScenePrimitive &primitive, const Matrix4 &by)
    {
        for (Vector3 &position : primitive.positions)
            position = transformPoint(by, position);
        for (Vector3 &normal : primitive.normals)
            normal = normalized(transformNormal(by, normal), {0, 1, 0});
        if (determinant(by) < 0)
            reverseTriangles(primitive.indices);
    }

    Result<ScenePrimitive> readPrimitive(const aiMesh &from) const
    {
        ScenePrimitive primitive;
        primitive.material = static_cast<std::int32_t>(from.mMaterialIndex);
        primitive.positions.reserve(from.mNumVertices);
        primitive.indices.reserve(std::size_t{from.mNumFaces} * 3);
        // An STL's normals are those of its facets, as if every round shape were cut from glass.
        const bool hasNormals = from.HasNormals() && m_format.kind != FormatKind::Stl;
        for (unsigned i = 0; i < from.mNumVertices; ++i) {
            const Vector3 position = vectorOf(from.mVertices[i]);
            if (!isFinite(position))
                return fail(ErrorCode::InvalidArgument,
                            "the position of vertex " + std::to_string(i) + " is not a finite number",
                            from.mName.length > 0 ? nameOf(from.mName) : m_name);
            primitive.positions.push_back(position);
            if (hasNormals)
                primitive.normals.push_back(normalized(vectorOf(from.mNormals[i]), {0, 1, 0}));
            for (std::size_t set = 0; set < primitive.texCoords.size(); ++set)
                if (from.HasTextureCoords(static_cast<unsigned>(set))) {
                    const aiVector3D &uv = from.mTextureCoords[set][i];
                    primitive.texCoords[set].push_back({uv.x, uv.y});
                }
            if (from.HasVertexColors(0))
                primitive.colors.push_back(colorOf(from.mColors[0][i]));
        }
        for (unsigned f = 0; f < from.mNumFaces; ++f) {
            const aiFace &face = from.mFaces[f];
            const bool isSound = face.mNumIndices == 3 && face.mIndices[0] < from.mNumVertices &&
                                 face.mIndices[1] < from.mNumVertices && face.mIndices[2] < from.mNumVertices;
            if (isSound)
                primitive.indices.insert(primitive.indices.end(), face.mIndices, face.mIndices + 3);
        }
        return primitive;
    }

    /// White shows no shape under bright light, and hardly stands out from a light ground.
    void paintUnpainted()
    {
        constexpr Vector4 kGrey = {0.5F, 0.5F, 0.5F, 1};
        for (const SceneMesh &mesh : m_scene.meshes)
            for (const ScenePrimitive &primitive : mesh.primitives) {
                Vector4 &color = m_scene.materials[static_cast<std::size_t>(primitive.material)].values.baseColor;
                if (primitive.colors.empty() && color == Vector4{1, 1, 1, 1})
                    color = kGrey;
            }
    }

    Vector4 colorOf(const aiColor4D &color) const
    {
        if (!m_format.isBare)
            return {color.r, color.g, color.b, color.a};
        return {linearOfSrgb(color.r), linearOfSrgb(color.g), linearOfSrgb(color.b), color.a};
    }

    const aiScene &m_from;
    const ModelFormat &m_format;
    const std::string &m_name;
    ModelFiles &m_files;
    Scene &m_scene;
};

} // namespace

Status readAssimpScene(const aiScene &from, const ModelFormat &format, const std::string &name, ModelFiles &files,
                       Scene &into)
{
    return SceneReader(from, format, name, files, into).read();
}

} // namespace vitrine::render
