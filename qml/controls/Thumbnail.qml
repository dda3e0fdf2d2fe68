// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme

/// An object, small, in its own niche.
Niche {
    id: thumbnail

    property url poster

    implicitWidth: 72
    implicitHeight: 72
    radius: Theme.radiusField + 2
    wallTop: Theme.dark ? Qt.lighter(Theme.backdropBottom, 1.14) : Qt.darker(Theme.backdropTop, 1.035)
    wallBottom: Theme.dark ? Theme.backdropBottom : Qt.darker(Theme.backdropBottom, 1.04)
    lampStrength: 1
    floorLevel: 0.76

    Poster {
        // Its rim is empty: the object, not the picture, fills the niche.
        anchors.centerIn: parent
        anchors.verticalCenterOffset: -thumbnail.height * 0.05
        width: thumbnail.width * 1.1
        height: thumbnail.height * 1.1
        source: thumbnail.poster
    }
}
