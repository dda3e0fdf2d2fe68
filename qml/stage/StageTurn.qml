// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQml

/// The product's own slow turn: begins after a rest, and ends with the first touch.
QtObject {
    id: turn

    required property StageCamera camera
    /// Nothing else is going on that would be looked at.
    required property bool wanted
    property int restMs: 9000
    property real degreesPerSecond: 14

    function touch() {
        camera.drift = 0;
        if (wanted)
            rest.restart();
        else
            rest.stop();
    }

    onWantedChanged: touch()
    readonly property Timer rest: Timer {
        interval: turn.restMs
        running: turn.wanted
        onTriggered: turn.camera.drift = turn.degreesPerSecond
    }
    readonly property Connections hands: Connections {
        target: turn.camera
        function onHandled() { turn.touch() }
    }
}
