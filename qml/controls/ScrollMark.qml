// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

/// A scroll bar that is there only while something scrolls or is pointed at.
T.ScrollBar {
    id: bar

    implicitWidth: 10
    implicitHeight: 10
    padding: 3
    minimumSize: 0.08
    visible: size < 1
    contentItem: Rectangle {
        implicitWidth: 4
        implicitHeight: 4
        radius: 2
        color: Theme.textThird
        opacity: bar.active ? 0.7 : 0
        Behavior on opacity { SmallFade {} }
    }
}
