// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/SceneMaterials.h"

#include "render/package/MaterialSupport.h"
#include "render/scene/BlockTexture.h"
#include "render/scene/MaterialMapping.h"

#include <QSize>

#include <algorithm>

namespace vitrine::render {

namespace {

// Of Qt's QQuick3DMaterial::VertexColorMask, whose header is private.
constexpr int kOcclusionAmountMask = 256;

} // namespace

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
    m_white = m_underGlass = m_nothing = nullptr;
}

void SceneMaterials::build(std::size_t index)
{
    const MaterialRecord &material = m_asset->package().materials()[index];
    m_materials[index] = isLayered(index) ? makeLayered(material, index) : makePrincipled(material, index);
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
    const QVariantMap properties = isLayered(index) ? layeredUniforms(material) : materialProperties(material);
    SceneObjects::set(built.object, properties);
    for (QObject *beside : {built.filter, built.farFilter, built.farSides})
        if (beside != nullptr)
            SceneObjects::set(beside, properties);
    for (const auto &[slot, texture] : built.textures)
        SceneObjects::set(texture, textureProperties(material.slot(slot)));
}

bool SceneMaterials::isLayered(std::size_t index) const
{
    const MaterialRecord &material = m_asset->package().materials()[index];
    return materialKind(material) == MaterialKind::Layered || (m_hasGlass && isSeenThrough(material)) ||
           (m_asset->set() != nullptr && isShiny(material));
}

ShownMaterial SceneMaterials::makePrincipled(const MaterialRecord &material, std::size_t index)
{
    ShownMaterial built;
    QVariantMap properties = materialProperties(material);
    const VertexColors &colors = m_vertexColors[index];
    properties["vertexColorsEnabled"] = colors.hasColor;
    if (colors.hasOcclusion && material.unlit == 0) {
        properties["vertexColorsMaskEnabled"] = true;
        properties["vertexColorAlphaMask"] = kOcclusionAmountMask;
        // Qt reads the mask only beside a map.
        properties["occlusionMap"] = QVariant::fromValue(whiteTexture());
        properties["occlusionAmount"] = 1.0;
    }
    for (std::size_t slot = 0; slot < kSlotCount; ++slot) {
        const char *property = textureProperty(static_cast<Slot>(slot));
        if (property == nullptr || material.textureSlots[slot].texture == kNone)
            continue;
        QObject *texture = textureFor(material.textureSlots[slot]);
        properties[property] = QVariant::fromValue(texture);
        if (static_cast<Slot>(slot) == Slot::MetallicRoughness)
            properties["roughnessMap"] = QVariant::fromValue(texture);
        built.textures.emplace_back(static_cast<Slot>(slot), texture);
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
                   .isInSet = m_asset->set() != nullptr};
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

QObject *SceneMaterials::whiteTexture()
{
    if (m_white == nullptr) {
        auto *data = new QQuick3DTextureData(m_objects.owner());
        data->setFormat(QQuick3DTextureData::RGBA8);
        data->setSize(QSize(1, 1));
        data->setTextureData(QByteArray(4, static_cast<char>(255)));
        m_white = m_objects.make(m_objects.parts().texture, {{"textureData", QVariant::fromValue<QObject *>(data)}});
    }
    return m_white;
}

} // namespace vitrine::render
