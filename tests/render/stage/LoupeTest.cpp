// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/stage/Boxes.h"
#include "tests/render/stage/Shown.h"

#include <catch2/catch_test_macros.hpp>

using namespace vitrine;

namespace {

/// A magnifying glass over the upper left corner of a stage.
class Loupe
{
public:
    explicit Loupe(test::Shown &stage)
        : m_window(stage.window())
    {
        QQmlComponent component(stage.engine(), "Vitrine.Stage", "StageLoupe");
        m_item.reset(qobject_cast<QQuickItem *>(component.createWithInitialProperties(
            {{"view", stage.view()}, {"at", QPointF(240, 180)}, {"width", 100}, {"height", 100}})));
        REQUIRE(m_item);
        m_item->setParentItem(m_window.contentItem());
    }

    void lookAt(QPointF point) { m_item->setProperty("at", point); }
    /// What is in its middle in the frame that comes next.
    QColor middle() { return m_window.grabWindow().pixelColor(50, 50); }

private:
    QQuickWindow &m_window;
    std::unique_ptr<QQuickItem> m_item;
};

bool isRed(const QColor &color) { return color.red() > 2 * color.green() + 20; }

} // namespace

TEST_CASE("AMagnifierShowsWhatItIsOverInThatFrame")
{
    const test::BoxPackage box;
    test::Shown stage(QString::fromStdString(box.path()));
    REQUIRE(stage.settles());
    Loupe loupe(stage);
    CHECK(isRed(loupe.middle()));
    loupe.lookAt({30, 30});
    CHECK_FALSE(isRed(loupe.middle()));
    loupe.lookAt({240, 180});
    CHECK(isRed(loupe.middle()));
}
