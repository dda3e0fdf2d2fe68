// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/PictureMeasure.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace vitrine::test {
namespace {

struct Rgb {
    double r;
    double g;
    double b;
};

Rgb beforeWhite(QRgb pixel)
{
    const double cover = qAlpha(pixel) / 255.0;
    const auto blend = [cover](int channel) { return 255 + (channel - 255) * cover; };
    return {blend(qRed(pixel)), blend(qGreen(pixel)), blend(qBlue(pixel))};
}

double lumaOf(const Rgb &c) { return 0.29889531 * c.r + 0.58662247 * c.g + 0.11448223 * c.b; }

/// The squared distance, at most kFurthest.
double yiqDistance(const Rgb &a, const Rgb &b)
{
    const double y = lumaOf(a) - lumaOf(b);
    const auto i = [](const Rgb &c) { return 0.59597799 * c.r - 0.27417610 * c.g - 0.32180189 * c.b; };
    const auto q = [](const Rgb &c) { return 0.21147017 * c.r - 0.52261711 * c.g + 0.31114694 * c.b; };
    const double di = i(a) - i(b);
    const double dq = q(a) - q(b);
    return 0.5053 * y * y + 0.299 * di * di + 0.1957 * dq * dq;
}

constexpr double kFurthest = 35215;

template <typename Visitor>
void forEachPixel(const QImage &a, const QImage &b, const Visitor &visit)
{
    Q_ASSERT(a.size() == b.size());
    const QImage first = a.convertToFormat(QImage::Format_ARGB32);
    const QImage second = b.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < first.height(); ++y) {
        const auto *rowA = reinterpret_cast<const QRgb *>(first.constScanLine(y));
        const auto *rowB = reinterpret_cast<const QRgb *>(second.constScanLine(y));
        for (int x = 0; x < first.width(); ++x)
            visit(rowA[x], rowB[x]);
    }
}

/// A plane of numbers, blurred by the Gaussian where all of its window lies within.
using Plane = std::vector<double>;

Plane blurred(const Plane &plane, std::size_t width, std::size_t height)
{
    constexpr std::size_t kWindow = 11;
    constexpr double kSigma = 1.5;
    std::array<double, kWindow> weights{};
    double sum = 0;
    for (std::size_t i = 0; i < kWindow; ++i)
        sum += weights[i] = std::exp(-std::pow(static_cast<double>(i) - 5, 2) / (2 * kSigma * kSigma));
    const std::size_t across = width - kWindow + 1;
    const std::size_t down = height - kWindow + 1;
    Plane rows(across * height);
    for (std::size_t y = 0; y < height; ++y)
        for (std::size_t x = 0; x < across; ++x)
            for (std::size_t i = 0; i < kWindow; ++i)
                rows[y * across + x] += plane[y * width + x + i] * weights[i] / sum;
    Plane both(across * down);
    for (std::size_t y = 0; y < down; ++y)
        for (std::size_t x = 0; x < across; ++x)
            for (std::size_t i = 0; i < kWindow; ++i)
                both[y * across + x] += rows[(y + i) * across + x] * weights[i] / sum;
    return both;
}

Plane product(const Plane &a, const Plane &b)
{
    Plane result(a.size());
    std::ranges::transform(a, b, result.begin(), std::multiplies<>());
    return result;
}

} // namespace

double colorDistanceDb(const QImage &actual, const QImage &expected)
{
    double squares = 0;
    double count = 0;
    forEachPixel(actual, expected, [&](QRgb a, QRgb b) {
        if (qAlpha(a) == 0)
            return;
        const double distance = yiqDistance(beforeWhite(a), beforeWhite(b));
        squares += distance * distance;
        ++count;
    });
    const double ratio = count > 0 ? std::sqrt(squares / count) / kFurthest : 1;
    return std::max(-100.0, 10 * std::log10(std::max(ratio, 1e-10)));
}

double structuralSimilarity(const QImage &actual, const QImage &expected)
{
    Plane a;
    Plane b;
    forEachPixel(actual, expected, [&](QRgb first, QRgb second) {
        a.push_back(lumaOf(beforeWhite(first)));
        b.push_back(lumaOf(beforeWhite(second)));
    });
    const auto blur = [&](const Plane &plane) {
        return blurred(plane, static_cast<std::size_t>(actual.width()), static_cast<std::size_t>(actual.height()));
    };
    const Plane meanA = blur(a);
    const Plane meanB = blur(b);
    const Plane squareA = blur(product(a, a));
    const Plane squareB = blur(product(b, b));
    const Plane both = blur(product(a, b));
    constexpr double kC1 = 0.01 * 255 * 0.01 * 255;
    constexpr double kC2 = 0.03 * 255 * 0.03 * 255;
    double sum = 0;
    for (std::size_t i = 0; i < meanA.size(); ++i) {
        const double means = meanA[i] * meanB[i];
        const double varianceA = squareA[i] - meanA[i] * meanA[i];
        const double varianceB = squareB[i] - meanB[i] * meanB[i];
        sum += (2 * means + kC1) * (2 * (both[i] - means) + kC2) /
               ((meanA[i] * meanA[i] + meanB[i] * meanB[i] + kC1) * (varianceA + varianceB + kC2));
    }
    return sum / static_cast<double>(meanA.size());
}

double peakSignalToNoiseDb(const QImage &actual, const QImage &expected)
{
    double squares = 0;
    double count = 0;
    forEachPixel(actual, expected, [&](QRgb first, QRgb second) {
        const Rgb a = beforeWhite(first);
        const Rgb b = beforeWhite(second);
        squares += std::pow(a.r - b.r, 2) + std::pow(a.g - b.g, 2) + std::pow(a.b - b.b, 2);
        count += 3;
    });
    const double mean = squares / count;
    return mean <= 0 ? 100 : std::min(100.0, 10 * std::log10(255 * 255 / mean));
}

QImage sideBySide(const QImage &actual, const QImage &expected)
{
    const int width = std::max(actual.width(), expected.width());
    QImage sheet(width * 3, std::max(actual.height(), expected.height()), QImage::Format_RGB32);
    sheet.fill(Qt::white);
    QPainter painter(&sheet);
    painter.drawImage(0, 0, actual);
    painter.drawImage(width, 0, expected);
    painter.end();
    for (int y = 0; y < sheet.height(); ++y)
        for (int x = 0; x < width; ++x) {
            const QRgb a = sheet.pixel(x, y);
            const QRgb b = sheet.pixel(x + width, y);
            const auto apart = [](int one, int other) { return std::min(255, 4 * std::abs(one - other)); };
            sheet.setPixel(x + 2 * width, y,
                           qRgb(apart(qRed(a), qRed(b)), apart(qGreen(a), qGreen(b)), apart(qBlue(a), qBlue(b))));
        }
    return sheet;
}

} // namespace vitrine::test
