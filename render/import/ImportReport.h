// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/Package.h"

#include <string>
#include <vector>

namespace vitrine::render {

/// What is in a package, for people and for those who decide whether to show it.
struct ImportReport {
    struct Line {
        Severity severity = Severity::Note;
        std::string text;
        std::string where; ///< JSON pointer or file; can be empty.
    };

    std::uint64_t packageBytes = 0;
    std::uint64_t triangles = 0; ///< As drawn.
    std::uint64_t vertices = 0;
    std::uint64_t textureBytes = 0;
    std::size_t nodes = 0;
    std::size_t meshes = 0;
    std::size_t draws = 0; ///< Submeshes, each counted for every node that shows it.
    std::size_t materials = 0;
    std::size_t textures = 0;
    std::vector<std::string> variants;
    std::vector<std::string> cameras;
    Vector3 sizeMetres{};
    std::string generator;
    std::string copyright;
    std::vector<Line> messages; ///< What the import changed or dropped, and what of the materials is not shown.
};

[[nodiscard]] ImportReport reportOf(const Package &package, std::uint64_t packageBytes);

/// As lines of English text.
[[nodiscard]] std::string inWords(const ImportReport &report);

} // namespace vitrine::render
