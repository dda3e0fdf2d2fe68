// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls

/// The object as a picture, on a machine that can't show it in three dimensions.
Item {
    id: stage

    required property url poster
    /// What a panel takes of the right side.
    property real inset: 0

    Niche {
        anchors.fill: parent
        lampAt: Qt.point(0.31, 0.38)
        lampReach: 0.66
        lampStrength: 1.05
        floorLevel: 0.80
    }
    Poster {
        readonly property real side: Math.min(parent.width - stage.inset - 2 * Theme.gap24, parent.height - Theme.barHeight)
        x: (parent.width - stage.inset - width) / 2
        y: Theme.barHeight + (parent.height - Theme.barHeight - height) / 2 + parent.height * 0.02
        width: side
        height: side
        source: stage.poster
    }
}
