// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/AssimpMaterials.h"

#include "render/import/ImportLimits.h"

#include <assimp/GltfMaterial.h>
#include <assimp/scene.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace vitrine::render {
namespace {

using core::Status;

/// Where a file has nothing to say: shapes show best with some gloss.
constexpr float kBareRoughness = 0.5F;

float unit(float value) { return std::isfinite(value) ? std::clamp(value, 0.0F, 1.0F) : 0; }

Wrap wrapOf(aiTextureMapMode mode)
{
    switch (mode) {
    case aiTextureMapMode_Clamp:
    case aiTextureMapMode_Decal:
        return Wrap::ClampToEdge;
    case aiTextureMapMode_Mirror:
        return Wrap::MirroredRepeat;
    default:
        return Wrap::Repeat;
    }
}

class MaterialReader
{
public:
    MaterialReader(const aiMaterial &from, const ModelFormat &format, AssimpImages &images, Scene &scene)
        : m_from(from)
        , m_format(format)
        , m_images(images)
        , m_scene(scene)
        , m_material(scene.materials.emplace_back())
        , m_values(m_material.values)
    {
    }

    Status read()
    {
        const std::string name = const_cast<aiMaterial &>(m_from).GetName().C_Str();
        m_material.name = name.substr(0, limits::kNameBytes);
        readColors();
        readOpacity();
        readGloss();
        int isTwoSided = 0;
        m_from.Get(AI_MATKEY_TWOSIDED, isTwoSided);
        m_values.doubleSided = isTwoSided != 0 || m_format.areBothSidesShown ? 1 : 0;
        if (m_format.isBare)
            m_values.roughness = kBareRoughness;
        return readTextures();
    }

private:
    std::optional<Vector3> color(const char *key, unsigned type, unsigned index) const
    {
        aiColor3D read;
        if (m_from.Get(key, type, index, read) != aiReturn_SUCCESS)
            return std::nullopt;
        Vector3 result = {unit(read.r), unit(read.g), unit(read.b)};
        if (m_format.kind == FormatKind::ThreeDs || m_format.kind == FormatKind::Stl)
            std::ranges::transform(result, result.begin(), linearOfSrgb);
        return result;
    }

    void readColors()
    {
        auto base = color(AI_MATKEY_BASE_COLOR);
        if (!base)
            base = color(AI_MATKEY_COLOR_DIFFUSE);
        if (base)
            m_values.baseColor = {(*base)[0], (*base)[1], (*base)[2], 1};
        m_values.emissive = color(AI_MATKEY_COLOR_EMISSIVE).value_or(Vector3{0, 0, 0});
    }

    void readOpacity()
    {
        float opacity = 1;
        if (m_from.Get(AI_MATKEY_OPACITY, opacity) != aiReturn_SUCCESS || opacity >= 1)
            return;
        if (unit(opacity) == 0) {
            // Some programs write transparency where opacity is meant. A part that nobody can see is not what is sold.
            m_scene.warn("the material is wholly transparent, and is shown opaque", m_material.name);
            return;
        }
        m_values.baseColor[3] = unit(opacity);
        m_values.alphaMode = AlphaMode::Blend;
    }

    void readGloss()
    {
        m_values.metallic = 0;
        m_from.Get(AI_MATKEY_METALLIC_FACTOR, m_values.metallic);
        // Of FBX, Assimp gives 1 − √(shininess / 100) here, which is what Blender writes.
        if (m_from.Get(AI_MATKEY_ROUGHNESS_FACTOR, m_values.roughness) != aiReturn_SUCCESS) {
            float shininess = 0;
            m_from.Get(AI_MATKEY_SHININESS, shininess);
            // Blinn-Phong's exponent as the roughness of the same highlight: n = 2/α² − 2 with α = roughness².
            m_values.roughness = std::pow(2.0F / (std::max(shininess, 0.0F) + 2.0F), 0.25F);
        }
        m_values.metallic = unit(m_values.metallic);
        m_values.roughness = unit(m_values.roughness);
    }

    Status readTextures()
    {
        VITRINE_CHECK(readFirstOf({aiTextureType_BASE_COLOR, aiTextureType_DIFFUSE}, Slot::BaseColor));
        VITRINE_CHECK(readFirstOf({aiTextureType_NORMALS, aiTextureType_NORMAL_CAMERA}, Slot::Normal));
        VITRINE_CHECK(readFirstOf({aiTextureType_EMISSIVE, aiTextureType_EMISSION_COLOR}, Slot::Emissive));
        VITRINE_CHECK(readFirstOf({aiTextureType_AMBIENT_OCCLUSION, aiTextureType_LIGHTMAP}, Slot::Occlusion));
        if (m_format.doTexturesReplaceColors) {
            if (m_values.slot(Slot::BaseColor).texture != kNone)
                m_values.baseColor = {1, 1, 1, m_values.baseColor[3]};
            if (m_values.slot(Slot::Emissive).texture != kNone)
                m_values.emissive = {1, 1, 1};
        }
        for (unsigned type = aiTextureType_NONE + 1; type <= AI_TEXTURE_TYPE_MAX; ++type)
            warnIfLeftOut(static_cast<aiTextureType>(type));
        return {};
    }

    Status readFirstOf(std::initializer_list<aiTextureType> types, Slot slot)
    {
        for (const aiTextureType type : types)
            if (m_from.GetTextureCount(type) > 0) {
                m_read |= 1U << static_cast<unsigned>(type);
                return readTexture(type, m_values.slot(slot));
            }
        return {};
    }

    Status readTexture(aiTextureType type, TextureSlot &slot)
    {
        aiString path;
        aiTextureMapping mapping = aiTextureMapping_UV;
        unsigned uvSet = 0;
        std::array<aiTextureMapMode, 3> modes = {aiTextureMapMode_Wrap, aiTextureMapMode_Wrap, aiTextureMapMode_Wrap};
        if (m_from.GetTexture(type, 0, &path, &mapping, &uvSet, nullptr, nullptr, modes.data()) != aiReturn_SUCCESS)
            return {};
        if (m_from.GetTextureCount(type) > 1)
            m_scene.warn(std::string("of the textures of the kind ") + aiTextureTypeToString(type) +
                             " only the first is shown",
                         m_material.name);
        if (mapping != aiTextureMapping_UV || uvSet > 1) {
            m_scene.warn(std::string("a texture of the kind ") + aiTextureTypeToString(type) +
                             " has no coordinates among the first two sets and is left out",
                         m_material.name);
            return {};
        }
        const std::string written(path.C_Str(), std::min<std::size_t>(path.length, limits::kNameBytes));
        VITRINE_TRY(slot.texture, m_images.image(written, m_material.name));
        slot.uvSet = uvSet;
        slot.wrapU = wrapOf(modes[0]);
        slot.wrapV = wrapOf(modes[1]);
        if (type == aiTextureType_BASE_COLOR || type == aiTextureType_DIFFUSE)
            m_colorPath = written;
        readPlacement(type, slot);
        return {};
    }

    void readPlacement(aiTextureType type, TextureSlot &slot)
    {
        aiUVTransform place;
        if (m_from.Get(AI_MATKEY_UVTRANSFORM(type, 0), place) != aiReturn_SUCCESS)
            return;
        const std::array<float, 5> numbers = {place.mScaling.x, place.mScaling.y, place.mTranslation.x,
                                              place.mTranslation.y, place.mRotation};
        if (!std::ranges::all_of(numbers, [](float number) { return std::isfinite(number); }))
            return;
        slot.scale = {place.mScaling.x, place.mScaling.y};
        // The file's rows run upwards: its v' = s·v + t is 1 − v' = s·(1 − v) + (1 − s − t) here. Assimp's step
        // that turns the coordinates has turned the sign of t already.
        slot.offset = {place.mTranslation.x, 1 - place.mScaling.y + place.mTranslation.y};
        if (place.mRotation != 0)
            m_scene.warn("the rotation of a texture is left out", m_material.name);
    }

    void warnIfLeftOut(aiTextureType type)
    {
        if (type == aiTextureType_UNKNOWN || (m_read & (1U << static_cast<unsigned>(type))) != 0)
            return;
        aiString path;
        if (m_from.GetTextureCount(type) == 0 || m_from.GetTexture(type, 0, &path) != aiReturn_SUCCESS)
            return;
        const bool isColorsAlpha = type == aiTextureType_OPACITY && !m_colorPath.empty() && m_colorPath == path.C_Str();
        if (isColorsAlpha) {
            m_values.alphaMode = AlphaMode::Blend;
            return;
        }
        m_scene.warn(std::string("a texture of the kind ") + aiTextureTypeToString(type) +
                         " is not supported for this format and is left out",
                     m_material.name);
    }

    const aiMaterial &m_from;
    const ModelFormat &m_format;
    AssimpImages &m_images;
    Scene &m_scene;
    SceneMaterial &m_material;
    MaterialRecord &m_values;
    std::string m_colorPath;
    std::uint64_t m_read = 0; ///< Kinds of textures, as bits.
};

} // namespace

float linearOfSrgb(float encoded)
{
    return encoded <= 0.04045F ? encoded / 12.92F : std::pow((encoded + 0.055F) / 1.055F, 2.4F);
}

Status readAssimpMaterial(const aiMaterial &from, const ModelFormat &format, AssimpImages &images, Scene &scene)
{
    return MaterialReader(from, format, images, scene).read();
}

} // namespace vitrine::render
