// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/stage/Boxes.h"
#include "tests/render/stage/Shown.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace vitrine;
using Catch::Approx;

namespace {

/// The part of the picture that the scene is drawn for, in pixels.
QRectF drawn(const test::Shown &stage)
{
    const auto *view = stage.view().value<QQuickItem *>();
    const auto share = view->property("picture").value<QObject *>()->property("drawn").value<QVector4D>();
    return {static_cast<qreal>(share.x()) * view->width(), static_cast<qreal>(share.y()) * view->height(),
            static_cast<qreal>(share.z()) * view->width(), static_cast<qreal>(share.w()) * view->height()};
}

/// Places of the picture where it is not what it is without the product, with a little around them.
QRect covered(test::Shown &stage)
{
    const QImage with = stage.window().grabWindow();
    stage.set("productShown", false);
    const QImage without = stage.window().grabWindow();
    stage.set("productShown", true);
    QRect all;
    for (int y = 0; y < with.height(); ++y)
        for (int x = 0; x < with.width(); ++x)
            if (qAbs(qRed(with.pixel(x, y)) - qRed(without.pixel(x, y))) > 8)
                all |= QRect(x, y, 1, 1);
    return all;
}

/// Of all channels, in steps of 255.
double meanDifference(const QImage &a, const QImage &b)
{
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QColor here = a.pixelColor(x, y);
            const QColor there = b.pixelColor(x, y);
            sum +=
                qAbs(here.red() - there.red()) + qAbs(here.green() - there.green()) + qAbs(here.blue() - there.blue());
        }
    return sum / (3.0 * a.width() * a.height());
}

} // namespace

TEST_CASE("OnlyTheProductsPartOfThePictureIsDrawn")
{
    const test::BoxPackage box;
    test::Shown stage(QString::fromStdString(box.path()));
    REQUIRE(stage.settles());
    CHECK(drawn(stage).width() < stage.window().width() / 2.0);
    const auto isWhole = [&stage](int leastHeight) {
        const QRect seen = covered(stage);
        CHECK(seen.height() > leastHeight);
        CHECK(drawn(stage).contains(seen));
    };
    isWhole(stage.window().height() / 3);
    // Wherever it goes, and in pieces.
    stage.camera().turnBy(90, 40, 1);
    stage.camera().panBy(150, 0);
    stage.camera().release();
    REQUIRE(stage.settles());
    isWhole(60);
    stage.motion().open(true);
    REQUIRE(stage.settles());
    isWhole(60);
}

TEST_CASE("GlassIsDrawnInItsPartOnTheFloorThatIsAroundIt")
{
    render::MaterialRecord glass;
    glass.baseColor = {0.3F, 1, 1, 1};
    glass.metallic = 0;
    glass.transmission = 1;
    glass.thickness = 0.03F;
    const test::BoxPackage box(glass);
    test::Shown stage(QString::fromStdString(box.path()));
    REQUIRE(stage.settles());
    const QRectF part = drawn(stage);
    CHECK(part.width() < stage.window().width() / 2.0);
    const QRect seen = covered(stage);
    CHECK(seen.height() > stage.window().height() / 3);
    CHECK(part.contains(seen));
    // What its rays meet is drawn too, and beside the glass it is the floor and the wall that are there without it.
    CHECK(part.width() > seen.width() * 1.3);
}

TEST_CASE("AWholePictureHasSidesOfMultiplesOfFourToo")
{
    const test::BoxPackage box;
    const QString source = QString::fromStdString(box.path());
    test::Shown stage(source);
    stage.set("beside", QVariant::fromValue(QList<QUrl>{QUrl::fromLocalFile(source)}));
    stage.set("width", 479);
    stage.set("height", 358);
    REQUIRE(stage.settles());
    CHECK(drawn(stage).size().toSize() == QSize(480, 360));
    stage.set("width", 480);
    stage.set("height", 360);
    REQUIRE(stage.settles());
    CHECK(drawn(stage).size().toSize() == QSize(480, 360));
}

TEST_CASE("WhatIsDrawnSmallWhileItMovesIsThePictureThatItRestsAs")
{
    const test::BoxPackage box;
    test::Shown stage(QString::fromStdString(box.path()));
    REQUIRE(stage.settles());
    const QObject *view = stage.view().value<QObject *>();
    const QImage whole = stage.window().grabWindow();
    stage.camera().turnBy(0.001, 0, 1); // and held there
    REQUIRE(QTest::qWaitFor([view] { return view->property("drawnScale").toReal() < 1; }, 10000));
    const QImage moving = stage.window().grabWindow();
    REQUIRE(moving.size() == whole.size());
    CHECK(meanDifference(moving, whole) < 1);
    CHECK(moving != whole);
    stage.camera().release();
    REQUIRE(stage.settles());
    CHECK(meanDifference(stage.window().grabWindow(), whole) < 0.05);
}

TEST_CASE("AGroundSeenFromTheCameraIsWhereItsDiscSays")
{
    const test::BoxPackage box;
    test::Shown stage(QString::fromStdString(box.path()));
    REQUIRE(stage.settles());
    const stage::StageCamera &camera = stage.camera();
    const QVector3D centre(4, 0, -3);
    constexpr float kRadius = 25;
    const QMatrix4x4 onto = camera.ontoDisc(centre, kRadius);
    for (const QVector3D at : {QVector3D(0, 0, 0), QVector3D(1, 0, 0.5F), QVector3D(-0.5F, 0, -1)}) {
        const QVector3D seen = camera.toView(centre + at * kRadius);
        const QVector4D met = onto * QVector4D(seen.x() / 480, seen.y() / 360, 0, 1);
        REQUIRE(met.z() < 0);
        CHECK(met.x() / met.z() == Approx(at.x()).margin(1e-3));
        CHECK(met.y() / met.z() == Approx(at.z()).margin(1e-3));
    }
    // Above the horizon there is none.
    CHECK((onto * QVector4D(0.5F, -2, 0, 1)).z() > 0);
}

TEST_CASE("APointOfTheViewLeadsBackToWhereItIsSeen")
{
    const test::BoxPackage box;
    test::Shown stage(QString::fromStdString(box.path()));
    REQUIRE(stage.settles());
    stage.camera().turnBy(70, -30, 1);
    const stage::StageCamera &camera = stage.camera();
    const QVector3D point(7, 12, -5);
    const QVector3D seen = camera.toView(point);
    const QVector3D back = camera.position() + camera.wayThrough({seen.x(), seen.y()}) * seen.z();
    CHECK((back - point).length() < 0.01F);
}
