// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/Application.h"

#include <catch2/reporters/catch_reporter_event_listener.hpp>
#include <catch2/reporters/catch_reporter_registrars.hpp>

#include <memory>

namespace vitrine::tests {
namespace {

std::unique_ptr<QGuiApplication> g_application;

class Listener final : public Catch::EventListenerBase
{
public:
    using EventListenerBase::EventListenerBase;
    void testRunStarting(const Catch::TestRunInfo &) override
    {
        static int count = 1;
        static char name[] = "test";
        static char *arguments[] = {name, nullptr};
        g_application = std::make_unique<QGuiApplication>(count, arguments);
    }
    void testRunEnded(const Catch::TestRunStats &) override { g_application.reset(); }
};
CATCH_REGISTER_LISTENER(Listener)

} // namespace

QGuiApplication &application() { return *g_application; }

} // namespace vitrine::tests
