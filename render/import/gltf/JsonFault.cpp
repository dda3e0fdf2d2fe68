// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/JsonFault.h"

#include <algorithm>
#include <vector>

namespace vitrine::render::gltf {
namespace {

class Scanner
{
public:
    explicit Scanner(std::string_view text)
        : m_text(text)
    {
    }

    /// Values one after the other, with the open brackets on a stack of our own: the depth is the file's choice.
    std::size_t run()
    {
        for (;;) {
            skipSpace();
            if (!value())
                return m_at;
            for (;;) {
                skipSpace();
                if (m_open.empty())
                    return m_at; // What follows the first value is the fault, or the end.
                if (take(',')) {
                    skipSpace();
                    if (m_open.back() == '{' && !key())
                        return m_at;
                    break;
                }
                if (!take(m_open.back() == '{' ? '}' : ']'))
                    return m_at;
                m_open.pop_back();
            }
        }
    }

private:
    bool take(char c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    void skipSpace() { m_at = std::min(m_text.find_first_not_of(" \t\r\n", m_at), m_text.size()); }

    /// A scalar or an empty bracket is consumed; otherwise all opening brackets up to the first scalar.
    bool value()
    {
        for (;;) {
            skipSpace();
            if (take('{')) {
                skipSpace();
                if (take('}'))
                    return true;
                m_open.push_back('{');
                if (!key())
                    return false;
            } else if (take('[')) {
                skipSpace();
                if (take(']'))
                    return true;
                m_open.push_back('[');
            } else {
                return scalar();
            }
        }
    }

    bool key()
    {
        if (!string())
            return false;
        skipSpace();
        return take(':');
    }

    bool scalar()
    {
        if (m_at < m_text.size() && m_text[m_at] == '"')
            return string();
        for (const std::string_view word : {"true", "false", "null"})
            if (m_text.substr(m_at).starts_with(word)) {
                m_at += word.size();
                return true;
            }
        return number();
    }

    bool digits()
    {
        const std::size_t start = m_at;
        while (m_at < m_text.size() && m_text[m_at] >= '0' && m_text[m_at] <= '9')
            ++m_at;
        return m_at > start;
    }

    bool number()
    {
        take('-');
        if (!take('0') && !digits())
            return false;
        if (take('.') && !digits())
            return false;
        if (take('e') || take('E')) {
            if (!take('+'))
                take('-');
            return digits();
        }
        return true;
    }

    bool string()
    {
        if (!take('"'))
            return false;
        while (m_at < m_text.size()) {
            const auto c = static_cast<unsigned char>(m_text[m_at]);
            if (c < 0x20)
                return false;
            ++m_at;
            if (c == '"')
                return true;
            if (c == '\\') {
                if (m_at >= m_text.size() || !std::string_view("\"\\/bfnrtu").contains(m_text[m_at]))
                    return false;
                ++m_at;
            }
        }
        return false;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<char> m_open;
};

} // namespace

std::size_t jsonFaultOffset(std::string_view text) { return Scanner(text).run(); }

} // namespace vitrine::render::gltf
