// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ImportScene.h"
#include "render/import/gltf/Json.h"

#include <memory>
#include <optional>
#include <set>

namespace vitrine::render::gltf {

enum class ComponentType : std::uint32_t { I8 = 5120, U8 = 5121, I16 = 5122, U16 = 5123, U32 = 5125, F32 = 5126 };

struct SparseValues {
    std::uint32_t count = 0;
    std::int32_t indicesView = kNone;
    std::uint64_t indicesOffset = 0;
    ComponentType indicesType = ComponentType::U16;
    std::int32_t valuesView = kNone;
    std::uint64_t valuesOffset = 0;
};

struct Accessor {
    std::string pointer;
    std::int32_t view = kNone; ///< kNone: zeros, or what an extension decodes.
    std::uint64_t offset = 0;
    std::uint64_t count = 0;
    ComponentType componentType = ComponentType::F32;
    std::uint32_t components = 1; ///< 1, 2, 3, 4, 9 or 16
    std::uint32_t columns = 1;    ///< Of a matrix: each starts on a multiple of four bytes.
    bool isNormalized = false;
    bool hasBounds = false; ///< Both min and max.
    std::optional<SparseValues> sparse;

    std::uint32_t elementBytes() const;
    std::uint32_t componentBytes() const;
};

struct BufferView {
    Blob blob;
    std::uint32_t stride = 0; ///< 0: tightly packed
    std::string pointer;
};

/// A glTF document: its lists, and its binary data on demand. Every reference that it follows is checked.
/// Lives as long as the import; not for several threads.
class Document
{
public:
    [[nodiscard]] static core::Result<std::unique_ptr<Document>> open(const Blob &file, ModelFiles &files,
                                                                      Scene &scene);
    Document(const Document &) = delete;
    Document &operator=(const Document &) = delete;

    const JsonObject &root() const { return *m_root; }
    const JsonArray &buffers() const { return m_buffers; }
    const JsonArray &bufferViews() const { return m_bufferViews; }
    const JsonArray &nodes() const { return m_nodes; }
    const JsonArray &meshes() const { return m_meshes; }
    const JsonArray &materials() const { return m_materials; }
    const JsonArray &textures() const { return m_textures; }
    const JsonArray &images() const { return m_images; }
    const JsonArray &samplers() const { return m_samplers; }
    const JsonArray &cameras() const { return m_cameras; }
    const JsonArray &skins() const { return m_skins; }
    const JsonArray &scenes() const { return m_scenes; }
    const JsonArray &animations() const { return m_animations; }
    const std::vector<Accessor> &accessors() const { return m_accessors; }
    std::size_t bufferViewCount() const { return m_bufferViews.size(); }
    ModelFiles &files() { return m_files; }
    Scene &scene() { return m_scene; }

    /// Where an extension stands in extensionsUsed.
    std::optional<std::size_t> declares(std::string_view extension) const;
    /// Whether it stands in extensionsRequired.
    bool demands(std::string_view extension) const;
    /// The least version that can read the file, where it is above ours.
    const std::string &leastVersion() const { return m_leastVersion; }

    /// Names a fault of the file that leaves no doubt about its picture. `isSaid`: a warning names it already.
    void flaw(std::string detail, std::string where, bool isSaid = false);

    /// Whether the values are in the file: an accessor, or a buffer, may be left for others to fill.
    [[nodiscard]] core::Result<bool> hasData(const Accessor &accessor) const;
    /// Whether the buffer's bytes are there, and as many as it says; it may be one that others fill.
    [[nodiscard]] core::Status checkBuffer(std::int32_t index);
    /// The bytes of a view, decompressed if need be; decoded once.
    [[nodiscard]] core::Result<BufferView> view(std::int32_t index);
    /// All elements as floats, normalised integers scaled, sparse values in place; components × count values.
    /// Fails unless the accessor has that many components. Values may be NaN: the caller knows what that means.
    [[nodiscard]] core::Result<std::vector<float>> floats(std::int32_t accessor, std::uint32_t components);
    /// All elements of an unsigned integer accessor; components × count values.
    [[nodiscard]] core::Result<std::vector<std::uint32_t>> integers(std::int32_t accessor, std::uint32_t components);

private:
    Document(ModelFiles &files, Scene &scene)
        : m_files(files)
        , m_scene(scene)
    {
    }
    core::Status parse(std::span<const std::byte> json);
    core::Status checkAsset();
    core::Status checkExtensions();
    core::Status readLists();
    core::Status readAccessors();
    core::Result<Blob> buffer(std::int32_t index);
    core::Result<Blob> slice(std::int32_t buffer, const JsonObject &from);
    core::Result<BufferView> readView(std::int32_t index);
    core::Result<BufferView> decodeMeshopt(const JsonObject &extension, std::uint64_t viewLength);

    ModelFiles &m_files;
    Scene &m_scene;
    simdjson::dom::parser m_parser;
    std::size_t m_jsonStart = 0;
    std::string m_leastVersion;
    std::vector<std::string> m_used;
    std::vector<std::string> m_required;
    std::optional<JsonObject> m_root;
    JsonArray m_buffers, m_bufferViews, m_nodes, m_meshes, m_materials, m_textures, m_images, m_samplers, m_cameras,
        m_skins, m_scenes, m_animations;
    std::vector<Accessor> m_accessors;
    std::optional<Blob> m_binary;
    std::vector<std::optional<Blob>> m_loadedBuffers;
    std::vector<std::optional<BufferView>> m_loadedViews;
};

} // namespace vitrine::render::gltf
