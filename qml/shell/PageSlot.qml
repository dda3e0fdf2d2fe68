// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme

/// A place for a page. It comes and goes by a fade and a short rise, which turn round from wherever they are; a page
/// that is gone takes no memory, unless it `stays`.
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
    Behavior on opacity { NumberAnimation { duration: slot.isHere ? Theme.panelInMs : Theme.smallMs; easing.type: Easing.OutQuad } }
    Behavior on y { SmallMotion {} }
}
