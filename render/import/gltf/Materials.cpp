// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/Materials.h"

#include "render/import/ImportLimits.h"
#include "render/import/gltf/Textures.h"

#include <cmath>

namespace vitrine::render::gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

constexpr double kAny = std::numeric_limits<float>::max();

class MaterialReader
{
public:
    MaterialReader(Textures &textures, const JsonObject &object, MaterialRecord &values)
        : m_textures(textures)
        , m_object(object)
        , m_values(values)
    {
    }

    Status read()
    {
        VITRINE_CHECK(readCore());
        VITRINE_CHECK(readMetallicRoughness());
        VITRINE_CHECK(readSurfaceExtensions());
        VITRINE_CHECK(readClearcoat());
        VITRINE_CHECK(readSheen());
        VITRINE_CHECK(readVolume());
        VITRINE_CHECK(readSpecular());
        VITRINE_CHECK(readAnisotropy());
        VITRINE_CHECK(readIridescence());
        return readSpecularGlossiness();
    }

private:
    /// The extension's object, or an empty one where it is absent: then every value keeps its default.
    Result<std::optional<JsonObject>> extension(const char *name) const { return m_object.extension(name); }

    Status texture(const JsonObject &from, std::string_view key, Slot slot)
    {
        return m_textures.readSlot(from, key, m_values.slot(slot));
    }

    Status color(const JsonObject &from, std::string_view key, std::span<float> into, double most = 1) const
    {
        VITRINE_TRY([[maybe_unused]] const bool isThere, from.numbers(key, into));
        for (const float value : into)
            if (!(value >= 0 && static_cast<double>(value) <= most))
                return fail(ErrorCode::InvalidArgument, "a colour outside of its range", from.pointer(key));
        return {};
    }

    Status readCore()
    {
        VITRINE_TRY(const std::string_view mode, m_object.text("alphaMode"));
        if (mode.empty() || mode == "OPAQUE")
            m_values.alphaMode = AlphaMode::Opaque;
        else if (mode == "MASK")
            m_values.alphaMode = AlphaMode::Mask;
        else if (mode == "BLEND")
            m_values.alphaMode = AlphaMode::Blend;
        else
            return fail(ErrorCode::InvalidArgument, "'" + std::string(mode.substr(0, 20)) + "' is not an alpha mode",
                        m_object.pointer("alphaMode"));
        VITRINE_TRY(m_values.alphaCutoff, m_object.factor("alphaCutoff", 0.5F, 0, kAny));
        VITRINE_TRY(const bool isDoubleSided, m_object.flag("doubleSided", false));
        m_values.doubleSided = isDoubleSided ? 1 : 0;
        VITRINE_CHECK(color(m_object, "emissiveFactor", m_values.emissive));
        VITRINE_CHECK(texture(m_object, "emissiveTexture", Slot::Emissive));
        VITRINE_CHECK(texture(m_object, "normalTexture", Slot::Normal));
        VITRINE_CHECK(texture(m_object, "occlusionTexture", Slot::Occlusion));
        VITRINE_TRY(const auto normal, m_object.object("normalTexture"));
        if (normal) {
            VITRINE_TRY(m_values.normalScale, normal->factor("scale", 1, -kAny, kAny));
        }
        VITRINE_TRY(const auto occlusion, m_object.object("occlusionTexture"));
        if (occlusion) {
            VITRINE_TRY(m_values.occlusionStrength, occlusion->factor("strength", 1));
        }
        return {};
    }

    Status readMetallicRoughness()
    {
        VITRINE_TRY(const auto pbr, m_object.object("pbrMetallicRoughness"));
        if (!pbr)
            return {};
        VITRINE_CHECK(color(*pbr, "baseColorFactor", m_values.baseColor));
        VITRINE_TRY(m_values.metallic, pbr->factor("metallicFactor", 1));
        VITRINE_TRY(m_values.roughness, pbr->factor("roughnessFactor", 1));
        VITRINE_CHECK(texture(*pbr, "baseColorTexture", Slot::BaseColor));
        return texture(*pbr, "metallicRoughnessTexture", Slot::MetallicRoughness);
    }

    Status readSurfaceExtensions()
    {
        VITRINE_TRY(const auto unlit, extension("KHR_materials_unlit"));
        m_values.unlit = unlit ? 1 : 0;
        VITRINE_TRY(const auto strength, extension("KHR_materials_emissive_strength"));
        if (strength) {
            VITRINE_TRY(m_values.emissiveStrength, strength->factor("emissiveStrength", 1, 0, kAny));
        }
        VITRINE_TRY(const auto ior, extension("KHR_materials_ior"));
        if (ior) {
            VITRINE_TRY(m_values.ior, ior->factor("ior", 1.5F, 0, kAny));
            if (m_values.ior > 0 && m_values.ior < 1)
                return fail(ErrorCode::InvalidArgument, "neither 0 nor at least 1", ior->pointer("ior"));
        }
        VITRINE_TRY(const auto dispersion, extension("KHR_materials_dispersion"));
        if (dispersion) {
            VITRINE_TRY(m_values.dispersion, dispersion->factor("dispersion", 0, 0, kAny));
        }
        return {};
    }

    Status readClearcoat()
    {
        VITRINE_TRY(const auto coat, extension("KHR_materials_clearcoat"));
        if (!coat)
            return {};
        VITRINE_TRY(m_values.clearcoat, coat->factor("clearcoatFactor", 0));
        VITRINE_TRY(m_values.clearcoatRoughness, coat->factor("clearcoatRoughnessFactor", 0));
        VITRINE_CHECK(texture(*coat, "clearcoatTexture", Slot::Clearcoat));
        VITRINE_CHECK(texture(*coat, "clearcoatRoughnessTexture", Slot::ClearcoatRoughness));
        VITRINE_CHECK(texture(*coat, "clearcoatNormalTexture", Slot::ClearcoatNormal));
        VITRINE_TRY(const auto normal, coat->object("clearcoatNormalTexture"));
        if (normal) {
            VITRINE_TRY(m_values.clearcoatNormalScale, normal->factor("scale", 1, -kAny, kAny));
        }
        return {};
    }

    Status readSheen()
    {
        VITRINE_TRY(const auto sheen, extension("KHR_materials_sheen"));
        if (!sheen)
            return {};
        VITRINE_CHECK(color(*sheen, "sheenColorFactor", m_values.sheenColor));
        VITRINE_TRY(m_values.sheenRoughness, sheen->factor("sheenRoughnessFactor", 0));
        VITRINE_CHECK(texture(*sheen, "sheenColorTexture", Slot::SheenColor));
        return texture(*sheen, "sheenRoughnessTexture", Slot::SheenRoughness);
    }

    Status readVolume()
    {
        VITRINE_TRY(const auto transmission, extension("KHR_materials_transmission"));
        if (transmission) {
            VITRINE_TRY(m_values.transmission, transmission->factor("transmissionFactor", 0));
            VITRINE_CHECK(texture(*transmission, "transmissionTexture", Slot::Transmission));
        }
        VITRINE_TRY(const auto volume, extension("KHR_materials_volume"));
        if (volume) {
            VITRINE_TRY(m_values.thickness, volume->factor("thicknessFactor", 0, 0, kAny));
            VITRINE_TRY(m_values.attenuationDistance, volume->factor("attenuationDistance", 0, 0, kAny));
            if (volume->has("attenuationDistance") && m_values.attenuationDistance <= 0)
                return fail(ErrorCode::InvalidArgument, "must be above 0", volume->pointer("attenuationDistance"));
            VITRINE_CHECK(color(*volume, "attenuationColor", m_values.attenuationColor));
            VITRINE_CHECK(texture(*volume, "thicknessTexture", Slot::Thickness));
        }
        return {};
    }

    Status readSpecular()
    {
        VITRINE_TRY(const auto specular, extension("KHR_materials_specular"));
        if (!specular)
            return {};
        VITRINE_TRY(m_values.specular, specular->factor("specularFactor", 1));
        VITRINE_CHECK(color(*specular, "specularColorFactor", m_values.specularColor, kAny));
        VITRINE_CHECK(texture(*specular, "specularTexture", Slot::Specular));
        return texture(*specular, "specularColorTexture", Slot::SpecularColor);
    }

    Status readAnisotropy()
    {
        VITRINE_TRY(const auto anisotropy, extension("KHR_materials_anisotropy"));
        if (!anisotropy)
            return {};
        VITRINE_TRY(m_values.anisotropy, anisotropy->factor("anisotropyStrength", 0));
        VITRINE_TRY(m_values.anisotropyRotation, anisotropy->factor("anisotropyRotation", 0, -kAny, kAny));
        return texture(*anisotropy, "anisotropyTexture", Slot::Anisotropy);
    }

    Status readIridescence()
    {
        VITRINE_TRY(const auto film, extension("KHR_materials_iridescence"));
        if (!film)
            return {};
        VITRINE_TRY(m_values.iridescence, film->factor("iridescenceFactor", 0));
        VITRINE_TRY(m_values.iridescenceIor, film->factor("iridescenceIor", 1.3F, 1, kAny));
        VITRINE_TRY(m_values.iridescenceThicknessMin, film->factor("iridescenceThicknessMinimum", 100, 0, kAny));
        VITRINE_TRY(m_values.iridescenceThicknessMax, film->factor("iridescenceThicknessMaximum", 400, 0, kAny));
        VITRINE_CHECK(texture(*film, "iridescenceTexture", Slot::Iridescence));
        return texture(*film, "iridescenceThicknessTexture", Slot::IridescenceThickness);
    }

    /// The archived workflow, translated: exact for what has no coloured specular, near for the rest.
    Status readSpecularGlossiness()
    {
        VITRINE_TRY(const auto old, extension("KHR_materials_pbrSpecularGlossiness"));
        if (!old || m_object.has("pbrMetallicRoughness"))
            return {};
        VITRINE_CHECK(color(*old, "diffuseFactor", m_values.baseColor));
        VITRINE_CHECK(texture(*old, "diffuseTexture", Slot::BaseColor));
        VITRINE_TRY(const float glossiness, old->factor("glossinessFactor", 1));
        m_values.metallic = 0;
        m_values.roughness = 1 - glossiness;
        m_values.specularColor = {1, 1, 1};
        VITRINE_CHECK(color(*old, "specularFactor", m_values.specularColor));
        // With an infinite index the reflectance at normal incidence is specularColor itself.
        m_values.ior = 0;
        if (old->has("specularGlossinessTexture"))
            m_textures.scene().warn("specular-glossiness textures are not supported; the factors alone are used",
                                    old->pointer("specularGlossinessTexture"));
        return {};
    }

    Textures &m_textures;
    const JsonObject &m_object;
    MaterialRecord &m_values;
};

} // namespace

Status readMaterials(Document &document)
{
    VITRINE_TRY(Textures textures, Textures::open(document));
    Scene &scene = document.scene();
    for (std::size_t i = 0; i < document.materials().size(); ++i) {
        VITRINE_TRY(const JsonObject object, document.materials().object(i));
        SceneMaterial &material = scene.materials.emplace_back();
        VITRINE_TRY(material.name, object.name());
        VITRINE_CHECK(MaterialReader(textures, object, material.values).read());
    }
    return textures.checkUnused();
}

} // namespace vitrine::render::gltf
