// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Vitrine.Theme
import Vitrine.Controls

/// What is being saved goes on though its sheet is put away: how far it is, and the way back to it.
Glass {
    id: mark

    required property FilmSaver saver

    width: words.implicitWidth
    height: Theme.touch
    radius: height / 2
    shadowReach: 20
    visible: saver.isLeft

    Timer {
        running: mark.visible && mark.saver.isSaved
        interval: 8000
        onTriggered: mark.saver.isLeft = false
    }
    QuietButton {
        id: words
        objectName: "saveMarkWords"
        anchors.fill: parent
        iconName: "save"
        text: mark.saver.isRunning ? qsTr("Saving… %1 %").arg(Format.digits(String(Math.round(mark.saver.progress * 100))))
            : mark.saver.isSaved ? qsTr("Saved") : qsTr("Not saved")
        onClicked: mark.saver.open()
    }
}
