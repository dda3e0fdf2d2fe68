// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/ObjLines.h"

#include "render/import/assimp/ObjLibraries.h"
#include "render/import/assimp/faults/Lines.h"

#include <algorithm>

namespace vitrine::render {
namespace {

constexpr std::string_view kBlank = " \t";

bool isBlank(char c) { return kBlank.contains(c); }

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::size_t pastBlanks(std::string_view text, std::size_t at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
    return at;
}

/// Whether the statement that starts here is a vertex.
bool isVertex(std::string_view text, std::size_t at)
{
    return at + 1 < text.size() && text[at] == 'v' && isBlank(text[at + 1]);
}

/// Whether the end of a line at this place comes after a backslash.
bool isBroken(std::string_view text, std::size_t at)
{
    if (text[at] == '\n' && at > 0 && text[at - 1] == '\r')
        --at;
    return at > 0 && text[at - 1] == '\\';
}

/// How many words follow up to a comment or the end of the line, which goes on after a backslash.
std::size_t wordsFrom(std::string_view text, std::size_t at)
{
    std::size_t words = 0;
    for (bool isWithin = false; at < text.size() && text[at] != '#'; ++at) {
        const bool isEnd = text[at] == '\n' || text[at] == '\r';
        if (isEnd && !isBroken(text, at))
            break;
        const bool isBetween = isEnd || isBlank(text[at]) || text[at] == '\\';
        words += !isBetween && !isWithin ? 1 : 0;
        isWithin = !isBetween;
    }
    return words;
}

constexpr std::string_view kWhite = " 1 1 1";
constexpr std::size_t kBareVertex = 3;
constexpr std::size_t kColoredVertex = 6;

/// Whether any vertex has a colour after its place.
bool hasColors(std::string_view text)
{
    const char newline = faults::newlineOf(text);
    for (std::size_t start = 0; start < text.size(); start = std::min(text.find(newline, start), text.size()) + 1)
        if (const std::size_t first = pastBlanks(text, start);
            isVertex(text, first) && wordsFrom(text, first + 1) >= kColoredVertex)
            return true;
    return false;
}

/// A text of which little is written anew; what never changes is never copied.
class Mending
{
public:
    explicit Mending(const Blob &file)
        : m_file(file)
    {
    }

    void replace(std::size_t from, std::size_t to, std::string_view with)
    {
        copyUpTo(from);
        const auto bytes = std::as_bytes(std::span(with));
        m_written.insert(m_written.end(), bytes.begin(), bytes.end());
        m_copied = to;
        m_isChanged = true;
    }

    Blob finish() &&
    {
        if (!m_isChanged)
            return m_file;
        copyUpTo(m_file.bytes.size());
        return Blob::of(std::move(m_written));
    }

private:
    void copyUpTo(std::size_t end)
    {
        m_written.insert(m_written.end(), m_file.bytes.begin() + static_cast<std::ptrdiff_t>(m_copied),
                         m_file.bytes.begin() + static_cast<std::ptrdiff_t>(end));
        m_copied = end;
    }

    const Blob &m_file;
    std::vector<std::byte> m_written;
    std::size_t m_copied = 0;
    bool m_isChanged = false;
};

class ObjMender
{
public:
    ObjMender(const Blob &file, const std::string &name, ModelFiles &files, Scene &scene)
        : m_text(file.text())
        , m_name(name)
        , m_scene(scene)
        , m_libraries(name, files, scene)
        , m_mending(file)
        , m_hasColors(hasColors(m_text))
    {
    }

    core::Result<Blob> mend() &&
    {
        const char newline = faults::newlineOf(m_text);
        std::size_t number = 1;
        for (std::size_t start = 0; start < m_text.size(); ++number) {
            const std::size_t end = std::min(m_text.find(newline, start), m_text.size());
            const bool hasReturn = end > start && m_text[end - 1] == '\r';
            VITRINE_CHECK(mendLine(start, hasReturn ? end - 1 : end, number));
            start = end + 1;
        }
        m_libraries.warnOfUnknown();
        return std::move(m_mending).finish();
    }

private:
    /// Between its first character and its end.
    core::Status mendLine(std::size_t start, std::size_t end, std::size_t number)
    {
        std::size_t first = start;
        while (first < end && isBlank(m_text[first]))
            ++first;
        if (first == end) {
            if (m_goesOn && m_isBare)
                m_mending.replace(end, end, kWhite);
            m_goesOn = false;
            return {};
        }
        const char kind = m_text[first];
        if (!m_goesOn) {
            m_hasNumbers = kind == 'v' ||
                           (std::string_view("flp").contains(kind) && first + 1 < end && isBlank(m_text[first + 1]));
            m_isBare = m_hasColors && isVertex(m_text, first) && wordsFrom(m_text, first + 1) == kBareVertex;
            if (first > start && kind != '#')
                m_mending.replace(start, first, "");
        }
        if (m_hasNumbers)
            end = mendNumbers(first, end);
        const bool goesOn = end > first && m_text[end - 1] == '\\';
        if (goesOn && !m_goesOn && kind == '#') { // Assimp would take the next line for a part of it.
            m_mending.replace(end - 1, end, "");
            return {};
        }
        const std::string_view statement = m_text.substr(first, end - first);
        if (!m_goesOn && (kind == 'c' || kind == 's'))
            warnOfCurves(statement, number);
        if (!goesOn && !m_goesOn && kind == 'u')
            m_libraries.use(statement, number);
        if (!goesOn && !m_goesOn && kind == 'm') {
            VITRINE_TRY(const std::string instead, m_libraries.check(statement, number));
            if (!instead.empty())
                m_mending.replace(first, end, instead);
        }
        m_goesOn = goesOn;
        return {};
    }

    void warnOfCurves(std::string_view statement, std::size_t number)
    {
        const std::string_view word = faults::takeWord(statement);
        if (m_hasCurves || (word != "curv" && word != "curv2" && word != "surf"))
            return;
        m_hasCurves = true;
        m_scene.warn("free-form curves and surfaces are left out", m_name + ": " + faults::line(number));
    }

    /// Returns where the line ends without its comment. Names may have a '#', so that only lines of numbers lose
    /// theirs. A vertex without a colour gets one where others have theirs: Assimp would make it black.
    std::size_t mendNumbers(std::size_t first, std::size_t end)
    {
        const std::size_t whole = end;
        const std::size_t comment = m_text.substr(first, end - first).find('#');
        if (comment != std::string_view::npos) {
            end = first + comment;
            while (end > first && isBlank(m_text[end - 1]))
                --end;
        }
        for (std::size_t at = first; at + 1 < end; ++at)
            if (m_text[at] == '.' && isDigit(m_text[at + 1]) && (at == first || isBlank(m_text[at - 1])))
                m_mending.replace(at, at, "0");
        const bool isFilled = m_isBare && !(end > first && m_text[end - 1] == '\\');
        if (end < whole || isFilled)
            m_mending.replace(end, whole, isFilled ? kWhite : "");
        return end;
    }

    std::string_view m_text;
    const std::string &m_name;
    Scene &m_scene;
    ObjLibraries m_libraries;
    Mending m_mending;
    bool m_goesOn = false; ///< The line before ends with a backslash.
    bool m_hasNumbers = false;
    bool m_hasCurves = false;
    bool m_isBare = false; ///< It is a vertex without a colour, in a file of colours.
    bool m_hasColors;
};

} // namespace

core::Result<Blob> mendObj(const Blob &file, const std::string &name, ModelFiles &files, Scene &scene)
{
    return ObjMender(file, name, files, scene).mend();
}

} // namespace vitrine::render
