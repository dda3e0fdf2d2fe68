// SPDX-License-Identifier: GPL-3.0-or-later
#include <QImage>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>
#include <QVector4D>

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

namespace {

using Rgb = std::array<double, 3>;

constexpr int kSteps = 32;
constexpr double kExposure = 4;

/// Khronos PBR Neutral as its specification has it (github.com/KhronosGroup/ToneMapping, PBR_Neutral/README.md): F90 =
/// 0.04, Ks = 0.8 − F90, Kd = 0.15, and then sRGB.
Rgb published(Rgb c)
{
    constexpr double kF90 = 0.04;
    constexpr double kS = 0.8 - kF90;
    const double x = std::ranges::min(c);
    const double f = x <= 2 * kF90 ? x - x * x / (4 * kF90) : kF90;
    const double p = std::ranges::max(c) - f;
    const double pn = 1 - (1 - kS) * (1 - kS) / (p + 1 - 2 * kS);
    const double g = 1 / (0.15 * (p - pn) + 1);
    for (double &channel : c) {
        channel -= f;
        if (p > kS)
            channel = channel * pn / p * g + pn * (1 - g);
        channel = channel <= 0.0031308 ? 12.92 * channel : 1.055 * std::pow(channel, 1 / 2.4) - 0.055;
    }
    return c;
}

/// Every colour of 32 steps a channel.
QImage grid()
{
    QImage image(kSteps * kSteps, kSteps, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixelColor(x, y, QColor(x / kSteps * 255 / 31, x % kSteps * 255 / 31, y * 255 / 31));
    return image;
}

constexpr const char *kEffect = R"(
import QtQuick
ShaderEffect {
    id: effect
    property var scene: Image { source: effect.grid; smooth: false; visible: false }
    property var place: scene
    property var glowing: scene
    property real lensVignette: 0
    property real bloom: 0
    property real placeBlur: 0
    property vector4d part: Qt.vector4d(0.5, 0.5, 1, 1)
    property vector4d drawn: Qt.vector4d(0, 0, 1, 1)
    property Item floorShadow: scene
    property real dim: 0
    property real floorDark: 0
    property real floorBright: 0
    property vector3d floorShade
    property vector3d floorLight
    property matrix4x4 ontoFloor
    property url grid
    property real exposure
    property real vignette: 0
    property real glow: 0
    property color skyTop: "transparent"
    property color skyBottom: "transparent"
    property color lamp: "black"
    property point lampAt
    property size viewSize: Qt.size(width, height)
    property real dither: 0
    property real yUp: 0
    property point placeAt
    property size placeScale
    property real coverage: 0
    fragmentShader: "qrc:/shaders/stage/composite.frag.qsb"
})";

/// The effect with these properties in a window of its own.
QImage draw(QVariantMap properties, QSize size)
{
    properties.insert(QStringLiteral("width"), size.width());
    properties.insert(QStringLiteral("height"), size.height());
    QQmlEngine engine;
    QQmlComponent component(&engine);
    component.setData(kEffect, {});
    const std::unique_ptr<QQuickItem> effect(
        qobject_cast<QQuickItem *>(component.createWithInitialProperties(properties)));
    INFO(component.errorString().toStdString());
    REQUIRE(effect);
    QQuickWindow window;
    effect->setParentItem(window.contentItem());
    window.resize(size);
    window.show();
    REQUIRE(QTest::qWaitForWindowExposed(&window));
    return window.grabWindow();
}

} // namespace

TEST_CASE("MapsTonesAsPublished")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("grid.png"));
    const QImage colours = grid();
    REQUIRE(colours.save(path));
    const QImage shown = draw({{"grid", QUrl::fromLocalFile(path)}, {"exposure", kExposure}}, colours.size());
    REQUIRE(shown.size() == colours.size());
    double worst = 0;
    for (int y = 0; y < shown.height(); ++y) {
        for (int x = 0; x < shown.width(); ++x) {
            const QColor in = colours.pixelColor(x, y);
            const QColor out = shown.pixelColor(x, y);
            const Rgb expected = published(
                {in.red() / 255.0 * kExposure, in.green() / 255.0 * kExposure, in.blue() / 255.0 * kExposure});
            worst = std::max({worst, std::abs(out.red() / 255.0 - expected[0]),
                              std::abs(out.green() / 255.0 - expected[1]), std::abs(out.blue() / 255.0 - expected[2])});
        }
    }
    INFO("worst: " << worst * 255 << "/255");
    CHECK(worst <= 1 / 255.0);
}

TEST_CASE("APartOfThePictureHasTheBackdropOfItsPlace")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("empty.png"));
    QImage empty(8, 8, QImage::Format_ARGB32);
    empty.fill(Qt::transparent);
    REQUIRE(empty.save(path));
    QVariantMap backdrop{{"grid", QUrl::fromLocalFile(path)},
                         {"exposure", 1.0},
                         {"vignette", 0.3},
                         {"glow", 0.6},
                         {"skyTop", QColor(30, 40, 60)},
                         {"skyBottom", QColor(200, 120, 40)},
                         {"lamp", QColor(240, 240, 255)},
                         {"lampAt", QPointF(0.4, 0.45)}};
    const QImage whole = draw(backdrop, {480, 320});
    // A quarter as wide and high, around a place right of the middle: pixel by pixel the same.
    backdrop.insert(QStringLiteral("part"), QVector4D(0.7F, 0.6F, 0.25F, 0.25F));
    const QImage part = draw(backdrop, {120, 80});
    REQUIRE(whole.size() == QSize(480, 320));
    REQUIRE(part.size() == QSize(120, 80));
    int worst = 0;
    for (int y = 0; y < part.height(); ++y) {
        for (int x = 0; x < part.width(); ++x) {
            const QColor there = whole.pixelColor(276 + x, 152 + y);
            const QColor here = part.pixelColor(x, y);
            worst = std::max({worst, std::abs(there.red() - here.red()), std::abs(there.green() - here.green()),
                              std::abs(there.blue() - here.blue())});
        }
    }
    CHECK(worst <= 1);
    CHECK(part.pixelColor(0, 0) != part.pixelColor(119, 79));
}
