// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls

/// A line that is no longer changed: the object, what was chosen, how many, what it comes to.
Item {
    id: line

    required property localText name
    required property localText choices
    required property url poster
    required property int quantity
    required property money total
    required property bool isGone

    readonly property bool isNarrow: width < 420

    implicitHeight: Math.max(picture.height, words.height) + Theme.gap16

    Thumbnail {
        id: picture
        anchors.verticalCenter: parent.verticalCenter
        width: line.isNarrow ? 64 : 88
        height: width
        poster: line.poster
    }
    Column {
        id: words
        anchors { left: picture.right; leftMargin: line.isNarrow ? Theme.gap16 : Theme.gap24; right: line.isNarrow ? parent.right : sum.left; rightMargin: line.isNarrow ? 0 : Theme.gap16; verticalCenter: parent.verticalCenter }
        spacing: 2
        Label {
            width: parent.width
            text: line.isGone ? qsTr("No longer sold") : Format.text(line.name)
            font.weight: Theme.medium
            wrapMode: Text.Wrap
            maximumLineCount: 2
        }
        Label {
            width: parent.width
            text: Format.text(line.choices)
            visible: text !== "" && !line.isGone
            color: Theme.textThird
            font.pixelSize: Theme.sizeLabel
            wrapMode: Text.Wrap
            maximumLineCount: 2
        }
        Label {
            // Under its words where there is no room beside them; there the sum then has this line's height.
            width: parent.width
            height: line.isNarrow ? Math.max(implicitHeight, sum.height) : implicitHeight
            text: line.quantity > 1 ? qsTr("%1 pieces").arg(Format.number(line.quantity)) : ""
            visible: !line.isGone && (line.quantity > 1 || line.isNarrow)
            color: Theme.textThird
            font.pixelSize: Theme.sizeLabel
        }
    }
    MoneyLabel {
        id: sum
        visible: !line.isGone
        x: parent.width - width
        y: line.isNarrow ? words.y + words.height - height : (parent.height - height) / 2
        amount: line.total
        ink: Theme.text
    }
}
