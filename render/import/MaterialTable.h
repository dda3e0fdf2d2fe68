// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ImportScene.h"

#include <map>

namespace vitrine::render {

/// A texture of the package: an image read in one colour space.
struct TextureUse {
    std::size_t image = 0;
    ColorSpace colorSpace = ColorSpace::Linear;
    bool operator==(const TextureUse &) const = default;
};

/// The materials and textures that something drawn uses, renumbered without gaps. Images with the same bytes are one.
class MaterialTable
{
public:
    explicit MaterialTable(const Scene &scene);

    /// The package's index of a scene's material; kNone is glTF's default material.
    std::int32_t use(std::int32_t material);
    /// The same of one that is drawn; kNone for others.
    std::int32_t indexOf(std::int32_t material) const;
    /// Its values, by the scene's index.
    const MaterialRecord &valuesOf(std::int32_t material) const;

    const std::vector<SceneMaterial> &materials() const { return m_materials; }
    const std::vector<TextureUse> &textures() const { return m_textures; }

private:
    std::int32_t useTexture(std::int32_t image, Slot slot);

    const Scene &m_scene;
    MaterialRecord m_default{};
    std::map<std::int32_t, std::int32_t> m_used;
    std::vector<std::size_t> m_sameImage; ///< By image: the first with the same bytes.
    std::vector<SceneMaterial> m_materials;
    std::vector<TextureUse> m_textures;
};

} // namespace vitrine::render
