// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/Document.h"

#include "render/import/ImportLimits.h"
#include "render/import/gltf/GlbContainer.h"
#include "render/import/gltf/JsonFault.h"
#include "render/import/gltf/MeshoptView.h"
#include "render/import/gltf/Uri.h"

#include <algorithm>
#include <array>
#include <new>

namespace vitrine::render::gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

/// What a model may demand. Others are refused if required, and reported if only used.
constexpr std::array<std::string_view, 23> kUnderstood = {
    "EXT_mesh_gpu_instancing",
    "EXT_meshopt_compression",
    "EXT_texture_webp",
    "KHR_animation_pointer",
    "KHR_draco_mesh_compression",
    "KHR_lights_punctual",
    "KHR_materials_anisotropy",
    "KHR_materials_clearcoat",
    "KHR_materials_dispersion",
    "KHR_materials_emissive_strength",
    "KHR_materials_ior",
    "KHR_materials_iridescence",
    "KHR_materials_sheen",
    "KHR_materials_specular",
    "KHR_materials_transmission",
    "KHR_materials_unlit",
    "KHR_materials_variants",
    "KHR_materials_volume",
    "KHR_mesh_quantization",
    "KHR_texture_basisu",
    "KHR_texture_transform",
    "KHR_xmp_json_ld",
    "KHR_materials_pbrSpecularGlossiness",
};

} // namespace

Result<std::unique_ptr<Document>> Document::open(const Blob &file, ModelFiles &files, Scene &scene)
{
    VITRINE_TRY(Container container, openContainer(file, scene));
    std::unique_ptr<Document> document(new Document(files, scene));
    document->m_binary = std::move(container.binary);
    document->m_jsonStart = static_cast<std::size_t>(container.json.data() - file.bytes.data());
    VITRINE_CHECK(document->parse(container.json));
    VITRINE_CHECK(document->checkAsset());
    VITRINE_CHECK(document->checkExtensions());
    VITRINE_CHECK(document->readLists());
    VITRINE_CHECK(document->readAccessors());
    return document;
}

Status Document::parse(std::span<const std::byte> json)
{
    if (json.size() > limits::kJsonBytes)
        return fail(ErrorCode::TooLarge, "more than " + std::to_string(limits::kJsonBytes) + " bytes of JSON");
    const std::string_view text(reinterpret_cast<const char *>(json.data()), json.size());
    simdjson::dom::element element;
    auto error = m_parser.allocate(std::max<std::size_t>(json.size(), 64), limits::kJsonDepth);
    if (error == simdjson::SUCCESS)
        error = m_parser.parse(text.data(), text.size()).get(element);
    if (error == simdjson::MEMALLOC)
        throw std::bad_alloc();
    if (error == simdjson::DEPTH_ERROR)
        return fail(ErrorCode::TooLarge, "JSON nested deeper than " + std::to_string(limits::kJsonDepth));
    if (error == simdjson::UTF8_ERROR)
        return fail(ErrorCode::Malformed, "the JSON is not UTF-8");
    if (error != simdjson::SUCCESS)
        return fail(ErrorCode::Malformed, "this is not JSON",
                    "byte " + std::to_string(m_jsonStart + jsonFaultOffset(text)));
    VITRINE_TRY(m_root, JsonObject::from(element, ""));
    return {};
}

Status Document::checkAsset()
{
    VITRINE_TRY(const auto asset, m_root->object("asset"));
    if (!asset)
        return fail(ErrorCode::InvalidArgument, "missing", "/asset");
    VITRINE_TRY(const std::string_view version, asset->text("version"));
    if (version.empty())
        return fail(ErrorCode::InvalidArgument, "missing", "/asset/version");
    if (!version.starts_with("2."))
        return fail(ErrorCode::Unsupported, "glTF version '" + std::string(version.substr(0, 20)) + "', not 2.x",
                    "/asset/version");
    VITRINE_TRY(const std::string_view least, asset->text("minVersion"));
    if (!least.empty() && least != "2.0")
        m_leastVersion = least.substr(0, 20);
    VITRINE_TRY(m_scene.generator, asset->name("generator"));
    VITRINE_TRY(m_scene.copyright, asset->name("copyright"));
    return {};
}

Status Document::checkExtensions()
{
    VITRINE_TRY(const JsonArray used, m_root->array("extensionsUsed"));
    for (std::size_t i = 0; i < used.size(); ++i) {
        VITRINE_TRY(const std::string_view name, used.text(i));
        m_used.emplace_back(name);
        if (!std::ranges::contains(kUnderstood, name))
            m_scene.warn("the extension " + std::string(name.substr(0, 100)) + " is not known and was left out",
                         used.pointer(i));
    }
    VITRINE_TRY(const JsonArray required, m_root->array("extensionsRequired"));
    for (std::size_t i = 0; i < required.size(); ++i) {
        VITRINE_TRY(const std::string_view name, required.text(i));
        m_required.emplace_back(name);
        if (!declares(name))
            flaw("the extension " + std::string(name.substr(0, 100)) +
                     " is required, but not declared in extensionsUsed",
                 required.pointer(i));
        if (!std::ranges::contains(kUnderstood, name))
            return m_scene.flaw ? Status(std::unexpected(*m_scene.flaw))
                                : fail(ErrorCode::Unsupported,
                                       "the model needs the extension " + std::string(name.substr(0, 100)) +
                                           ", which is not known",
                                       required.pointer(i));
    }
    return {};
}

std::optional<std::size_t> Document::declares(std::string_view extension) const
{
    const auto found = std::ranges::find(m_used, extension);
    return found == m_used.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - m_used.begin()));
}

bool Document::demands(std::string_view extension) const { return std::ranges::contains(m_required, extension); }

void Document::flaw(std::string detail, std::string where, bool isSaid)
{
    if (!m_scene.flaw)
        m_scene.flaw = core::Error{ErrorCode::InvalidArgument, detail, where};
    if (!isSaid)
        m_scene.warn(std::move(detail), std::move(where));
}

Result<bool> Document::hasData(const Accessor &accessor) const
{
    if (accessor.view == kNone)
        return accessor.sparse.has_value();
    VITRINE_TRY(const JsonObject view, m_bufferViews.object(static_cast<std::size_t>(accessor.view)));
    if (view.has("extensions")) // What is compressed has its data elsewhere.
        return true;
    VITRINE_TRY(const std::int32_t index, view.requiredIndex("buffer", m_buffers.size(), "/buffers"));
    VITRINE_TRY(const JsonObject buffer, m_buffers.object(static_cast<std::size_t>(index)));
    return buffer.has("uri") || (index == 0 && m_binary);
}

Status Document::checkBuffer(std::int32_t index)
{
    VITRINE_TRY(const JsonObject object, m_buffers.object(static_cast<std::size_t>(index)));
    VITRINE_TRY([[maybe_unused]] const std::uint64_t length, object.count("byteLength", {}, 1));
    VITRINE_TRY(const std::string_view uri, object.text("uri"));
    if (!object.has("uri") && (index > 0 || !m_binary))
        return {};
    if (isElsewhere(uri)) {
        m_scene.warn("a file outside of the model's folder is named, and not read", object.pointer("uri"));
        return {};
    }
    return buffer(index).transform([](const Blob &) {});
}

Status Document::readLists()
{
    VITRINE_TRY(m_buffers, m_root->array("buffers"));
    VITRINE_TRY(m_bufferViews, m_root->array("bufferViews"));
    VITRINE_TRY(m_nodes, m_root->array("nodes"));
    VITRINE_TRY(m_meshes, m_root->array("meshes"));
    VITRINE_TRY(m_materials, m_root->array("materials"));
    VITRINE_TRY(m_textures, m_root->array("textures"));
    VITRINE_TRY(m_images, m_root->array("images"));
    VITRINE_TRY(m_samplers, m_root->array("samplers"));
    VITRINE_TRY(m_cameras, m_root->array("cameras"));
    VITRINE_TRY(m_skins, m_root->array("skins"));
    VITRINE_TRY(m_scenes, m_root->array("scenes"));
    VITRINE_TRY(m_animations, m_root->array("animations"));
    if (m_nodes.size() > limits::kNodes)
        return fail(ErrorCode::TooLarge,
                    std::to_string(m_nodes.size()) + " nodes (limit " + std::to_string(limits::kNodes) + ")", "/nodes");
    m_loadedBuffers.resize(m_buffers.size());
    m_loadedViews.resize(m_bufferViews.size());
    for (std::size_t i = 0; i < m_bufferViews.size(); ++i) {
        VITRINE_TRY(const JsonObject view, m_bufferViews.object(i));
        VITRINE_TRY([[maybe_unused]] const auto buffer, view.requiredIndex("buffer", m_buffers.size(), "/buffers"));
    }
    return {};
}

Result<Blob> Document::buffer(std::int32_t index)
{
    auto &loaded = m_loadedBuffers[static_cast<std::size_t>(index)];
    if (loaded)
        return *loaded;
    VITRINE_TRY(const JsonObject object, m_buffers.object(static_cast<std::size_t>(index)));
    VITRINE_TRY(const std::uint64_t length, object.count("byteLength", {}, 1));
    VITRINE_TRY(const std::string_view uri, object.text("uri"));
    Blob blob;
    if (object.has("uri")) {
        VITRINE_TRY(blob, readUri(uri, m_files, object.pointer("uri")));
    } else if (index == 0 && m_binary) {
        blob = *m_binary;
    } else {
        return fail(ErrorCode::InvalidArgument, "the buffer has neither a uri nor the binary chunk", object.pointer());
    }
    if (length > blob.bytes.size())
        return fail(ErrorCode::InvalidArgument,
                    std::to_string(length) + " bytes declared, " + std::to_string(blob.bytes.size()) + " there",
                    object.pointer("byteLength"));
    loaded = blob.part(0, length);
    return *loaded;
}

Result<Blob> Document::slice(std::int32_t index, const JsonObject &from)
{
    VITRINE_TRY(const std::uint64_t offset, from.count("byteOffset", 0));
    VITRINE_TRY(const std::uint64_t length, from.count("byteLength", {}, 1));
    VITRINE_TRY(const Blob whole, buffer(index));
    if (offset > whole.bytes.size() || length > whole.bytes.size() - offset)
        return fail(ErrorCode::InvalidArgument,
                    "bytes " + std::to_string(offset) + " to " + std::to_string(offset + length) + " of a buffer of " +
                        std::to_string(whole.bytes.size()),
                    from.pointer("byteLength"));
    return whole.part(offset, length);
}

Result<BufferView> Document::view(std::int32_t index)
{
    auto &loaded = m_loadedViews[static_cast<std::size_t>(index)];
    if (!loaded) {
        VITRINE_TRY(loaded, readView(index));
    }
    return *loaded;
}

Result<BufferView> Document::readView(std::int32_t index)
{
    VITRINE_TRY(const JsonObject object, m_bufferViews.object(static_cast<std::size_t>(index)));
    VITRINE_TRY(const auto meshopt, object.extension("EXT_meshopt_compression"));
    if (meshopt) {
        VITRINE_TRY(const std::uint64_t length, object.count("byteLength", {}, 1));
        return decodeMeshopt(*meshopt, length);
    }
    VITRINE_TRY(const std::int32_t buffer, object.requiredIndex("buffer", m_buffers.size(), "/buffers"));
    VITRINE_TRY(const std::uint64_t stride, object.count("byteStride", 0));
    if (stride != 0 && (stride < 4 || stride > 252 || stride % 4 != 0))
        return fail(ErrorCode::InvalidArgument, std::to_string(stride) + " is not a multiple of 4 from 4 to 252",
                    object.pointer("byteStride"));
    VITRINE_TRY(Blob blob, slice(buffer, object));
    return BufferView{std::move(blob), static_cast<std::uint32_t>(stride), object.pointer()};
}

Result<BufferView> Document::decodeMeshopt(const JsonObject &extension, std::uint64_t viewLength)
{
    VITRINE_TRY(const std::int32_t buffer, extension.requiredIndex("buffer", m_buffers.size(), "/buffers"));
    VITRINE_TRY(const Blob coded, slice(buffer, extension));
    VITRINE_TRY(Blob decoded, decodeMeshoptView(coded, extension, viewLength));
    VITRINE_TRY(const std::uint64_t stride, extension.count("byteStride"));
    return BufferView{std::move(decoded), static_cast<std::uint32_t>(stride), extension.pointer()};
}

} // namespace vitrine::render::gltf
