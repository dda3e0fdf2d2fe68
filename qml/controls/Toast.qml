// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme

/// A word that comes, stays for a moment and goes, in the lower middle of its parent.
Glass {
    id: toast

    property string words: ""
    property string iconName: "check"
    property bool isShown: false
    property real lift: 0

    function show(text: string, icon: string) {
        words = text
        iconName = icon
        isShown = true
        leave.restart()
    }

    width: mark.implicitWidth + 2 * Theme.gap24
    height: Theme.touch + Theme.gap4
    radius: height / 2
    shadowReach: 28
    opacity: isShown ? 1 : 0
    visible: opacity > 0
    anchors.horizontalCenter: parent?.horizontalCenter
    y: (parent?.height ?? 0) - height - Theme.gap32 - lift + (isShown || Theme.reducedMotion ? 0 : Theme.gap16)
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words
    Behavior on opacity { SmallFade {} }
    Behavior on y { SmallMotion {} }

    QuietMark {
        id: mark
        anchors.centerIn: parent
        iconName: toast.iconName
        text: toast.words
        ink: Theme.text
    }
    Timer {
        id: leave
        interval: 2600
        onTriggered: toast.isShown = false
    }
}
