// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/LayeredMaterial.h"

#include "core/values/Contract.h"
#include "render/package/MaterialSupport.h"
#include "render/scene/MaterialMapping.h"

#include <QFile>
#include <QVector2D>
#include <QVector3D>
#include <QVector4D>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace vitrine::render {

namespace {

/// In the order of Slot: the maps' names, without their ending.
constexpr std::array<const char *, kSlotCount> kNames = {
    "baseColor",    "metallicRoughness",   "normal",          "occlusion",     "emissive",
    "clearcoat",    "clearcoatRoughness",  "clearcoatNormal", "sheenColor",    "sheenRoughness",
    "transmission", "thickness",           "specular",        "specularColor", "anisotropy",
    "iridescence",  "iridescenceThickness"};

/// Where glass bends nothing, a ray through it has no length; and glTF's 0 means infinite.
constexpr float kLeastIor = 1.001F;
constexpr float kMostIor = 3;

float shownIor(const MaterialRecord &material)
{
    return material.ior > 0 ? std::clamp(material.ior, kLeastIor, kMostIor) : kMostIor;
}

bool hasSheen(const MaterialRecord &material) { return material.sheenColor != Vector3{0, 0, 0}; }

bool hasDispersion(const MaterialRecord &material) { return isGlass(material) && material.dispersion > 0; }

bool isRead(const MaterialRecord &material, Slot slot)
{
    if (material.slot(slot).texture == kNone)
        return false;
    switch (slot) {
    case Slot::Clearcoat:
    case Slot::ClearcoatRoughness:
    case Slot::ClearcoatNormal:
        return material.clearcoat > 0;
    case Slot::SheenColor:
    case Slot::SheenRoughness:
        return hasSheen(material);
    case Slot::Transmission:
    case Slot::Thickness:
        return material.transmission > 0;
    case Slot::Anisotropy:
        return material.anisotropy > 0;
    case Slot::Iridescence:
    case Slot::IridescenceThickness:
        return material.iridescence > 0;
    default:
        return true;
    }
}

bool readsTheSame(const TextureSlot &one, const TextureSlot &other)
{
    using Bytes = std::array<std::byte, sizeof(TextureSlot)>;
    return std::bit_cast<Bytes>(one) == std::bit_cast<Bytes>(other);
}

/// The slot whose map `slot` reads: itself, or an earlier one that reads the same texels.
Slot ownerOf(const MaterialRecord &material, Slot slot)
{
    for (std::size_t i = 0; i < static_cast<std::size_t>(slot); ++i) {
        const auto earlier = static_cast<Slot>(i);
        if (isRead(material, earlier) && readsTheSame(material.slot(earlier), material.slot(slot)))
            return earlier;
    }
    return slot;
}

QByteArray nameOf(Slot slot) { return kNames[static_cast<std::size_t>(slot)]; }

/// "baseColor" as "BASE_COLOR".
QByteArray macroOf(Slot slot)
{
    QByteArray macro;
    for (const char letter : nameOf(slot)) {
        if (letter >= 'A' && letter <= 'Z')
            macro += '_';
        macro += static_cast<char>(letter >= 'a' ? letter - 'a' + 'A' : letter);
    }
    return macro;
}

bool isPlaced(const TextureSlot &slot)
{
    return slot.moves != 0 || slot.offset != Vector2{0, 0} || slot.scale != Vector2{1, 1} || slot.rotation != 0;
}

/// KHR_texture_transform as the columns of a matrix.
QVector4D turnOf(const TextureSlot &slot)
{
    const float cosine = std::cos(slot.rotation);
    const float sine = std::sin(slot.rotation);
    return {cosine * slot.scale[0], -sine * slot.scale[0], sine * slot.scale[1], cosine * slot.scale[1]};
}

QByteArray texelOf(const MaterialRecord &material, Slot slot)
{
    const QByteArray name = nameOf(slot);
    const TextureSlot &place = material.slot(slot);
    QByteArray at = place.uvSet == 1 ? "UV1" : "UV0";
    if (isPlaced(place))
        at = "mat2(" + name + "Turn) * " + at + " + " + name + "Offset";
    return "texture(" + name + "Map, " + at + ")";
}

/// Qt looks for the words of glass in the text, whatever the preprocessor makes of it, and then treats the material as
/// glass: without that layer, they must be gone.
QByteArray without(const QByteArray &layer, const QByteArray &source)
{
    QByteArray kept;
    bool isLayer = false;
    int depth = 0;
    bool isElse = false;
    for (const QByteArray &line : source.split('\n')) {
        if (!isLayer && line == "#ifdef " + layer) {
            isLayer = true;
            depth = 0;
            isElse = false;
        }
        if (!isLayer) {
            kept += line + '\n';
            continue;
        }
        if (line.startsWith("#if"))
            ++depth;
        else if (line.startsWith("#endif"))
            isLayer = --depth > 0;
        if (line.startsWith("#else") && depth == 1)
            isElse = true;
        else if (isLayer && isElse) // what stands in place of the layer
            kept += line + '\n';
    }
    return kept;
}

QByteArray shaderText()
{
    QFile file(QStringLiteral(":/vitrine/material/layered.frag"));
    VITRINE_EXPECT(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QVector3D toQt(const Vector3 &v) { return {v[0], v[1], v[2]}; }

float dielectricReflectance(float ior)
{
    if (ior <= 0) // glTF's sign for an infinite index
        return 1;
    const float ratio = (ior - 1) / (ior + 1);
    return ratio * ratio;
}

const char *qmlType(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QVector2D:
        return "vector2d";
    case QMetaType::QVector3D:
        return "vector3d";
    case QMetaType::QVector4D:
        return "vector4d";
    default:
        return "real";
    }
}

} // namespace

std::vector<LayeredMap> layeredMaps(const MaterialRecord &material)
{
    std::vector<LayeredMap> maps;
    for (std::size_t i = 0; i < kSlotCount; ++i) {
        const auto slot = static_cast<Slot>(i);
        if (isRead(material, slot) && ownerOf(material, slot) == slot)
            maps.push_back({slot, nameOf(slot) + "Map"});
    }
    return maps;
}

QVariantMap layeredUniforms(const MaterialRecord &material)
{
    QVariantMap out;
    const Vector4 &base = material.baseColor;
    out["baseColor"] = QVector4D(base[0], base[1], base[2], base[3]);
    out["surface"] = QVector4D(material.metallic, material.roughness, material.normalScale, material.occlusionStrength);
    out["emission"] = toQt(material.emissive) * material.emissiveStrength;
    out["reflectance"] =
        QVector4D(toQt(material.specularColor) * dielectricReflectance(material.ior), material.specular);
    if (material.alphaMode == AlphaMode::Mask)
        out["alphaCutoff"] = material.alphaCutoff;
    if (hasSheen(material))
        out["sheen"] = QVector4D(toQt(material.sheenColor), material.sheenRoughness);
    if (material.anisotropy > 0)
        out["anisotropy"] = QVector3D(std::cos(material.anisotropyRotation), std::sin(material.anisotropyRotation),
                                      material.anisotropy);
    if (material.iridescence > 0)
        out["film"] = QVector4D(material.iridescence, material.iridescenceIor, material.iridescenceThicknessMin,
                                material.iridescenceThicknessMax);
    if (material.clearcoat > 0)
        out["coating"] = QVector3D(material.clearcoat, material.clearcoatRoughness, material.clearcoatNormalScale);
    if (isGlass(material)) {
        out["glass"] = QVector4D(material.transmission, material.thickness,
                                 material.attenuationDistance * kUnitsPerMetre, shownIor(material));
        out["attenuation"] = toQt(material.attenuationColor);
        if (hasDispersion(material))
            out["dispersion"] = material.dispersion;
    }
    for (const auto &[slot, property] : layeredMaps(material)) {
        const TextureSlot &place = material.slot(slot);
        if (!isPlaced(place))
            continue;
        out[QString::fromLatin1(nameOf(slot) + "Turn")] = turnOf(place);
        out[QString::fromLatin1(nameOf(slot) + "Offset")] = QVector2D(place.offset[0], place.offset[1]);
    }
    return out;
}

QVariantMap layeredSetUniforms(const SetView &set)
{
    const auto units = [](Float3 metres) { return QVector3D(metres.x, metres.y, metres.z) * kUnitsPerMetre; };
    return {{"setEye", units(set.eye())}, {"setLow", units(set.low())}, {"setHigh", units(set.high())}};
}

QByteArray layeredShader(const MaterialRecord &material, const LayeredUse &use)
{
    QByteArray defines;
    const auto define = [&](bool isWanted, const char *layer) {
        if (isWanted)
            defines += QByteArray("#define ") + layer + '\n';
    };
    define(material.alphaMode == AlphaMode::Mask, "MASK");
    define(material.alphaMode == AlphaMode::Blend, "BLEND");
    define(use.colors.hasColor, "VERTEX_COLOR");
    define(use.colors.hasOcclusion, "VERTEX_OCCLUSION");
    define(hasSheen(material), "SHEEN");
    define(material.anisotropy > 0, "ANISOTROPY");
    define(material.iridescence > 0, "FILM");
    define(material.clearcoat > 0, "COAT");
    define(isGlass(material), "GLASS");
    define(use.sides == Sides::Far, "BACK");
    define(use.sides == Sides::Far && isBody(material), "INNER");
    define(use.isFilter, "FILTER");
    define(use.isInSet, "IN_SET");
    define(use.isAmongGlass, "AMONG_GLASS SCREEN_MIP_TEXTURE"); // Qt sorts by this word
    define(hasDispersion(material), "DISPERSION");
    for (std::size_t i = 0; i < kSlotCount; ++i) {
        const auto slot = static_cast<Slot>(i);
        if (isRead(material, slot))
            defines += "#define " + macroOf(slot) + "_TEXEL " + texelOf(material, ownerOf(material, slot)) + '\n';
    }
    static const QByteArray glass = shaderText();
    static const QByteArray solid = without("GLASS", glass);
    return defines + (isGlass(material) ? glass : solid);
}

QByteArray layeredQml(const MaterialRecord &material, const LayeredUse &use)
{
    QByteArray qml = "import QtQuick\nimport QtQuick3D\nCustomMaterial {\n    shadingMode: CustomMaterial.Shaded\n";
    if (use.sides == Sides::Far)
        qml += "    cullMode: Material.FrontFaceCulling\n";
    else if (material.doubleSided != 0 && use.sides == Sides::AsTheMaterialSays)
        qml += "    cullMode: Material.NoCulling\n";
    if (isGlass(material)) // Times what stands there, or added to it; the picture's alpha stays.
        qml += QByteArray("    depthDrawMode: Material.NeverDepthDraw\n") +
               (use.isFilter ? "    sourceBlend: CustomMaterial.DstColor\n    destinationBlend: CustomMaterial.Zero\n"
                             : "    sourceBlend: CustomMaterial.One\n    destinationBlend: CustomMaterial.One\n") +
               "    sourceAlphaBlend: CustomMaterial.Zero\n    destinationAlphaBlend: CustomMaterial.One\n";
    else if (material.alphaMode == AlphaMode::Blend)
        qml += "    sourceBlend: CustomMaterial.SrcAlpha\n    destinationBlend: CustomMaterial.OneMinusSrcAlpha\n"
               "    sourceAlphaBlend: CustomMaterial.One\n    destinationAlphaBlend: CustomMaterial.OneMinusSrcAlpha\n";
    const QVariantMap uniforms = layeredUniforms(material);
    for (const auto &[name, value] : uniforms.asKeyValueRange())
        qml += QByteArray("    property ") + qmlType(value) + ' ' + name.toLatin1() + '\n';
    if (use.isInSet)
        qml += "    property vector3d setEye\n    property vector3d setLow\n    property vector3d setHigh\n";
    for (const LayeredMap &map : layeredMaps(material))
        qml += "    property TextureInput " + map.property + ": TextureInput {}\n";
    return qml + "}\n";
}

QByteArray underGlassQml()
{
    return "import QtQuick3D\nCustomMaterial {\n    shadingMode: CustomMaterial.Unshaded\n"
           "    cullMode: Material.NoCulling\n    depthDrawMode: Material.NeverDepthDraw\n}\n";
}

QByteArray underGlassShader()
{
    return "void MAIN()\n{\n"
           "    FRAGCOLOR = vec4(texelFetch(SCREEN_MIP_TEXTURE, ivec2(FRAGCOORD.xy), 0).rgb, 1.0);\n}\n";
}

} // namespace vitrine::render
