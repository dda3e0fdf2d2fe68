// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/stage/Boxes.h"
#include "tests/render/stage/Shown.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace vitrine;
using Catch::Approx;

namespace {

/// Sides of the texture that the scene is drawn into, in texels.
QSize drawn(const test::Shown &stage)
{
    const auto *view = stage.view().value<QQuickItem *>();
    const auto *picture = view->property("picture").value<QObject *>();
    const auto *scene = picture->property("scene").value<QObject *>();
    return {scene->property("explicitTextureWidth").toInt(), scene->property("explicitTextureHeight").toInt()};
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

} // namespace

TEST_CASE("OnlyTheProductsPartOfThePictureIsDrawn")
{
    const test::BoxPackage box;
    test::Shown stage(QString::fromStdString(box.path()));
    REQUIRE(stage.settles());
    const QSize whole = stage.window().size();
    CHECK(drawn(stage).width() < whole.width() / 2);
    CHECK(covered(stage).height() > whole.height() / 3);
    // It stays whole wherever it goes.
    stage.camera().turnBy(90, 40, 1);
    stage.camera().panBy(150, 0);
    stage.camera().release();
    REQUIRE(stage.settles());
    const QRect aside = covered(stage);
    CHECK(aside.width() > 60);
    stage.motion().open(true);
    REQUIRE(stage.settles());
    CHECK(covered(stage).height() > 60);
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
