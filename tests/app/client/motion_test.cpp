// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/MotionHints.h"

#include <catch2/catch_test_macros.hpp>

using namespace vitrine;

TEST_CASE("Each desktop's own words for less motion are understood")
{
    app::MotionHints hints;
    CHECK_FALSE(hints.isReduced());
    CHECK(hints.take("org.freedesktop.appearance", "reduced-motion", 1u));
    CHECK(hints.isReduced());
    CHECK(hints.take("org.freedesktop.appearance", "reduced-motion", 0u));
    CHECK_FALSE(hints.isReduced());
    CHECK(hints.take("org.gnome.desktop.interface", "enable-animations", false));
    CHECK(hints.isReduced());
    CHECK(hints.take("org.gnome.desktop.interface", "enable-animations", true));
    CHECK(hints.take("org.kde.kdeglobals.KDE", "AnimationDurationFactor", "0"));
    CHECK(hints.isReduced());
    CHECK(hints.take("org.kde.kdeglobals.KDE", "AnimationDurationFactor", "0.5"));
    CHECK_FALSE(hints.isReduced());
}

TEST_CASE("Values that say nothing of motion are passed over")
{
    app::MotionHints hints;
    CHECK_FALSE(hints.take("org.freedesktop.appearance", "color-scheme", 1u));
    CHECK_FALSE(hints.take("org.gnome.desktop.interface", "reduced-motion", 1u));
    CHECK(hints.isEmpty());
    CHECK(hints.take("org.freedesktop.appearance", "reduced-motion", 7u)); // To be read as 0.
    CHECK(hints.take("org.kde.kdeglobals.KDE", "AnimationDurationFactor", "fast"));
    CHECK_FALSE(hints.isReduced());
}

TEST_CASE("GTK's settings speak where no portal does")
{
    const auto reduces = [](const char *text) {
        app::MotionHints hints;
        hints.takeGtkSettings(QString::fromUtf8(text));
        return hints.isReduced();
    };
    CHECK(reduces("[Settings]\ngtk-theme-name=Adwaita\ngtk-enable-animations=0\n"));
    CHECK(reduces("[Settings]\n gtk-enable-animations = false \n"));
    CHECK_FALSE(reduces("[Settings]\ngtk-enable-animations=1\n"));
    CHECK_FALSE(reduces("[Settings]\n# gtk-enable-animations=0\n"));
    CHECK_FALSE(reduces(""));
}
