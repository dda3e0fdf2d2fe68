// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls

/// What the shop did not take, and why: seen once, then put away.
Column {
    id: list

    required property RefusedModel refused

    spacing: Theme.gap8

    Label {
        text: qsTr("Not taken by the shop")
        color: Theme.textThird
        font.pixelSize: Theme.sizeLabel
    }
    Repeater {
        model: list.refused
        RefusedLine {
            width: list.width
            onDismissed: list.refused.dismiss(position)
            onRetried: list.refused.tryAgain(position)
        }
    }
}
