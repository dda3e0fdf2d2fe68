// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick3D

/// A lamp in a hand: it stands on a sphere around the product and looks at its middle, while the studio's own light steps back.
Node {
    id: lamp

    required property StageCamera camera
    property bool isOn: false
    property bool castsShadow: false
    property bool reducedMotion: false
    /// Degrees: as an orbit has them.
    property real yaw: -42
    property real pitch: 38
    /// 0 to 1, as it is switched.
    property real strength: isOn ? 1 : 0
    Behavior on strength {
        enabled: !lamp.reducedMotion
        NumberAnimation { duration: 600; easing.type: Easing.InOutSine }
    }
    readonly property vector3d way: Qt.vector3d(Math.sin(yaw * Math.PI / 180) * Math.cos(pitch * Math.PI / 180), Math.sin(pitch * Math.PI / 180),
                                                Math.cos(yaw * Math.PI / 180) * Math.cos(pitch * Math.PI / 180))
    readonly property vector3d place: camera.homeTarget.plus(way.times(camera.radius * 1.32))

    /// Along the picture, by parts of the sphere's radius: the ball that carries the lamp is rolled.
    function roll(right: real, up: real) {
        const across = camera.fromView(Qt.vector3d(1, 0, 0));
        const above = camera.fromView(Qt.vector3d(0, 1, 0));
        const to = way.plus(across.times(right)).plus(above.times(up)).normalized();
        aim(Math.atan2(to.x, to.z) * 180 / Math.PI, Math.asin(Math.max(-1, Math.min(1, to.y))) * 180 / Math.PI);
    }
    function aim(yaw: real, pitch: real) {
        lamp.yaw = yaw;
        lamp.pitch = Math.max(-8, Math.min(84, pitch));
    }
    function reset() { aim(-42, 38) }

    SpotLight {
        visible: lamp.strength > 0
        position: lamp.camera.homeTarget.plus(lamp.way.times(lamp.camera.radius * 3.2))
        eulerRotation: Qt.vector3d(-lamp.pitch, lamp.yaw, 0)
        color: "#ffe9c8"
        brightness: 7 * lamp.strength
        constantFade: 1
        linearFade: 0
        quadraticFade: 0
        coneAngle: 27
        innerConeAngle: 9
        castsShadow: lamp.castsShadow
        shadowMapQuality: Light.ShadowMapQualityHigh
        softShadowQuality: Light.PCF16
        pcfFactor: 3
        shadowBias: 5
        shadowMapFar: lamp.camera.radius * 7
    }
}
