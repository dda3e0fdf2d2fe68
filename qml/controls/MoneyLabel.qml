// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme

/// An amount: the currency's mark smaller and lighter than the figure. `rolls`: a change turns the digits that change.
Item {
    id: label

    property money amount
    property int pixelSize: Theme.sizeBody
    property int weight: Theme.medium
    property color ink: Theme.brass
    property bool rolls: false
    readonly property string figure: Format.figure(amount)
    readonly property bool isLarge: pixelSize >= Theme.sizeTitle

    implicitWidth: row.implicitWidth
    implicitHeight: plain.implicitHeight
    baselineOffset: plain.baselineOffset
    Accessible.role: Accessible.StaticText
    Accessible.name: Format.money(amount)

    Row {
        id: row
        spacing: Math.round(label.pixelSize * 0.18)
        Label {
            id: mark
            text: Format.mark(label.amount)
            color: label.ink
            opacity: 0.78
            font { family: Theme.bengaliFamily; pixelSize: Math.round(label.pixelSize * 0.82); weight: Theme.regular }
            y: plain.baselineOffset - baselineOffset
            Accessible.ignored: true
        }
        Item {
            width: label.rolls ? digits.width : plain.implicitWidth
            height: plain.implicitHeight
            Label {
                id: plain
                isTabular: true
                visible: !label.rolls
                text: label.figure
                color: label.ink
                font {
                    family: label.isLarge ? Theme.displayFamily : Theme.family
                    pixelSize: label.pixelSize
                    weight: label.weight
                    features: ({ tnum: 1 })
                    letterSpacing: label.isLarge && !Theme.bengali ? -0.01 * label.pixelSize : 0
                }
                Accessible.ignored: true
            }
            Row {
                id: digits
                visible: label.rolls
                layoutDirection: Qt.RightToLeft
                Repeater {
                    // One place per character, counted from the right, so that the paisa stay the paisa.
                    model: label.rolls ? label.figure.length : 0
                    RollingDigit {
                        required property int index
                        glyph: label.figure.charAt(label.figure.length - 1 - index)
                        typeface: plain.font
                        ink: label.ink
                    }
                }
            }
        }
    }
}
