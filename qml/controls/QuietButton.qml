// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

/// An action beside the brass one: only words, until it is pointed at.
T.Button {
    id: button

    property string iconName: ""
    property bool isOutlined: false
    /// False where there is room for the sign alone.
    property bool hasWords: true
    property color ink: Theme.text
    /// The script of the words, where it is not that of the interface.
    property string family: Theme.family

    implicitWidth: row.implicitWidth + leftPadding + rightPadding
    implicitHeight: Theme.touch
    leftPadding: Theme.gap16
    rightPadding: Theme.gap16
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    scale: down ? 0.985 : 1
    opacity: enabled ? 1 : 0.42
    Behavior on scale { TouchMotion {} }

    background: Rectangle {
        radius: height / 2
        color: button.down ? Theme.pressed : button.hovered ? Theme.hover : Qt.alpha(Theme.hover, 0)
        border.width: button.isOutlined ? 1 : 0
        border.color: Theme.line
        Behavior on color { ColorAnimation { duration: Theme.touchMs } }
        FocusRing { control: button; around: button.height / 2 }
    }
    contentItem: Item {
        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.gap8
            Icon {
                visible: button.iconName !== ""
                name: button.iconName
                size: 20
                color: button.ink
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                visible: button.hasWords
                text: button.text
                // What is drawn of a word with a ি at its end is narrower than its implicit width.
                horizontalAlignment: Text.AlignHCenter
                color: button.ink
                font { family: button.family; pixelSize: Theme.sizeLabel; weight: Theme.medium }
                // The words can be of the other language.
                topPadding: button.family === Theme.bengaliFamily ? 5 : 0
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
