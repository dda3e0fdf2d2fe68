// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/stage/Stills.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/reporters/catch_reporter_event_listener.hpp>
#include <catch2/reporters/catch_reporter_registrars.hpp>

namespace vitrine::test {

namespace {

std::unique_ptr<stage::StillStage> theOne;

/// Qt's objects must go before the application does.
class StageEnd : public Catch::EventListenerBase
{
public:
    using EventListenerBase::EventListenerBase;
    void testRunEnded(const Catch::TestRunStats &) override { theOne.reset(); }
};
CATCH_REGISTER_LISTENER(StageEnd)

stage::StillStage &theStage(const stage::Still &still)
{
    if (!theOne) {
        auto made = stage::StillStage::create(still);
        REQUIRE(made.has_value());
        theOne = std::move(*made);
    }
    return *theOne;
}

} // namespace

core::Result<QImage> draw(const stage::Still &still)
{
    VITRINE_TRY(QImage image, theStage(still).draw(still));
    VITRINE_CHECK(theStage(still).checkSeen(still));
    return image;
}

core::Result<QImage> drawFilm(const stage::Still &still, const render::Film &film, double seconds)
{
    return theStage(still).drawFilm(still, film, seconds);
}

stage::Still stillOf(const BoxPackage &box)
{
    stage::Still still;
    still.package = QString::fromStdString(box.path());
    still.size = {320, 240};
    still.background = QStringLiteral("#ffffff");
    return still;
}

QRect silhouette(const QImage &image)
{
    QRect box;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(image.pixel(x, y)) > 245)
                box |= QRect(x, y, 1, 1);
    return box;
}

} // namespace vitrine::test
