// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

/// A word to choose, among others in a row.
T.RadioButton {
    id: chip

    property bool isSoldOut: false

    implicitWidth: Math.max(Theme.touch + Theme.gap8, words.implicitWidth + 2 * Theme.gap16)
    implicitHeight: Theme.touch
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    autoExclusive: false
    scale: down ? 0.97 : 1
    Behavior on scale { TouchMotion {} }

    background: Rectangle {
        radius: height / 2
        color: chip.checked ? Qt.alpha(Theme.teal, Theme.dark ? 0.14 : 0.10) : chip.hovered ? Theme.hover : Qt.alpha(Theme.hover, 0)
        border.width: chip.checked ? 1.5 : 1
        border.color: chip.checked ? Theme.teal : Theme.line
        Behavior on color { ColorAnimation { duration: Theme.smallMs } }
        FocusRing { control: chip; around: chip.height / 2 }
    }
    indicator: null
    contentItem: Label {
        id: words
        text: chip.text
        topPadding: Theme.headDrop
        horizontalAlignment: Text.AlignHCenter
        color: chip.isSoldOut ? Theme.textThird : Theme.text
        font { pixelSize: Theme.sizeLabel; weight: Theme.medium; strikeout: chip.isSoldOut }
    }
}
