// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Vitrine.Theme
import Vitrine.Controls

/// Shows who has never turned a product that it turns: a hand goes along an arc a few times, then waits there. Where motion is
/// reduced it stands.
Item {
    id: hint

    property bool isShown: false
    /// A line, where the product leaves no more room.
    property bool isLow: false
    readonly property real reach: 64

    width: 220
    height: isLow ? 40 : 92
    opacity: isShown ? 1 : 0
    visible: opacity > 0
    Behavior on opacity { SmallFade {} }
    Accessible.role: Accessible.StaticText
    Accessible.name: words.text

    Shape {
        anchors.fill: parent
        visible: !hint.isLow
        preferredRendererType: Shape.CurveRenderer
        ShapePath {
            strokeColor: Qt.alpha(Theme.text, 0.55)
            strokeWidth: 1.75
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin
            PathSvg { path: "M48 18C70 38 150 38 172 18M48 18L50 27M48 18L57 19M172 18L170 27M172 18L163 19" }
        }
    }
    Icon {
        id: hand
        /// -1 to 1, along the arc.
        property real along
        x: hint.isLow ? words.x - width - Theme.gap12 + along * Theme.gap8 : hint.width / 2 + along * hint.reach - width / 2
        y: hint.isLow ? (hint.height - height) / 2 : 30 - along * along * 15
        rotation: along * 9
        name: "hand"
        size: hint.isLow ? 22 : 30
        color: Theme.text
        SequentialAnimation on along {
            running: hint.isShown && !Theme.reducedMotion
            loops: 3
            NumberAnimation { to: 0.8; duration: Theme.lightMs; easing.type: Easing.InOutSine }
            NumberAnimation { to: -0.8; duration: 2 * Theme.lightMs; easing.type: Easing.InOutSine }
            NumberAnimation { to: 0; duration: Theme.lightMs; easing.type: Easing.InOutSine }
        }
    }
    Rectangle {
        anchors { fill: words; leftMargin: hint.isLow ? -hand.width - 2 * Theme.gap12 - Theme.gap8 : -Theme.gap12; rightMargin: -Theme.gap12; topMargin: -Theme.gap4; bottomMargin: -Theme.gap4 }
        radius: height / 2
        color: Qt.alpha(Theme.backdropBottom, 0.7)
    }
    Label {
        id: words
        x: (hint.width - width + (hint.isLow ? hand.width + Theme.gap12 : 0)) / 2
        y: hint.isLow ? (hint.height - height) / 2 : hint.height - height
        text: qsTr("Drag to turn it")
        color: Theme.textSecond
        font.pixelSize: Theme.sizeLabel
        Accessible.ignored: true
    }
}
