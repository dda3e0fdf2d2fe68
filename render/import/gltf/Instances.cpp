// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/Instances.h"

#include "render/import/ImportLimits.h"

#include <algorithm>
#include <cmath>

namespace vitrine::render::gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

class InstanceReader
{
public:
    InstanceReader(Document &document, const JsonObject &attributes)
        : m_document(document)
        , m_attributes(attributes)
    {
    }

    Result<std::vector<Transform>> read()
    {
        // Counted before anything is decoded.
        for (const std::string_view key : m_attributes.keys()) {
            VITRINE_TRY(const std::int32_t index,
                        m_attributes.requiredIndex(key, m_document.accessors().size(), "/accessors"));
            const std::uint64_t count = m_document.accessors()[static_cast<std::size_t>(index)].count;
            if (count > limits::kNodes)
                return fail(ErrorCode::TooLarge,
                            std::to_string(count) + " instances (limit " + std::to_string(limits::kNodes) + ")",
                            m_attributes.pointer(key));
            if (m_count && *m_count != count)
                return fail(ErrorCode::InvalidArgument,
                            std::to_string(count) + " elements for " + std::to_string(*m_count) + " instances",
                            m_attributes.pointer(key));
            m_count = count;
        }
        std::vector<Transform> instances(m_count.value_or(0));
        VITRINE_CHECK(take("TRANSLATION", instances, &Transform::translation));
        VITRINE_CHECK(take("ROTATION", instances, &Transform::rotation));
        VITRINE_CHECK(take("SCALE", instances, &Transform::scale));
        for (Transform &instance : instances) {
            Vector4 &q = instance.rotation;
            const float length = std::sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
            if (!(length > 0))
                return fail(ErrorCode::InvalidArgument, "not a rotation", m_attributes.pointer("ROTATION"));
            for (float &value : q)
                value /= length;
        }
        return instances;
    }

private:
    template <typename Vector>
    Status take(std::string_view key, std::vector<Transform> &instances, Vector Transform::*member)
    {
        constexpr auto kComponents = static_cast<std::uint32_t>(std::tuple_size_v<Vector>);
        VITRINE_TRY(const std::int32_t index, m_attributes.index(key, m_document.accessors().size(), "/accessors"));
        if (index == kNone)
            return {};
        VITRINE_TRY(const std::vector<float> values, m_document.floats(index, kComponents));
        if (!std::ranges::all_of(values, [](float value) { return std::isfinite(value); }))
            return fail(ErrorCode::InvalidArgument, "a value that is not a finite number", m_attributes.pointer(key));
        for (std::size_t i = 0; i < values.size(); ++i)
            (instances[i / kComponents].*member)[i % kComponents] = values[i];
        return {};
    }

    Document &m_document;
    const JsonObject &m_attributes;
    std::optional<std::uint64_t> m_count;
};

} // namespace

Result<std::optional<std::vector<Transform>>> readInstances(Document &document, const JsonObject &node)
{
    VITRINE_TRY(const auto extension, node.extension(kInstancing));
    if (!extension)
        return std::nullopt;
    VITRINE_TRY(const auto attributes, extension->object("attributes"));
    if (!attributes)
        return fail(ErrorCode::InvalidArgument, "missing", extension->pointer("attributes"));
    return InstanceReader(document, *attributes).read();
}

} // namespace vitrine::render::gltf
