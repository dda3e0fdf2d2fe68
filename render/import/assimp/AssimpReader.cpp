// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/AssimpReader.h"

#include "render/import/ImportLimits.h"
#include "render/import/assimp/AssimpFiles.h"
#include "render/import/assimp/ObjLibraries.h"
#include "render/import/assimp/ObjNumbers.h"
#include "render/import/geometry/Shading.h"
#include "render/import/geometry/Transform.h"
#include "render/import/image/ImageDecoder.h"

#include <assimp/GltfMaterial.h>
#include <assimp/Importer.hpp>
#include <assimp/config.h>
#include <assimp/postprocess.h>
#include <assimp/scene.h>

#include <algorithm>
#include <exception>
#include <map>
#include <new>

namespace vitrine::render {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

// Normals are ours (makeSmoothNormals): Assimp's step takes ten seconds for a flat sheet of a million triangles.
constexpr unsigned kSteps =
    aiProcess_Triangulate | aiProcess_SortByPType | aiProcess_FlipUVs | aiProcess_ValidateDataStructure;
constexpr float kCreaseDegrees = 60;

std::string nameOf(const aiString &text)
{
    return std::string(text.C_Str(), std::min<std::size_t>(text.length, limits::kNameBytes));
}

Vector3 vectorOf(const aiVector3D &v) { return {v.x, v.y, v.z}; }

/// Assimp makes a text of every exception; memory that ran out has an error of its own.
void throwIfOutOfMemory(const std::exception_ptr &thrown)
{
    try {
        if (thrown)
            std::rethrow_exception(thrown);
    } catch (const std::bad_alloc &) {
        throw;
    } catch (const std::exception &) {
        return; // Its text is the importer's error.
    }
}

class AssimpSceneReader
{
public:
    AssimpSceneReader(Scene scene, const aiScene &from, std::string folder, ModelFiles &files)
        : m_scene(std::move(scene))
        , m_from(from)
        , m_folder(std::move(folder))
        , m_files(files)
    {
    }

    Result<Scene> read()
    {
        VITRINE_CHECK(checkLimits());
        for (unsigned i = 0; i < m_from.mNumMaterials; ++i)
            VITRINE_CHECK(readMaterial(*m_from.mMaterials[i]));
        VITRINE_CHECK(readNodes());
        return std::move(m_scene);
    }

private:
    Status checkLimits() const
    {
        std::uint64_t vertices = 0;
        std::uint64_t indices = 0;
        for (unsigned i = 0; i < m_from.mNumMeshes; ++i) {
            vertices += m_from.mMeshes[i]->mNumVertices;
            indices += std::uint64_t{m_from.mMeshes[i]->mNumFaces} * 3;
        }
        if (vertices > limits::kVertices || indices > limits::kIndices)
            return fail(ErrorCode::TooLarge, std::to_string(vertices) + " vertices and " + std::to_string(indices) +
                                                 " indices (limits " + std::to_string(limits::kVertices) + " and " +
                                                 std::to_string(limits::kIndices) + ")");
        return {};
    }

    Status readMaterial(const aiMaterial &from)
    {
        SceneMaterial &material = m_scene.materials.emplace_back();
        MaterialRecord &values = material.values;
        material.name = nameOf(const_cast<aiMaterial &>(from).GetName());
        aiColor3D color(1, 1, 1);
        if (from.Get(AI_MATKEY_COLOR_DIFFUSE, color) == aiReturn_SUCCESS)
            values.baseColor = {unit(color.r), unit(color.g), unit(color.b), 1};
        float opacity = 1;
        if (from.Get(AI_MATKEY_OPACITY, opacity) == aiReturn_SUCCESS && opacity < 1) {
            values.baseColor[3] = unit(opacity);
            values.alphaMode = AlphaMode::Blend;
        }
        values.metallic = 0;
        from.Get(AI_MATKEY_METALLIC_FACTOR, values.metallic);
        if (from.Get(AI_MATKEY_ROUGHNESS_FACTOR, values.roughness) != aiReturn_SUCCESS) {
            float shininess = 0;
            from.Get(AI_MATKEY_SHININESS, shininess);
            // Blinn-Phong's exponent as the roughness of the same highlight: n = 2/α² − 2 with α = roughness².
            values.roughness = std::pow(2.0F / (std::max(shininess, 0.0F) + 2.0F), 0.25F);
        }
        values.metallic = unit(values.metallic);
        values.roughness = unit(values.roughness);
        aiColor3D emissive(0, 0, 0);
        if (from.Get(AI_MATKEY_COLOR_EMISSIVE, emissive) == aiReturn_SUCCESS)
            values.emissive = {unit(emissive.r), unit(emissive.g), unit(emissive.b)};
        VITRINE_CHECK(readTexture(from, aiTextureType_DIFFUSE, values.slot(Slot::BaseColor)));
        VITRINE_CHECK(readTexture(from, aiTextureType_NORMALS, values.slot(Slot::Normal)));
        VITRINE_CHECK(readTexture(from, aiTextureType_EMISSIVE, values.slot(Slot::Emissive)));
        for (const aiTextureType type : {aiTextureType_HEIGHT, aiTextureType_SPECULAR, aiTextureType_OPACITY,
                                         aiTextureType_METALNESS, aiTextureType_DIFFUSE_ROUGHNESS})
            if (from.GetTextureCount(type) > 0)
                m_scene.warn(std::string("a texture of the kind ") + aiTextureTypeToString(type) +
                                 " is not supported for this format and is left out",
                             material.name);
        return {};
    }

    static float unit(float value) { return std::isfinite(value) ? std::clamp(value, 0.0F, 1.0F) : 0; }

    Status readTexture(const aiMaterial &from, aiTextureType type, TextureSlot &slot)
    {
        aiString path;
        if (from.GetTextureCount(type) == 0 || from.GetTexture(type, 0, &path) != aiReturn_SUCCESS)
            return {};
        std::string name = nameOf(path);
        std::ranges::replace(name, '\\', '/'); // As written on Windows.
        VITRINE_CHECK(refuseClimbing(name, "the material '" + m_scene.materials.back().name + "'"));
        slot.texture = image(m_folder + name);
        return {};
    }

    std::int32_t image(const std::string &path)
    {
        const auto [entry, isNew] = m_images.try_emplace(path, kNone);
        if (!isNew)
            return entry->second;
        auto blob = m_files.read(path);
        if (!blob) {
            m_scene.warn("the texture is left out: " + blob.error().detail, path);
            return kNone;
        }
        const ImageKind kind = imageKind(blob->bytes);
        if (kind != ImageKind::Png && kind != ImageKind::Jpeg) {
            m_scene.warn("the texture is neither PNG nor JPEG and is left out", path);
            return kNone;
        }
        entry->second = static_cast<std::int32_t>(m_scene.images.size());
        m_scene.images.push_back({path, std::move(*blob), path});
        return entry->second;
    }

    Status readNodes()
    {
        // By hand instead of by recursion: the depth is the file's choice.
        std::vector<std::pair<const aiNode *, std::int32_t>> open = {{m_from.mRootNode, kNone}};
        for (std::size_t i = 0; i < open.size(); ++i) {
            const auto [from, parent] = open[i];
            if (m_scene.nodes.size() >= limits::kNodes)
                return fail(ErrorCode::TooLarge, "more than " + std::to_string(limits::kNodes) + " nodes");
            SceneNode node;
            node.name = nameOf(from->mName);
            node.parent = parent;
            const aiMatrix4x4 &m = from->mTransformation;
            const auto local = decompose(
                {m.a1, m.b1, m.c1, m.d1, m.a2, m.b2, m.c2, m.d2, m.a3, m.b3, m.c3, m.d3, m.a4, m.b4, m.c4, m.d4});
            if (!local)
                return fail(ErrorCode::InvalidArgument,
                            "the node '" + node.name + "' is not placed by translation, rotation and scale");
            node.translation = local->translation;
            node.rotation = local->rotation;
            node.scale = local->scale;
            VITRINE_TRY(node.mesh, readMesh(*from));
            for (unsigned c = 0; c < from->mNumChildren; ++c)
                open.emplace_back(from->mChildren[c], static_cast<std::int32_t>(i));
            m_scene.nodes.push_back(std::move(node));
        }
        return {};
    }

    Result<std::int32_t> readMesh(const aiNode &node)
    {
        SceneMesh mesh;
        mesh.name = nameOf(node.mName);
        for (unsigned i = 0; i < node.mNumMeshes; ++i) {
            const aiMesh &from = *m_from.mMeshes[node.mMeshes[i]];
            if ((from.mPrimitiveTypes & aiPrimitiveType_TRIANGLE) == 0) {
                m_scene.warn("points and lines are left out", mesh.name);
                continue;
            }
            VITRINE_TRY(ScenePrimitive primitive, readPrimitive(from));
            if (!primitive.indices.empty())
                mesh.primitives.push_back(std::move(primitive));
        }
        if (mesh.primitives.empty())
            return kNone;
        m_scene.meshes.push_back(std::move(mesh));
        return static_cast<std::int32_t>(m_scene.meshes.size() - 1);
    }

    static Result<ScenePrimitive> readPrimitive(const aiMesh &from)
    {
        ScenePrimitive primitive;
        primitive.material = static_cast<std::int32_t>(from.mMaterialIndex);
        primitive.positions.reserve(from.mNumVertices);
        primitive.indices.reserve(std::size_t{from.mNumFaces} * 3);
        for (unsigned i = 0; i < from.mNumVertices; ++i) {
            const Vector3 position = vectorOf(from.mVertices[i]);
            if (!isFinite(position))
                return fail(ErrorCode::InvalidArgument,
                            "the position of vertex " + std::to_string(i) + " is not a finite number",
                            nameOf(from.mName));
            primitive.positions.push_back(position);
            if (from.HasNormals())
                primitive.normals.push_back(normalized(vectorOf(from.mNormals[i]), {0, 1, 0}));
            if (from.HasTextureCoords(0))
                primitive.texCoords[0].push_back({from.mTextureCoords[0][i].x, from.mTextureCoords[0][i].y});
            if (from.HasVertexColors(0)) {
                const aiColor4D &color = from.mColors[0][i];
                primitive.colors.push_back({color.r, color.g, color.b, color.a});
            }
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

    Scene m_scene;
    const aiScene &m_from;
    std::string m_folder;
    ModelFiles &m_files;
    std::map<std::string, std::int32_t> m_images;
};

} // namespace

Result<Scene> readWithAssimp(const Blob &file, const std::string &name, ModelFiles &files)
{
    Scene start;
    VITRINE_CHECK(checkObjLibraries(file, name, files, start));
    Assimp::Importer importer;
    importer.SetIOHandler(new AssimpFiles(files, name, withLeadingZeros(file))); // The importer deletes it.
    importer.SetPropertyInteger(AI_CONFIG_PP_SBP_REMOVE, aiPrimitiveType_POINT | aiPrimitiveType_LINE);
    const aiScene *scene = importer.ReadFile(name, kSteps);
    throwIfOutOfMemory(importer.GetException());
    if (scene == nullptr || scene->mRootNode == nullptr)
        return fail(ErrorCode::Malformed, importer.GetErrorString(), name);
    const std::size_t slash = name.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : name.substr(0, slash + 1);
    VITRINE_TRY(Scene read, AssimpSceneReader(std::move(start), *scene, folder, files).read());
    importer.FreeScene(); // Its memory is needed for the next steps.
    for (SceneMesh &mesh : read.meshes)
        for (ScenePrimitive &primitive : mesh.primitives)
            if (primitive.normals.empty())
                makeSmoothNormals(primitive, kCreaseDegrees);
    return read;
}

} // namespace vitrine::render
