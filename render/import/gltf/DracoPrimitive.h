// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/gltf/Document.h"

#include <map>
#include <memory>

namespace draco {
class Mesh;
}

namespace vitrine::render::gltf {

/// A primitive decoded by KHR_draco_mesh_compression. The library's exceptions end here.
class DracoPrimitive
{
public:
    [[nodiscard]] static core::Result<DracoPrimitive> decode(Document &document, const JsonObject &extension);
    DracoPrimitive(DracoPrimitive &&) noexcept;
    DracoPrimitive &operator=(DracoPrimitive &&) noexcept;
    ~DracoPrimitive();

    bool has(std::string_view attribute) const { return m_ids.contains(std::string(attribute)); }
    /// Components × points values. `isNormalized`: integers stand for fractions. The accessor says so, and not the
    /// data, of which encoders say that none is.
    [[nodiscard]] core::Result<std::vector<float>> floats(std::string_view attribute, std::uint32_t components,
                                                          bool isNormalized) const;
    /// A triangle list.
    std::vector<std::uint32_t> indices() const;

private:
    DracoPrimitive();
    std::unique_ptr<draco::Mesh> m_mesh;
    std::map<std::string, std::uint32_t> m_ids;
    std::string m_pointer;
};

} // namespace vitrine::render::gltf
