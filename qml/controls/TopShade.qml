// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme

/// What scrolls up under the bar goes into the dark (by day, into the paper), so that the bar's words stay readable.
Rectangle {
    id: shade

    /// Whether anything lies under the bar.
    required property bool isOver

    height: Theme.barHeight + Theme.gap32
    opacity: isOver ? 1 : 0
    gradient: Gradient {
        GradientStop { position: 0; color: Theme.backdropTop }
        GradientStop { position: 0.62; color: Qt.alpha(Theme.backdropTop, 0.88) }
        GradientStop { position: 1; color: Qt.alpha(Theme.backdropTop, 0) }
    }
    Behavior on opacity { SmallFade {} }
}
