// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls

/// One line of the cart: the object, what was chosen, how many, what it comes to.
Item {
    id: line

    required property int index
    required property string slug
    required property localText name
    required property localText choices
    required property url poster
    required property int quantity
    required property money total
    required property bool isGone
    required property int stock

    signal quantityWanted(int quantity)
    signal opened()

    /// What a second line of the name takes.
    readonly property real second: title.lineCount > 1 ? title.height / 2 : 0

    implicitHeight: 112 + second

    Thumbnail {
        id: picture
        y: Theme.gap16
        width: 80
        height: 80
        poster: line.poster
        TapHandler { onTapped: line.opened() }
        HoverHandler { cursorShape: Qt.PointingHandCursor }
    }
    Label {
        id: title
        anchors { left: picture.right; leftMargin: Theme.gap16; right: remove.left; top: picture.top; topMargin: -2 }
        text: line.isGone ? qsTr("No longer sold") : Format.text(line.name)
        font.weight: Theme.medium
        wrapMode: Text.Wrap
        maximumLineCount: 2
    }
    Label {
        anchors { left: title.left; right: remove.left; top: title.bottom; topMargin: 1 }
        visible: !line.isGone
        text: line.quantity > line.stock ? qsTr("Only %1 left").arg(Format.number(line.stock)) : Format.text(line.choices)
        color: line.quantity > line.stock ? Theme.careful : Theme.textThird
        font.pixelSize: Theme.sizeLabel
    }
    IconButton {
        id: remove
        objectName: "removeLine_" + line.slug
        anchors { right: parent.right; rightMargin: -Theme.gap16; top: picture.top; topMargin: -Theme.gap12 }
        iconName: "close"
        ink: Theme.textThird
        scale: 0.86
        text: qsTr("Take %1 out of the cart").arg(title.text)
        onClicked: line.quantityWanted(0)
    }
    QuantityStepper {
        objectName: "lineQuantity_" + line.slug
        visible: !line.isGone
        anchors { left: title.left; leftMargin: -2; bottom: picture.bottom; bottomMargin: -6 - line.second }
        side: 36
        from: 1
        to: 99
        value: line.quantity
        onValueModified: {
            line.quantityWanted(value)
            value = Qt.binding(() => line.quantity)
        }
    }
    MoneyLabel {
        visible: !line.isGone
        anchors { right: parent.right; bottom: picture.bottom; bottomMargin: 2 - line.second }
        amount: line.total
        rolls: true
        ink: Theme.text
    }
}
