// SPDX-License-Identifier: GPL-3.0-or-later
#include <QImage>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <vector>

/// `vitrine-bench-pictures CANDIDATE GOLDEN`: a JSON line of how far a picture is from what it should be. Counted are
/// the candidate's pixels that are not see-through, on white.
///
/// `db` is the measure of Khronos' glTF render fidelity (model-viewer): 10 log10 of the root mean square of
/// pixelmatch's colour difference (Kotsarenko and Ramos 2010, weighted YIQ), by its greatest value. `ssim` is the mean
/// structural similarity of luma (Wang et al. 2004) in windows of 8×8.
namespace {

struct Pixel {
    double r, g, b;
};

Pixel onWhite(QRgb pixel)
{
    const double alpha = qAlpha(pixel) / 255.0;
    const auto blend = [&](int value) { return 255 + (value - 255) * alpha; };
    return {blend(qRed(pixel)), blend(qGreen(pixel)), blend(qBlue(pixel))};
}

double luma(const Pixel &p) { return 0.29889531 * p.r + 0.58662247 * p.g + 0.11448223 * p.b; }

double difference(const Pixel &a, const Pixel &b)
{
    const double y = luma(a) - luma(b);
    const auto i = [](const Pixel &p) { return 0.59597799 * p.r - 0.27417610 * p.g - 0.32180189 * p.b; };
    const auto q = [](const Pixel &p) { return 0.21147017 * p.r - 0.52261711 * p.g + 0.31114694 * p.b; };
    return 0.5053 * y * y + 0.299 * std::pow(i(a) - i(b), 2) + 0.1957 * std::pow(q(a) - q(b), 2);
}

double decibels(const QImage &candidate, const QImage &golden)
{
    constexpr double kGreatest = 35215;
    double sum = 0;
    double count = 0;
    for (int y = 0; y < candidate.height(); ++y)
        for (int x = 0; x < candidate.width(); ++x) {
            const QRgb pixel = candidate.pixel(x, y);
            if (qAlpha(pixel) == 0)
                continue;
            sum += std::pow(difference(onWhite(pixel), onWhite(golden.pixel(x, y))), 2);
            ++count;
        }
    const double ratio = count > 0 ? std::sqrt(sum / count) / kGreatest : 1;
    return 10 * std::log10(std::max(ratio, 1e-9));
}

double similarity(const QImage &candidate, const QImage &golden)
{
    constexpr int kWindow = 8;
    constexpr double kLow = 0.01 * 255 * 0.01 * 255;
    constexpr double kContrast = 0.03 * 255 * 0.03 * 255;
    double total = 0;
    double windows = 0;
    for (int top = 0; top + kWindow <= candidate.height(); top += kWindow / 2)
        for (int left = 0; left + kWindow <= candidate.width(); left += kWindow / 2) {
            std::array<double, 5> sums{};
            bool isSeen = false;
            for (int y = top; y < top + kWindow; ++y)
                for (int x = left; x < left + kWindow; ++x) {
                    const double a = luma(onWhite(candidate.pixel(x, y)));
                    const double b = luma(onWhite(golden.pixel(x, y)));
                    isSeen = isSeen || qAlpha(candidate.pixel(x, y)) != 0;
                    const std::array<double, 5> terms{a, b, a * a, b * b, a * b};
                    for (std::size_t i = 0; i < terms.size(); ++i)
                        sums[i] += terms[i] / (kWindow * kWindow);
                }
            if (!isSeen)
                continue;
            const auto &[a, b, aa, bb, ab] = sums;
            total += (2 * a * b + kLow) * (2 * (ab - a * b) + kContrast) /
                     ((a * a + b * b + kLow) * (aa - a * a + bb - b * b + kContrast));
            ++windows;
        }
    return windows > 0 ? total / windows : 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QImage candidate(argc == 3 ? QString::fromLocal8Bit(argv[1]) : QString());
    const QImage golden(argc == 3 ? QString::fromLocal8Bit(argv[2]) : QString());
    if (candidate.isNull() || candidate.size() != golden.size()) {
        std::fprintf(stderr, "usage: vitrine-bench-pictures CANDIDATE GOLDEN, of the same size\n");
        return 2;
    }
    std::printf("{\"db\": %.3f, \"ssim\": %.4f}\n", decibels(candidate, golden), similarity(candidate, golden));
    return 0;
}
