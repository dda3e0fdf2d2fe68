// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/PackageFormat.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// Films of a product: shots on a timeline. Plain values; README.md has the text that they are written as.
namespace vitrine::render {

/// A value that goes from one end of a shot to the other.
struct Span {
    double from = 0;
    double to = 0;

    bool operator==(const Span &) const = default;
};

enum class Ease : std::uint8_t {
    Smooth, ///< Minimum jerk: from rest to rest.
    Linear,
    In,  ///< From rest to an even pace.
    Out, ///< From an even pace to rest.
};

enum class AimKind : std::uint8_t { Whole, Part, Spot, Point };

/// What a camera looks at, or is focused on.
struct Aim {
    AimKind kind = AimKind::Whole;
    std::string name;              ///< Of a part or a hotspot.
    std::array<double, 3> point{}; ///< Metres, in the model's own axes.
    /// Where its name stands in the text, from 1; 0: it comes from none.
    std::uint32_t line = 0;
    std::uint32_t column = 0;

    bool operator==(const Aim &other) const { return kind == other.kind && name == other.name && point == other.point; }
};

/// Of a lens that shows a picture 24 mm high as the stage's own camera does, under 29°.
inline constexpr double kHouseLensMm = 46.4;
inline constexpr double kSensorHeightMm = 24;

struct Shot {
    double seconds = 4;
    Ease ease = Ease::Smooth;
    double blendSeconds = 0; ///< The picture before fades over this one; 0: a cut.
    Span yaw{-28, -28};      ///< Degrees, as an orbit has them.
    Span pitch{12, 12};
    Span distance{1, 1}; ///< In those at which the product fills its share of the picture, whatever the lens.
    Aim lookFrom;
    Aim lookTo;
    Span lensMm{kHouseLensMm, kHouseLensMm};
    std::string light;   ///< A light studio's name; empty: the one that is there.
    std::string variant; ///< Empty: the one that is there.
    Aim focusFrom;
    Aim focusTo;
    Span stop; ///< The f-number; 0: all of the picture is sharp.
    Span bloom;
    Span vignette; ///< Of the lens, over the whole picture.
    Span apart;
    std::string animation; ///< Empty: none.
    Span animationSeconds;

    bool operator==(const Shot &) const = default;
};

struct Film {
    std::string name; ///< a–z, 0–9 and hyphens.
    std::string english;
    std::string bengali;
    std::vector<Shot> shots; ///< One at least.

    bool operator==(const Film &) const = default;
};

/// What one text may hold.
inline constexpr std::size_t kMaxFilmText = kMaxShotsBytes;
inline constexpr std::size_t kMaxFilms = 16;
inline constexpr std::size_t kMaxShots = 64;
inline constexpr double kMaxShotSeconds = 120;
inline constexpr std::size_t kMaxNameBytes = 160;

} // namespace vitrine::render
