// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/gltf/Document.h"

namespace vitrine::render::gltf {

/// The textures, samplers and images of a document. Images enter the scene when a material asks for them.
class Textures
{
public:
    [[nodiscard]] static core::Result<Textures> open(Document &document);

    /// Reads the textureInfo `key` of `owner`, if there is one: texture, sampler, UV set and KHR_texture_transform.
    /// A texture that this build cannot decode leaves the slot empty, with a warning.
    [[nodiscard]] core::Status readSlot(const JsonObject &owner, std::string_view key, TextureSlot &into);

    /// Whether the images that no material reads are there, too.
    [[nodiscard]] core::Status checkUnused();

    Scene &scene() { return m_document.scene(); }

private:
    explicit Textures(Document &document)
        : m_document(document)
    {
    }
    core::Status readSampler(const JsonObject &texture, TextureSlot &into) const;
    core::Status readTransform(const JsonObject &info, TextureSlot &into) const;
    core::Result<std::int32_t> image(const JsonObject &texture);
    core::Result<std::int32_t> load(std::int32_t image);
    core::Result<Blob> imageBytes(const JsonObject &image);

    Document &m_document;
    /// By index of the document's images: the scene's image, kNone if it cannot be shown; unset if not loaded.
    std::vector<std::optional<std::int32_t>> m_loaded;
};

} // namespace vitrine::render::gltf
