// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/StageFilm.h"
#include "render/cinema/FilmText.h"
#include "tests/render/stage/Stills.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace vitrine;
using stage::StageFilm;
using test::drawFilm;
using test::stillOf;

namespace {

std::vector<render::Film> filmsOf(std::string_view text)
{
    auto films = render::readFilms(text);
    REQUIRE(films.has_value());
    return *films;
}

constexpr const char *kTwoShots = R"(film a
shot 2
  camera 0 10 1 to 90 10 0.8
  lens 85
  ease linear
shot 2
  camera 180 20 1
  apart 1
  blend 0.5
)";

/// A stage with the block on it, no window, and time that only passes when it is told to.
class Player
{
public:
    explicit Player(std::string_view text = {})
    {
        QQmlComponent component(&m_engine, "Vitrine.Stage", "ProductStage");
        m_item.reset(qobject_cast<QQuickItem *>(component.createWithInitialProperties(
            {{"source", QUrl::fromLocalFile(QString::fromStdString(m_box.path()))},
             {"width", 480},
             {"height", 360},
             {"still", true}})));
        REQUIRE(m_item);
        REQUIRE(QTest::qWaitFor([this] { return m_item->property("status").toInt() == 2; }, 20000));
        if (!text.empty())
            film().setFilms(filmsOf(text));
    }

    StageFilm &film() { return *m_item->property("film").value<StageFilm *>(); }
    stage::StageCamera &camera() { return *m_item->property("camera").value<stage::StageCamera *>(); }
    stage::StageMotion &motion() { return *m_item->property("motion").value<stage::StageMotion *>(); }
    void set(const char *name, const QVariant &value) { m_item->setProperty(name, value); }

    void pass(double seconds)
    {
        for (int step = 0; step < std::lround(seconds * 20); ++step) {
            film().advance(0.05);
            camera().advance(0.05);
            motion().advance(0.05);
        }
    }

private:
    test::BoxPackage m_box;
    QQmlEngine m_engine;
    std::unique_ptr<QQuickItem> m_item;
};

} // namespace

TEST_CASE("AnyProductHasFilmsByItsShape")
{
    Player player;
    QStringList names;
    for (const stage::FilmChoice &choice : player.film().choices())
        names << choice.name;
    CHECK(names == QStringList{"reveal", "turntable", "details", "inside"});
}

TEST_CASE("AFilmHoldsTheCamera")
{
    Player player(kTwoShots);
    player.film().play(0);
    CHECK(player.film().isPlaying());
    player.pass(1);
    CHECK(player.film().seconds() == Catch::Approx(1));
    CHECK(player.camera().yaw() == Catch::Approx(45));
    CHECK(player.camera().fieldOfView() == Catch::Approx(render::fieldOfView(85)).margin(1e-3));
    CHECK(player.film().length() == 4);
}

TEST_CASE("AnotherLensShowsTheProductAsLarge")
{
    Player player("film a\nshot 1\nlens 46.4\nshot 1\nlens 200");
    const auto sizeOf = [&](double seconds) {
        player.film().seek(seconds);
        const QVector3D away = player.camera().position() - player.camera().homeTarget();
        return away.length() * std::tan(player.camera().fieldOfView() * 0.0087266463);
    };
    player.film().play(0);
    player.film().pause();
    CHECK(sizeOf(0) == Catch::Approx(sizeOf(1.5)).epsilon(0.02));
}

TEST_CASE("AHandTakesTheCameraFromWhereItIs")
{
    Player player(kTwoShots);
    player.film().play(0);
    player.pass(1);
    const QVector3D before = player.camera().position();
    player.camera().turnBy(0, 0, 0.01);
    CHECK(player.film().state() == StageFilm::Interrupted);
    CHECK((player.camera().position() - before).length() < 1e-2F);
    player.camera().turnBy(80, 0, 0.05);
    player.camera().release();
    player.pass(3);
    CHECK(player.film().seconds() == Catch::Approx(1));
    CHECK(std::abs(player.camera().yaw() - 45) > 10);
}

TEST_CASE("GoesOnFromWhereItWasInterruptedByAShortFlight")
{
    Player player(kTwoShots);
    player.film().play(0);
    player.pass(1);
    player.camera().turnBy(80, 0, 0.05);
    player.camera().release();
    player.pass(1);
    player.film().resume();
    CHECK(player.film().state() == StageFilm::Returning);
    CHECK(player.film().isPlaying());
    player.pass(0.1);
    CHECK(player.film().seconds() == Catch::Approx(1)); // the flight takes none of the film's time
    for (int tries = 0; player.film().state() == StageFilm::Returning && tries < 100; ++tries)
        player.pass(0.05);
    CHECK(player.film().state() == StageFilm::Playing);
    CHECK(player.camera().yaw() == Catch::Approx(45).margin(6));
    player.pass(0.5);
    CHECK(player.film().seconds() > 1.4);
}

TEST_CASE("ShowsTheMomentThatIsAskedFor")
{
    Player player(kTwoShots);
    player.film().play(0);
    player.film().seek(3);
    CHECK(player.camera().yaw() == Catch::Approx(180));
    CHECK(player.motion().apart() == Catch::Approx(1));
    CHECK(player.film().shot() == 1);
    player.camera().nudge(10, 0);
    player.film().seek(0.5);
    CHECK(player.film().state() == StageFilm::Paused);
    CHECK(player.camera().yaw() == Catch::Approx(22.5));
    CHECK(player.motion().apart() == Catch::Approx(0));
    player.film().seek(99);
    CHECK(player.film().seconds() == 4);
    player.film().resume(); // it is over: once more
    CHECK(player.film().seconds() == 0);
}

TEST_CASE("TimeStandsUntilThePictureBeforeABlendIsKept")
{
    Player player(kTwoShots);
    player.film().play(0);
    // Nobody but the test answers.
    QObject::disconnect(&player.film(), &StageFilm::blendWanted, nullptr, nullptr);
    QSignalSpy asked(&player.film(), &StageFilm::blendWanted);
    player.pass(2.5);
    CHECK(asked.size() == 1);
    CHECK(asked.first().first().toDouble() == 0.5);
    CHECK(player.film().seconds() < 2);
    player.film().proceed();
    player.pass(1);
    CHECK(asked.size() == 1);
    CHECK(player.film().seconds() > 2.4);
}

TEST_CASE("WithLessMotionAFilmIsStillPicturesAndCuts")
{
    Player player(kTwoShots);
    player.set("reducedMotion", true);
    player.film().play(0);
    player.pass(0.5);
    CHECK(player.camera().yaw() == Catch::Approx(90));
    player.pass(1);
    CHECK(player.camera().yaw() == Catch::Approx(90));
    player.pass(1);
    CHECK(player.camera().yaw() == Catch::Approx(180));
}

TEST_CASE("AfterAFilmAllIsAsBefore")
{
    Player player(kTwoShots);
    player.film().play(0);
    player.film().seek(3);
    player.film().stop();
    CHECK_FALSE(player.film().isActive());
    player.pass(4);
    CHECK(player.camera().yaw() == Catch::Approx(-28));
    CHECK(player.camera().distance() == Catch::Approx(1));
    CHECK(player.camera().fieldOfView() == Catch::Approx(29));
    CHECK(player.motion().apart() == 0);
    CHECK(player.film().blur() == 0);
    CHECK_FALSE(player.camera().isMoving());
}

TEST_CASE("WhatIsSeenNowIsAFilmOfItsOwn")
{
    Player player(kTwoShots);
    player.camera().turnBy(60, 20, 0.05);
    player.camera().release();
    player.pass(2);
    const QVector3D seen = player.camera().position();
    const QString text = player.film().textOfNow("gallery", "Blue");
    const auto films = filmsOf(text.toStdString());
    REQUIRE(films.size() == 1);
    CHECK(films[0].shots[0].light == "gallery");
    CHECK(films[0].shots[0].variant == "Blue");
    player.camera().reset();
    player.film().setFilms(films);
    player.film().play(0);
    CHECK((player.camera().position() - seen).length() < seen.length() * 1e-3F);
}

TEST_CASE("AFilmIsDrawnTheSameEachTime")
{
    const test::BoxPackage box;
    const render::Film film = filmsOf(kTwoShots).front();
    const auto first = drawFilm(stillOf(box), film, 1);
    const auto other = drawFilm(stillOf(box), film, 3);
    const auto again = drawFilm(stillOf(box), film, 1);
    REQUIRE(first.has_value());
    CHECK(*first == *again);
    CHECK(*first != *other);
    // And leaves the pictures without one as they were.
    const auto plain = test::draw(stillOf(box));
    REQUIRE(drawFilm(stillOf(box), film, 2.2).has_value());
    CHECK(*test::draw(stillOf(box)) == *plain);
}

TEST_CASE("ABlendIsMixedOfBothShots")
{
    const test::BoxPackage box;
    const render::Film film =
        filmsOf("film a\nshot 1\nvariant Blue\nshot 1\nblend 1\ncamera -28 12 1\nvariant Red").front();
    const QPoint middle(160, 130);
    const QColor blue = drawFilm(stillOf(box), film, 0.5)->pixelColor(middle);
    const QColor both = drawFilm(stillOf(box), film, 1.5)->pixelColor(middle);
    const QColor red = drawFilm(stillOf(box), film, 2)->pixelColor(middle);
    CHECK(blue.blue() > blue.red());
    CHECK(red.red() > red.blue());
    CHECK(std::abs(both.red() - (blue.red() + red.red()) / 2) <= 2);
    CHECK(std::abs(both.blue() - (blue.blue() + red.blue()) / 2) <= 2);
}

TEST_CASE("WhatIsOutOfFocusIsSoft")
{
    const test::BoxPackage box;
    // How steep the left edge of the block is against the white behind it.
    const auto steepest = [&](const char *focus) {
        const auto image =
            drawFilm(stillOf(box), filmsOf(std::string("film a\nshot 1\ncamera 0 0 1\n") + focus).front(), 0);
        REQUIRE(image.has_value());
        int most = 0;
        for (int x = 1; x < 160; ++x)
            most = std::max(most, std::abs(qGray(image->pixel(x, 130)) - qGray(image->pixel(x - 1, 130))));
        return most;
    };
    const int sharp = steepest("focus off");
    CHECK(sharp > 60);
    CHECK(steepest("focus point 0 0.2 0.1 f/2") > sharp * 0.6);
    CHECK(steepest("focus point 0 0.2 -3 f/0.5") < sharp * 0.4);
}

TEST_CASE("TheLensDarkensTheCorners")
{
    const test::BoxPackage box;
    const auto corner = [&](const char *text) {
        return qGray(drawFilm(stillOf(box), filmsOf(text).front(), 0)->pixel(2, 2));
    };
    CHECK(corner("film a\nshot 1") == 255);
    CHECK(corner("film a\nshot 1\nvignette 0.5") < 170);
}

TEST_CASE("AGlowIsThatOfThePictureItIsIn")
{
    render::MaterialRecord lit;
    lit.emissive = {2, 2, 2};
    const test::BoxPackage box(lit);
    stage::Still still = stillOf(box);
    still.background = QStringLiteral("#000000");
    const auto film = [](const char *bloom) {
        return filmsOf(std::string("film a\nshot 2\ncamera 0 10 1 to 90 10 2\n") + bloom).front();
    };
    const QImage plain = drawFilm(still, film(""), 0.2).value();
    const render::Film glowing = film("bloom 0.6");
    const QImage first = drawFilm(still, glowing, 0.2).value();
    const QImage other = drawFilm(still, glowing, 1.8).value();
    CHECK(drawFilm(still, glowing, 0.2).value() == first);
    const auto lightOf = [](const QImage &image) {
        return qGray(image.scaled(1, 1, {}, Qt::SmoothTransformation).pixel(0, 0));
    };
    CHECK(lightOf(first) > lightOf(plain));
    CHECK(lightOf(first) > lightOf(other)); // further away
}
