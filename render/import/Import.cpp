// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/Import.h"

#include "render/import/ImportLimits.h"
#include "render/import/PackageBaker.h"
#include "render/import/ShotsFile.h"
#include "render/import/assimp/AssimpReader.h"
#include "render/import/gltf/GltfReader.h"

#include <algorithm>
#include <cstring>
#include <exception>
#include <new>

namespace vitrine::render {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;

std::string lowerSuffix(const std::string &name)
{
    std::string suffix = std::filesystem::path(name).extension().string();
    std::ranges::transform(suffix, suffix.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return suffix;
}

Result<Scene> readScene(ModelFiles &files, const std::string &name, const ImportOptions &options)
{
    VITRINE_TRY(const Blob file, files.read(name));
    const std::string suffix = lowerSuffix(name);
    const bool isGlb = file.bytes.size() >= 4 && std::memcmp(file.bytes.data(), "glTF", 4) == 0;
    if (isGlb || suffix == ".gltf" || suffix == ".glb") {
        VITRINE_TRY(Scene scene, readGltf(file, files));
        toMetresAndYUp(scene, {options.unitMetres.value_or(1), options.up.value_or(UpAxis::Y)});
        return scene;
    }
    if (const ModelFormat *format = modelFormat(name))
        return readWithAssimp(file, name, *format, options, files);
    return fail(ErrorCode::Unsupported,
                "not a model that can be imported: glTF, GLB, OBJ, FBX, STL, PLY, DAE and 3DS can", name);
}

} // namespace

Result<std::uint64_t> importModel(ModelFiles &files, const std::string &name, const ImportOptions &options,
                                  PackageSink sink)
{
    // Within a glTF a place is a pointer; the other formats have none finer than the file.
    const std::string where = modelFormat(name) == nullptr ? "" : name;
    try {
        VITRINE_TRY(Scene scene, readScene(files, name, options));
        VITRINE_TRY(scene.shots, readShots(files, name, scene));
        auto size = bakeScene(std::move(scene), name, options, std::move(sink));
        if (!size && size.error().where.empty())
            size.error().where = where;
        return size;
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::TooLarge,
                    "the importer ran out of memory (limit " + std::to_string(limits::kAddressSpaceBytes >> 30U) +
                        " GiB)",
                    where);
    } catch (const std::exception &error) {
        return fail(ErrorCode::Internal, std::string("a library failed: ") + error.what(), where);
    }
}

} // namespace vitrine::render
