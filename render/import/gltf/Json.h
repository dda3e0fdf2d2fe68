// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/package/PackageFormat.h"

#include <simdjson.h>

#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Typed access to a JSON document that knows where it is: every error's `where` is an RFC 6901 pointer.
namespace vitrine::render::gltf {

class JsonArray;

/// A member's name as it stands in a pointer.
[[nodiscard]] std::string escapedKey(std::string_view key);

class JsonObject
{
public:
    JsonObject(simdjson::dom::object object, std::string pointer)
        : m_object(object)
        , m_pointer(std::move(pointer))
    {
    }
    [[nodiscard]] static core::Result<JsonObject> from(simdjson::dom::element element, std::string pointer);

    const std::string &pointer() const { return m_pointer; }
    std::string pointer(std::string_view key) const;
    /// For those who walk all of it.
    const simdjson::dom::object &raw() const { return m_object; }
    bool has(std::string_view key) const;
    std::vector<std::string_view> keys() const;

    /// A missing member is the fallback; one of another type or out of range is an error.
    core::Result<double> number(std::string_view key, double fallback,
                                double least = -std::numeric_limits<float>::max(),
                                double most = std::numeric_limits<float>::max()) const;
    core::Result<float> factor(std::string_view key, float fallback, double least = 0, double most = 1) const;
    core::Result<bool> flag(std::string_view key, bool fallback) const;
    /// Valid UTF-8, cut at limits::kNameBytes if it is to be a name.
    core::Result<std::string_view> text(std::string_view key) const;
    core::Result<std::string> name(std::string_view key = "name") const;
    core::Result<std::uint64_t> count(std::string_view key, std::optional<std::uint64_t> fallback = {},
                                      std::uint64_t least = 0) const;
    /// An index below `size` of the list `list`; kNone if missing.
    core::Result<std::int32_t> index(std::string_view key, std::size_t size, std::string_view list) const;
    core::Result<std::int32_t> requiredIndex(std::string_view key, std::size_t size, std::string_view list) const;
    /// Exactly values.size() finite numbers; left alone if missing. Returns whether it was there.
    core::Result<bool> numbers(std::string_view key, std::span<float> values) const;
    /// Missing is an empty object without members, or an empty list.
    core::Result<std::optional<JsonObject>> object(std::string_view key) const;
    core::Result<JsonArray> array(std::string_view key) const;
    core::Result<std::optional<JsonObject>> extension(std::string_view name) const;

private:
    simdjson::dom::object m_object;
    std::string m_pointer;
};

class JsonArray
{
public:
    JsonArray() = default;
    JsonArray(simdjson::dom::array array, std::string pointer);

    std::size_t size() const { return m_elements.size(); }
    std::string pointer(std::size_t index) const { return m_pointer + "/" + std::to_string(index); }
    const std::string &pointer() const { return m_pointer; }
    core::Result<JsonObject> object(std::size_t index) const;
    core::Result<std::string_view> text(std::size_t index) const;
    core::Result<double> number(std::size_t index) const;
    core::Result<std::int32_t> index(std::size_t index, std::size_t size, std::string_view list) const;

private:
    std::vector<simdjson::dom::element> m_elements;
    std::string m_pointer;
};

} // namespace vitrine::render::gltf
