// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/check/FileCheck.h"

#include <algorithm>
#include <array>

namespace vitrine::render::gltf {
namespace {

/// Where the object of an extension may stand: places with "#" for each number, "*Texture" for whatever refers to a
/// texture. Unknown extensions may stand anywhere.
struct Place {
    std::string_view extension;
    std::string_view at;
};
constexpr std::string_view kAnyTexture = "*Texture";
constexpr auto kPlaces = std::to_array<Place>({
    {"EXT_mesh_gpu_instancing", "/nodes/#"},
    {"EXT_meshopt_compression", "/bufferViews/#"},
    {"EXT_meshopt_compression", "/buffers/#"},
    {"EXT_texture_webp", "/textures/#"},
    {"KHR_animation_pointer", "/animations/#/channels/#/target"},
    {"KHR_draco_mesh_compression", "/meshes/#/primitives/#"},
    {"KHR_lights_punctual", ""},
    {"KHR_lights_punctual", "/nodes/#"},
    {"KHR_materials_anisotropy", "/materials/#"},
    {"KHR_materials_clearcoat", "/materials/#"},
    {"KHR_materials_dispersion", "/materials/#"},
    {"KHR_materials_emissive_strength", "/materials/#"},
    {"KHR_materials_ior", "/materials/#"},
    {"KHR_materials_iridescence", "/materials/#"},
    {"KHR_materials_pbrSpecularGlossiness", "/materials/#"},
    {"KHR_materials_sheen", "/materials/#"},
    {"KHR_materials_specular", "/materials/#"},
    {"KHR_materials_transmission", "/materials/#"},
    {"KHR_materials_unlit", "/materials/#"},
    {"KHR_materials_variants", ""},
    {"KHR_materials_variants", "/meshes/#/primitives/#"},
    {"KHR_materials_volume", "/materials/#"},
    {"KHR_node_visibility", "/nodes/#"},
    {"KHR_texture_basisu", "/textures/#"},
    {"KHR_texture_transform", kAnyTexture},
});

/// Walks all of a document but what anyone may write as he likes.
class Walk
{
public:
    explicit Walk(Document &document)
        : m_document(document)
    {
    }

    void object(const simdjson::dom::object &members)
    {
        for (const auto [key, value] : members) {
            if (key == "extras")
                continue;
            m_path.push_back({key, 0});
            simdjson::dom::object extensions;
            if (key != "extensions")
                visit(value);
            else if (value.get_object().get(extensions) == simdjson::SUCCESS)
                visitExtensions(extensions);
            m_path.pop_back();
        }
    }

private:
    /// A member's name, or without one the number of an element.
    struct Step {
        std::string_view key;
        std::size_t number;
        bool isMember = true;
    };

    void visit(const simdjson::dom::element &value)
    {
        simdjson::dom::array list;
        simdjson::dom::object members;
        if (value.get_object().get(members) == simdjson::SUCCESS)
            object(members);
        else if (value.get_array().get(list) == simdjson::SUCCESS)
            visitList(list);
    }

    void visitList(const simdjson::dom::array &list)
    {
        std::size_t number = 0;
        for (const simdjson::dom::element value : list) {
            m_path.push_back({{}, number++, false});
            visit(value);
            m_path.pop_back();
        }
        if (number == 0)
            m_document.flaw("the list is empty", pointer());
    }

    void visitExtensions(const simdjson::dom::object &extensions)
    {
        const std::string_view holder = m_path.size() < 2 ? std::string_view() : m_path[m_path.size() - 2].key;
        std::string place;
        for (const Step &step : m_path)
            if (&step != &m_path.back())
                place += step.isMember ? "/" + std::string(step.key) : "/#";
        for (const auto [name, value] : extensions) {
            m_path.push_back({name, 0});
            const auto isOfName = [&, wanted = name](const Place &known) { return known.extension == wanted; };
            const bool isKnown = std::ranges::any_of(kPlaces, isOfName);
            if (!m_document.declares(name))
                m_document.flaw("the extension is not declared in extensionsUsed", pointer());
            else if (isKnown && std::ranges::none_of(kPlaces, [&](const Place &known) {
                         return isOfName(known) && (known.at == place || (known.at == kAnyTexture &&
                                                                          holder.ends_with(kAnyTexture.substr(1))));
                     }))
                m_document.flaw("the extension does not belong here", pointer());
            if (isKnown)
                visit(value);
            m_path.pop_back();
        }
    }

    std::string pointer() const
    {
        std::string result;
        for (const Step &step : m_path)
            result += step.isMember ? "/" + escapedKey(step.key) : "/" + std::to_string(step.number);
        return result;
    }

    Document &m_document;
    std::vector<Step> m_path;
};

} // namespace

void checkLists(Document &document)
{
    if (document.declares("KHR_mesh_quantization") && !document.demands("KHR_mesh_quantization"))
        document.flaw("the extension cannot be optional: it must stand in extensionsRequired",
                      "/extensionsUsed/" + std::to_string(*document.declares("KHR_mesh_quantization")));
    Walk(document).object(document.root().raw());
}

} // namespace vitrine::render::gltf
