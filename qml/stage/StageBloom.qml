// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick3D

/// The glow around what is brighter than paper: a quarter of the scene's size, blurred both ways. `glow` is a texture of linear light.
Item {
    id: bloom

    required property View3D scene
    required property real exposure
    readonly property Item glow: down

    visible: false

    component Layered: ShaderEffect {
        width: Math.max(1, Math.ceil(bloom.width / 4))
        height: Math.max(1, Math.ceil(bloom.height / 4))
        layer { enabled: true; smooth: true; format: ShaderEffectSource.RGBA16F }
        blending: false
    }
    // A copy, which draws the scene before it is looked at: the scene's own texture is drawn before a layer or after it, by chance.
    ShaderEffectSource {
        id: copy
        width: bloom.width
        height: bloom.height
        sourceItem: bloom.scene
        smooth: true
        format: ShaderEffectSource.RGBA16F
        visible: false
    }
    Layered {
        id: bright
        property Item scene: copy
        property real exposure: bloom.exposure
        property vector2d texel: Qt.vector2d(1 / Math.max(1, bloom.width), 1 / Math.max(1, bloom.height))
        fragmentShader: "qrc:/shaders/stage/bright.frag.qsb"
    }
    Layered {
        id: across
        property Item source: bright
        property vector2d along: Qt.vector2d(0.045 * bloom.height / Math.max(1, bloom.width), 0)
        fragmentShader: "qrc:/shaders/stage/blur.frag.qsb"
    }
    Layered {
        id: down
        property Item source: across
        property vector2d along: Qt.vector2d(0, 0.045)
        fragmentShader: "qrc:/shaders/stage/blur.frag.qsb"
    }
}
