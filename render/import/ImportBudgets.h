// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/Package.h"

#include <optional>
#include <vector>

namespace vitrine::render {

/// What the guidelines of Khronos 3D Commerce set a number to.
enum class BudgetKind : std::uint8_t {
    Triangles, ///< As drawn.
    Draws,
    Materials,
    TextureSide,   ///< The longest of all textures, in texels.
    TextureShape,  ///< Textures with a side that is no power of two.
    FileBytes,     ///< Of the model's files together.
    LongestMetres, ///< Of width, height and depth.
    OriginPercent, ///< From the origin to the middle of the bottom, of the longest side.
};

enum class Verdict : std::uint8_t { Pass, Warn, Fail };

/// One of the guidelines' numbers, and how a model keeps it.
struct Budget {
    BudgetKind kind{};
    Verdict verdict{};
    double value = 0;
    double atLeast = 0;             ///< Less fails.
    double recommended = 0;         ///< More is a warning…
    std::optional<double> atMost{}; ///< …and more than this fails.

    bool operator==(const Budget &) const = default;
};

struct MeasuredModel {
    std::uint64_t triangles = 0;
    std::size_t draws = 0;
    /// Of the model's files together; 0 where nobody has counted them, and so nothing is said of them.
    std::uint64_t fileBytes = 0;
};

[[nodiscard]] std::vector<Budget> budgetsOf(const Package &package, const MeasuredModel &measured);

} // namespace vitrine::render
