// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/Reflectance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <numbers>

namespace vitrine::render {

namespace {

/// CIE 1931 colour matching as sums of Gaussians with two widths each (Wyman, Sloan, Shirley 2013).
struct Lobe {
    std::size_t axis;
    double height;
    double centreNm;
    double narrowBelow; ///< Per nanometre.
    double narrowAbove;
};
constexpr std::array<Lobe, 7> kLobes = {{
    {0, 0.362, 442.0, 0.0624, 0.0374},
    {0, 1.056, 599.8, 0.0264, 0.0323},
    {0, -0.065, 501.1, 0.0490, 0.0382},
    {1, 0.821, 568.8, 0.0213, 0.0247},
    {1, 0.286, 530.9, 0.0613, 0.0322},
    {2, 1.217, 437.0, 0.0845, 0.0278},
    {2, 0.681, 459.0, 0.0385, 0.0725},
}};

std::array<double, 3> matching(double wavelengthNm)
{
    std::array<double, 3> xyz{};
    for (const Lobe &lobe : kLobes) {
        const double away = wavelengthNm - lobe.centreNm;
        const double t = away * (away < 0 ? lobe.narrowBelow : lobe.narrowAbove);
        xyz[lobe.axis] += lobe.height * std::exp(-0.5 * t * t);
    }
    return xyz;
}

std::array<double, 3> linearSrgb(const std::array<double, 3> &xyz)
{
    return {3.2406 * xyz[0] - 1.5372 * xyz[1] - 0.4986 * xyz[2], -0.9689 * xyz[0] + 1.8758 * xyz[1] + 0.0415 * xyz[2],
            0.0557 * xyz[0] - 0.2040 * xyz[1] + 1.0570 * xyz[2]};
}

float reflectanceOf(float ior)
{
    if (ior <= 0) // glTF's sign for an infinite index
        return 1;
    const float ratio = (ior - 1) / (ior + 1);
    return ratio * ratio;
}

} // namespace

Vector3 thinFilmReflectance(float base, float filmIor, float thicknessNm)
{
    const double film = std::max<double>(filmIor, 1);
    const double root = std::sqrt(std::clamp<double>(base, 0, 0.9999));
    const double below = (1 + root) / (1 - root);
    const double outer = (1 - film) / (1 + film);
    const double inner = (film - below) / (film + below);
    std::array<double, 3> reflected{};
    std::array<double, 3> white{};
    for (double wavelength = 390; wavelength <= 730; wavelength += 5) {
        const double phase = 4 * std::numbers::pi * film * std::max<double>(thicknessNm, 0) / wavelength;
        const std::complex<double> delayed = std::polar(1.0, phase) * inner;
        const double share = std::norm((outer + delayed) / (1.0 + outer * delayed));
        const auto eye = matching(wavelength);
        for (std::size_t i = 0; i < 3; ++i) {
            reflected[i] += eye[i] * share;
            white[i] += eye[i];
        }
    }
    const auto colour = linearSrgb(reflected);
    const auto full = linearSrgb(white);
    Vector3 result{};
    for (std::size_t i = 0; i < 3; ++i)
        result[i] = static_cast<float>(std::clamp(colour[i] / full[i], 0.0, 1.0));
    return result;
}

Vector3 dielectricReflectance(const MaterialRecord &material)
{
    const float base = reflectanceOf(material.ior);
    Vector3 result{};
    for (std::size_t i = 0; i < 3; ++i)
        result[i] = std::min(base * material.specularColor[i], 1.0F) * material.specular;
    if (material.iridescence > 0) {
        const float plain = std::max({result[0], result[1], result[2]});
        const Vector3 film = thinFilmReflectance(plain, material.iridescenceIor, material.iridescenceThicknessMax);
        for (std::size_t i = 0; i < 3; ++i)
            result[i] = std::lerp(result[i], film[i], std::min(material.iridescence, 1.0F));
    }
    return result;
}

} // namespace vitrine::render
