// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme

/// A sign that is on or off: teal while on. Its name shows where it is pointed at. Whoever uses it binds `checked` to what it
/// stands for and changes that in onClicked.
IconButton {
    id: button

    /// Of the key that does the same, for its tip.
    property string keyName
    /// Its name stands beside its sign, where the sign alone does not tell it from others.
    property bool hasWord: false

    implicitWidth: hasWord ? row.implicitWidth + Theme.touch - 22 : Theme.touch
    checkable: false
    ink: checked ? Theme.teal : Theme.textSecond
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: checked
    Behavior on ink { ColorAnimation { duration: Theme.touchMs } }

    contentItem: Item {
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.gap8
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: button.iconName
                size: 22
                color: button.ink
            }
            Label {
                anchors.verticalCenter: parent.verticalCenter
                visible: button.hasWord
                text: button.text
                topPadding: Theme.headDrop
                color: button.ink
                font { pixelSize: Theme.sizeLabel; weight: Theme.medium }
                Accessible.ignored: true
            }
        }
    }
    Hint {
        control: button
        isWanted: !button.hasWord
        keyName: button.keyName
    }
}
