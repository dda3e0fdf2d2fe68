// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/faults/FileFault.h"
#include "render/import/assimp/faults/Lines.h"

#include <vector>

namespace vitrine::render {
namespace {

using namespace faults;

/// Walks the tags of a text, and knows the line that it is in.
class Tags
{
public:
    explicit Tags(std::string_view text)
        : m_text(text)
    {
    }

    std::optional<FileFault> read()
    {
        for (std::size_t at = m_text.find('<'); at != m_text.npos; at = m_text.find('<', m_at)) {
            count(at);
            const std::string_view rest = m_text.substr(at);
            std::string_view end = ">";
            if (rest.starts_with("<!--"))
                end = "-->";
            else if (rest.starts_with("<![CDATA["))
                end = "]]>";
            else if (rest.starts_with("<?"))
                end = "?>";
            const std::size_t close = m_text.find(end, at + 1);
            if (close == m_text.npos)
                return FileFault{"the file ends within " + quoted(rest.substr(0, rest.find_first_of(" \t\r\n>"))),
                                 line(m_line)};
            if (auto fault = tag(m_text.substr(at + 1, close - at - 1)))
                return fault;
            count(close);
        }
        count(m_text.size());
        if (!m_open.empty())
            return FileFault{"the file ends within <" + std::string(m_open.back().name.substr(0, 40)) + "> of line " +
                                 std::to_string(m_open.back().line),
                             line(m_line)};
        if (m_tags == 0)
            return FileFault{"there is no XML in the file", line(1)};
        return std::nullopt;
    }

private:
    struct Open {
        std::string_view name;
        std::size_t line;
    };

    void count(std::size_t to)
    {
        m_line += static_cast<std::size_t>(std::ranges::count(m_text.substr(m_at, to - m_at), '\n'));
        m_at = to;
    }

    std::optional<FileFault> tag(std::string_view text)
    {
        if (text.starts_with('!') || text.starts_with('?'))
            return std::nullopt;
        ++m_tags;
        const bool isEnd = text.starts_with('/');
        const std::string_view whole = text.substr(isEnd ? 1 : 0);
        const std::string_view name = whole.substr(0, whole.find_first_of(" \t\r\n/"));
        if (!isEnd) {
            if (!text.ends_with('/'))
                m_open.push_back({name, m_line});
            return std::nullopt;
        }
        if (m_open.empty() || m_open.back().name != name)
            return FileFault{"</" + std::string(name.substr(0, 40)) + "> closes " +
                                 (m_open.empty() ? "nothing"
                                                 : "<" + std::string(m_open.back().name.substr(0, 40)) + "> of line " +
                                                       std::to_string(m_open.back().line)),
                             line(m_line)};
        m_open.pop_back();
        return std::nullopt;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    std::size_t m_tags = 0;
    std::vector<Open> m_open;
};

} // namespace

std::optional<FileFault> xmlFault(std::string_view text) { return Tags(text).read(); }

} // namespace vitrine::render
