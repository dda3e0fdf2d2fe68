// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Text.h"
#include "render/import/ImportBudgets.h"
#include "render/package/Package.h"

#include <string>
#include <vector>

namespace vitrine::render {

/// What is in a package, for people and for those who decide whether to show it. Its JSON is that of its fields
/// (core/schema/Json.h).
struct ImportReport {
    struct Size {
        double width = 0; ///< Metres, to the micrometre.
        double height = 0;
        double depth = 0;

        bool operator==(const Size &) const = default;
    };

    /// What rounding has moved, at most; 0: nothing.
    struct Precision {
        double positionMillimetres = 0;
        double normalDegrees = 0;
        double textureCoordinates = 0;

        bool operator==(const Precision &) const = default;
    };

    /// What the order of the triangles costs: as the model had them and as they are stored. 0: not measured.
    struct Order {
        double transformsBefore = 0; ///< Vertices transformed for each triangle (ACMR).
        double transformsAfter = 0;
        double overdrawBefore = 0;
        double overdrawAfter = 0;

        bool operator==(const Order &) const = default;
    };

    struct Level {
        std::uint64_t triangles = 0; ///< As drawn.
        double errorMillimetres = 0; ///< How far the surface is off, at most.

        bool operator==(const Level &) const = default;
    };

    struct Compression {
        PixelFormat format{};
        std::size_t textures = 0;
        std::uint64_t bytes = 0;     ///< With mip levels.
        std::uint64_t bareBytes = 0; ///< As they would be in RGBA8.

        bool operator==(const Compression &) const = default;
    };

    struct Line {
        Severity severity = Severity::Note;
        std::string text;
        std::string where; ///< JSON pointer or file; can be empty.
    };

    std::uint64_t packageBytes = 0;
    std::uint64_t fileBytes = 0; ///< Of the files that were read; 0 where only the package is known.
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
    Size sizeMetres;
    Precision precision;
    Order order;
    std::vector<Level> levels; ///< Of detail, from fine to coarse; the first is not the whole, but what comes after it.
    std::vector<Compression> compression;
    std::string generator;
    std::string copyright;
    std::vector<Line> messages; ///< What the import changed or dropped.
    std::vector<Budget> budgets;
};

/// `fileBytes` are those of the model's files, where they are known. Text that is no UTF-8 is replaced.
[[nodiscard]] ImportReport reportOf(const Package &package, std::uint64_t packageBytes, std::uint64_t fileBytes = 0);

/// As lines of text. Names and what a message quotes stay as they are.
[[nodiscard]] std::string inWords(const ImportReport &report, core::Language language = core::Language::En);

} // namespace vitrine::render
