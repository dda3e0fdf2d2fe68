// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/AssimpImages.h"

#include "render/import/assimp/ObjLibraries.h"
#include "render/import/image/ImageDecoder.h"

#include <assimp/scene.h>

#include <algorithm>

namespace vitrine::render {

using core::ErrorCode;
using core::fail;
using core::Result;

AssimpImages::AssimpImages(const aiScene &from, const ModelFormat &format, const std::string &name, ModelFiles &files,
                           Scene &scene)
    : m_from(from)
    , m_format(format)
    , m_name(name)
    , m_folder(name.substr(0, name.rfind('/') + 1))
    , m_files(files)
    , m_scene(scene)
{
}

Result<std::int32_t> AssimpImages::image(const std::string &written, const std::string &material)
{
    std::string path = written;
    std::ranges::replace(path, '\\', '/'); // As written on Windows.
    if (m_format.kind == FormatKind::Obj)
        VITRINE_CHECK(refuseClimbing(path, "the material '" + material + "'"));
    const auto [entry, isNew] = m_known.try_emplace(path, kNone);
    if (!isNew)
        return entry->second;
    const bool isWithin = m_from.GetEmbeddedTexture(written.c_str()) != nullptr;
    const std::string where = isWithin ? m_name + ": " + path : m_folder + path;
    auto blob = isWithin ? read(written) : find(path);
    if (!blob) {
        m_scene.warn("the texture is left out: " + blob.error().detail, where);
        return kNone;
    }
    const ImageKind kind = imageKind(blob->bytes);
    if (kind != ImageKind::Png && kind != ImageKind::Jpeg) {
        m_scene.warn("the texture is neither PNG nor JPEG and is left out", where);
        return kNone;
    }
    entry->second = static_cast<std::int32_t>(m_scene.images.size());
    m_scene.images.push_back({path, std::move(*blob), where});
    return entry->second;
}

Result<Blob> AssimpImages::read(const std::string &written) const
{
    const aiTexture &texture = *m_from.GetEmbeddedTexture(written.c_str());
    if (texture.mHeight != 0)
        return fail(ErrorCode::Unsupported, "its texels are stored bare");
    // A copy: Assimp's scene goes before the pictures are decoded.
    const auto *bytes = reinterpret_cast<const std::byte *>(texture.pcData);
    return Blob::of(std::vector<std::byte>(bytes, bytes + texture.mWidth));
}

Result<Blob> AssimpImages::find(const std::string &path) const
{
    auto asWritten = m_files.read(m_folder + path);
    if (asWritten || m_format.kind == FormatKind::Obj)
        return asWritten;
    const std::string file = path.substr(path.rfind('/') + 1);
    std::string small = file; // Written where capitals are the same to the file system: "WOOD.PNG".
    std::ranges::transform(small, small.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    for (const std::string &place : {file, small, "textures/" + file, "textures/" + small})
        if (auto found = m_files.read(m_folder + place))
            return found;
    return asWritten;
}

} // namespace vitrine::render
