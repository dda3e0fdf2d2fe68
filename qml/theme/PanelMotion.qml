// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// A panel that comes (`entering`) or goes.
NumberAnimation {
    required property bool entering

    duration: Theme.reducedMotion ? 0 : entering ? Theme.panelInMs : Theme.panelOutMs
    easing.type: Easing.BezierSpline
    easing.bezierCurve: entering ? Theme.panelInCurve : Theme.panelOutCurve
}
