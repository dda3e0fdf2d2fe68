// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls

/// Whose column it is: name, variant, price. Pressed, it opens the product, or takes a place where only two are shown.
T.AbstractButton {
    id: head

    required property int index
    required property string key
    required property string slug
    required property localText name
    required property localText choices
    required property money price
    /// Only two are shown: this one is not among them.
    required property bool isAside

    signal removed()

    objectName: "compareHead_" + slug
    text: Format.text(name)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: isAside ? 0.5 : 1
    Accessible.name: text + ", " + Format.text(choices) + ", " + Format.money(price)
    Accessible.description: isAside ? qsTr("Shows it in the picture.") : qsTr("Opens it.")
    Keys.onDeletePressed: removed()
    Behavior on opacity { SmallFade {} }

    background: Rectangle {
        x: 1
        width: parent.width - 1
        height: parent.height
        color: head.hovered ? Theme.hover : Qt.alpha(Theme.hover, 0)
        FocusRing { control: head; around: 0; gap: -2 }
    }
    contentItem: Item {
        Column {
            x: Theme.gap16
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - Theme.gap16 - Theme.touch
            spacing: 2
            Label {
                width: parent.width
                text: head.text
                font { pixelSize: Theme.sizeBody; weight: Theme.medium }
                Accessible.ignored: true
            }
            Label {
                width: parent.width
                visible: text !== ""
                text: Format.text(head.choices)
                color: Theme.textThird
                font.pixelSize: Theme.sizeLabel
                Accessible.ignored: true
            }
            MoneyLabel {
                visible: head.price.isSet
                amount: head.price
                Accessible.ignored: true
            }
        }
    }
    IconButton {
        objectName: "compareRemove_" + head.slug
        anchors { right: parent.right; rightMargin: Theme.gap4; top: parent.top; topMargin: Theme.gap4 }
        iconName: "close"
        ink: Theme.textThird
        text: qsTr("Take %1 out").arg(head.text)
        onClicked: head.removed()
    }
}
