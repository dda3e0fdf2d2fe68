// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::render {

/// Where a PLY has what, as views into its text.
struct PlyProperty {
    std::string_view name{};
    std::size_t bytes = 0;
    std::size_t countBytes = 0; ///< Of a list.
    bool isWhole = true;        ///< No fractions.

    [[nodiscard]] bool isListOfCorners() const { return countBytes > 0 && isWhole; }
};

struct PlyElement {
    std::string name;
    std::uint64_t count = 0;
    std::vector<PlyProperty> properties{};
    std::string_view header{}; ///< Its lines.
    std::string_view values{}; ///< Of all its elements.
};

struct PlyElements {
    std::string_view format{};
    std::string_view start{}; ///< The lines before the first element.
    std::vector<PlyElement> elements{};
    std::string_view end{}; ///< The line "end_header".
    std::size_t size = 0;   ///< Of the header, with that line.
};

/// Without the values. `text` is one that plyFault() finds nothing wrong with.
[[nodiscard]] PlyElements plyHeader(std::string_view text);
/// The same, with the values: as long as plyFault() takes.
[[nodiscard]] PlyElements plyElements(std::string_view text);

/// What ends one strip of triangles, of numbers of so many bytes.
[[nodiscard]] constexpr std::uint64_t plyStripEnd(std::size_t bytes)
{
    return bytes >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * bytes)) - 1;
}

/// The name of an element of strips, as Stanford's scans have them.
inline constexpr std::string_view kPlyStrips = "tristrips";

} // namespace vitrine::render
