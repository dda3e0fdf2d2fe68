// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/DracoPrimitive.h"

#include "render/import/ImportLimits.h"

#include <draco/compression/decode.h>
#include <draco/mesh/mesh.h>

#include <algorithm>
#include <new>

namespace vitrine::render::gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;

} // namespace

DracoPrimitive::DracoPrimitive() = default;
DracoPrimitive::DracoPrimitive(DracoPrimitive &&) noexcept = default;
DracoPrimitive &DracoPrimitive::operator=(DracoPrimitive &&) noexcept = default;
DracoPrimitive::~DracoPrimitive() = default;

Result<DracoPrimitive> DracoPrimitive::decode(Document &document, const JsonObject &extension)
{
    DracoPrimitive result;
    result.m_pointer = extension.pointer();
    VITRINE_TRY(const std::int32_t view,
                extension.requiredIndex("bufferView", document.bufferViewCount(), "/bufferViews"));
    VITRINE_TRY(const BufferView bytes, document.view(view));
    VITRINE_TRY(const auto attributes, extension.object("attributes"));
    if (!attributes)
        return fail(ErrorCode::InvalidArgument, "missing", extension.pointer("attributes"));
    for (const std::string_view key : attributes->keys()) {
        VITRINE_TRY(const std::uint64_t id, attributes->count(key));
        result.m_ids.emplace(key, static_cast<std::uint32_t>(id));
    }
    try {
        draco::DecoderBuffer buffer;
        buffer.Init(reinterpret_cast<const char *>(bytes.blob.bytes.data()), bytes.blob.bytes.size());
        draco::Decoder decoder;
        auto mesh = decoder.DecodeMeshFromBuffer(&buffer);
        if (!mesh.ok())
            return fail(ErrorCode::Malformed,
                        "the Draco data cannot be decoded: " + std::string(mesh.status().error_msg()),
                        extension.pointer());
        result.m_mesh = std::move(mesh).value();
    } catch (const std::bad_alloc &) {
        throw; // Out of memory is the import's to name.
    } catch (const std::exception &error) {
        return fail(ErrorCode::Malformed, std::string("the Draco data cannot be decoded: ") + error.what(),
                    extension.pointer());
    }
    if (result.m_mesh->num_points() > limits::kVertices || result.m_mesh->num_faces() > limits::kIndices / 3)
        return fail(ErrorCode::TooLarge, "more vertices or triangles than the limit", extension.pointer());
    return result;
}

Result<std::vector<float>> DracoPrimitive::floats(std::string_view name, std::uint32_t components,
                                                  bool isNormalized) const
{
    const std::int32_t id = m_mesh->GetAttributeIdByUniqueId(m_ids.at(std::string(name)));
    draco::PointAttribute *attribute = id < 0 ? nullptr : m_mesh->attribute(id);
    if (attribute == nullptr || attribute->num_components() != static_cast<int>(components))
        return fail(ErrorCode::InvalidArgument, "no such attribute in the Draco data, or with other components",
                    m_pointer + "/attributes/" + std::string(name));
    attribute->set_normalized(isNormalized);
    std::vector<float> values(std::size_t{m_mesh->num_points()} * components);
    for (std::uint32_t i = 0; i < m_mesh->num_points(); ++i)
        if (!attribute->ConvertValue<float>(attribute->mapped_index(draco::PointIndex(i)),
                                            static_cast<std::int8_t>(components),
                                            values.data() + std::size_t{i} * components))
            return fail(ErrorCode::Malformed, "a value of the Draco data cannot be read",
                        m_pointer + "/attributes/" + std::string(name));
    const bool isFraction = isNormalized && draco::IsDataTypeIntegral(attribute->data_type());
    for (float &value : values)
        value = isFraction ? std::max(value, -1.0F) : value; // Signed integers reach one step further down.
    return values;
}

std::vector<std::uint32_t> DracoPrimitive::indices() const
{
    std::vector<std::uint32_t> result;
    result.reserve(std::size_t{m_mesh->num_faces()} * 3);
    for (std::uint32_t i = 0; i < m_mesh->num_faces(); ++i)
        for (const draco::PointIndex &corner : m_mesh->face(draco::FaceIndex(i)))
            result.push_back(corner.value());
    return result;
}

} // namespace vitrine::render::gltf
