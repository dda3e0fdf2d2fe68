// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/ThreeDsMeshes.h"

#include "render/import/assimp/ThreeDsChunks.h"
#include "render/import/assimp/faults/Lines.h"

#include <assimp/scene.h>

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace vitrine::render {
namespace {

/// The place in the file of the mesh that this one is a part of; Assimp parts them by their materials, and calls each
/// part so. None of `meshes` where it calls it otherwise.
std::size_t placeOf(const aiMesh &part, const std::vector<ThreeDsMesh> &meshes)
{
    std::size_t place = 0;
    return faults::readWhole(part.mName.C_Str(), place) && place < meshes.size() ? place : meshes.size();
}

/// Assimp calls the nodes that it makes up for parts without a keyframer so.
bool isMadeUp(const aiNode &node)
{
    return node.mNumMeshes == 1 && node.mNumChildren == 0 &&
           std::string_view(node.mName.C_Str()).starts_with("3DSMesh_");
}

void nameObjects(aiScene &scene, const std::vector<ThreeDsMesh> &meshes)
{
    aiNode &root = *scene.mRootNode;
    std::vector<std::vector<unsigned>> parts(meshes.size());
    std::vector<aiNode *> objects(meshes.size());
    unsigned kept = 0;
    for (aiNode *node : std::span(root.mChildren, root.mNumChildren)) {
        const std::size_t place = isMadeUp(*node) ? placeOf(*scene.mMeshes[node->mMeshes[0]], meshes) : meshes.size();
        if (place < meshes.size()) {
            parts[place].push_back(node->mMeshes[0]);
            if (objects[place] != nullptr) {
                delete node; // Its part goes to the object's first.
                continue;
            }
            objects[place] = node;
        }
        root.mChildren[kept++] = node;
    }
    root.mNumChildren = kept;
    for (std::size_t place = 0; place < meshes.size(); ++place) {
        if (objects[place] == nullptr)
            continue;
        aiNode &object = *objects[place];
        object.mName.Set(std::string(meshes[place].name));
        delete[] object.mMeshes;
        object.mMeshes = new unsigned[parts[place].size()];
        object.mNumMeshes = static_cast<unsigned>(parts[place].size());
        std::ranges::copy(parts[place], object.mMeshes);
    }
}

} // namespace

void mendThreeDsMeshes(aiScene &scene, std::string_view bytes)
{
    const std::vector<ThreeDsMesh> meshes = threeDsMeshes(bytes);
    for (aiMesh *mesh : std::span(scene.mMeshes, scene.mNumMeshes)) {
        const std::size_t place = placeOf(*mesh, meshes);
        if (place < meshes.size() && meshes[place].isSmoothed)
            continue;
        delete[] mesh->mNormals;
        mesh->mNormals = nullptr;
    }
    nameObjects(scene, meshes);
}

} // namespace vitrine::render
