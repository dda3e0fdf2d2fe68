// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls
import Vitrine.Stage

/// A film that is on: play and pause, where it is, and the way out. After a hand took the camera, play flies back and goes on.
Glass {
    id: bar

    required property StageFilm film
    readonly property filmChoice what: film.choices[Math.max(0, film.current)] ?? nothing
    property filmChoice nothing
    readonly property bool isOver: film.seconds >= film.length

    signal saveRequested()

    function toggle() {
        if (film.playing)
            film.pause();
        else
            film.resume();
    }
    function clock(seconds: real): string {
        const whole = Math.floor(seconds + 0.001);
        return Format.digits(Math.floor(whole / 60) + ":" + String(whole % 60).padStart(2, "0"));
    }

    height: Theme.touch + 2 * Theme.gap8
    radius: height / 2
    shadowReach: 28
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Film: %1").arg(title.text)
    Keys.onSpacePressed: bar.toggle()
    Keys.onLeftPressed: film.seek(Math.max(0, film.seconds - 1))
    Keys.onRightPressed: film.seek(Math.min(film.length, film.seconds + 1))

    onVisibleChanged: if (visible) play.forceActiveFocus(Qt.OtherFocusReason)

    IconButton {
        id: play
        objectName: "filmPlay"
        anchors { left: parent.left; leftMargin: Theme.gap8; verticalCenter: parent.verticalCenter }
        iconName: bar.film.playing ? "pause" : bar.isOver ? "reset" : "play"
        text: bar.film.playing ? qsTr("Pause")
            : bar.isOver ? qsTr("Play again")
            : bar.film.state === StageFilm.Interrupted ? qsTr("Resume") : qsTr("Play")
        onClicked: bar.toggle()
        Hint {
            control: play
            keyName: qsTr("Space")
        }
    }
    Label {
        id: title
        anchors { left: play.right; leftMargin: Theme.gap4; verticalCenter: parent.verticalCenter }
        width: Math.min(implicitWidth, 150)
        visible: bar.width >= 560
        text: Format.either(bar.what.english, bar.what.bengali)
        topPadding: Theme.headDrop
        elide: Text.ElideRight
        color: Theme.textSecond
        font { pixelSize: Theme.sizeLabel; weight: Theme.medium }
    }
    Slider {
        id: scrubber
        objectName: "filmScrubber"
        anchors { left: title.visible ? title.right : play.right; right: time.left; verticalCenter: parent.verticalCenter }
        to: Math.max(0.1, bar.film.length)
        stepSize: 0.25
        snapMode: Slider.NoSnap
        value: bar.film.seconds
        onMoved: bar.film.seek(value)
        onPressedChanged: if (pressed && bar.film.playing) bar.film.pause()
        Keys.onSpacePressed: bar.toggle()
        Accessible.name: qsTr("Position in the film")
        Accessible.description: time.text
    }
    Label {
        id: time
        objectName: "filmTime"
        anchors { right: save.left; rightMargin: Theme.gap4; verticalCenter: parent.verticalCenter }
        text: qsTr("%1 / %2").arg(bar.clock(bar.film.seconds)).arg(bar.clock(bar.film.length))
        isTabular: true
        color: Theme.textSecond
        font.pixelSize: Theme.sizeLabel
        Accessible.ignored: true
    }
    IconButton {
        id: save
        objectName: "filmSaveHere"
        anchors { right: close.left; verticalCenter: parent.verticalCenter }
        iconName: "save"
        ink: Theme.textSecond
        text: qsTr("Save a picture or a film…")
        onClicked: bar.saveRequested()
        Hint { control: save }
    }
    IconButton {
        id: close
        objectName: "filmClose"
        anchors { right: parent.right; rightMargin: Theme.gap8; verticalCenter: parent.verticalCenter }
        iconName: "close"
        ink: Theme.textSecond
        text: qsTr("End the film")
        onClicked: bar.film.stop()
        Hint {
            control: close
            keyName: "Esc"
        }
    }
}
