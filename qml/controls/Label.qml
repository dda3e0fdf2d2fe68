// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme

/// One line of text in the interface's type.
Text {
    /// Figures of equal width, for amounts and tables. Not for running words: it makes the hyphen as wide as a figure.
    property bool isTabular: false

    color: Theme.text
    elide: Text.ElideRight
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    font {
        family: Theme.family
        pixelSize: Theme.sizeBody
        weight: Theme.regular
        features: isTabular ? ({ tnum: 1 }) : ({})
    }
}
