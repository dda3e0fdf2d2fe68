// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme

/// A small sign and a word that say how things are: offline, waiting. Never a wall.
Row {
    id: mark

    required property string iconName
    required property string text
    property color ink: Theme.textSecond

    spacing: Theme.gap8
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Icon {
        name: mark.iconName
        size: 18
        color: mark.ink
        anchors.verticalCenter: parent.verticalCenter
    }
    Label {
        text: mark.text
        color: mark.ink
        font.pixelSize: Theme.sizeLabel
        anchors.verticalCenter: parent.verticalCenter
        Accessible.ignored: true
    }
}
