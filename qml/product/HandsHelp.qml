// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls
import Vitrine.Stage

/// What hands can do with a product: by mouse or finger, by key, and on a game controller where one is there.
Glass {
    id: help

    /// Where it may lie; where that is too small for the list, it scrolls.
    required property rect area
    property bool isShown: false
    readonly property bool hasPad: StagePad.connected
    readonly property list<string> columns: hasPad ? ["", qsTr("Hand"), qsTr("Key"), qsTr("Controller")] : ["", qsTr("Hand"), qsTr("Key")]
    readonly property var lines: [
        [qsTr("Turn"), qsTr("Drag"), qsTr("Arrows"), qsTr("Left stick")],
        [qsTr("Move"), qsTr("Two fingers, right button"), qsTr("Shift + arrows"), qsTr("Right stick")],
        [qsTr("Zoom"), qsTr("Pinch, wheel"), "+ −", qsTr("Triggers")],
        [qsTr("Look closer"), qsTr("Tap twice"), "F", ""],
        [qsTr("Reset view"), qsTr("Tap twice beside it"), "Home", qsTr("Right stick, pressed")],
        [qsTr("Next part"), qsTr("Tap"), ", .", qsTr("Pad left, right")],
        [qsTr("Take apart"), "", "E", "A"],
        [qsTr("Magnifier"), "", "M", "X"],
        [qsTr("Drop, throw"), qsTr("Drag a piece"), "D", ""],
        [qsTr("Lamp in your hand"), qsTr("Drag it"), "L", ""],
        [qsTr("Light studios"), "", "S", "Y"],
        [qsTr("This list"), "", "?", "Start"]
    ]

    readonly property list<string> cells: {
        const cells = [...columns]
        for (const line of lines)
            for (let i = 0; i < columns.length; ++i)
                cells.push(line[i])
        return cells
    }

    signal closed()

    function show() {
        isShown = true
        close.forceActiveFocus(Qt.PopupFocusReason)
    }

    x: Math.round(area.x + (area.width - width) / 2)
    y: Math.round(area.y + (area.height - height) / 2)
    width: Math.min(table.implicitWidth + 2 * Theme.gap24, area.width)
    height: Math.min(table.height + 2 * Theme.gap16 + Theme.touch, area.height)
    radius: Theme.radiusPanel
    fill: Theme.raised
    opacity: isShown ? 1 : 0
    visible: opacity > 0
    Behavior on opacity { SmallFade {} }
    Accessible.role: Accessible.Dialog
    Accessible.name: title.text
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
    Keys.onEscapePressed: help.closed()
    Keys.onUpPressed: list.contentY = Math.max(0, list.contentY - Theme.touch)
    Keys.onDownPressed: list.contentY = Math.max(0, Math.min(list.contentHeight - list.height, list.contentY + Theme.touch))

    Headline {
        id: title
        x: Theme.gap24
        y: Theme.gap16
        text: qsTr("What hands can do")
        size: Theme.sizeLead
    }
    IconButton {
        id: close
        objectName: "helpClose"
        anchors { right: parent.right; top: parent.top; margins: Theme.gap8 }
        iconName: "close"
        ink: Theme.textThird
        text: qsTr("Close")
        onClicked: help.closed()
    }
    Flickable {
        id: list
        objectName: "helpList"
        anchors { fill: parent; leftMargin: Theme.gap24; rightMargin: Theme.gap24; topMargin: Theme.gap16 + Theme.touch; bottomMargin: Theme.gap16 }
        contentHeight: table.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollMark {}
        // Not a Grid, which leaves out what is empty, and shifts all that comes after it.
        GridLayout {
            id: table
            width: list.width
            columns: help.columns.length
            columnSpacing: Theme.gap24
            rowSpacing: Theme.gap8
            Repeater {
                model: help.cells
                Label {
                    required property string modelData
                    required property int index
                    readonly property bool isHead: index < help.columns.length
                    readonly property bool isFirst: index % help.columns.length === 0
                    objectName: "helpCell_" + index
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    text: modelData
                    wrapMode: Text.Wrap
                    color: isHead ? Theme.textThird : isFirst ? Theme.text : Theme.textSecond
                    font { pixelSize: isHead ? Theme.sizeCaption : Theme.sizeLabel; weight: isFirst ? Theme.medium : Theme.regular }
                }
            }
        }
    }
}
