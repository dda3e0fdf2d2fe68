// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/golden/GoldenPicture.h"

#include "tests/support/PictureMeasure.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>

namespace vitrine::test {

void checkGolden(const QString &name, const QImage &actual)
{
    constexpr double kMostDistanceDb = -22;
    constexpr double kLeastSimilarity = 0.99;
    const QString path = QStringLiteral(VITRINE_GOLDENS "/%1.png").arg(name);
    // Eight bits of each colour are all that a picture file keeps.
    const QImage opaque = actual.convertToFormat(QImage::Format_RGB888);
    if (qEnvironmentVariableIsSet("VITRINE_UPDATE_GOLDENS")) {
        // What is as good as the picture that is there would only make history longer.
        const QImage old(path);
        if (old.size() != opaque.size() || colorDistanceDb(opaque, old) > -35)
            REQUIRE(opaque.save(path));
        return;
    }
    const QImage expected(path);
    INFO(path.toStdString());
    REQUIRE_FALSE(expected.isNull());
    const bool isSameSize = expected.size() == opaque.size();
    const double distance = isSameSize ? colorDistanceDb(opaque, expected) : 0;
    const double similarity = isSameSize ? structuralSimilarity(opaque, expected) : 0;
    const QString sheet = QDir(QStringLiteral(VITRINE_GOLDEN_FAILURES)).filePath(name + QStringLiteral(".png"));
    if (distance > kMostDistanceDb || similarity < kLeastSimilarity) {
        QDir().mkpath(QStringLiteral(VITRINE_GOLDEN_FAILURES));
        sideBySide(opaque, expected).save(sheet);
    }
    INFO("actual, expected and difference: " << sheet.toStdString());
    CHECK(isSameSize);
    CHECK(distance <= kMostDistanceDb);
    CHECK(similarity >= kLeastSimilarity);
}

} // namespace vitrine::test
