// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/check/AttributeFormat.h"
#include "render/import/gltf/check/FileCheck.h"

#include <algorithm>
#include <map>

namespace vitrine::render::gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

constexpr std::string_view kVariants = "KHR_materials_variants";

/// A texture of a material, and the texture coordinates by which it is read.
struct TextureUse {
    std::string pointer;
    std::uint64_t set = 0;
};

Status collectUses(const JsonObject &holder, std::vector<TextureUse> &into)
{
    for (const std::string_view key : holder.keys()) {
        if (!key.ends_with("Texture"))
            continue;
        VITRINE_TRY(const auto info, holder.object(key));
        if (!info)
            continue;
        TextureUse use{info->pointer(), 0};
        VITRINE_TRY(use.set, info->count("texCoord", 0));
        VITRINE_TRY(const auto transform, info->extension("KHR_texture_transform"));
        if (transform && transform->has("texCoord")) {
            use.pointer = transform->pointer();
            VITRINE_TRY(use.set, transform->count("texCoord"));
        }
        into.push_back(std::move(use));
    }
    return {};
}

Result<std::vector<TextureUse>> usesOf(const JsonObject &material)
{
    std::vector<TextureUse> uses;
    VITRINE_CHECK(collectUses(material, uses));
    VITRINE_TRY(const auto pbr, material.object("pbrMetallicRoughness"));
    if (pbr)
        VITRINE_CHECK(collectUses(*pbr, uses));
    VITRINE_TRY(const auto extensions, material.object("extensions"));
    if (!extensions)
        return uses;
    for (const std::string_view key : extensions->keys()) {
        VITRINE_TRY(const auto extension, extensions->object(key));
        if (extension)
            VITRINE_CHECK(collectUses(*extension, uses));
    }
    return uses;
}

class MeshCheck
{
public:
    explicit MeshCheck(Document &document)
        : m_document(document)
        , m_isQuantized(document.declares("KHR_mesh_quantization"))
    {
    }

    Status check()
    {
        for (std::size_t i = 0; i < m_document.meshes().size(); ++i) {
            VITRINE_TRY(const JsonObject mesh, m_document.meshes().object(i));
            VITRINE_CHECK(checkMesh(mesh));
        }
        return {};
    }

private:
    Status checkMesh(const JsonObject &mesh)
    {
        VITRINE_TRY(const JsonArray primitives, mesh.array("primitives"));
        if (!mesh.has("primitives"))
            return fail(ErrorCode::InvalidArgument, "missing", mesh.pointer("primitives"));
        if (primitives.size() == 0)
            return fail(ErrorCode::InvalidArgument, "a mesh without primitives", mesh.pointer("primitives"));
        std::size_t targetCount = 0;
        for (std::size_t p = 0; p < primitives.size(); ++p) {
            VITRINE_TRY(const JsonObject primitive, primitives.object(p));
            VITRINE_TRY(const JsonArray targets, primitive.array("targets"));
            if (p > 0 && targets.size() != targetCount)
                m_document.flaw(std::to_string(targets.size()) + " morph targets, the primitive before has " +
                                    std::to_string(targetCount),
                                primitive.pointer("targets"));
            targetCount = targets.size();
            VITRINE_CHECK(checkPrimitive(primitive, targets));
        }
        VITRINE_TRY(const JsonArray weights, mesh.array("weights"));
        if (weights.size() > 0 && weights.size() != targetCount)
            m_document.flaw(std::to_string(weights.size()) + " weights for " + std::to_string(targetCount) +
                                " morph targets",
                            mesh.pointer("weights"));
        return {};
    }

    Status checkPrimitive(const JsonObject &primitive, const JsonArray &targets)
    {
        VITRINE_TRY(const auto attributes, primitive.object("attributes"));
        if (!attributes)
            return fail(ErrorCode::InvalidArgument, "missing", primitive.pointer("attributes"));
        VITRINE_TRY(const auto draco, primitive.extension("KHR_draco_mesh_compression"));
        m_isCoded = draco.has_value();
        m_vertexCount.reset();
        if (attributes->has("POSITION")) {
            VITRINE_TRY(const std::int32_t position,
                        attributes->requiredIndex("POSITION", m_document.accessors().size(), "/accessors"));
            m_vertexCount = accessorOf(position).count;
        }
        VITRINE_CHECK(checkAttributes(*attributes, false));
        checkSets(*attributes);
        VITRINE_CHECK(checkIndices(primitive));
        for (std::size_t i = 0; i < targets.size(); ++i) {
            VITRINE_TRY(const JsonObject target, targets.object(i));
            VITRINE_CHECK(checkAttributes(target, true));
            for (const std::string_view key : target.keys())
                if (isAttribute(key, true) && !attributes->has(key))
                    m_document.flaw("the primitive itself has no such attribute", target.pointer(key));
        }
        VITRINE_CHECK(checkMaterial(primitive, *attributes));
        return checkVariants(primitive);
    }

    const Accessor &accessorOf(std::int32_t index) const
    {
        return m_document.accessors()[static_cast<std::size_t>(index)];
    }

    Status checkAttributes(const JsonObject &attributes, bool isTarget)
    {
        if (attributes.keys().empty())
            m_document.flaw("no attributes", attributes.pointer());
        for (const std::string_view key : attributes.keys()) {
            VITRINE_TRY(const std::int32_t index, attributes.index(key, m_document.accessors().size(), "/accessors"));
            const Accessor &accessor = accessorOf(index);
            const std::string where = attributes.pointer(key);
            if (!isAttribute(key, isTarget)) {
                m_document.flaw("'" + std::string(key.substr(0, 100)) + "' is not the name of an attribute", where);
                continue;
            }
            if (m_vertexCount && accessor.count != *m_vertexCount && !m_isCoded)
                return fail(ErrorCode::InvalidArgument,
                            std::to_string(accessor.count) + " elements for " + std::to_string(*m_vertexCount) +
                                " positions",
                            where);
            if (const std::string fault = formatFault(key, accessor, isTarget, m_isQuantized); !fault.empty())
                return fail(ErrorCode::InvalidArgument, fault, where);
            if (key == "POSITION" && !accessor.hasBounds)
                m_document.flaw("the accessor of positions has no min and max", where);
            VITRINE_CHECK(checkPlace(index, accessor, where));
        }
        return {};
    }

    /// Vertices stand on multiples of four bytes, and one behind another only if the view says how far apart.
    Status checkPlace(std::int32_t index, const Accessor &accessor, const std::string &where)
    {
        if (accessor.view == kNone)
            return {};
        VITRINE_TRY(const JsonObject view, m_document.bufferViews().object(static_cast<std::size_t>(accessor.view)));
        VITRINE_TRY(const std::uint64_t viewOffset, view.count("byteOffset", 0));
        VITRINE_TRY(const std::uint64_t stride, view.count("byteStride", 0));
        if (accessor.offset % 4 != 0 || viewOffset % 4 != 0 ||
            (accessor.count > 1 && (stride == 0 ? accessor.elementBytes() : stride) % 4 != 0))
            m_document.flaw("the vertices do not stand on multiples of 4 bytes", where);
        const auto [first, isNew] = m_viewsOfVertices.try_emplace(accessor.view, index);
        if (stride == 0 && first->second != index)
            m_document.flaw("several attributes share a view, which has no byteStride", where);
        return {};
    }

    /// The numbers of an attribute's sets start at 0 and have no gaps; joints come with weights.
    void checkSets(const JsonObject &attributes)
    {
        std::map<std::string_view, std::uint32_t> counts;
        for (const std::string_view key : attributes.keys())
            if (const auto set = attributeSet(key); set && isAttribute(key, false))
                ++counts[key.substr(0, key.find('_'))];
        for (const auto &[name, count] : counts)
            for (std::uint32_t set = 0; set < count; ++set)
                if (const std::string wanted = std::string(name) + "_" + std::to_string(set); !attributes.has(wanted))
                    m_document.flaw(wanted + " is missing among its sets", attributes.pointer());
        if (counts["JOINTS"] != counts["WEIGHTS"])
            m_document.flaw(std::to_string(counts["JOINTS"]) + " sets of joints, but " +
                                std::to_string(counts["WEIGHTS"]) + " of weights",
                            attributes.pointer());
    }

    Status checkIndices(const JsonObject &primitive)
    {
        VITRINE_TRY(const std::uint64_t mode, primitive.count("mode", 4));
        if (mode > 6)
            return fail(ErrorCode::InvalidArgument, std::to_string(mode) + " is not a primitive mode",
                        primitive.pointer("mode"));
        VITRINE_TRY(const std::int32_t index, primitive.index("indices", m_document.accessors().size(), "/accessors"));
        if (index == kNone)
            return {};
        const Accessor &accessor = accessorOf(index);
        if (accessor.components != 1 || accessor.isNormalized ||
            (accessor.componentType != ComponentType::U8 && accessor.componentType != ComponentType::U16 &&
             accessor.componentType != ComponentType::U32))
            return fail(ErrorCode::InvalidArgument, "indices must be single unsigned integers",
                        primitive.pointer("indices"));
        if (accessor.view != kNone) {
            VITRINE_TRY(const JsonObject view,
                        m_document.bufferViews().object(static_cast<std::size_t>(accessor.view)));
            if (view.has("byteStride"))
                m_document.flaw("only vertices can have a byteStride", primitive.pointer("indices"));
        }
        return {};
    }

    Status checkMaterial(const JsonObject &primitive, const JsonObject &attributes)
    {
        VITRINE_TRY(const std::int32_t material,
                    primitive.index("material", m_document.materials().size(), "/materials"));
        if (material == kNone)
            return {};
        const auto [found, isNew] = m_uses.try_emplace(material);
        if (isNew) {
            VITRINE_TRY(const JsonObject object, m_document.materials().object(static_cast<std::size_t>(material)));
            VITRINE_TRY(found->second, usesOf(object));
        }
        for (const TextureUse &use : found->second) {
            const std::string set = "TEXCOORD_" + std::to_string(use.set);
            if (!attributes.has(set)) // Who reads the texture says so too.
                m_document.flaw("the texture at " + use.pointer + " needs " + set + ", which the primitive has not",
                                primitive.pointer("material"), true);
        }
        return {};
    }

    Status checkVariants(const JsonObject &primitive)
    {
        VITRINE_TRY(const auto variants, primitive.extension(kVariants));
        if (!variants)
            return {};
        VITRINE_TRY(const JsonArray mappings, variants->array("mappings"));
        if (!variants->has("mappings"))
            return fail(ErrorCode::InvalidArgument, "missing", variants->pointer("mappings"));
        for (std::size_t i = 0; i < mappings.size(); ++i) {
            VITRINE_TRY(const JsonObject mapping, mappings.object(i));
            if (!mapping.has("variants"))
                return fail(ErrorCode::InvalidArgument, "missing", mapping.pointer("variants"));
            VITRINE_TRY([[maybe_unused]] const auto material,
                        mapping.requiredIndex("material", m_document.materials().size(), "/materials"));
        }
        return {};
    }

    Document &m_document;
    bool m_isQuantized;
    bool m_isCoded = false;
    std::optional<std::uint64_t> m_vertexCount;
    std::map<std::int32_t, std::int32_t> m_viewsOfVertices; ///< View → the first accessor that uses it.
    std::map<std::int32_t, std::vector<TextureUse>> m_uses;
};

} // namespace

Status checkMeshes(Document &document) { return MeshCheck(document).check(); }

} // namespace vitrine::render::gltf
