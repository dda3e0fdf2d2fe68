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

    implicitHeight: 104

    Thumbnail {
        id: picture
        anchors.verticalCenter: parent.verticalCenter
        width: 88
        height: 88
        poster: line.poster
    }
    Column {
        anchors { left: picture.right; leftMargin: Theme.gap24; right: sum.left; rightMargin: Theme.gap16; verticalCenter: parent.verticalCenter }
        spacing: 2
        Label {
            width: parent.width
            text: line.isGone ? qsTr("No longer sold") : Format.text(line.name)
            font.weight: Theme.medium
        }
        Label {
            width: parent.width
            text: {
                const many = qsTr("%1 pieces").arg(Format.number(line.quantity))
                const chosen = Format.text(line.choices)
                return line.quantity === 1 ? chosen : chosen === "" ? many : chosen + " · " + many
            }
            visible: text !== "" && !line.isGone
            color: Theme.textThird
            font.pixelSize: Theme.sizeLabel
        }
    }
    MoneyLabel {
        id: sum
        visible: !line.isGone
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        amount: line.total
        ink: Theme.text
    }
}
