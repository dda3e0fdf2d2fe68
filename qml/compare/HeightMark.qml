// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls
import Vitrine.Stage

/// How high a product is: an upright line beside it from the floor to its top, and the figure above that. However small
/// the product is in the picture, the figure is readable.
Item {
    id: mark

    required property StageView view
    /// The corners of its box, in scene units.
    required property vector3d low
    required property vector3d high
    property string name: ""
    /// The figure stands that much higher than it would by itself, on a longer line.
    property real lift: 0
    /// Counts the camera's moves, for what is read from the view follows nothing by itself.
    property int turn: 0
    readonly property vector3d across: view.camera.rotation.times(Qt.vector3d(1, 0, 0))
    // The upright edge of the box that is furthest to the right in the picture.
    readonly property real edgeX: across.x >= 0 ? high.x : low.x
    readonly property real edgeZ: across.z >= 0 ? high.z : low.z
    readonly property vector3d foot: { turn; return view.mapFromScene(Qt.vector3d(edgeX, low.y, edgeZ)) }
    readonly property vector3d head: { turn; return view.mapFromScene(Qt.vector3d(edgeX, high.y, edgeZ)) }
    readonly property real away: Theme.gap12
    /// Where the figure stands by itself, and nothing where there is none.
    readonly property rect place: visible
        ? Qt.rect(Math.max(Theme.gap4, Math.min(view.width - pill.width - Theme.gap4, foot.x + away - pill.width / 2)), head.y - pill.height - Theme.gap4, pill.width, pill.height)
        : Qt.rect(0, 0, 0, 0)

    visible: high.y > low.y && figure.text !== ""
    Accessible.role: Accessible.StaticText
    Accessible.name: name === "" ? qsTr("Height: %1").arg(figure.text) : qsTr("%1, height: %2").arg(name).arg(figure.text)

    Connections {
        target: mark.view.camera
        function onMoved() { ++mark.turn }
        function onFramingChanged() { ++mark.turn }
    }
    Rectangle {
        id: upright
        x: mark.foot.x + mark.away
        y: mark.head.y
        width: 1.25
        height: Math.max(0, mark.foot.y - mark.head.y)
        color: Qt.alpha(Theme.text, 0.7)
        Repeater {
            model: [0, 1]
            Rectangle {
                required property int modelData
                x: -4
                y: modelData === 0 ? 0 : upright.height - height
                width: 9
                height: 1.25
                color: upright.color
            }
        }
    }
    Rectangle {
        x: upright.x
        y: upright.y - height
        width: 1.25
        height: mark.lift
        color: Qt.alpha(Theme.text, 0.3)
    }
    Rectangle {
        id: pill
        objectName: "heightMark"
        readonly property string words: figure.text
        x: mark.place.x
        y: mark.place.y - mark.lift
        width: figure.implicitWidth + 2 * Theme.gap8
        height: figure.implicitHeight + Theme.gap4
        radius: height / 2
        color: Qt.tint(Theme.backdropBottom, Theme.panel)
        Label {
            id: figure
            anchors.fill: parent
            horizontalAlignment: Text.AlignHCenter
            text: Format.length((mark.high.y - mark.low.y) / 100, false)
            isTabular: true
            font { pixelSize: Theme.sizeLabel; weight: Theme.medium }
            Accessible.ignored: true
        }
    }
}
