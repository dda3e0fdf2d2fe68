// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/FbxRecords.h"

#include "render/import/assimp/faults/Lines.h"

#include <algorithm>
#include <optional>

namespace vitrine::render {
namespace {

using Records = std::vector<FbxRecord>;

constexpr std::size_t kValues = 4;

/// Names, values and braces, without what stands between them. Of records deeper than the second level nothing is kept.
class TextReader
{
public:
    explicit TextReader(std::string_view text)
        : m_text(text.substr(0, text.find('\0')))
    {
    }

    Records read() &&
    {
        while (m_at < m_text.size())
            step();
        return std::move(m_records);
    }

private:
    void step()
    {
        switch (m_text[m_at]) {
        case ';':
            m_at = std::min(m_text.find_first_of("\r\n\f", m_at), m_text.size());
            break;
        case '"':
            quoted();
            break;
        case '{':
            ++m_depth;
            ++m_at;
            break;
        case '}':
            --m_depth;
            ++m_at;
            break;
        case ' ':
        case '\t':
        case '\r':
        case '\n':
        case '\f':
        case ',':
        case ':':
            ++m_at;
            break;
        default:
            word();
        }
    }
    void quoted()
    {
        const std::size_t end = std::min(m_text.find('"', m_at + 1), m_text.size());
        add(m_text.substr(m_at + 1, end - m_at - 1));
        m_at = std::min(end + 1, m_text.size());
    }
    void word()
    {
        const std::size_t start = m_at;
        m_at = std::min(m_text.find_first_of(" \t\r\n\f;{},:", start), m_text.size());
        const std::string_view word = m_text.substr(start, m_at - start);
        if (m_at < m_text.size() && m_text[m_at] == ':')
            begin(word, start);
        else if (std::uint64_t number = 0; faults::readWhole(word, number))
            add(number);
        else
            add(word);
    }
    void begin(std::string_view name, std::size_t at)
    {
        if (m_depth == 0)
            m_section = name;
        if (m_depth == 1)
            m_records.push_back({m_section, name, {}, at});
    }
    void add(const FbxRecord::Value &value)
    {
        if (m_depth == 1 && !m_records.empty() && m_records.back().values.size() < kValues)
            m_records.back().values.push_back(value);
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_depth = 0;
    std::string_view m_section;
    Records m_records;
};

/// Heads of four numbers, of 32 bits or, from version 7.5 on, of 64, each followed by a name and by values.
class ByteReader
{
public:
    explicit ByteReader(std::string_view bytes)
        : m_bytes(bytes)
    {
        std::uint64_t version = 0;
        std::string_view rest = bytes.substr(std::min(kMagic, bytes.size()));
        m_isWide = faults::takeNumber(rest, 4, version) && version >= 7500;
        m_first = bytes.size() - rest.size();
    }

    Records read() const
    {
        Records records;
        std::size_t at = m_first;
        while (const auto section = headAt(at, m_bytes.size())) {
            at = section->inside;
            while (const auto record = headAt(at, section->end)) {
                records.push_back({section->name, record->name, valuesOf(*record), at});
                at = record->end;
            }
            at = section->end;
        }
        return records;
    }

private:
    static constexpr std::size_t kMagic = 23;

    struct Head {
        std::size_t end = 0;
        std::uint64_t count = 0;
        std::string_view name{};
        std::string_view values{};
        std::size_t inside = 0; ///< Where its own records begin.
    };
    /// Nothing at the end of those of a level, and where they are broken.
    std::optional<Head> headAt(std::size_t at, std::size_t limit) const
    {
        const std::size_t width = m_isWide ? 8 : 4;
        std::uint64_t end = 0;
        std::uint64_t size = 0;
        std::uint64_t length = 0;
        Head head;
        std::string_view rest = m_bytes.substr(at, limit - at);
        if (!faults::takeNumber(rest, width, end) || !faults::takeNumber(rest, width, head.count) ||
            !faults::takeNumber(rest, width, size) || !faults::takeNumber(rest, 1, length))
            return std::nullopt;
        if (length > rest.size() || size > rest.size() - length)
            return std::nullopt;
        head.name = rest.substr(0, length);
        head.values = rest.substr(length, size);
        rest.remove_prefix(length + size);
        head.inside = limit - rest.size();
        head.end = end;
        return end < head.inside || end > limit ? std::nullopt : std::optional(head);
    }
    static std::vector<FbxRecord::Value> valuesOf(const Head &head)
    {
        std::vector<FbxRecord::Value> values;
        std::string_view rest = head.values;
        while (values.size() < std::min<std::uint64_t>(kValues, head.count) && !rest.empty()) {
            const char kind = rest.front();
            rest.remove_prefix(1);
            std::uint64_t number = 0;
            if (kind == 'L' && faults::takeNumber(rest, 8, number)) {
                values.emplace_back(number);
            } else if (kind == 'S' && faults::takeNumber(rest, 4, number) && number <= rest.size()) {
                values.emplace_back(rest.substr(0, number));
                rest.remove_prefix(number);
            } else {
                break;
            }
        }
        return values;
    }

    std::string_view m_bytes;
    bool m_isWide = false;
    std::size_t m_first = 0;
};

} // namespace

bool isFbxBinary(std::string_view file) { return file.starts_with("Kaydara FBX Binary"); }

std::vector<FbxRecord> fbxRecords(std::string_view file)
{
    return isFbxBinary(file) ? ByteReader(file).read() : TextReader(file).read();
}

} // namespace vitrine::render
