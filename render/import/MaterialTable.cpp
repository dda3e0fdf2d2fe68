// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/MaterialTable.h"

#include "render/package/Xxh64.h"

#include <algorithm>
#include <unordered_map>

namespace vitrine::render {
namespace {

ColorSpace colorSpaceOf(Slot slot)
{
    switch (slot) {
    case Slot::BaseColor:
    case Slot::Emissive:
    case Slot::SheenColor:
    case Slot::SpecularColor:
        return ColorSpace::Srgb;
    default:
        return ColorSpace::Linear;
    }
}

} // namespace

MaterialTable::MaterialTable(const Scene &scene)
    : m_scene(scene)
{
    std::unordered_map<std::uint64_t, std::size_t> byHash;
    for (std::size_t i = 0; i < scene.images.size(); ++i) {
        const auto bytes = scene.images[i].encoded.bytes;
        const auto [entry, isNew] = byHash.try_emplace(Xxh64::of(bytes), i);
        const bool isSame = !isNew && std::ranges::equal(scene.images[entry->second].encoded.bytes, bytes);
        m_sameImage.push_back(isSame ? entry->second : i);
    }
}

const MaterialRecord &MaterialTable::valuesOf(std::int32_t material) const
{
    return material == kNone ? m_default : m_scene.materials[static_cast<std::size_t>(material)].values;
}

std::int32_t MaterialTable::indexOf(std::int32_t material) const
{
    const auto found = m_used.find(material);
    return found == m_used.end() ? kNone : found->second;
}

std::int32_t MaterialTable::use(std::int32_t material)
{
    const auto [entry, isNew] = m_used.try_emplace(material, static_cast<std::int32_t>(m_materials.size()));
    if (!isNew)
        return entry->second;
    SceneMaterial used;
    used.name = material == kNone ? "" : m_scene.materials[static_cast<std::size_t>(material)].name;
    used.values = valuesOf(material);
    for (std::size_t i = 0; i < kSlotCount; ++i)
        used.values.textureSlots[i].texture = useTexture(used.values.textureSlots[i].texture, static_cast<Slot>(i));
    m_materials.push_back(std::move(used));
    return entry->second;
}

std::int32_t MaterialTable::useTexture(std::int32_t image, Slot slot)
{
    if (image == kNone)
        return kNone;
    const TextureUse use{m_sameImage[static_cast<std::size_t>(image)], colorSpaceOf(slot)};
    const auto found = std::ranges::find(m_textures, use);
    if (found != m_textures.end())
        return static_cast<std::int32_t>(found - m_textures.begin());
    m_textures.push_back(use);
    return static_cast<std::int32_t>(m_textures.size() - 1);
}

} // namespace vitrine::render
