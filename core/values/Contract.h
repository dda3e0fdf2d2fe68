// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace vitrine::core {

/// Prints the broken contract and its place to stderr, and aborts.
[[noreturn]] void contractBroken(std::string_view condition, std::string_view file, int line);

} // namespace vitrine::core

/// States what the caller promised. Broken means a programmer's mistake, in every build: the process aborts.
/// What comes from outside (files, network, users) is never checked with this; it gets a Result.
#define VITRINE_EXPECT(condition)                                                                                      \
    do {                                                                                                               \
        if (!(condition)) [[unlikely]]                                                                                 \
            ::vitrine::core::contractBroken(#condition, __FILE__, __LINE__);                                           \
    } while (false)
