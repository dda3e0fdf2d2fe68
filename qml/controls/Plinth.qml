// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme

/// An empty plinth, lit.
ShaderEffect {
    readonly property size extent: Qt.size(Math.max(width, 1), Math.max(height, 1))
    property real lit: 1
    readonly property real day: Theme.dark ? 0 : 1
    readonly property color stone: Theme.dark ? Theme.raised : Qt.darker(Theme.backdropBottom, 1.04)
    readonly property color lamp: Theme.lamp
    readonly property color shadow: Theme.shadow

    fragmentShader: "qrc:/shaders/interface/plinth.frag.qsb"
    Behavior on lit { NumberAnimation { duration: Theme.lightMs; easing.type: Easing.InOutSine } }
}
