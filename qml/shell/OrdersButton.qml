// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls

/// The way to the orders in the bar. A dot says that something was not taken by the shop.
IconButton {
    id: button

    required property int refused

    iconName: "order"
    text: refused === 0 ? qsTr("My orders") : qsTr("My orders, %1 not taken by the shop").arg(Format.number(refused))

    Rectangle {
        objectName: "refusedDot"
        x: parent.width - width - 8
        y: 9
        width: 8
        height: 8
        radius: 4
        color: Theme.careful
        opacity: button.refused > 0 ? 1 : 0
        visible: opacity > 0
        Behavior on opacity { SmallFade {} }
    }
}
