// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme

/// The lit place where an object stands: the window's backdrop, a card's, a thumbnail's.
ShaderEffect {
    readonly property size extent: Qt.size(Math.max(width, 1), Math.max(height, 1))
    property real radius: 0
    property point lampAt: Qt.point(0.36, 0.34)
    property real lampReach: 0.78
    property real lampStrength: 0.6
    property real floorLevel: 2
    property color wallTop: Theme.backdropTop
    property color wallBottom: Theme.backdropBottom
    readonly property color lamp: Theme.lamp

    // Drawn once, not with every frame: a window full of it costs a software rasteriser as much as the product.
    layer.enabled: true
    fragmentShader: "qrc:/shaders/interface/niche.frag.qsb"
}
