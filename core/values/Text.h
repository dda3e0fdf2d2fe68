// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace vitrine::core {

enum class Language : std::uint8_t { En, Bn };

/// A text that people read, in English and in Bengali (UTF-8). One of them may be empty: `in` then gives the other.
struct Text {
    std::string en{};
    std::string bn{};

    [[nodiscard]] const std::string &in(Language language) const
    {
        if (language == Language::Bn)
            return bn.empty() ? en : bn;
        return en.empty() ? bn : en;
    }
    [[nodiscard]] bool isEmpty() const { return en.empty() && bn.empty(); }

    bool operator==(const Text &) const = default;
};

} // namespace vitrine::core
