// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/light/LightDome.h"

#include <algorithm>
#include <cmath>

namespace vitrine::render {
namespace {

/// Of all that is drawn, this share comes from anywhere, so that no light is overlooked.
constexpr double kFromAnywhere = 0.05;

/// Where on a rising list of sums `value` lies: the step, and how far into it.
std::pair<std::size_t, float> stepOf(std::span<const float> sums, float value)
{
    const auto found = std::ranges::upper_bound(sums, value);
    const auto step = std::min(static_cast<std::size_t>(found - sums.begin()), sums.size() - 1);
    const float before = step == 0 ? 0 : sums[step - 1];
    const float width = sums[step] - before;
    return {step, width > 0 ? std::clamp((value - before) / width, 0.0F, 0.9999F) : 0.5F};
}

} // namespace

LightDome::LightDome(const Surround &surround, int rows)
    : m_image(paintEquirect(surround, rows))
{
    const auto width = static_cast<std::size_t>(m_image.width);
    const auto height = static_cast<std::size_t>(m_image.height);
    std::vector<double> weights(width * height);
    double sum = 0;
    double areas = 0;
    for (std::size_t row = 0; row < height; ++row) {
        const double area = std::sin(std::numbers::pi * (static_cast<double>(row) + 0.5) / static_cast<double>(height));
        for (std::size_t column = 0; column < width; ++column) {
            const Float3 light = m_image.pixels[row * width + column];
            weights[row * width + column] = std::max(0.0F, luminance(light)) * area;
            sum += weights[row * width + column];
            areas += area;
        }
    }
    double rowSum = 0;
    m_weights.resize(weights.size());
    m_columns.resize(weights.size());
    m_rows.resize(height);
    for (std::size_t row = 0; row < height; ++row) {
        const double area = std::sin(std::numbers::pi * (static_cast<double>(row) + 0.5) / static_cast<double>(height));
        double along = 0;
        for (std::size_t column = 0; column < width; ++column) {
            const double share = sum > 0 ? weights[row * width + column] / sum : area / areas;
            const double weight = (1 - kFromAnywhere) * share + kFromAnywhere * area / areas;
            m_weights[row * width + column] = static_cast<float>(weight);
            along += weight;
            m_columns[row * width + column] = static_cast<float>(along);
        }
        for (std::size_t column = 0; column < width; ++column)
            m_columns[row * width + column] /= static_cast<float>(along);
        rowSum += along;
        m_rows[row] = static_cast<float>(rowSum);
    }
}

float LightDome::texelDensity(std::size_t row, std::size_t column) const
{
    const auto height = static_cast<float>(m_image.height);
    const float step = kPi / height;
    const float top = static_cast<float>(row) * step;
    const float solidAngle = step * (std::cos(top) - std::cos(top + step));
    return m_weights[row * static_cast<std::size_t>(m_image.width) + column] / std::max(solidAngle, 1e-12F);
}

LightDome::Sample LightDome::sample(Pair u) const
{
    const auto width = static_cast<std::size_t>(m_image.width);
    const auto [row, down] = stepOf(m_rows, u.y);
    const auto [column, across] = stepOf(std::span(m_columns).subspan(row * width, width), u.x);
    const float step = kPi / static_cast<float>(m_image.height);
    // Evenly by area within the texel.
    const float top = std::cos(static_cast<float>(row) * step);
    const float bottom = std::cos(static_cast<float>(row + 1) * step);
    const float y = top + (bottom - top) * down;
    const float r = std::sqrt(std::max(0.0F, 1 - y * y));
    const float around = (static_cast<float>(column) + across) * step - kPi;
    return {{r * std::cos(around), y, r * std::sin(around)}, texelDensity(row, column)};
}

float LightDome::densityOf(Float3 direction) const
{
    const float around = std::atan2(direction.z, direction.x) + kPi;
    const float down = std::acos(std::clamp(direction.y, -1.0F, 1.0F));
    const float step = kPi / static_cast<float>(m_image.height);
    const auto column = std::clamp(static_cast<int>(around / step), 0, m_image.width - 1);
    const auto row = std::clamp(static_cast<int>(down / step), 0, m_image.height - 1);
    return texelDensity(static_cast<std::size_t>(row), static_cast<std::size_t>(column));
}

Float3 LightDome::irradianceOn(Float3 normal) const
{
    const float step = kPi / static_cast<float>(m_image.height);
    Float3 sum;
    for (int row = 0; row < m_image.height; ++row) {
        const float down = (static_cast<float>(row) + 0.5F) * step;
        const float area = step * step * std::sin(down);
        for (int column = 0; column < m_image.width; ++column) {
            const float around = (static_cast<float>(column) + 0.5F) * step - kPi;
            const Float3 direction{std::sin(down) * std::cos(around), std::cos(down),
                                   std::sin(down) * std::sin(around)};
            const float cosine = dot(direction, normal);
            if (cosine > 0)
                sum += m_image.pixels[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_image.width) +
                                      static_cast<std::size_t>(column)] *
                       (cosine * area);
        }
    }
    return sum;
}

} // namespace vitrine::render
