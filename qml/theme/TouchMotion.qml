// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The answer to a touch.
NumberAnimation {
    duration: Theme.reducedMotion ? 0 : Theme.touchMs
    easing.type: Easing.OutQuad
}
