// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// The change from one material to another. The new one is drawn in the very next frame; over it lies the picture as it was, kept
/// since the stage came to rest, and dissolves. Whatever moves ends it, for the kept picture would not fit any more.
Item {
    id: dissolve

    required property StageView view
    /// The stage rests, in a picture that is as good as it gets.
    required property bool settled
    /// There is something to change to, and it may be seen to change.
    required property bool wanted
    readonly property bool running: effect.active
    property bool isKept: false

    /// The material has just changed.
    function begin() {
        if (!isKept || running)
            return; // still dissolving: the newest comes through from below
        effect.active = true;
        walk.restart();
    }
    function forget() {
        isKept = false;
        walk.stop();
        effect.active = false;
        if (settled && wanted)
            soon.restart();
    }

    onSettledChanged: settled && wanted ? soon.restart() : forget()
    onWantedChanged: forget()
    Timer { // what settles may move again at once
        id: soon
        interval: 250
        onTriggered: if (dissolve.settled && dissolve.wanted && !dissolve.running) picture.scheduleUpdate()
    }
    Connections {
        target: dissolve.view.camera
        function onMoved() { dissolve.forget() }
    }
    Connections {
        target: dissolve.view.motion
        function onPosed() { dissolve.forget() }
    }
    Connections {
        target: dissolve.view
        function onMarkedPartChanged() { dissolve.forget() }
        function onLitChanged() { dissolve.forget() }
        function onWidthChanged() { dissolve.forget() }
        function onHeightChanged() { dissolve.forget() }
        function onBackdropTopChanged() { dissolve.forget() }
    }
    // What is not drawn at all takes no picture: one faint pixel of it is.
    Item {
        width: 1
        height: 1
        clip: true
        opacity: 0.01
        ShaderEffectSource {
            id: picture
            width: dissolve.width
            height: dissolve.height
            sourceItem: dissolve.wanted ? dissolve.view : null
            live: false
            onScheduledUpdateCompleted: dissolve.isKept = dissolve.settled
        }
    }
    NumberAnimation {
        id: walk
        target: effect
        property: "way"
        from: 0.04
        to: 1
        duration: 950
        easing.type: Easing.InOutSine
        onFinished: dissolve.forget()
    }
    Loader {
        id: effect
        property real way: 0
        anchors.fill: parent
        active: false
        sourceComponent: ShaderEffect {
            // The corners of the product's box, as they are seen.
            readonly property list<vector3d> corners: {
                const a = dissolve.view.scene.boundsMin
                const b = dissolve.view.scene.boundsMax
                return [0, 1, 2, 3, 4, 5, 6, 7].map(i => dissolve.view.mapFromScene(
                    Qt.vector3d(i & 1 ? b.x : a.x, i & 2 ? b.y : a.y, i & 4 ? b.z : a.z)))
            }
            property real way: effect.way
            property vector2d low: Qt.vector2d(Math.min(...corners.map(c => c.x)) / width, Math.min(...corners.map(c => c.y)) / height)
            property vector2d high: Qt.vector2d(Math.max(...corners.map(c => c.x)) / width, Math.max(...corners.map(c => c.y)) / height)
            property real flakes: 11
            property real aspect: width / Math.max(1, height)
            property var before: picture
            property var after: ShaderEffectSource { sourceItem: dissolve.view }
            fragmentShader: "qrc:/shaders/stage/dissolve.frag.qsb"
        }
    }
}
