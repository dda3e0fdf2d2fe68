// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/Import.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

/// Small models made by test code, and their import in this process.
namespace vitrine::test {

using Bytes = std::vector<std::byte>;

/// The binary part of a model.
class Buffer
{
public:
    /// Appends at the next multiple of four; returns the offset.
    template <typename T>
    std::size_t add(const std::vector<T> &values)
    {
        m_bytes.resize((m_bytes.size() + 3) / 4 * 4);
        const std::size_t offset = m_bytes.size();
        const auto bytes = std::as_bytes(std::span(values));
        m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
        return offset;
    }
    const Bytes &bytes() const { return m_bytes; }

private:
    Bytes m_bytes;
};

/// A glTF file by its lists. As it starts it is one triangle, 1 m wide and 2 m high, in view 0 (positions, accessor
/// 0) and view 1 (16-bit indices, accessor 1). A test changes what it is about. Extensions are declared
/// unless a test does so itself.
struct Model {
    Buffer buffer;
    std::string views;
    std::string accessors;
    std::string attributes = R"("POSITION":0)";
    std::string primitive = R"("indices":1)"; ///< Further members of the one primitive.
    std::string nodes = R"({"mesh":0})";
    std::string scenes = R"({"nodes":[0]})";
    std::string meshes; ///< Instead of the one mesh with the one primitive.
    std::string rest;   ///< Further members of the root, starting with a comma.

    Model();
    /// Appends a view over new bytes, and an accessor over it; `accessor` are the accessor's members after
    /// bufferView.
    template <typename T>
    void add(const std::vector<T> &values, const std::string &accessor, const std::string &view = "")
    {
        addView(buffer.add(values), values.size() * sizeof(T), view);
        std::string bounds;
        if constexpr (std::is_same_v<T, float>)
            if (accessor.contains(R"("VEC3")") || accessor.contains(R"("SCALAR")"))
                bounds = boundsOf(values, accessor.contains(R"("VEC3")") ? 3 : 1);
        addAccessor(R"("bufferView":)" + std::to_string(m_views - 1) + "," + accessor + bounds);
    }
    void addView(std::size_t offset, std::size_t size, const std::string &members = "");
    void addAccessor(const std::string &members);
    std::size_t viewCount() const { return m_views; }
    std::size_t accessorCount() const { return m_accessors; }

    std::string json() const;
    Bytes glb() const;

private:
    /// What glTF asks of positions and times: min and max; empty where some are no numbers.
    static std::string boundsOf(const std::vector<float> &values, std::size_t components);

    std::size_t m_views = 0;
    std::size_t m_accessors = 0;
};

[[nodiscard]] Bytes glb(const std::string &json, const Bytes &binary);
[[nodiscard]] Bytes bytesOf(const std::string &text);

/// A PNG of one colour, rows stored without compression.
[[nodiscard]] Bytes png(std::uint32_t width, std::uint32_t height, std::array<std::uint8_t, 4> rgba = {255, 0, 0, 255});
/// A PNG of one row.
[[nodiscard]] Bytes pngRow(const std::vector<std::array<std::uint8_t, 4>> &texels);
/// A PNG that declares a size and has next to no data.
[[nodiscard]] Bytes pngBomb(std::uint32_t width, std::uint32_t height);

/// A package in memory, or why there is none.
struct Baked {
    Bytes bytes;
    std::optional<render::Package> package;
    std::string fault; ///< core::describe() of the error; empty if there is none.
};
[[nodiscard]] Baked bake(const Bytes &file, const std::string &name = "model.glb",
                         const render::ImportOptions &options = {});
[[nodiscard]] Baked bake(render::ModelFiles &files, const std::string &name, const render::ImportOptions &options = {});

/// "where: what" of each warning; the fault alone where there is one.
[[nodiscard]] std::vector<std::string> warningsOf(const Baked &baked);

/// The `component`s of an attribute of all vertices, in the order of the indices.
[[nodiscard]] std::vector<std::vector<float>> corners(const render::Package &package, const render::MeshRecord &mesh,
                                                      render::VertexSemantic semantic);

} // namespace vitrine::test
