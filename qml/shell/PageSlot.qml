// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme

/// A place for a page. One fades out, then the next fades in with a short rise, and both turn round from wherever they
/// are. Never two at once: together they would take a software rasteriser twice as long. A page that is gone takes no
/// memory, unless it `stays`.
Loader {
    id: slot

    required property bool isHere
    property bool stays: false

    width: parent.width
    height: parent.height
    active: isHere || opacity > 0 || (stays && item !== null)
    enabled: isHere
    focus: isHere
    visible: opacity > 0
    opacity: isHere ? 1 : 0
    y: isHere || Theme.reducedMotion ? 0 : Theme.gap12
    Behavior on opacity {
        SequentialAnimation {
            PauseAnimation { duration: slot.opacity === 0 ? Theme.touchMs : 0 }
            NumberAnimation { duration: slot.isHere ? Theme.panelInMs : Theme.touchMs; easing.type: Easing.OutQuad }
        }
    }
    Behavior on y { SmallMotion {} }
}
