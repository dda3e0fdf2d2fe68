// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Effects
import Vitrine.Theme

/// A floating panel of glass: what lies behind it (`behind`) shows through, blurred where the machine can afford it.
Item {
    id: glass

    property Item behind: null
    property real radius: Theme.radiusPanel
    property color fill: Theme.panel
    property real shadowReach: 48
    default property alias content: inside.data

    Loader {
        id: blur
        anchors.fill: parent
        active: Theme.hasGlass && glass.behind !== null && glass.visible
        sourceComponent: Item {
            ShaderEffectSource {
                id: seen
                anchors.fill: parent
                visible: false
                sourceItem: glass.behind
                sourceRect: {
                    const corner = glass.mapToItem(glass.behind, 0, 0)
                    return Qt.rect(corner.x + glass.x * 0, corner.y + glass.y * 0, glass.width, glass.height)
                }
            }
            Rectangle {
                id: shape
                anchors.fill: parent
                radius: glass.radius
                visible: false
                layer.enabled: true
            }
            MultiEffect {
                anchors.fill: parent
                source: seen
                blurEnabled: true
                blurMax: 48
                blur: 0.5
                autoPaddingEnabled: false
                maskEnabled: true
                maskSource: shape
            }
        }
    }
    ShaderEffect {
        readonly property real margin: glass.shadowReach
        readonly property real radius: glass.radius
        readonly property real shadowBlur: glass.shadowReach * 0.62
        readonly property real shadowDrop: glass.shadowReach * 0.3
        readonly property size extent: Qt.size(width, height)
        // Without the blur, what lies behind would be read through the words.
        readonly property color fill: blur.active ? glass.fill : Qt.tint(Theme.backdropBottom, glass.fill)
        readonly property color line: Theme.line
        readonly property color shadow: Theme.shadow

        anchors.fill: parent
        anchors.margins: -glass.shadowReach
        fragmentShader: "qrc:/shaders/interface/surface.frag.qsb"
    }
    // A panel keeps the pointer from what lies behind it.
    MouseArea {
        anchors.fill: parent
        hoverEnabled: true
        acceptedButtons: Qt.AllButtons
        onWheel: event => event.accepted = true
    }
    Item {
        id: inside
        anchors.fill: parent
    }
}
