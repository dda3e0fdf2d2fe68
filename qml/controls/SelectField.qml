// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

/// One of a list of words. Looks as a Field does; opens a raised list; letters jump to an entry.
T.ComboBox {
    id: field

    property string label: ""
    property string problem: ""
    /// What the entries stand for, in the order of the model, and which of them is chosen; none where it is not among them.
    property var keys: []
    property string chosen: ""
    readonly property bool isRaised: displayText !== ""

    signal picked(string key)

    function follow() { currentIndex = keys.indexOf(chosen) }
    onKeysChanged: follow()
    onChosenChanged: follow()
    // A box whose words change (another language) goes back to its first entry by itself.
    onModelChanged: follow()
    onActivated: index => {
        picked(keys[index])
        follow()
    }

    implicitHeight: 58 + (problem !== "" ? words.height + Theme.gap4 : 0)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.5
    font { family: Theme.family; pixelSize: Theme.sizeBody }
    Accessible.name: label
    Accessible.description: problem

    background: Item {
        Rectangle {
            width: parent.width
            height: 58
            radius: Theme.radiusField
            color: field.hovered ? Theme.pressed : Theme.hover
            border.width: field.visualFocus || field.popup.opened ? 2 : 1
            border.color: field.problem !== "" ? Theme.danger : field.visualFocus || field.popup.opened ? Theme.brass : Theme.line
        }
        Label {
            x: Theme.gap16
            y: field.isRaised ? 8 : (58 - height) / 2
            width: parent.width - x - 44
            text: field.label
            color: Theme.textThird
            font.pixelSize: field.isRaised ? Theme.sizeCaption : Theme.sizeBody
            Accessible.ignored: true
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
    contentItem: Label {
        text: field.displayText
        leftPadding: Theme.gap16
        rightPadding: 40
        topPadding: 20
        bottomPadding: field.height - 58 + 2
        font: field.font
        Accessible.ignored: true
    }
    indicator: Icon {
        x: field.width - width - Theme.gap12
        y: (58 - height) / 2
        name: "chevron-down"
        size: 20
        color: Theme.textSecond
    }
    delegate: T.ItemDelegate {
        id: entry
        required property int index
        required property string modelData

        width: ListView.view.width
        height: Theme.touch
        text: modelData
        highlighted: field.highlightedIndex === index
        hoverEnabled: true
        background: Rectangle {
            radius: Theme.radiusField
            color: entry.highlighted ? Theme.pressed : Qt.alpha(Theme.pressed, 0)
        }
        contentItem: Label {
            text: entry.text
            leftPadding: Theme.gap12
            color: field.currentIndex === entry.index ? Theme.teal : Theme.text
            font.weight: field.currentIndex === entry.index ? Theme.medium : Theme.regular
        }
    }
    popup: T.Popup {
        y: 58 + Theme.gap4
        width: field.width
        height: Math.min(list.contentHeight + 2 * Theme.gap8, 6.5 * Theme.touch)
        margins: Theme.gap8
        padding: Theme.gap8
        enter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.smallMs } }
        exit: Transition { NumberAnimation { property: "opacity"; to: 0; duration: Theme.touchMs } }
        background: Glass {
            radius: Theme.radiusCard
            fill: Theme.raised
            shadowReach: 28
        }
        contentItem: ListView {
            id: list
            clip: true
            model: field.popup.visible ? field.delegateModel : null
            currentIndex: field.highlightedIndex
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollMark {}
        }
    }
}
