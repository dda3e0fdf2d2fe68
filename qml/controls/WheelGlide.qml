// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme

/// A mouse's wheel over a Flickable: each notch goes the same way, however fast they come. The view's own physics goes a
/// shorter way the faster the wheel is turned. Touchpads and fingers are left to it.
Item {
    id: glide

    required property Flickable flickable
    property real notch: 120

    function to(y: real) {
        const top = flickable.originY - flickable.topMargin
        const bottom = flickable.originY + flickable.contentHeight + flickable.bottomMargin - flickable.height
        motion.stop()
        motion.to = Math.max(top, Math.min(Math.max(top, bottom), y))
        motion.start()
    }

    WheelHandler {
        parent: glide.flickable
        acceptedDevices: PointerDevice.Mouse
        target: null
        onWheel: event => glide.to((motion.running ? motion.to : glide.flickable.contentY) - event.angleDelta.y / 120 * glide.notch)
    }
    NumberAnimation {
        id: motion
        target: glide.flickable
        property: "contentY"
        duration: Theme.reducedMotion ? 0 : Theme.smallMs
        easing { type: Easing.BezierSpline; bezierCurve: Theme.smallCurve }
    }
}
