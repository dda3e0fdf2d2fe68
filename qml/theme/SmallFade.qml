// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// A small change of opacity: it stays under reduced motion.
NumberAnimation {
    duration: Theme.smallMs
    easing.type: Easing.BezierSpline
    easing.bezierCurve: Theme.smallCurve
}
