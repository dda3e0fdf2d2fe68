// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/ProductScene.h"
#include "qml/stage/StageCamera.h"
#include "qml/stage/StageMotion.h"
#include "tests/render/stage/Boxes.h"
#include "tests/render/stage/Imported.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <catch2/catch_test_macros.hpp>

using namespace vitrine;

namespace {

/// A stage in a real window.
class Shown
{
public:
    explicit Shown(const QString &package)
    {
        QQmlComponent component(&m_engine, "Vitrine.Stage", "ProductStage");
        m_item.reset(qobject_cast<QQuickItem *>(component.createWithInitialProperties(
            {{"source", QUrl::fromLocalFile(package)}, {"width", 480}, {"height", 360}})));
        REQUIRE(m_item);
        m_item->setParentItem(m_window.contentItem());
        m_window.resize(480, 360);
        m_window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&m_window));
        QObject::connect(
            &m_window, &QQuickWindow::afterRendering, &m_window, [this] { ++m_frames; }, Qt::DirectConnection);
    }
    ~Shown()
    {
        m_window.close();
        m_item.reset();
    }

    QQuickWindow &window() { return m_window; }
    QQmlEngine *engine() { return &m_engine; }
    stage::StageCamera &camera() { return *m_item->property("camera").value<stage::StageCamera *>(); }
    stage::StageMotion &motion() { return *m_item->property("motion").value<stage::StageMotion *>(); }
    stage::ProductScene &scene() { return *m_item->property("scene").value<stage::ProductScene *>(); }
    /// Of the first model, as it is shown now.
    qsizetype indexBytes()
    {
        return scene().models().constFirst()->property("geometry").value<QQuick3DGeometry *>()->indexData().size();
    }
    int status() const { return m_item->property("status").toInt(); }
    QString error() const { return m_item->property("errorText").toString(); }
    int markedPart() const { return m_item->property("markedPart").toInt(); }
    QVariant view() const { return m_item->property("view"); }
    void set(const char *name, const QVariant &value) { m_item->setProperty(name, value); }
    void call(const char *method) { QMetaObject::invokeMethod(m_item.get(), method); }
    void focus()
    {
        m_window.requestActivate();
        REQUIRE(QTest::qWaitForWindowActive(&m_window));
        m_item->forceActiveFocus(Qt::TabFocusReason);
    }
    int frames() const { return m_frames; }

    bool reveals()
    {
        return QTest::qWaitFor([this] { return m_item->property("revealed").toBool(); }, 20000);
    }
    bool settles()
    {
        return QTest::qWaitFor([this] { return m_item->property("settled").toBool(); }, 20000);
    }
    /// True once a whole second has passed without a frame.
    bool rests()
    {
        for (int tries = 0; tries < 20; ++tries) {
            const int before = m_frames;
            QTest::qWait(1000);
            if (m_frames == before)
                return true;
        }
        return false;
    }

private:
    QQmlEngine m_engine;
    QQuickWindow m_window;
    std::unique_ptr<QQuickItem> m_item;
    std::atomic<int> m_frames = 0;
};

} // namespace

TEST_CASE("ComesToRestAndThenDrawsNothing")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    CHECK(shown.status() == stage::ProductScene::Ready);
    CHECK(shown.settles());
    CHECK(shown.rests());
    const int before = shown.frames();
    shown.camera().nudge(20, 0);
    REQUIRE(QTest::qWaitFor([&] { return !shown.camera().isMoving(); }, 10000));
    CHECK(shown.frames() > before);
    CHECK(shown.rests());
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
    CHECK(shown.rests());
    const int before = shown.frames();
    shown.camera().nudge(20, 0);
    REQUIRE(QTest::qWaitFor([&] { return !shown.camera().isMoving(); }, 10000));
    CHECK(shown.frames() > before);
    CHECK(shown.rests());
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

TEST_CASE("ATouchOnAnInstanceFindsThePartThatItBelongsTo")
{
    const test::Imported stairs("stairs.gltf", test::stairsGltf(test::Parts::One));
    Shown shown(stairs.path());
    REQUIRE(shown.reveals());
    REQUIRE(shown.scene().models().size() == 1);
    CHECK(shown.markedPart() == -1);
    for (int y = 20; y < 360 && shown.markedPart() < 0; y += 40)
        for (int x = 20; x < 480 && shown.markedPart() < 0; x += 40)
            QTest::mouseClick(&shown.window(), Qt::LeftButton, Qt::NoModifier, QPoint(x, y));
    CHECK(shown.markedPart() == 0);
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

TEST_CASE("TurnsUnderTheMouseAndReturnsOnReset")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    const qreal yaw = shown.camera().yaw();
    const qreal pitch = shown.camera().pitch();

    QTest::mousePress(&shown.window(), Qt::LeftButton, Qt::NoModifier, QPoint(240, 180));
    for (int step = 1; step <= 12; ++step)
        QTest::mouseMove(&shown.window(), QPoint(240 + 8 * step, 180 + 3 * step), 5);
    QTest::mouseRelease(&shown.window(), Qt::LeftButton, Qt::NoModifier, QPoint(336, 216));
    CHECK(shown.camera().yaw() < yaw - 20);
    CHECK(shown.camera().pitch() > pitch + 5);

    shown.call("reset");
    REQUIRE(QTest::qWaitFor([&] { return !shown.camera().isMoving(); }, 10000));
    CHECK(std::abs(shown.camera().yaw() - yaw) < 1e-3);
    CHECK(std::abs(shown.camera().pitch() - pitch) < 1e-3);
}

TEST_CASE("ListensToTheKeyboard")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    shown.set("reducedMotion", true);
    shown.focus();
    const qreal yaw = shown.camera().yaw();
    QTest::keyClick(&shown.window(), Qt::Key_Right);
    CHECK(std::abs(shown.camera().yaw() - (yaw + 15)) < 1e-3);
    QTest::keyClick(&shown.window(), Qt::Key_Home);
    CHECK(std::abs(shown.camera().yaw() - yaw) < 1e-3);
}

TEST_CASE("WhatComesApartTurnsBackFromWhereItIs")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    stage::StageMotion &motion = shown.motion();
    const qreal away = shown.camera().distance();
    motion.open(true);
    CHECK(motion.isMoving());
    REQUIRE(QTest::qWaitFor([&] { return motion.apart() > 0.2; }, 10000));
    const qreal reached = motion.apart();
    motion.open(false);
    CHECK(motion.apart() == reached);
    motion.advance(0.02);
    CHECK(motion.apart() <= reached);
    CHECK(motion.apart() > reached - 0.1);
    REQUIRE(QTest::qWaitFor([&] { return !motion.isMoving() && !shown.camera().isMoving(); }, 10000));
    CHECK(motion.apart() == 0);
    CHECK(std::abs(shown.camera().distance() - away) < 1e-3);
    CHECK(shown.rests());
}

TEST_CASE("AnAnimationGoesToItsEndStaysThereAndComesBack")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    stage::StageMotion &motion = shown.motion();
    const QVector3D front = motion.hotspotPosition(0);
    motion.toggle(0);
    REQUIRE(QTest::qWaitFor([&] { return !motion.isMoving(); }, 10000));
    CHECK(motion.active() == QList<bool>{true});
    // A quarter turn took the front to the right.
    const QVector3D turned = motion.hotspotPosition(0);
    CHECK(std::abs(turned.x() - front.z()) < 1e-3F);
    CHECK(std::abs(turned.z()) < 1e-3F);
    motion.toggle(0);
    REQUIRE(QTest::qWaitFor([&] { return !motion.isMoving(); }, 10000));
    CHECK(motion.active() == QList<bool>{false});
    CHECK(motion.hotspotPosition(0) == front);
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
