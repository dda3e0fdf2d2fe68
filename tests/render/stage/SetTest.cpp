// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/StageSurround.h"
#include "tests/render/stage/Boxes.h"
#include "tests/render/stage/SetRoom.h"
#include "tests/render/stage/Shown.h"

#include <catch2/catch_test_macros.hpp>

using namespace vitrine;
using test::Shown;

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
