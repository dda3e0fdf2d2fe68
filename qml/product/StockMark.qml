// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls

/// Whether there is any, in words and by a dot.
Row {
    id: mark

    required property int stock

    spacing: Theme.gap8
    Accessible.role: Accessible.StaticText
    Accessible.name: words.text

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: 8
        height: 8
        radius: 4
        color: mark.stock <= 0 ? Theme.textThird : mark.stock <= 3 ? Theme.careful : Theme.good
        Behavior on color { ColorAnimation { duration: Theme.smallMs } }
    }
    Label {
        id: words
        objectName: "stockWords"
        text: mark.stock <= 0 ? qsTr("Sold out") : mark.stock <= 3 ? qsTr("Only %1 left").arg(Format.number(mark.stock)) : qsTr("In stock")
        color: Theme.textSecond
        font.pixelSize: Theme.sizeLabel
        Accessible.ignored: true
    }
}
