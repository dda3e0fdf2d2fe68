// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vitrine::core {

/// Appends JSON to a string: compact, commas set by itself. The caller keeps begin and end in pairs.
class JsonWriter
{
public:
    void beginObject() { open('{'); }
    void endObject() { close('}'); }
    void beginArray() { open('['); }
    void endArray() { close(']'); }
    void key(std::string_view name);

    void string(std::string_view text);
    void integer(std::int64_t number);
    /// Contract: finite.
    void real(double number);
    void boolean(bool value) { raw(value ? "true" : "false"); }
    void null() { raw("null"); }
    /// A value that is JSON already.
    void raw(std::string_view json);

    /// `key` followed by the value.
    void member(std::string_view name, std::string_view text)
    {
        key(name);
        string(text);
    }
    void member(std::string_view name, std::int64_t number)
    {
        key(name);
        integer(number);
    }
    void rawMember(std::string_view name, std::string_view json)
    {
        key(name);
        raw(json);
    }

    [[nodiscard]] const std::string &text() const & { return m_text; }
    [[nodiscard]] std::string take() && { return std::move(m_text); }

private:
    void open(char bracket);
    void close(char bracket);
    void separate();
    void quoted(std::string_view text);

    std::string m_text;
    bool m_needsComma = false;
};

} // namespace vitrine::core
