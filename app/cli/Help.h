// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <memory>
#include <string>

namespace vitrine {

/// CLI11's own words, but for one: it says "Excludes:" also where all that an option excludes is hidden.
class Help final : public CLI::Formatter
{
public:
    std::string make_option_opts(const CLI::Option *option) const override
    {
        std::string words = CLI::Formatter::make_option_opts(option);
        words.erase(words.find_last_not_of(' ') + 1);
        if (const std::string empty = get_label("Excludes") + ":"; words.ends_with(empty))
            words.erase(words.size() - empty.size());
        return words;
    }
};

/// Before subcommands are added: they take it over.
inline void useOwnHelp(CLI::App &app) { app.formatter(std::make_shared<Help>()); }

} // namespace vitrine
