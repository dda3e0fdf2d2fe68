// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls

/// The line between two pictures in one frame, to be drawn from side to side.
T.AbstractButton {
    id: handle

    /// Of the parent's width.
    property real at: 0.5
    property string leftName: ""
    property string rightName: ""

    function moveTo(part: real) { at = Math.max(0, Math.min(1, part)) }

    objectName: "wipeHandle"
    x: Math.round(at * parent.width) - width / 2
    width: Theme.touch
    height: parent.height
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Slider
    Accessible.name: qsTr("Left of the line %1, right of it %2").arg(leftName).arg(rightName)
    Accessible.description: qsTr("The arrow keys move it.")
    Accessible.onIncreaseAction: moveTo(at + 0.05)
    Accessible.onDecreaseAction: moveTo(at - 0.05)
    Keys.onPressed: event => {
        const fine = event.modifiers & Qt.ShiftModifier ? 0.2 : 1
        event.accepted = true
        switch (event.key) {
        case Qt.Key_Left: moveTo(at - 0.05 * fine); break
        case Qt.Key_Right: moveTo(at + 0.05 * fine); break
        case Qt.Key_Home: moveTo(0); break
        case Qt.Key_End: moveTo(1); break
        default: event.accepted = false
        }
    }

    component Name: Rectangle {
        property alias text: words.text
        y: Theme.barHeight
        visible: text !== ""
        width: Math.min(words.implicitWidth, handle.parent.width * 0.4) + 2 * Theme.gap12
        height: words.implicitHeight + Theme.gap8
        radius: height / 2
        color: Qt.tint(Theme.backdropBottom, Theme.panel)
        Label {
            id: words
            anchors { fill: parent; leftMargin: Theme.gap12; rightMargin: Theme.gap12 }
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.sizeLabel
            color: Theme.textSecond
            Accessible.ignored: true
        }
    }

    Name {
        x: -width - Theme.gap4 + handle.width / 2 - Theme.gap8
        text: handle.leftName
    }
    Name {
        x: handle.width / 2 + Theme.gap12
        text: handle.rightName
    }
    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        width: 2
        height: parent.height
        color: Theme.text
        opacity: 0.85
    }
    background: null
    contentItem: Item {
        Rectangle {
            anchors.centerIn: parent
            width: Theme.touch
            height: Theme.touch
            radius: width / 2
            color: Theme.raised
            border { width: 2; color: Theme.text }
            scale: drag.active ? 1.08 : 1
            Behavior on scale { TouchMotion {} }
            Icon {
                x: Theme.gap4 - 1
                anchors.verticalCenter: parent.verticalCenter
                name: "chevron-right"
                rotation: 180
                size: 18
                color: Theme.text
            }
            Icon {
                x: parent.width - width - Theme.gap4 + 1
                anchors.verticalCenter: parent.verticalCenter
                name: "chevron-right"
                size: 18
                color: Theme.text
            }
            FocusRing { control: handle; around: Theme.touch / 2 }
        }
    }
    DragHandler {
        id: drag
        property real from
        target: null
        yAxis.enabled: false
        dragThreshold: 0
        cursorShape: Qt.SplitHCursor
        grabPermissions: PointerHandler.CanTakeOverFromAnything
        onActiveChanged: from = handle.at
        onActiveTranslationChanged: if (active) handle.moveTo(from + activeTranslation.x / handle.parent.width)
    }
    HoverHandler { cursorShape: Qt.SplitHCursor }
}
