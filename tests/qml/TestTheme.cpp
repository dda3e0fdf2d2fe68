// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/theme/Fonts.h"
#include "qml/theme/ValueWords.h"
#include "tests/qml/Application.h"

#include <catch2/catch_test_macros.hpp>

#include <QColor>
#include <QQmlComponent>
#include <QQmlEngine>

#include <cmath>
#include <memory>

using namespace vitrine;
using namespace vitrine::tests;

namespace {

/// Relative luminance and contrast by WCAG 2.2.
double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return std::max(a, b) / std::min(a, b);
}

QColor over(const QColor &top, const QColor &under)
{
    const auto mix = [&](double t, double u) { return t * top.alphaF() + u * (1 - top.alphaF()); };
    return QColor::fromRgbF(static_cast<float>(mix(top.redF(), under.redF())),
                            static_cast<float>(mix(top.greenF(), under.greenF())),
                            static_cast<float>(mix(top.blueF(), under.blueF())));
}

std::unique_ptr<QObject> tones(QQmlEngine &engine, bool isDark)
{
    QQmlComponent component(&engine, "Vitrine.Theme", "Tones");
    return std::unique_ptr<QObject>(component.createWithInitialProperties({{"dark", isDark}}));
}

} // namespace

TEST_CASE("EveryTextRoleReachesAAOnEverySurface")
{
    application();
    QQmlEngine engine;
    for (const bool isDark : {true, false}) {
        const auto theme = tones(engine, isDark);
        REQUIRE(theme);
        const auto color = [&](const char *role) { return theme->property(role).value<QColor>(); };
        const std::vector<QColor> surfaces = {color("backdropTop"), color("backdropBottom"), color("raised"),
                                              over(color("panel"), color("backdropTop")),
                                              over(color("panel"), color("backdropBottom"))};
        for (const char *role :
             {"text", "textSecond", "textThird", "brass", "teal", "good", "careful", "danger", "info"}) {
            for (const QColor &surface : surfaces) {
                CAPTURE(isDark, role, surface.name().toStdString());
                CHECK(contrast(color(role), surface) >= 4.5);
            }
        }
        CHECK(contrast(color("brassInk"), color("brass")) >= 4.5);
    }
}

TEST_CASE("MoneyIsGroupedInLakhWithThePaisaOnlyWhereThereAreAny")
{
    const qml::ValueWords words;
    const auto bdt = [](std::int64_t paisa) { return qml::MoneyValue(core::Money{paisa, core::Currency::bdt()}); };
    CHECK(words.mark(bdt(1), "en") == QStringLiteral("৳"));
    CHECK(words.figure(bdt(1'23'456'00), "en") == QStringLiteral("1,23,456"));
    CHECK(words.figure(bdt(1'23'456'50), "en") == QStringLiteral("1,23,456.50"));
    CHECK(words.figure(bdt(1'23'456'00), "bn") == QStringLiteral("১,২৩,৪৫৬"));
    CHECK(words.figure(qml::MoneyValue(), "en").isEmpty());
}

TEST_CASE("DatesAndNumbersSpeakTheLanguage")
{
    const qml::ValueWords words;
    const QDateTime time(QDate(2026, 11, 21), QTime(12, 0));
    CHECK(words.date(time, "en") == QStringLiteral("21 November 2026"));
    CHECK(words.date(time, "bn") == QStringLiteral("২১ নভেম্বর ২০২৬"));
    CHECK(words.number(1'23'456, "en") == QStringLiteral("1,23,456"));
    CHECK(words.number(1'23'456, "bn") == QStringLiteral("১,২৩,৪৫৬"));
    CHECK(words.digits("V-1042", "bn") == QStringLiteral("V-১০৪২"));
    CHECK(words.date({}, "en").isEmpty());
}

TEST_CASE("AMissingFontIsNamedAndStoodInFor")
{
    const qml::Fonts whole = qml::Fonts::choose({"Inter", "Inter Display", "Noto Sans Bengali"}, "Fallback");
    CHECK(whole.missing.isEmpty());
    CHECK(whole.display == QStringLiteral("Inter Display"));

    const qml::Fonts bare = qml::Fonts::choose({"Noto Sans"}, "Fallback");
    CHECK(bare.missing == QStringList{"Inter", "Noto Sans Bengali"});
    CHECK(bare.latin == QStringLiteral("Noto Sans"));
    CHECK(bare.bengali == QStringLiteral("Fallback"));
    CHECK(bare.display == bare.latin);
}
