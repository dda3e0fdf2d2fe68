// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

/// How far two pictures of one size are apart. Where alpha is not whole they are seen before white.
namespace vitrine::test {

/// The root of the mean square of pixelmatch's colour distance (in YIQ, after Kotsarenko and Ramos 2010), as a part of
/// the largest there is, in decibels: model-viewer's measure of fidelity, which fails above −22. Pixels that are clear
/// in `actual` do not count. −100 where nothing differs.
[[nodiscard]] double colorDistanceDb(const QImage &actual, const QImage &expected);

/// Mean SSIM of the luma (Wang et al. 2004: a Gaussian of 11 pixels, σ 1.5); 1 where nothing differs.
[[nodiscard]] double structuralSimilarity(const QImage &actual, const QImage &expected);

/// Peak signal to noise over red, green and blue, in decibels; 100 where nothing differs.
[[nodiscard]] double peakSignalToNoiseDb(const QImage &actual, const QImage &expected);

/// Actual, expected and their difference, four times as strong and on black, side by side. The sizes may differ.
[[nodiscard]] QImage sideBySide(const QImage &actual, const QImage &expected);

} // namespace vitrine::test
