// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/stage/Boxes.h"
#include "tests/render/stage/Imported.h"
#include "tests/render/stage/Shown.h"

#include <QFile>
#include <QQmlComponent>

#include <catch2/catch_test_macros.hpp>

using namespace vitrine;
using test::Shown;

namespace {

void restsBeforeAndAfterATurn(Shown &shown)
{
    CHECK(shown.rests());
    const int before = shown.frames();
    shown.camera().nudge(20, 0);
    REQUIRE(QTest::qWaitFor([&] { return !shown.camera().isMoving(); }, 10000));
    CHECK(shown.frames() > before);
    CHECK(shown.rests());
}

} // namespace

TEST_CASE("ComesToRestAndThenDrawsNothing")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    CHECK(shown.status() == stage::ProductScene::Ready);
    CHECK(shown.settles());
    restsBeforeAndAfterATurn(shown);
}

TEST_CASE("DrawsNothingWhileItStandsOpenOrIsTurnedToItsEnd")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    shown.motion().open(true);
    REQUIRE(QTest::qWaitFor([&] { return !shown.motion().isMoving() && !shown.camera().isMoving(); }, 10000));
    CHECK(shown.settles());
    CHECK(shown.rests());
    shown.motion().toggle(0);
    REQUIRE(QTest::qWaitFor([&] { return !shown.motion().isMoving(); }, 10000));
    CHECK(shown.rests());
    shown.set("markedPart", 0);
    CHECK(shown.rests());
}

TEST_CASE("DrawsNothingWhileItsHotspotsStandAround")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    QQmlComponent component(shown.engine(), "Vitrine.Stage", "StageSpot");
    const std::unique_ptr<QObject> spot(component.createWithInitialProperties({{"view", shown.view()}, {"index", 0}}));
    REQUIRE(spot);
    qobject_cast<QQuickItem *>(spot.get())->setParentItem(shown.window().contentItem());
    restsBeforeAndAfterATurn(shown);
}

TEST_CASE("ShowsFewerTrianglesWhileItMovesAndAllOfThemAtRest")
{
    const test::Imported ball("ball.obj", test::ballObj(300, 150));
    constexpr qsizetype kAll = qsizetype{3} * 4 * 2 * 300 * 150 * 9 / 10; // at the poles some have no size
    Shown shown(ball.path());
    REQUIRE(shown.reveals());
    REQUIRE(shown.settles());
    CHECK(shown.indexBytes() > kAll);
    shown.camera().nudge(60, 0);
    qsizetype least = kAll;
    REQUIRE(QTest::qWaitFor(
        [&] {
            least = std::min(least, shown.indexBytes());
            return !shown.camera().isMoving();
        },
        10000));
    CHECK(least < kAll / 2);
    CHECK(shown.settles());
    CHECK(shown.indexBytes() > kAll);
}

TEST_CASE("SettlesAlthoughSomethingInTheWindowNeverRests")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    QQmlComponent component(shown.engine());
    component.setData("import QtQuick\nRectangle { width: 9; height: 9; NumberAnimation on rotation { loops: "
                      "Animation.Infinite; to: 360 } }",
                      {});
    const std::unique_ptr<QQuickItem> spinner(qobject_cast<QQuickItem *>(component.create()));
    REQUIRE(spinner);
    spinner->setParentItem(shown.window().contentItem());
    CHECK(shown.reveals());
    CHECK(shown.settles());
    CHECK(shown.frames() > 10); // it did move meanwhile
}

TEST_CASE("SaysWhatIsWrongWithAPackage")
{
    Shown shown(QStringLiteral("/nonexistent/nothing.vpk"));
    REQUIRE(QTest::qWaitFor([&] { return shown.status() == stage::ProductScene::Error; }, 10000));
    CHECK(shown.error().startsWith(QStringLiteral("notFound")));
}

TEST_CASE("TakesAnotherPackageWhileOneIsLoading")
{
    const test::BoxPackage first;
    const test::BoxPackage second;
    Shown shown(QString::fromStdString(first.path()));
    shown.set("source", QUrl::fromLocalFile(QStringLiteral("/nonexistent/nothing.vpk")));
    shown.set("source", QUrl::fromLocalFile(QString::fromStdString(second.path())));
    REQUIRE(shown.reveals());
    CHECK(shown.status() == stage::ProductScene::Ready);
}

TEST_CASE("NothingOfAProductStaysOnceItIsGone")
{
    const test::BoxPackage box;
    const QString path = QString::fromStdString(box.path());
    const auto isMapped = [&] {
        QFile maps(QStringLiteral("/proc/self/maps"));
        REQUIRE(maps.open(QIODevice::ReadOnly));
        return maps.readAll().contains(path.toUtf8());
    };
    Shown shown(path);
    qsizetype objects = 0;
    for (int round = 0; round < 4; ++round) {
        shown.set("source", QUrl::fromLocalFile(path));
        REQUIRE(shown.reveals());
        CHECK(isMapped());
        shown.set("source", QUrl());
        REQUIRE(QTest::qWaitFor([&] { return shown.status() == stage::ProductScene::Null && !isMapped(); }, 10000));
        INFO("round " << round);
        if (round == 0)
            objects = shown.objects();
        CHECK(shown.objects() == objects);
    }
}
