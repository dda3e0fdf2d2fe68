// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// A picture of an item as it was, over it until it has faded.
ShaderEffectSource {
    id: veil

    readonly property alias fading: fadeOut.running

    /// The picture is there, and covers the item: it may change now.
    signal kept()

    function keep() {
        fadeOut.stop();
        opacity = 1;
        visible = true;
        scheduleUpdate();
    }
    function fade(milliseconds: real) {
        fadeOut.duration = milliseconds;
        fadeOut.restart();
    }
    function drop() {
        fadeOut.stop();
        visible = false;
    }

    live: false
    visible: false
    onScheduledUpdateCompleted: if (visible) kept()
    NumberAnimation {
        id: fadeOut
        target: veil
        property: "opacity"
        to: 0
        easing.type: Easing.InOutSine
        onFinished: veil.visible = false
    }
}
