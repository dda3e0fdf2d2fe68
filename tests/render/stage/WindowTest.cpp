// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/ProductScene.h"
#include "qml/stage/StageCamera.h"
#include "qml/stage/StageMotion.h"
#include "qml/stage/StageQuality.h"
#include "qml/stage/StageSurround.h"
#include "tests/render/stage/Boxes.h"
#include "tests/render/stage/Imported.h"
#include "tests/render/stage/SetRoom.h"

#include <QFile>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuick3DObject>
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
    QVariant value(const char *name) const { return m_item->property(name); }
    QObject *inner(const char *name) const { return m_item->findChild<QObject *>(QString::fromLatin1(name)); }
    QRgb middle()
    {
        const QImage picture = m_window.grabWindow();
        return picture.pixel(picture.width() / 2, picture.height() / 2);
    }
    void call(const char *method) { QMetaObject::invokeMethod(m_item.get(), method); }
    void focus()
    {
        m_window.requestActivate();
        REQUIRE(QTest::qWaitForWindowActive(&m_window));
        m_item->forceActiveFocus(Qt::TabFocusReason);
    }
    int frames() const { return m_frames; }

    /// Of all that the stage has made, its own parts among them.
    qsizetype objects() const
    {
        return m_item->findChildren<QObject *>().size() + m_item->findChildren<QQuick3DObject *>().size();
    }

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

TEST_CASE("ASetThatHasItsReflectionsComesToRest")
{
    const test::SetRoom room;
    Shown shown(room.path());
    REQUIRE(shown.reveals());
    REQUIRE(shown.settles());
    auto *surround = shown.view().value<QObject *>()->findChild<stage::StageSurround *>();
    REQUIRE(surround != nullptr);
    CHECK_FALSE(surround->probe().isEmpty());
    CHECK(shown.rests());
    // In another light it keeps what it had until there is the new one.
    const QUrl first = surround->probe();
    shown.set("studio", "gallery");
    CHECK_FALSE(surround->probe().isEmpty());
    REQUIRE(QTest::qWaitFor([&] { return !surround->isBusy(); }, 20000));
    CHECK(surround->probe() != first);
    CHECK(shown.rests());
    // A product has none.
    const test::BoxPackage box;
    shown.set("source", QUrl::fromLocalFile(QString::fromStdString(box.path())));
    REQUIRE(shown.reveals());
    CHECK(surround->probe().isEmpty());
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

TEST_CASE("OneCameraFollowsAnotherWithItsMomentum")
{
    const test::BoxPackage small;
    const test::BoxPackage large(3, 0);
    Shown led(QString::fromStdString(small.path()));
    Shown following(QString::fromStdString(large.path()));
    REQUIRE(led.reveals());
    REQUIRE(following.reveals());
    int steered = 0;
    QObject::connect(&led.camera(), &stage::StageCamera::steered, &following.camera(), [&] {
        ++steered;
        following.camera().follow(&led.camera());
    });
    led.camera().turnBy(60, -10, 0.02);
    led.camera().release();
    CHECK(following.camera().isMoving());
    led.camera().zoomBy(0.8);
    REQUIRE(QTest::qWaitFor([&] { return !led.camera().isMoving(); }, 10000));
    CHECK(std::abs(following.camera().yaw() - led.camera().yaw()) < 1e-3);
    CHECK(std::abs(following.camera().pitch() - led.camera().pitch()) < 1e-3);
    CHECK(std::abs(following.camera().distance() - 0.8) < 1e-3);
    CHECK(QTest::qWaitFor([&] { return !following.camera().isMoving(); }));

    // To be framed anew is no steering.
    steered = 0;
    led.camera().frame({-100, 0, -100}, {100, 200, 100}, true);
    CHECK(led.camera().isMoving());
    REQUIRE(QTest::qWaitFor([&] { return !led.camera().isMoving(); }, 10000));
    CHECK(steered == 0);
    CHECK(std::abs(following.camera().distance() - 0.8) < 1e-3);
    led.camera().frame({}, {}, false);
    CHECK(std::abs(led.camera().distance() - 1) < 1e-3);
}

TEST_CASE("TwoFingersPanAndPinchAndOneTurns")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    const qreal yaw = shown.camera().yaw();
    QTest::touchEvent(&shown.window(), screen.get()).press(1, QPoint(200, 180));
    for (int step = 1; step <= 10; ++step)
        QTest::touchEvent(&shown.window(), screen.get()).move(1, QPoint(200 + 8 * step, 180));
    QTest::touchEvent(&shown.window(), screen.get()).release(1, QPoint(280, 180));
    CHECK(shown.camera().yaw() < yaw - 20);

    shown.call("reset");
    REQUIRE(QTest::qWaitFor([&] { return !shown.camera().isMoving(); }, 10000));
    const QVector3D before = shown.camera().position();
    const auto spread = [&](int middle, int half) {
        QTest::touchEvent(&shown.window(), screen.get())
            .move(1, QPoint(middle - half, 180))
            .move(2, QPoint(middle + half, 180));
    };
    QTest::touchEvent(&shown.window(), screen.get()).press(1, QPoint(160, 180)).press(2, QPoint(240, 180));
    for (int step = 1; step <= 20; ++step)
        spread(200 + 4 * step, 40);
    CHECK(std::abs(shown.camera().yaw() - yaw) < 0.5); // together they do not turn
    CHECK((shown.camera().position() - before).length() > 1);
    const qreal away = shown.camera().distance();
    for (int step = 1; step <= 20; ++step)
        spread(280, 40 + 3 * step);
    QTest::touchEvent(&shown.window(), screen.get()).release(1, QPoint(180, 180)).release(2, QPoint(380, 180));
    REQUIRE(QTest::qWaitFor([&] { return !shown.camera().isMoving(); }, 10000));
    CHECK(shown.camera().distance() < away * 0.8);
}

TEST_CASE("ATrackpadsStrokesZoomAndTurnAndItsPinchZooms")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    const QPointingDevice pad(QStringLiteral("trackpad"), 77, QInputDevice::DeviceType::TouchPad,
                              QPointingDevice::PointerType::Finger, QInputDevice::Capability::Position, 2, 1);
    const auto stroke = [&](QPoint pixels, Qt::ScrollPhase phase) {
        QWheelEvent event(QPointF(240, 180), QPointF(240, 180), pixels, pixels * 2, Qt::NoButton, Qt::NoModifier, phase,
                          false, Qt::MouseEventNotSynthesized, &pad);
        QCoreApplication::sendEvent(&shown.window(), &event);
    };
    const qreal away = shown.camera().distance();
    stroke({0, 4}, Qt::ScrollBegin);
    for (int step = 0; step < 10; ++step)
        stroke({3, 12}, Qt::ScrollUpdate);
    stroke({0, 0}, Qt::ScrollEnd);
    const qreal yaw = shown.camera().yaw();
    REQUIRE(QTest::qWaitFor([&] { return !shown.camera().isMoving(); }, 10000));
    CHECK(shown.camera().distance() < away * 0.8);
    CHECK(shown.camera().yaw() == yaw); // a stroke keeps to its way

    stroke({6, 0}, Qt::ScrollBegin);
    for (int step = 0; step < 10; ++step)
        stroke({12, 3}, Qt::ScrollUpdate);
    stroke({0, 0}, Qt::ScrollEnd);
    CHECK(shown.camera().yaw() < yaw - 20);

    const qreal near = shown.camera().distance();
    for (const auto &[type, value] : {std::pair{Qt::BeginNativeGesture, 0.0}, std::pair{Qt::ZoomNativeGesture, -0.2},
                                      std::pair{Qt::ZoomNativeGesture, -0.2}, std::pair{Qt::EndNativeGesture, 0.0}}) {
        QNativeGestureEvent event(type, &pad, 2, QPointF(240, 180), QPointF(240, 180), QPointF(240, 180), value, {});
        QCoreApplication::sendEvent(&shown.window(), &event);
    }
    REQUIRE(QTest::qWaitFor([&] { return !shown.camera().isMoving(); }, 10000));
    CHECK(shown.camera().distance() > near * 1.2);
}

TEST_CASE("TurnsByItselfAfterARestUntilItIsTouchedAndNotWhereNobodySees")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    shown.focus();
    shown.set("restMs", 50);
    shown.set("turnsAtRest", true);
    const qreal yaw = shown.camera().yaw();
    REQUIRE(QTest::qWaitFor([&] { return shown.camera().drift() > 0; }, 10000));
    REQUIRE(QTest::qWaitFor([&] { return std::abs(shown.camera().yaw() - yaw) > 2; }, 10000));
    QTest::keyClick(&shown.window(), Qt::Key_Home);
    CHECK(shown.camera().drift() == 0);

    REQUIRE(QTest::qWaitFor([&] { return shown.camera().drift() > 0; }, 10000));
    shown.set("visible", false);
    CHECK(shown.camera().drift() == 0);
    CHECK(shown.rests());
    shown.set("visible", true);
    shown.set("reducedMotion", true);
    CHECK(shown.rests());
    CHECK(shown.camera().drift() == 0);
}

TEST_CASE("TurnsSlowerRatherThanInBlocks")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    auto *view = shown.view().value<QObject *>();
    auto &quality = *view->property("quality").value<stage::StageQuality *>();
    shown.focus();
    shown.set("restMs", 50);
    shown.set("turnsAtRest", true);
    REQUIRE(QTest::qWaitFor([&] { return shown.camera().drift() > 0; }, 10000));
    for (int frame = 0; frame < 100; ++frame) // by a hand on a slow machine
        quality.note(500);
    REQUIRE(quality.scale() < 0.4);
    CHECK(view->property("movingScale").toReal() == 0.6);
    CHECK(shown.camera().drift() < 6);
    shown.camera().nudge(1, 0);
    CHECK(view->property("movingScale").toReal() == quality.scale());
}

TEST_CASE("BothEndsOfALongProductComeToTheMiddle")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    shown.set("reducedMotion", true);
    for (const QVector3D &end : {shown.scene().boundsMin(), shown.scene().boundsMax()}) {
        shown.camera().lookAt(end, 0.55);
        auto *view = shown.view().value<QObject *>();
        QVector3D seen;
        REQUIRE(QMetaObject::invokeMethod(view, "mapFromScene", Q_RETURN_ARG(QVector3D, seen), Q_ARG(QVector3D, end)));
        const QRectF free = view->property("freeArea").toRectF();
        CHECK(std::abs(seen.x() - free.center().x()) < 12);
        CHECK(std::abs(seen.y() - free.center().y()) < 30);
    }
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

    // Shift moves, F looks at the marked part, and without one at all of it.
    const QVector3D home = shown.camera().position();
    QTest::keyClick(&shown.window(), Qt::Key_Right, Qt::ShiftModifier);
    CHECK((shown.camera().position() - home).length() > 1);
    CHECK(std::abs(shown.camera().yaw() - yaw) < 1e-3);
    QTest::keyClick(&shown.window(), Qt::Key_Period);
    QTest::keyClick(&shown.window(), Qt::Key_F);
    CHECK(std::abs(shown.camera().distance() - 0.55) < 1e-3);
    QTest::keyClick(&shown.window(), Qt::Key_Escape);
    QTest::keyClick(&shown.window(), Qt::Key_F);
    CHECK(std::abs(shown.camera().distance() - 1) < 1e-3);
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

TEST_CASE("WhatIsDroppedFallsToTheFloorTheSameWayEachTimeAndFliesHome")
{
    const test::BoxPackage box;
    std::vector<QVector3D> ends;
    for (int round = 0; round < 2; ++round) {
        Shown shown(QString::fromStdString(box.path()));
        REQUIRE(shown.reveals());
        stage::StageMotion &motion = shown.motion();
        const QVector3D whole = motion.hotspotPosition(0);
        shown.set("falls", true);
        REQUIRE(QTest::qWaitFor([&] { return motion.isFallen(); }, 20000)); // once it is apart
        const QVector3D apart = motion.hotspotPosition(0);
        CHECK(apart.y() > whole.y() + 20);
        REQUIRE(QTest::qWaitFor([&] { return motion.hotspotPosition(0).y() < apart.y() - 15; }, 20000));
        REQUIRE(shown.settles());
        CHECK(shown.rests());
        ends.push_back(motion.hotspotPosition(0));
        CHECK(ends.back().y() > shown.value("scene").value<stage::ProductScene *>()->boundsMin().y() - 1);

        shown.set("falls", false);
        CHECK(motion.isMoving());
        CHECK_FALSE(motion.isFallen());
        REQUIRE(QTest::qWaitFor([&] { return !motion.isMoving(); }, 20000));
        CHECK((motion.hotspotPosition(0) - whole).length() < 1e-2F);
        CHECK(motion.apart() == 0);
        CHECK(shown.rests());
    }
    CHECK((ends[0] - ends[1]).length() < 1);
}

TEST_CASE("AnotherMaterialIsInTheNextFrameAndDissolvesOverIt")
{
    const test::BoxPackage box;
    Shown shown(QString::fromStdString(box.path()));
    REQUIRE(shown.reveals());
    REQUIRE(shown.settles());
    QObject *dissolve = shown.inner("dissolve");
    REQUIRE(dissolve != nullptr);
    REQUIRE(QTest::qWaitFor([&] { return dissolve->property("isKept").toBool(); }, 20000));
    CHECK(shown.rests());
    CHECK(qRed(shown.middle()) > qBlue(shown.middle()));

    shown.set("variant", "Blue");
    CHECK(dissolve->property("running").toBool());
    const int begun = shown.frames();
    REQUIRE(QTest::qWaitFor([&] { return !dissolve->property("running").toBool(); }, 20000));
    CHECK(shown.frames() > begun + 2);
    CHECK(qBlue(shown.middle()) > qRed(shown.middle()));
    CHECK(shown.rests());

    // A hand on the product wants to see it as it is.
    REQUIRE(QTest::qWaitFor([&] { return dissolve->property("isKept").toBool(); }, 20000));
    shown.set("variant", "");
    CHECK(dissolve->property("running").toBool());
    shown.camera().turnBy(30, 0, 0.1);
    CHECK_FALSE(dissolve->property("running").toBool());
    shown.camera().release();
    CHECK(shown.settles());

    shown.set("reducedMotion", true);
    shown.set("variant", "Blue");
    CHECK_FALSE(dissolve->property("running").toBool());
    CHECK(qBlue(shown.middle()) > qRed(shown.middle()));
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
