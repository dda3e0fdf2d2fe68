// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

/// The divisions and districts of Bangladesh. An address holds their English names.
namespace vitrine::core {

struct Region {
    std::string_view en;
    std::string_view bn;
};

struct Division {
    Region name;
    /// Its seat first.
    std::span<const Region> districts;
};

/// The eight of them, in English alphabetical order.
[[nodiscard]] std::span<const Division> divisions();
/// By the English name; null where there is none.
[[nodiscard]] const Division *divisionNamed(std::string_view name);
/// Of a division, by the English name; null where it has none.
[[nodiscard]] const Region *districtNamed(const Division &division, std::string_view name);

/// Two letters of ISO 3166-1, as officially assigned.
[[nodiscard]] bool isCountry(std::string_view code);

} // namespace vitrine::core
