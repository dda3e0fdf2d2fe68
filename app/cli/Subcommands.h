// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <utility>

namespace vitrine {

/// Parses a command line that begins with a subcommand. A first word that is none of them is named with those that are;
/// CLI11 by itself says only that one is missing. Throws CLI::ParseError.
inline void parseSubcommand(CLI::App &app, int argc, char **argv)
{
    app.require_subcommand(1);
    const std::string first = argc > 1 ? argv[1] : "-";
    bool isKnown = first.starts_with('-');
    std::string listed;
    for (const CLI::App *command : std::as_const(app).get_subcommands([](const CLI::App *) { return true; })) {
        isKnown = isKnown || command->get_name() == first;
        if (!command->get_group().empty())
            listed += (listed.empty() ? "" : ", ") + command->get_name();
    }
    if (!isKnown)
        throw CLI::ExtrasError("'" + first + "' is none of " + listed, CLI::ExitCodes::ExtrasError);
    app.parse(argc, argv);
}

} // namespace vitrine
