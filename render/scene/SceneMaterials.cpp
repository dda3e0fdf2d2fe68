// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/SceneMaterials.h"

#include "render/package/MaterialSupport.h"
#include "render/scene/BlockTexture.h"
#include "render/scene/MaterialMapping.h"

#include <algorithm>

namespace vitrine::render {

void SceneMaterials::begin(std::shared_ptr<const PackageAsset> asset)
{
    clear();
    m_asset = std::move(asset);
    const Package &package = m_asset->package();
    m_materials.assign(package.materials().size(), {});
    m_vertexColors = vertexColorsOf(package);
    m_hasGlass = std::ranges::any_of(package.materials(), isGlass);
    m_textures.assign(package.textures().size(), nullptr);
    m_blocks.assign(package.textures().size(), nullptr);
}

void SceneMaterials::clear()
{
    m_asset.reset();
    m_materials.clear();
    m_textures.clear();
    m_blocks.clear();
    m_underGlass = m_nothing = nullptr;
}

void SceneMaterials::build(std::size_t index)
{
    const MaterialRecord &material = m_asset->package().materials()[index];
    m_materials[index] = material.unlit != 0 ? makeUnlit(material, index) : makeLayered(material, index);
}

QObject *SceneMaterials::look(std::size_t index, QObject *ShownMaterial::*which)
{
    if (QObject *look = m_materials[index].*which)
        return look;
    if (m_nothing == nullptr)
        m_nothing = m_objects.make(m_objects.parts().material, {{"opacity", 0}});
    return m_nothing;
}

void SceneMaterials::set(std::size_t index, const MaterialRecord &material)
{
    const ShownMaterial &built = m_materials[index];
    const QVariantMap properties = material.unlit != 0 ? unlitProperties(material) : layeredUniforms(material);
    SceneObjects::set(built.object, properties);
    for (QObject *beside : {built.filter, built.farFilter, built.farSides})
        if (beside != nullptr)
            SceneObjects::set(beside, properties);
    if (built.texture != nullptr)
        SceneObjects::set(built.texture, textureProperties(material.slot(Slot::BaseColor)));
}

ShownMaterial SceneMaterials::makeUnlit(const MaterialRecord &material, std::size_t index)
{
    ShownMaterial built;
    QVariantMap properties = unlitProperties(material);
    properties["vertexColorsEnabled"] = m_vertexColors[index].hasColor;
    if (material.slot(Slot::BaseColor).texture != kNone) {
        built.texture = textureFor(material.slot(Slot::BaseColor));
        properties["baseColorMap"] = QVariant::fromValue(built.texture);
    }
    built.object = m_objects.make(m_objects.parts().material, properties);
    return built;
}

ShownMaterial SceneMaterials::makeLayered(const MaterialRecord &material, std::size_t index)
{
    const bool hasFarSides = showsFarSides(material);
    LayeredUse use{.colors = m_vertexColors[index],
                   .sides = hasFarSides ? Sides::Near : Sides::AsTheMaterialSays,
                   .isAmongGlass = m_hasGlass && isSeenThrough(material),
                   .isInSet = m_asset->set() != nullptr && isShiny(material)};
    const auto filterOf = [&] {
        LayeredUse filter = use;
        filter.isFilter = true;
        return makeLayers(material, filter);
    };
    ShownMaterial built;
    built.object = makeLayers(material, use);
    if (isGlass(material)) {
        built.underGlass = sharedUnderGlass();
        built.filter = filterOf();
    }
    if (!hasFarSides)
        return built;
    use.sides = Sides::Far;
    built.farSides = makeLayers(material, use);
    if (isGlass(material) && !isBody(material)) // What a body keeps back its near sides say.
        built.farFilter = filterOf();
    return built;
}

QObject *SceneMaterials::makeLayers(const MaterialRecord &material, const LayeredUse &use)
{
    QVariantMap properties = layeredUniforms(material);
    if (use.isInSet)
        properties.insert(layeredSetUniforms(*m_asset->set()));
    // Code instead of a file is a property without documentation in Qt 6.8; the documented one takes files alone.
    properties["__fragmentShaderCode"] = QString::fromLatin1(layeredShader(material, use));
    QObject *object = m_objects.make(m_objects.componentOf(layeredQml(material, use)), properties);
    for (const auto &[slot, property] : layeredMaps(material)) {
        auto *input = object->property(property).value<QObject *>();
        input->setProperty("texture", QVariant::fromValue(textureFor(material.slot(slot))));
    }
    return object;
}

QObject *SceneMaterials::sharedUnderGlass()
{
    if (m_underGlass == nullptr)
        m_underGlass = m_objects.make(m_objects.componentOf(underGlassQml()),
                                      {{"__fragmentShaderCode", QString::fromLatin1(underGlassShader())}});
    return m_underGlass;
}

QObject *SceneMaterials::textureFor(const TextureSlot &slot)
{
    const auto index = static_cast<std::size_t>(slot.texture);
    QVariantMap properties = textureProperties(slot);
    if (!m_asset->blocks(index).empty()) {
        if (m_blocks[index] == nullptr)
            m_blocks[index] = new BlockTexture(m_asset, index, m_objects.owner());
        properties["sourceItem"] = QVariant::fromValue<QQuickItem *>(m_blocks[index]);
        properties["autoOrientation"] = false; // Qt would turn it over: its rows run downwards as those of texels do
        return m_objects.make(m_objects.parts().texture, properties);
    }
    if (m_textures[index] == nullptr)
        m_textures[index] = new PackageTexture(m_asset, index, m_objects.owner());
    properties["textureData"] = QVariant::fromValue<QObject *>(m_textures[index]);
    return m_objects.make(m_objects.parts().texture, properties);
}

} // namespace vitrine::render
