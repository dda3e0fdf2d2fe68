// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/Visit.h"

using namespace vitrine;
using namespace vitrine::tests;

namespace {

bool shows(Visit &visit, const char *icon)
{
    return QTest::qWaitFor([&] { return visit.value("filmPlay", "iconName") == icon; }, 20000);
}

/// Opens the product, and one of its films.
void play(Visit &visit, const test::BoxPackage &box, const char *film)
{
    REQUIRE(visit.openOnStage(box, "filmButton"));
    visit.click("filmButton");
    REQUIRE(visit.waitFor(film));
    visit.click(film);
    REQUIRE(visit.waitFor("filmBar"));
}

void touchProduct(Visit &visit)
{
    QQuickItem *stage = visit.item("stage");
    const double free = stage->width() - stage->property("rightInset").toDouble();
    QTest::mouseClick(visit.window(), Qt::LeftButton, {},
                      stage->mapToScene(QPointF(free / 2, stage->height() * 0.5)).toPoint());
}

} // namespace

TEST_CASE("AFilmIsPlayedTakenOverByAHandAndResumed")
{
    const test::BoxPackage box;
    Visit visit;
    play(visit, box, "filmOption_turntable");
    CHECK(shows(visit, "pause"));
    CHECK(visit.item("apartButton") == nullptr);
    touchProduct(visit);
    CHECK(shows(visit, "play"));
    CHECK(visit.value("filmPlay", "text") == "Resume");
    CHECK(visit.value("stage", "markedPart") == -1); // the touch was for the film
    visit.click("filmPlay");
    CHECK(shows(visit, "pause"));
    visit.click("filmClose");
    CHECK(visit.waitGone("filmBar"));
    CHECK(visit.waitFor("apartButton"));
}

TEST_CASE("AFilmIsWorkedByKeyboard")
{
    const test::BoxPackage box;
    Visit visit;
    play(visit, box, "filmOption_inside");
    CHECK(shows(visit, "pause"));
    visit.key(Qt::Key_Space); // the bar has the keys
    CHECK(shows(visit, "play"));
    REQUIRE(visit.tabTo("filmScrubber"));
    const double before = visit.value("filmScrubber", "value").toDouble();
    visit.key(Qt::Key_Right);
    visit.key(Qt::Key_Right);
    CHECK(visit.value("filmScrubber", "value").toDouble() > before + 0.4);
    visit.key(Qt::Key_Space);
    CHECK(shows(visit, "pause"));
    visit.key(Qt::Key_Escape); // ends the film, not the visit
    CHECK(visit.waitGone("filmBar"));
    CHECK(visit.item("stage") != nullptr);
}

TEST_CASE("WhatIsSavedIsChosenFirst")
{
    const test::BoxPackage box;
    Visit visit;
    REQUIRE(visit.openOnStage(box, "filmButton"));
    visit.click("filmButton");
    REQUIRE(visit.waitFor("filmSave"));
    visit.click("filmSave");
    REQUIRE(visit.waitFor("saveKind_0"));
    CHECK(visit.value("saveKind_0", "checked") == true);
    CHECK(visit.item("saveFilm") == nullptr);
    visit.click("saveKind_1");
    CHECK(visit.waitFor("saveFilm"));
    visit.key(Qt::Key_Escape);
    CHECK(visit.waitGone("saveBegin"));
}
