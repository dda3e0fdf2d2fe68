// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/light/ThinFilm.h"

#include "render/light/Albedo.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vitrine::render {
namespace {

using Channels = std::array<double, 3>;

Channels channelsOf(Float3 c) { return {c.x, c.y, c.z}; }

/// The eye's sensitivity to light that went `path` metres further, in linear sRGB.
Channels sensitivity(double path, const Channels &shift)
{
    constexpr double kTau = 2 * std::numbers::pi;
    constexpr Channels kHeight{5.4856e-13, 4.4201e-13, 5.2481e-13};
    constexpr Channels kWidth{4.3278e9, 9.3046e9, 6.6121e9};
    constexpr Channels kPlace{1.6810e6, 1.7953e6, 2.2084e6};
    const double phase = kTau * path;
    Channels xyz{};
    for (std::size_t i = 0; i < 3; ++i)
        xyz[i] = kHeight[i] * std::sqrt(kTau * kWidth[i]) * std::cos(kPlace[i] * phase + shift[i]) *
                 std::exp(-phase * phase * kWidth[i]);
    xyz[0] += 9.7470e-14 * std::sqrt(kTau * 4.5282e9) * std::cos(2.2399e6 * phase + shift[0]) *
              std::exp(-4.5282e9 * phase * phase);
    for (double &value : xyz)
        value /= 1.0685e-7;
    return {3.2404542 * xyz[0] - 1.5371385 * xyz[1] - 0.4985314 * xyz[2],
            -0.9692660 * xyz[0] + 1.8760108 * xyz[1] + 0.0415560 * xyz[2],
            0.0556434 * xyz[0] - 0.2040259 * xyz[1] + 1.0572252 * xyz[2]};
}

} // namespace

Float3 thinFilmFresnel(float cosine, float index, float metres, Float3 base)
{
    const double film = 1 + (index - 1) * smoothstep(metres / 0.03e-6F);
    const double within2 = 1 - (1 - static_cast<double>(cosine) * cosine) / (film * film);
    if (within2 < 0)
        return {1, 1, 1};
    const double within = std::sqrt(within2);
    const double outer0 = std::pow((film - 1) / (film + 1), 2);
    const double outer = outer0 + (1 - outer0) * schlick(cosine);
    const double through = 1 - outer;
    const double outerShift = film < 1 ? std::numbers::pi : 0;
    const double path = 2 * film * metres * within;
    const Channels bases = channelsOf(base);
    Channels shift{};
    Channels inner{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double root = std::sqrt(std::clamp(bases[i], 0.0, 0.9999));
        const double below = (1 + root) / (1 - root);
        const double inner0 = std::pow((below - film) / (below + film), 2);
        inner[i] = inner0 + (1 - inner0) * schlick(static_cast<float>(within));
        shift[i] = std::numbers::pi - outerShift + (below < film ? std::numbers::pi : 0);
    }
    const Channels first = sensitivity(path, shift);
    const Channels second = sensitivity(2 * path, {2 * shift[0], 2 * shift[1], 2 * shift[2]});
    Channels colour{};
    for (std::size_t i = 0; i < 3; ++i) {
        const double both = std::clamp(outer * inner[i], 1e-5, 0.9999);
        const double amplitude = std::sqrt(both);
        const double series = through * through * inner[i] / (1 - both);
        const double order = (series - through) * amplitude;
        colour[i] = std::max(0.0, outer + series + 2 * order * (first[i] + amplitude * second[i]));
    }
    return {static_cast<float>(colour[0]), static_cast<float>(colour[1]), static_cast<float>(colour[2])};
}

} // namespace vitrine::render
