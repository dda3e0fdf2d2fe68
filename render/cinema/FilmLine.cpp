// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/cinema/FilmLine.h"

#include "render/cinema/Film.h"

#include <charconv>
#include <format>

namespace vitrine::render {

using core::ErrorCode;
using core::Result;
using core::Status;

Status FilmLine::split()
{
    std::size_t at = 0;
    std::uint32_t column = 1;
    const auto step = [&] {
        // Bytes that go on with a character have no column of their own.
        if ((static_cast<unsigned char>(m_text[at]) & 0xC0U) != 0x80U)
            ++column;
        ++at;
    };
    while (at < m_text.size() && m_text[at] != '#') {
        const char c = m_text[at];
        if (c == ' ' || c == '\t' || c == '\r') {
            step();
            continue;
        }
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            return wrongAt(column, "a control character");
        const std::uint32_t start = column;
        const bool isQuoted = c == '"';
        if (isQuoted)
            step();
        const std::size_t first = at;
        const std::string_view ends = isQuoted ? "\"" : " \t\r#\"";
        while (at < m_text.size() && !ends.contains(m_text[at])) {
            if (static_cast<unsigned char>(m_text[at]) < 0x20)
                return wrongAt(column, "a control character");
            step();
        }
        const std::string_view word = m_text.substr(first, at - first);
        if (isQuoted && at == m_text.size())
            return wrongAt(start, "expects a closing quotation mark");
        if (isQuoted)
            step();
        if (word.size() > kMaxNameBytes)
            return wrongAt(start, std::format("a word of more than {} bytes", kMaxNameBytes));
        m_words.push_back({word, start, isQuoted});
    }
    m_end = column;
    return {};
}

bool FilmLine::take(std::string_view word)
{
    if (isDone() || m_words[m_next].isQuoted || m_words[m_next].text != word)
        return false;
    ++m_next;
    return true;
}

Result<double> FilmLine::number(const Range &range)
{
    const std::uint32_t at = column();
    const auto found = word();
    double value = 0;
    const bool isNumber = found && !found->isQuoted && [&] {
        const char *begin = found->text.data();
        const char *end = begin + found->text.size();
        const auto [stop, error] = std::from_chars(begin, end, value);
        return error == std::errc() && stop == end;
    }();
    if (!isNumber || !(value >= range.low && value <= range.high))
        return wrongAt(at, std::format("expects {} from {} to {}", range.what, range.low, range.high) + instead(found));
    return value;
}

Result<std::string> FilmLine::name(const char *what)
{
    const std::uint32_t at = column();
    const auto found = word();
    if (!found || found->text.empty())
        return wrongAt(at, std::string("expects ") + what + instead(found));
    return std::string(found->text);
}

Status FilmLine::done() const
{
    if (isDone())
        return {};
    return wrongAt(m_words[m_next].column, "expects the end of the line" + instead(m_words[m_next]));
}

std::string FilmLine::instead(const std::optional<Word> &found)
{
    return found ? ", not '" + std::string(found->text) + "'" : ", and the line ends";
}

std::unexpected<core::Error> FilmLine::wrongAt(std::uint32_t column, std::string what) const
{
    return core::fail(ErrorCode::Malformed, std::move(what), std::format("{}:{}", m_number, column));
}

std::unexpected<core::Error> FilmLine::wrong(const std::string &expected)
{
    const std::uint32_t at = column();
    return wrongAt(at, "expects " + expected + instead(word()));
}

} // namespace vitrine::render
