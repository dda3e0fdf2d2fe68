// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// A small change of place or size. Inside a Behavior it starts from wherever the value is.
NumberAnimation {
    duration: Theme.reducedMotion ? 0 : Theme.smallMs
    easing.type: Easing.BezierSpline
    easing.bezierCurve: Theme.smallCurve
}
