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
    /// Of its frames' sides, what the device can draw in time. Where that is little, each takes longer: it turns slower, so that
    /// no step between two is seen.
    required property real ease
    property real degreesPerSecond: ease >= 0.6 ? 14 : ease >= 0.45 ? 8 : 5

    function touch() {
        camera.drift = 0;
        if (wanted)
            rest.restart();
        else
            rest.stop();
    }

    onWantedChanged: touch()
    onDegreesPerSecondChanged: if (camera.drift !== 0) camera.drift = degreesPerSecond
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
