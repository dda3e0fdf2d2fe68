// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme

/// One place of a figure. A digit rolls to the next one; a comma or a point only stands.
Item {
    id: place

    required property string glyph
    required property font typeface
    required property color ink
    readonly property int digit: {
        const code = glyph.charCodeAt(0)
        return code >= 0x30 && code <= 0x39 ? code - 0x30 : code >= 0x09E6 && code <= 0x09EF ? code - 0x09E6 : -1
    }
    readonly property int zero: glyph.charCodeAt(0) >= 0x09E6 ? 0x09E6 : 0x30

    width: digit >= 0 ? wide.advanceWidth : still.implicitWidth
    height: still.implicitHeight
    clip: reel.isMoving

    TextMetrics {
        id: wide
        font: place.typeface
        text: String.fromCharCode(place.zero)
    }
    Label {
        id: still
        visible: place.digit < 0
        text: place.glyph
        color: place.ink
        font: place.typeface
        Accessible.ignored: true
    }
    Item {
        id: reel
        property real at: place.digit
        readonly property bool isMoving: at !== place.digit

        visible: place.digit >= 0
        Behavior on at {
            enabled: place.digit >= 0 && !Theme.reducedMotion
            NumberAnimation { duration: Theme.panelInMs; easing.type: Easing.BezierSpline; easing.bezierCurve: Theme.smallCurve }
        }
        Repeater {
            model: 10
            Label {
                required property int index
                // Only the digits in sight are drawn.
                visible: Math.abs(index - reel.at) < 1
                y: (index - reel.at) * place.height
                text: String.fromCharCode(place.zero + index)
                color: place.ink
                font: place.typeface
                Accessible.ignored: true
            }
        }
    }
}
