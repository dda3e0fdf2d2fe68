// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

/// A line to write on. Its label rises when it is written on; what is wrong with it stands below.
T.TextField {
    id: field

    property string label: ""
    property string problem: ""
    readonly property bool isRaised: activeFocus || text !== "" || preeditText !== ""

    implicitHeight: 58 + (problem !== "" ? words.height + Theme.gap4 : 0)
    topPadding: 24
    bottomPadding: height - 58 + 6
    leftPadding: Theme.gap16
    rightPadding: Theme.gap16
    verticalAlignment: TextInput.AlignVCenter
    color: Theme.text
    selectionColor: Qt.alpha(Theme.teal, 0.35)
    selectedTextColor: Theme.text
    selectByMouse: true
    hoverEnabled: true
    font { family: Theme.family; pixelSize: Theme.sizeBody }
    Accessible.name: label
    Accessible.description: problem

    background: Item {
        Rectangle {
            width: parent.width
            height: 58
            radius: Theme.radiusField
            color: field.hovered && !field.activeFocus ? Theme.pressed : Theme.hover
            border.width: field.activeFocus ? 2 : 1
            border.color: field.problem !== "" ? Theme.danger : field.activeFocus ? Theme.brass : Theme.line
            Behavior on color { ColorAnimation { duration: Theme.touchMs } }
        }
        Label {
            x: Theme.gap16
            y: field.isRaised ? 8 : (58 - height) / 2
            width: parent.width - 2 * x
            text: field.label
            color: Theme.textThird
            font.pixelSize: field.isRaised ? Theme.sizeCaption : Theme.sizeBody
            Accessible.ignored: true
            Behavior on y { SmallMotion {} }
            Behavior on font.pixelSize { SmallMotion {} }
        }
        Label {
            id: words
            x: Theme.gap16
            y: 58 + Theme.gap4
            visible: text !== ""
            text: field.problem
            color: Theme.danger
            font.pixelSize: Theme.sizeLabel
            Accessible.ignored: true
        }
    }
}
