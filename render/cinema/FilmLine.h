// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Internal to this folder.
namespace vitrine::render {

struct Word {
    std::string_view text;
    std::uint32_t column = 0;
    bool isQuoted = false;
};

struct Range {
    double low;
    double high;
    const char *what;
};

/// A line's words one after the other. What fails names the word at which it does, "LINE:COLUMN".
class FilmLine
{
public:
    FilmLine(std::string_view text, std::uint32_t number)
        : m_text(text)
        , m_number(number)
    {
    }

    [[nodiscard]] core::Status split();

    bool isEmpty() const { return m_words.empty(); }
    bool isDone() const { return m_next == m_words.size(); }
    std::uint32_t number() const { return m_number; }
    std::uint32_t column() const { return isDone() ? m_end : m_words[m_next].column; }

    /// The next word, if it is this one.
    bool take(std::string_view word);
    std::optional<Word> word() { return isDone() ? std::nullopt : std::optional(m_words[m_next++]); }
    [[nodiscard]] core::Result<double> number(const Range &range);
    [[nodiscard]] core::Result<std::string> name(const char *what);
    [[nodiscard]] core::Status done() const;

    static std::string instead(const std::optional<Word> &found);
    [[nodiscard]] std::unexpected<core::Error> wrongAt(std::uint32_t column, std::string what) const;
    /// At the word that comes next.
    [[nodiscard]] std::unexpected<core::Error> wrong(const std::string &expected);

private:
    std::string_view m_text;
    std::uint32_t m_number;
    std::vector<Word> m_words;
    std::size_t m_next = 0;
    std::uint32_t m_end = 1;
};

} // namespace vitrine::render
