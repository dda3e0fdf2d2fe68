// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/tour/Viewing.h"

#include <QDirIterator>

#include <cmath>

namespace vitrine::tour {
namespace {

const QString kSlug = QStringLiteral("over-ear-headphones");
const QString kOtherSlug = QStringLiteral("stoneware-mug");
/// A studio with a place of its own behind the product.
const QString kPlace = QStringLiteral("loft");

/// Where the headphones are on the free stage: its cups, its headband, and nothing.
constexpr QPointF kLeftCup(0.345, 0.68);
constexpr QPointF kRightCup(0.635, 0.64);
constexpr QPointF kHeadband(0.48, 0.29);
constexpr QPointF kBeside(0.75, 0.2);

} // namespace

std::vector<Step> Viewing::steps()
{
    return {
        {"light-changes", "another light studio, by a cross-fade", [this] { return changeLight(); }, true},
        {"light", "the product in the place of that studio", [this] { return standInLight(); }},
        {"tap-twice", "in the house's light: a cup, tapped twice, is looked at closer", [this] { return tapTwice(); }},
        {"pan", "back to the whole, which is moved aside", [this] { return move(); }},
        {"apart", "a product taken apart, and a part of it named", [this] { return takeApart(); }},
        {"half-apart", "half of that, by the slider", [this] { return holdApart(); }},
        {"part-off", "together again: one part tapped, and taken off", [this] { return takePartOff(); }},
        {"folding", "its animation", [this] { return fold(); }, true},
        {"details", "that at its end, and sent back: its details and its size", [this] { return showDetails(); }},
        {"detail", "what one detail says", [this] { return openDetail(); }},
        {"measure", "from one cup to the other, measured", [this] { return measure(); }},
        {"inches", "the same in inches", [this] { return showInches(); }},
        {"handling", "a magnifier over it, and a lamp in the hand", [this] { return handle(); }},
        {"drop", "its pieces dropped", [this] { return drop(); }},
        {"film", "put together: its film, played, taken over by a hand, resumed, scrubbed",
         [this] { return playFilm(); }},
        {"saving", "the film being saved", [this] { return saveFilm(); }, true},
        {"cancelled", "that cancelled: nothing is left of it", [this] { return cancelSaving(); }},
        {"saved", "a picture saved", [this] { return savePicture(); }},
        {"compare", "two products side by side: turned together, at real sizes, on one floor",
         [this] { return compareTwo(); }},
        {"ghost", "one over the other, a quarter of it seen", [this] { return seeThrough(); }},
        {"wipe", "one beside the other at a line that is drawn", [this] { return wipe(); }},
        {"less-motion", "with less motion, taken apart at once", [this] { return moveLess(); }},
    };
}

core::Status Viewing::changeLight()
{
    VITRINE_CHECK(openProduct());
    m_homeView = m_client.value("stage", "viewWords");
    VITRINE_CHECK(m_client.click("studioButton"));
    VITRINE_CHECK(m_client.click("studioOption_" + kPlace));
    VITRINE_CHECK(m_client.waitSeen("stageDusk"));
    return m_client.waitUntil("the old light to fade", [this] { return m_client.number("stageDusk", "opacity") < 1; });
}

core::Status Viewing::standInLight()
{
    VITRINE_CHECK(m_client.waitGone("stageDusk"));
    VITRINE_CHECK(expect(m_client.value("stage", "studio") == kPlace, "the stage is in " + kPlace));
    return m_client.waitValue("stage", "isLit", "true");
}

core::Status Viewing::tapTwice()
{
    const QString place = m_client.value("studioButton", "text");
    VITRINE_CHECK(m_client.click("studioButton"));
    VITRINE_CHECK(m_client.click("studioOption_softbox"));
    VITRINE_CHECK(m_client.waitChange("studioButton", "text", place));
    VITRINE_TRY(const QPoint cup, onStage(kRightCup.x(), kRightCup.y()));
    m_desktop.doubleClick(cup);
    VITRINE_CHECK(m_client.waitChange("stage", "viewWords", m_homeView));
    VITRINE_CHECK(m_client.waitValue("stage", "isStill", "true"));
    VITRINE_CHECK(expect(m_client.number("stage", "camera.distance") < 0.6, "the camera is nearer"));
    return m_client.waitSeen("partCard");
}

core::Status Viewing::move()
{
    VITRINE_TRY(const QPoint beside, onStage(kBeside.x(), kBeside.y()));
    m_desktop.doubleClick(beside);
    VITRINE_CHECK(m_client.waitValue("stage", "viewWords", m_homeView));
    VITRINE_CHECK(m_client.waitGone("partCard"));
    VITRINE_CHECK(m_client.click("sizeButton"));
    VITRINE_TRY(const QRect before, m_client.waitFor("size_height"));
    m_desktop.drag(beside, beside + QPoint(150, -70), Desktop::Button::Right);
    VITRINE_CHECK(waitAside("size_height", before.x() + 100));
    VITRINE_CHECK(m_client.waitValue("stage", "isStill", "true"));
    return expect(m_client.value("stage", "viewWords") == m_homeView, "it was moved, not turned");
}

core::Status Viewing::takeApart()
{
    VITRINE_CHECK(m_client.click("sizeButton"));
    VITRINE_CHECK(m_client.click("resetViewButton"));
    VITRINE_CHECK(m_client.click("apartButton"));
    VITRINE_CHECK(m_client.waitFor("apartSlider"));
    VITRINE_CHECK(m_client.waitValue("stage", "motion.apart", "1"));
    VITRINE_TRY(const QPoint beside, onStage(kBeside.x(), kBeside.y()));
    // Its first part by keyboard: where parts have flown to is for the eye.
    m_desktop.click(beside);
    m_desktop.key("period");
    VITRINE_CHECK(m_client.waitFor("partCard"));
    return m_client.waitValue("stage", "isStill", "true");
}

core::Status Viewing::holdApart()
{
    VITRINE_CHECK(m_client.click("partClose"));
    VITRINE_CHECK(m_client.waitGone("partCard"));
    VITRINE_CHECK(slide("apartSlider", 0.5));
    const double apart = m_client.number("stage", "motion.apart");
    VITRINE_CHECK(expect(apart > 0.3 && apart < 0.7, QStringLiteral("it is half apart, not %1").arg(apart)));
    return m_client.waitValue("stage", "isStill", "true");
}

core::Status Viewing::takePartOff()
{
    VITRINE_CHECK(m_client.click("apartButton"));
    VITRINE_CHECK(m_client.waitGone("apartSlider"));
    VITRINE_CHECK(m_client.waitValue("stage", "viewWords", m_homeView));
    VITRINE_TRY(const QPoint band, onStage(kHeadband.x(), kHeadband.y()));
    m_desktop.click(band);
    VITRINE_CHECK(m_client.waitFor("partCard"));
    const QString offer = m_client.value("partLift", "text");
    VITRINE_CHECK(m_client.click("partLift"));
    VITRINE_CHECK(waitMoved());
    VITRINE_CHECK(expect(m_client.value("partLift", "text") != offer, "what is off can be put back"));
    return expect(m_client.number("stage", "motion.apart") == 0, "the others are where they were");
}

core::Status Viewing::fold()
{
    VITRINE_CHECK(m_client.click("partLift"));
    VITRINE_CHECK(waitMoved());
    VITRINE_CHECK(m_client.click("partClose"));
    VITRINE_CHECK(m_client.click("animationButton_0"));
    return waitMoved();
}

core::Status Viewing::showDetails()
{
    VITRINE_CHECK(expect(m_client.value("animationButton_0", "checked") == "true", "it stays at its end"));
    VITRINE_CHECK(m_client.click("animationButton_0"));
    VITRINE_CHECK(waitMoved());
    VITRINE_CHECK(expect(m_client.value("animationButton_0", "checked") == "false", "it is at rest"));
    VITRINE_CHECK(m_client.waitValue("stage", "viewWords", m_homeView));
    VITRINE_CHECK(m_client.click("spotsButton"));
    VITRINE_CHECK(m_client.click("sizeButton"));
    VITRINE_CHECK(m_client.waitFor("size_height"));
    VITRINE_CHECK(expect(!m_client.items("spotPin_").isEmpty(), "some detail is in sight"));
    return m_client.waitValue("stage", "isStill", "true");
}

core::Status Viewing::openDetail()
{
    const QString pin = m_client.items("spotPin_").constFirst();
    VITRINE_CHECK(m_client.click(pin));
    VITRINE_CHECK(m_client.waitSeen("spotTitle_" + pin.section('_', 1)));
    return m_client.waitValue("stage", "isStill", "true");
}

core::Status Viewing::measure()
{
    VITRINE_CHECK(m_client.click("spotsButton"));
    for (const QPointF &cup : {kLeftCup, kRightCup}) {
        VITRINE_TRY(const QPoint at, onStage(cup.x(), cup.y()));
        m_desktop.click(at);
    }
    VITRINE_CHECK(m_client.waitFor("size_between"));
    return m_client.waitValue("stage", "isStill", "true");
}

core::Status Viewing::showInches()
{
    const QString between = m_client.value("size_between", "text");
    const QString height = m_client.value("size_height", "text");
    VITRINE_CHECK(m_client.click("size_between"));
    VITRINE_CHECK(m_client.waitChange("size_between", "text", between));
    return m_client.waitChange("size_height", "text", height);
}

core::Status Viewing::handle()
{
    VITRINE_CHECK(m_client.click("sizeButton"));
    VITRINE_CHECK(m_client.waitGone("size_height"));
    VITRINE_CHECK(m_client.click("lampButton"));
    VITRINE_CHECK(m_client.waitValue("stage", "lamp.strength", "1"));
    VITRINE_TRY(const QRect lamp, m_client.waitFor("lampHandle"));
    const QString before = m_client.value("stage", "lamp.yaw");
    m_desktop.drag(lamp.center(), lamp.center() + QPoint(90, 20));
    VITRINE_CHECK(m_client.waitChange("stage", "lamp.yaw", before));
    VITRINE_CHECK(m_client.click("magnifierButton"));
    VITRINE_CHECK(m_client.waitFor("magnifier"));
    VITRINE_TRY(const QPoint at, onStage(kRightCup.x(), kRightCup.y()));
    m_desktop.moveTo(at);
    return m_client.waitStill();
}

core::Status Viewing::drop()
{
    VITRINE_CHECK(m_client.click("magnifierButton"));
    VITRINE_CHECK(m_client.waitGone("magnifier"));
    VITRINE_CHECK(m_client.click("lampButton"));
    VITRINE_CHECK(m_client.waitGone("lampHandle"));
    VITRINE_CHECK(m_client.click("dropButton"));
    VITRINE_CHECK(m_client.waitValue("stage", "motion.fallen", "true"));
    return m_client.waitValue("stage", "isStill", "true");
}

core::Status Viewing::playFilm()
{
    VITRINE_CHECK(m_client.click("dropButton"));
    VITRINE_CHECK(m_client.waitValue("stage", "motion.fallen", "false"));
    VITRINE_CHECK(m_client.click("filmButton"));
    VITRINE_CHECK(m_client.click("filmOption_reveal"));
    VITRINE_CHECK(m_client.waitValue("filmPlay", "iconName", "pause"));
    VITRINE_CHECK(m_client.click("stage")); // a touch of the product: a hand has it
    VITRINE_CHECK(m_client.waitValue("filmPlay", "iconName", "play"));
    VITRINE_CHECK(m_client.click("filmPlay"));
    VITRINE_CHECK(m_client.waitValue("filmPlay", "iconName", "pause"));
    VITRINE_CHECK(m_client.click("filmScrubber"));
    VITRINE_CHECK(m_client.waitValue("filmPlay", "iconName", "play"));
    VITRINE_CHECK(m_client.waitValue("stage", "isLit", "true"));
    return m_client.waitValue("stage", "isStill", "true");
}

core::Status Viewing::saveFilm()
{
    VITRINE_CHECK(m_client.click("filmSaveHere"));
    for (const char *choice : {"saveKind_1", "saveSize_0", "saveRate_0"}) { // pictures, the fewest and smallest
        VITRINE_CHECK(m_client.click(choice));
        VITRINE_CHECK(m_client.waitValue(choice, "checked", "true"));
    }
    VITRINE_CHECK(m_client.click("saveBegin"));
    VITRINE_CHECK(m_client.waitFor("saveProgress"));
    // As soon as it is known how long it will take.
    VITRINE_CHECK(m_client.waitChange("saveWords", "text", m_client.value("saveWords", "text")));
    VITRINE_CHECK(expect(m_client.number("saveProgress", "progress") > 0, "some of it is done"));
    return expect(savedPictures() > 0, "the first pictures are there");
}

core::Status Viewing::cancelSaving()
{
    // Put away it goes on, and says so.
    m_desktop.key("Escape");
    VITRINE_CHECK(m_client.waitGone("saveProgress"));
    VITRINE_CHECK(m_client.click("saveMarkWords"));
    VITRINE_CHECK(m_client.waitFor("saveProgress"));
    VITRINE_CHECK(m_client.click("saveCancel"));
    VITRINE_CHECK(m_client.waitGone("saveProgress"));
    return expect(savedPictures() == 0, "no picture is left");
}

core::Status Viewing::savePicture()
{
    VITRINE_CHECK(m_client.click("saveCancel")); // closes, by now
    VITRINE_CHECK(m_client.waitGone("saveCancel"));
    VITRINE_CHECK(m_client.click("filmSaveHere"));
    VITRINE_CHECK(m_client.click("saveKind_0"));
    VITRINE_CHECK(m_client.click("saveBegin"));
    VITRINE_CHECK(m_client.waitFor("saveOpen"));
    return expect(savedPictures() == 1, "there is one picture");
}

core::Status Viewing::compareTwo()
{
    VITRINE_CHECK(m_client.click("saveCancel"));
    VITRINE_CHECK(m_client.waitGone("saveCancel"));
    VITRINE_CHECK(m_client.click("filmClose"));
    VITRINE_CHECK(m_client.click("compareButton"));
    VITRINE_CHECK(m_client.waitFor("compareTray"));
    VITRINE_CHECK(m_client.click("homeButton"));
    VITRINE_TRY(const QRect card, m_client.waitFor("productCard_" + kOtherSlug));
    m_desktop.moveTo(card.topLeft() + QPoint(40, 40));
    VITRINE_CHECK(m_client.click("compareToggle_" + kOtherSlug));
    VITRINE_CHECK(m_client.click("trayCompare"));
    VITRINE_CHECK(m_client.waitValue("compareStage_0", "isStill", "true"));
    VITRINE_CHECK(m_client.waitValue("compareStage_1", "isStill", "true"));
    VITRINE_CHECK(expect(m_client.isShown("differsMark_0"), "their prices differ"));

    const QString home = m_client.value("compareStage_1", "viewWords");
    VITRINE_TRY(const QRect stage, m_client.waitFor("compareStage_0"));
    m_desktop.drag(stage.center(), stage.center() + QPoint(90, -20));
    VITRINE_CHECK(m_client.waitChange("compareStage_1", "viewWords", home)); // the other one
    VITRINE_CHECK(m_client.waitValue("compareStages", "isStill", "true"));
    VITRINE_CHECK(expect(m_client.value("compareStage_1", "viewWords") == m_client.value("compareStage_0", "viewWords"),
                         "both look from one side"));
    m_desktop.key("Home");
    VITRINE_CHECK(m_client.waitValue("compareStage_1", "viewWords", home));
    VITRINE_CHECK(m_client.click("compareReal"));
    VITRINE_CHECK(m_client.waitFor("heightMark"));
    VITRINE_CHECK(m_client.click("compareFloor"));
    return m_client.waitValue("compareStages", "isStill", "true");
}

core::Status Viewing::seeThrough()
{
    VITRINE_CHECK(m_client.click("compareGhost"));
    VITRINE_CHECK(slide("compareGhostSlider", 0.25));
    VITRINE_CHECK(m_client.waitValue("compareStages", "isStill", "true"));
    const double seen = m_client.number("compareStage_1", "parent.opacity");
    return expect(seen > 0.1 && seen < 0.4, QStringLiteral("a quarter is seen, not %1").arg(seen));
}

core::Status Viewing::wipe()
{
    VITRINE_CHECK(m_client.click("compareWipe"));
    VITRINE_TRY(const QRect line, m_client.waitFor("wipeHandle"));
    m_desktop.drag(line.center(), line.center() + QPoint(120, 0));
    VITRINE_CHECK(waitAside("wipeHandle", line.x() + 100));
    return m_client.waitValue("compareStages", "isStill", "true");
}

core::Status Viewing::moveLess()
{
    VITRINE_CHECK(m_client.click("ordersButton"));
    const QString asSystem = m_client.value("motionButton", "text");
    VITRINE_CHECK(m_client.click("motionButton"));
    VITRINE_CHECK(m_client.waitChange("motionButton", "text", asSystem));
    VITRINE_CHECK(openProduct());
    VITRINE_CHECK(expect(!m_client.isShown("dropButton"), "nothing is offered to be dropped"));
    VITRINE_CHECK(m_client.click("apartButton"));
    VITRINE_CHECK(m_client.waitValue("stage", "motion.opened", "true"));
    return expect(m_client.number("stage", "motion.apart") == 1, "it is apart at once");
}

core::Status Viewing::openProduct()
{
    VITRINE_CHECK(m_client.click("homeButton"));
    VITRINE_CHECK(m_client.click("productCard_" + kSlug));
    VITRINE_CHECK(m_client.waitValue("stage", "isReady", "true"));
    VITRINE_CHECK(m_client.waitFor("productPanel"));
    return m_client.waitValue("stage", "isStill", "true");
}

core::Status Viewing::waitMoved()
{
    VITRINE_CHECK(m_client.waitValue("stage", "motion.moving", "true"));
    VITRINE_CHECK(m_client.waitValue("stage", "motion.moving", "false"));
    return m_client.waitValue("stage", "isStill", "true");
}

core::Result<QPoint> Viewing::onStage(double x, double y)
{
    VITRINE_TRY(const QRect stage, m_client.waitFor("stage"));
    VITRINE_TRY(const QRect panel, m_client.waitFor("productPanel"));
    return QPoint(stage.x() + qRound(x * (panel.x() - stage.x())), stage.y() + qRound(y * stage.height()));
}

core::Status Viewing::slide(const QString &slider, double to)
{
    VITRINE_TRY(const QRect place, m_client.waitFor(slider));
    // Its line begins and ends within the handle's half and the padding.
    constexpr int kEnd = 22;
    const auto at = [&](double part) {
        return QPoint(place.x() + kEnd + qRound(part * (place.width() - 2 * kEnd)), place.center().y());
    };
    m_desktop.drag(at(m_client.number(slider, "position")), at(to));
    return m_client.waitUntil(slider.toStdString() + " to go along", [&] {
        return std::abs(m_client.number(slider, "position") - to) < 0.1 && m_client.value(slider, "pressed") == "false";
    });
}

core::Status Viewing::waitAside(const QString &item, int x)
{
    return m_client.waitUntil(item.toStdString() + " to go with the hand", [&] {
        const core::Result<QRect> place = m_client.waitFor(item);
        return place && place->x() > x;
    });
}

int Viewing::savedPictures() const
{
    int count = 0;
    constexpr auto kAll = QDir::Files | QDir::Hidden;
    for (QDirIterator files(m_home, {"*.png"}, kAll, QDirIterator::Subdirectories); files.hasNext(); ++count)
        files.next();
    return count;
}

} // namespace vitrine::tour
