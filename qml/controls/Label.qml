// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme

/// One line of text in the interface's type, with figures of equal width.
Text {
    color: Theme.text
    elide: Text.ElideRight
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    font {
        family: Theme.family
        pixelSize: Theme.sizeBody
        weight: Theme.regular
        features: ({ tnum: 1 })
    }
}
