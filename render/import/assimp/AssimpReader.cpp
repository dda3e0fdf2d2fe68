// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/AssimpReader.h"

#include "render/import/assimp/AssimpFiles.h"
#include "render/import/assimp/AssimpScene.h"
#include "render/import/assimp/DaeReferences.h"
#include "render/import/assimp/FbxConnections.h"
#include "render/import/assimp/ObjLines.h"
#include "render/import/assimp/PlyFaces.h"
#include "render/import/assimp/StlText.h"
#include "render/import/assimp/ThreeDsMeshes.h"
#include "render/import/assimp/faults/FileFault.h"
#include "render/import/assimp/faults/Lines.h"
#include "render/import/geometry/Shading.h"

#include <assimp/AssertHandler.h>
#include <assimp/BaseImporter.h>
#include <assimp/Importer.hpp>
#include <assimp/config.h>
#include <assimp/importerdesc.h>
#include <assimp/postprocess.h>
#include <assimp/scene.h>

#include <cmath>
#include <exception>
#include <memory>
#include <new>
#include <numeric>
#include <set>
#include <stdexcept>

namespace vitrine::render {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;

// Normals are ours (makeSmoothNormals): Assimp's step takes ten seconds for a flat sheet of a million triangles.
constexpr unsigned kSteps =
    aiProcess_Triangulate | aiProcess_SortByPType | aiProcess_FlipUVs | aiProcess_ValidateDataStructure;
constexpr float kCreaseDegrees = 60;
/// An STL's round shapes are finely cut, and its bevels are meant.
constexpr float kStlCreaseDegrees = 30;

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

/// Debian builds Assimp with its assertions, which a file can break and which would end the process.
void throwInsteadOfAborting()
{
    static const bool isSet = [] {
        Assimp::setAiAssertHandler([](const char *failed, const char *, int) {
            throw std::runtime_error(std::string("the file breaks an assumption of the importer: ") + failed);
        });
        return true;
    }();
    (void)isSet;
}

/// Assimp asks all of its importers whether they know a file. A file gets the one of its suffix, and no other.
void keepOnly(Assimp::Importer &importer, const ModelFormat &format)
{
    const std::string wanted(format.suffix);
    for (std::size_t i = importer.GetImporterCount(); i-- > 0;) {
        std::set<std::string> suffixes;
        Assimp::BaseImporter *loader = importer.GetImporter(i);
        loader->GetExtensionList(suffixes);
        if (suffixes.contains(wanted))
            continue;
        importer.UnregisterLoader(loader);
        delete loader; // It is ours once it is unregistered.
    }
}

/// What Assimp itself has made of units and axes.
void configure(Assimp::Importer &importer, const ImportOptions &options)
{
    importer.SetPropertyBool(AI_CONFIG_IMPORT_FBX_PRESERVE_PIVOTS, true);
    importer.SetPropertyBool(AI_CONFIG_IMPORT_COLLADA_USE_COLLADA_NAMES, true);
    importer.SetPropertyBool(AI_CONFIG_IMPORT_COLLADA_IGNORE_UNIT_SIZE, options.unitMetres.has_value());
    importer.SetPropertyBool(AI_CONFIG_IMPORT_COLLADA_IGNORE_UP_DIRECTION, options.up.has_value());
}

/// How many metres an FBX's number is; Assimp applies its axes, but not its unit.
float fbxUnitMetres(const aiScene &scene)
{
    float centimetres = 1;
    if (scene.mMetaData == nullptr || !scene.mMetaData->Get("UnitScaleFactor", centimetres))
        return 0.01F;
    const float metres = centimetres * 0.01F;
    return metres > 0 && std::isfinite(metres) ? metres : 0.01F;
}

void sayWhatWasTaken(const ModelFormat &format, const ImportOptions &options, const std::string &name, Scene &scene)
{
    if (format.saysFrame || (options.unitMetres && options.up))
        return;
    const auto &[unit, up] = format.frame;
    std::string text(format.name);
    if (!options.unitMetres && !options.up)
        text += std::string(" names no unit and no axis: taken as ") + unitWords(unit) + " with ";
    else if (options.up)
        text += std::string(" names no unit: taken as ") + unitWords(unit);
    else
        text += " names no axis: taken with ";
    if (!options.up)
        text += std::string(up == UpAxis::Z ? "Z" : "Y") + " up";
    scene.note(std::move(text), name);
}

/// Brings what Assimp has read into metres with Y up.
void normalise(Scene &scene, const aiScene &from, const ModelFormat &format, const ImportOptions &options)
{
    const UpAxis up = options.up.value_or(format.frame.up);
    switch (format.kind) {
    case FormatKind::Dae: // Assimp has applied what the document says, unless it was told not to.
        return toMetresAndYUp(scene, {options.unitMetres.value_or(1), options.up.value_or(UpAxis::Y)});
    case FormatKind::Fbx:
        return toMetresAndYUp(scene,
                              {options.unitMetres.value_or(fbxUnitMetres(from)), options.up.value_or(UpAxis::Y)});
    case FormatKind::ThreeDs: // Assimp has taken Z to be up, and turned it.
        return turnAndScale(scene, up == UpAxis::Z ? 0 : 1, options.unitMetres.value_or(format.frame.unitMetres));
    case FormatKind::Obj:
    case FormatKind::Stl:
    case FormatKind::Ply:
        return toMetresAndYUp(scene, {options.unitMetres.value_or(format.frame.unitMetres), up});
    }
}

void addNormals(Scene &scene, float creaseDegrees)
{
    for (SceneMesh &mesh : scene.meshes)
        for (ScenePrimitive &primitive : mesh.primitives) {
            if (!primitive.normals.empty())
                continue;
            if (primitive.positions.size() < primitive.indices.size()) { // An edge may come out at any corner.
                gatherVertices(primitive, std::vector(primitive.indices));
                std::iota(primitive.indices.begin(), primitive.indices.end(), 0U);
            }
            makeSmoothNormals(primitive, creaseDegrees);
        }
}

/// Without the byte order mark that some editors put before a text: Assimp takes it for a part of the first line.
Blob withoutMark(const Blob &file, const ModelFormat &format)
{
    constexpr std::size_t kMark = faults::kByteOrderMark.size();
    const bool isMarked = format.kind == FormatKind::Obj && file.text().starts_with(faults::kByteOrderMark);
    return isMarked ? file.part(kMark, file.bytes.size() - kMark) : file;
}

/// What must be mended or found out before Assimp sees the file.
Result<Blob> prepare(const Blob &file, const std::string &name, const ModelFormat &format, ModelFiles &files,
                     Scene &scene)
{
    if (format.kind == FormatKind::Dae)
        VITRINE_CHECK(checkDaeReferences(file, name));
    if (format.kind == FormatKind::Fbx)
        VITRINE_CHECK(checkFbxConnections(file, name));
    // Of those that are cut off Assimp shows what there is, and with some headers of PLY it never comes to an end.
    if (format.kind == FormatKind::Ply || format.kind == FormatKind::Stl)
        if (const auto fault = findFault(file, format, ""))
            return fail(ErrorCode::Malformed, fault->what, name + ": " + fault->place);
    if (format.kind == FormatKind::Ply)
        return mendPly(file, name, scene);
    if (format.kind == FormatKind::Stl)
        return mendStl(file, name, scene);
    if (format.kind == FormatKind::Obj)
        return mendObj(file, name, files, scene);
    return file;
}

/// What Assimp said, or what is found to be wrong, at its place.
core::Error faultOf(const Blob &file, const std::string &name, const ModelFormat &format, const std::string &said)
{
    const auto fault = findFault(file, format, said);
    if (!fault && (said.contains("No meshes remaining") || said.contains("contains no faces")))
        return nothingToDraw(kNoTriangles, name);
    return fault ? core::Error{ErrorCode::Malformed, fault->what, name + ": " + fault->place}
                 : core::Error{ErrorCode::Malformed, wordsOfLibrary(said), name};
}

/// A place that is no finite number is found in the lines of an OBJ: Assimp counts its vertices anew.
core::Error withLine(const core::Error &error, const Blob &file, const std::string &name, const ModelFormat &format)
{
    const bool isOfLine = format.kind == FormatKind::Obj && error.code == ErrorCode::InvalidArgument;
    const auto fault = isOfLine ? objFault(file.text()) : std::nullopt;
    return fault ? core::Error{ErrorCode::Malformed, fault->what, name + ": " + fault->place} : error;
}

} // namespace

Result<Scene> readWithAssimp(const Blob &marked, const std::string &name, const ModelFormat &format,
                             const ImportOptions &options, ModelFiles &files)
{
    Scene scene;
    const Blob file = withoutMark(marked, format);
    VITRINE_TRY(Blob prepared, prepare(file, name, format, files, scene));
    throwInsteadOfAborting();
    Assimp::Importer importer;
    keepOnly(importer, format);
    configure(importer, options);
    importer.SetIOHandler(new AssimpFiles(files, name, std::move(prepared))); // The importer deletes it.
    importer.ReadFile(name, kSteps);
    throwIfOutOfMemory(importer.GetException());
    if (importer.GetScene() == nullptr || importer.GetScene()->mRootNode == nullptr)
        return std::unexpected(faultOf(file, name, format, importer.GetErrorString()));
    std::unique_ptr<aiScene> from(importer.GetOrphanedScene());
    if (format.kind == FormatKind::Fbx && options.up)
        from->mRootNode->mTransformation = aiMatrix4x4(); // It was nothing but the turn to Y.
    if (format.kind == FormatKind::ThreeDs)
        mendThreeDsMeshes(*from, file.text());
    if (const core::Status read = readAssimpScene(*from, format, name, files, scene); !read)
        return std::unexpected(withLine(read.error(), file, name, format));
    // A broken file of which nothing is left is no empty one.
    if (const auto fault = whyNothingIsShown(scene).empty() ? std::nullopt : findFault(file, format, ""))
        return fail(ErrorCode::Malformed, fault->what, name + ": " + fault->place);
    normalise(scene, *from, format, options);
    sayWhatWasTaken(format, options, name, scene);
    from.reset(); // Its memory is needed for the next steps.
    addNormals(scene, format.kind == FormatKind::Stl ? kStlCreaseDegrees : kCreaseDegrees);
    return scene;
}

} // namespace vitrine::render
