// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/stage/Draw.h"

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

} // namespace vitrine::test
