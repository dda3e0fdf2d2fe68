// SPDX-License-Identifier: GPL-3.0-or-later
// vitrine-bench-pictures ACTUAL EXPECTED [SHEET]: how far two pictures are apart, as one JSON line; `actual` is brought
// to the size of `expected` where they differ. A sheet shows both and their difference.
#include "tests/support/PictureMeasure.h"

#include <cstdio>

using namespace vitrine;

int main(int argc, char **argv)
{
    if (argc != 3 && argc != 4) {
        std::fputs("Usage: vitrine-bench-pictures ACTUAL EXPECTED [SHEET]\n", stderr);
        return 2;
    }
    QImage actual(QString::fromLocal8Bit(argv[1]));
    QImage expected(QString::fromLocal8Bit(argv[2]));
    for (const auto &[image, name] : {std::pair(&actual, argv[1]), std::pair(&expected, argv[2])})
        if (image->isNull() || image->width() < 11 || image->height() < 11) {
            std::fprintf(stderr, "vitrine-bench-pictures: %s: no picture, or a very small one\n", name);
            return 1;
        }
    if (actual.size() != expected.size())
        actual = actual.scaled(expected.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    std::printf(R"({"db":%.3f,"ssim":%.4f,"psnr":%.3f})"
                "\n",
                test::colorDistanceDb(actual, expected), test::structuralSimilarity(actual, expected),
                test::peakSignalToNoiseDb(actual, expected));
    return argc < 4 || test::sideBySide(actual, expected).save(QString::fromLocal8Bit(argv[3])) ? 0 : 1;
}
