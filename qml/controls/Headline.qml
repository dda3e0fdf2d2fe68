// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme

/// A headline: the display cut, set tight in Latin, never so in Bengali, whose letters hang together.
Paragraph {
    id: headline

    property int size: Theme.sizeHead

    color: Theme.text
    lineHeight: Math.round(size * Theme.headLineHeight)
    Accessible.role: Accessible.Heading
    Accessible.name: text
    font {
        family: Theme.displayFamily
        pixelSize: headline.size
        weight: Theme.medium
        letterSpacing: Theme.bengali ? 0 : -0.01 * headline.size
    }
}
