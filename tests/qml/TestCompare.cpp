// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/Visit.h"

#include <algorithm>
#include <cmath>

using namespace vitrine;
using namespace vitrine::tests;

namespace {

/// Takes the mug and the kettle up on the shelf.
void takeTwo(Visit &visit)
{
    visit.desk().open();
    REQUIRE(visit.waitFor("productCard_mug"));
    // Pointed at, a card shows that it can be compared.
    QTest::mouseMove(visit.window(), visit.item("productCard_mug")->mapToScene(QPointF(40, 40)).toPoint());
    visit.click("compareToggle_mug");
    REQUIRE(visit.waitFor("compareTray"));
    visit.click("compareToggle_kettle");
    REQUIRE(visit.waitValue("trayCompare", "enabled", true));
}

/// The page with two blocks, the second twice as large as the first.
class Comparison
{
public:
    Comparison()
    {
        takeTwo(visit);
        visit.click("trayCompare");
        REQUIRE(visit.waitFor("compareTable"));
        auto *compare = visit.desk().shop.compare();
        REQUIRE(QTest::qWaitFor([&] { return compare->isShown(); }));
        compare->setModelSource("mug-model", QUrl::fromLocalFile(QString::fromStdString(m_small.path())));
        compare->setModelSource("kettle-model", QUrl::fromLocalFile(QString::fromStdString(m_large.path())));
        REQUIRE(QTest::qWaitFor([&] { return visit.value("compareStage_1", "revealed").toBool(); }, 30000));
    }

    [[nodiscard]] double camera(int stage, const char *property) const
    {
        const auto *eye = visit.value(QStringLiteral("compareStage_%1").arg(stage), "camera").value<QObject *>();
        return eye->property(property).toDouble();
    }
    /// How far the eye is from the middle of its product, in scene units.
    [[nodiscard]] double away(int stage) const
    {
        const auto *eye = visit.value(QStringLiteral("compareStage_%1").arg(stage), "camera").value<QObject *>();
        return (eye->property("position").value<QVector3D>() - eye->property("homeTarget").value<QVector3D>()).length();
    }
    void turn(int stage, Qt::Key key)
    {
        visit.item(QStringLiteral("compareStage_%1").arg(stage))->forceActiveFocus(Qt::TabFocusReason);
        visit.key(key);
    }

    Visit visit;

private:
    test::BoxPackage m_small;
    test::BoxPackage m_large{2.0F, 0.0F};
};

} // namespace

TEST_CASE("TwoAreTakenUpOnTheShelfAndComparedFromTheTray")
{
    Visit visit;
    takeTwo(visit);
    CHECK(visit.value("trayCompare", "text") == "Compare 2");
    visit.click("trayCompare");
    REQUIRE(visit.waitFor("compareTable"));
    CHECK(visit.item("compareHead_mug") != nullptr);
    CHECK(visit.item("compareHead_kettle") != nullptr);
    CHECK(visit.waitGone("compareTray"));
    CHECK(visit.item("differsMark_0") != nullptr); // their prices
    visit.key(Qt::Key_Escape);
    CHECK(visit.waitFor("compareTray"));
}

TEST_CASE("ACardIsTakenUpByKeyboardAndTheFifthIsRefused")
{
    Visit visit;
    visit.desk().open();
    REQUIRE(visit.waitFor("productCard_mug"));
    REQUIRE(visit.tabTo("productCard_mug"));
    for (int i = 0; i < 5; ++i) {
        visit.key(Qt::Key_C);
        visit.key(Qt::Key_Right);
    }
    CHECK(visit.desk().shop.compare()->slugs() == QStringList{"mug", "kettle", "chair", "horse"});
    CHECK(visit.waitFor("toast"));
    CHECK(visit.value("toast", "words") == "Four at a time can be compared.");
    QTest::keyClick(visit.window(), Qt::Key_C, Qt::ShiftModifier);
    CHECK(visit.waitFor("compareTable"));
}

TEST_CASE("TheProductsPageTakesUpTheVariantThatIsChosen")
{
    Visit visit;
    visit.desk().open();
    visit.click("productCard_mug");
    visit.click("compareButton");
    visit.click("variantOption_celadon");
    visit.click("compareButton");
    CHECK(visit.desk().shop.compare()->entries() == QStringList{"mug/mug-indigo-small", "mug/mug-celadon-small"});
    visit.click("compareButton");
    CHECK(visit.desk().shop.compare()->count() == 1);
    visit.click("trayPlace_mug");
    CHECK(visit.waitGone("compareTray"));
}

TEST_CASE("OnlyDifferencesAreLeftAndThePageEndsWithTheSecond")
{
    Visit visit;
    takeTwo(visit);
    QTest::keyClick(visit.window(), Qt::Key_C, Qt::ShiftModifier);
    REQUIRE(visit.waitFor("compareTable"));
    const auto lines = [&] {
        int count = 0;
        while (visit.item(QStringLiteral("compareLine_%1").arg(count)) != nullptr)
            ++count;
        return count;
    };
    const auto &table = visit.desk().shop.compare()->table();
    const auto differing = std::ranges::count(table, true, &qml::ComparedLine::differs);
    REQUIRE(differing < table.size());
    CHECK(lines() == table.size());
    visit.click("compareDiffering");
    CHECK(lines() == differing);
    visit.click("languageButton");
    CHECK(visit.value("compareDiffering", "text") == QStringLiteral("শুধু তফাতগুলো"));
    visit.click("compareRemove_kettle");
    REQUIRE(visit.waitFor("compareState"));
    visit.click("stateAction");
    CHECK(visit.waitFor("productCard_mug"));
}

TEST_CASE("LinkedStagesTurnTogetherAndFreeOnesAlone")
{
    Comparison two;
    two.turn(0, Qt::Key_Right);
    CHECK(two.camera(0, "yaw") != -28);
    CHECK(two.camera(1, "yaw") == two.camera(0, "yaw"));
    two.turn(1, Qt::Key_Plus);
    CHECK(QTest::qWaitFor([&] {
        return two.camera(1, "distance") < 0.95 &&
               std::abs(two.camera(0, "distance") - two.camera(1, "distance")) < 1e-4;
    }));

    two.visit.click("compareLink");
    two.turn(0, Qt::Key_Right);
    CHECK(two.camera(0, "yaw") == two.camera(1, "yaw") + 15);
    two.visit.click("compareLink"); // together again: as the one that was touched last
    CHECK(two.camera(1, "yaw") == two.camera(0, "yaw"));
}

TEST_CASE("AtRealSizesAllEyesAreEquallyFarAway")
{
    Comparison two;
    CHECK(two.away(1) > two.away(0) * 1.9); // each fills its own picture
    CHECK(two.visit.item("heightMark") == nullptr);
    two.visit.click("compareReal");
    CHECK(QTest::qWaitFor([&] { return std::abs(two.away(1) - two.away(0)) < 1e-2; }));
    REQUIRE(two.visit.waitFor("heightMark"));
    const auto marks = two.visit.items("heightMark");
    REQUIRE(marks.size() == 2);
    CHECK(marks[0]->property("words") == QStringLiteral("40\u00a0cm"));
    CHECK(marks[1]->property("words") == QStringLiteral("80\u00a0cm"));
    two.visit.click("compareReal");
    CHECK(QTest::qWaitFor([&] { return two.away(1) > two.away(0) * 1.9; }));
}

TEST_CASE("OnOneFloorTheyStandBesideEachOther")
{
    Comparison two;
    two.visit.click("compareFloor");
    REQUIRE(QTest::qWaitFor([&] { return two.visit.value("compareFloorStage", "revealed").toBool(); }, 30000));
    const auto *view = two.visit.value("compareFloorStage", "view").value<QObject *>();
    auto *row = view->property("row").value<QObject *>();
    const auto corner = [&](const char *which, int product) {
        QVector3D at;
        QMetaObject::invokeMethod(row, which, Q_RETURN_ARG(QVector3D, at), Q_ARG(int, product));
        return at;
    };
    CHECK(corner("lowOf", 1).x() > corner("highOf", 0).x());
    CHECK(std::abs(corner("lowOf", 1).y() - corner("lowOf", 0).y()) < 1e-3);
    CHECK(std::abs(corner("highOf", 1).y() - corner("lowOf", 1).y() - 80) < 1e-2);
    CHECK(two.visit.items("heightMark").size() >= 2);
}

TEST_CASE("OnOneFloorNoFigureLiesOnAnother")
{
    const test::BoxPackage small(0.2F, 0);
    const test::BoxPackage large(4, 0);
    Visit visit;
    visit.window()->resize(visit.window()->minimumSize());
    visit.desk().open();
    REQUIRE(visit.waitFor("productCard_mug"));
    REQUIRE(visit.tabTo("productCard_mug"));
    for (int i = 0; i < 4; ++i) {
        visit.key(Qt::Key_C);
        visit.key(Qt::Key_Right);
    }
    QTest::keyClick(visit.window(), Qt::Key_C, Qt::ShiftModifier);
    REQUIRE(visit.waitFor("compareTable"));
    for (const char *model : {"mug-model", "kettle-model", "chair-model", "horse-model"}) {
        const test::BoxPackage &box = std::string_view(model) == "horse-model" ? large : small;
        visit.desk().shop.compare()->setModelSource(model, QUrl::fromLocalFile(QString::fromStdString(box.path())));
    }
    visit.click("compareFloor");
    REQUIRE(QTest::qWaitFor([&] { return visit.value("compareFloorStage", "revealed").toBool(); }, 30000));
    const auto collisions = [&] {
        int count = 0;
        QList<QRectF> places;
        for (const QQuickItem *mark : visit.items("heightMark"))
            if (mark->isVisible())
                places << QRectF(mark->mapToScene(QPointF()), mark->size());
        for (int i = 0; i < places.size(); ++i)
            for (int j = 0; j < i; ++j)
                count += places[i].intersects(places[j]) ? 1 : 0;
        return places.size() == 4 ? count : -1;
    };
    CHECK(QTest::qWaitFor([&] { return collisions() == 0; }));
    // Seen from the side they stand behind each other.
    visit.item("compareFloorStage")->forceActiveFocus(Qt::TabFocusReason);
    for (int i = 0; i < 6; ++i)
        visit.key(Qt::Key_Right);
    CHECK(QTest::qWaitFor([&] { return collisions() == 0; }));
}

TEST_CASE("ThePairHasOneCameraWhateverWasFreeBefore")
{
    Comparison two;
    two.visit.click("compareLink");
    two.turn(1, Qt::Key_Right);
    REQUIRE(two.camera(0, "yaw") != two.camera(1, "yaw"));
    two.visit.click("compareGhost");
    REQUIRE(two.visit.waitFor("compareGhostSlider"));
    CHECK(QTest::qWaitFor(
        [&] { return two.camera(0, "yaw") == two.camera(1, "yaw") && std::abs(two.away(0) - two.away(1)) < 1e-2; }));
    const auto opacity = [&] { return two.visit.item("compareStage_1")->parentItem()->opacity(); };
    CHECK(opacity() == 0.5);
    REQUIRE(two.visit.tabTo("compareGhostSlider"));
    two.visit.key(Qt::Key_Right);
    CHECK(std::abs(opacity() - 0.55) < 1e-6);
}

TEST_CASE("TheWipesLineFollowsTheHandAndTheKeys")
{
    Comparison two;
    two.visit.click("compareWipe");
    REQUIRE(two.visit.waitFor("wipeHandle"));
    QQuickItem *handle = two.visit.item("wipeHandle");
    const auto at = [&] { return handle->property("at").toDouble(); };
    const auto cut = [&] { return two.visit.item("compareStage_1")->parentItem()->x(); };
    CHECK(at() == 0.5);
    const double width = handle->parentItem()->width();
    CHECK(std::abs(cut() - width / 2) <= 1);
    const QPoint from = handle->mapToScene(QPointF(handle->width() / 2, handle->height() / 2)).toPoint();
    QTest::mousePress(two.visit.window(), Qt::LeftButton, {}, from);
    for (int step = 1; step <= 8; ++step)
        QTest::mouseMove(two.visit.window(), from - QPoint(step * 20, 0));
    QTest::mouseRelease(two.visit.window(), Qt::LeftButton, {}, from - QPoint(160, 0));
    CHECK(std::abs(at() - (0.5 - 160 / width)) < 0.02);
    handle->forceActiveFocus(Qt::TabFocusReason);
    two.visit.key(Qt::Key_End);
    CHECK(at() == 1);
    CHECK(std::abs(cut() - width) <= 1);
    two.visit.key(Qt::Key_Left);
    CHECK(std::abs(at() - 0.95) < 1e-6);
}
