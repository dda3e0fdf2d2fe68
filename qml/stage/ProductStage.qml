// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// A product on its lit ground: one component for every surface that shows one. Put it where it should be seen, give
/// it a baked package, and a poster to show until the package is there.
FocusScope {
    id: stage

    /// A `.vpk` file; empty shows the lit, empty ground.
    required property url source
    property string variant: ""
    /// An installed light studio, or the path of an .hdr. relight() changes it by a cross-fade.
    property string studio: "softbox"
    property url poster
    property bool interactive: true
    property bool autoFrame: true
    property bool reducedMotion: false
    /// What panels cover of each side, in pixels: the product is framed in what is left.
    property real leftInset: 0
    property real topInset: 0
    property real rightInset: 0
    property real bottomInset: 0
    /// Transparent shows the backdrop; any other colour fills the picture with just that.
    property color background: "transparent"
    property color backdropTop: "#0d1015"
    property color backdropBottom: "#191d25"
    readonly property bool dark: backdropBottom.hslLightness < 0.5
    /// The pools of light on the wall and on the floor, as they appear.
    property color lampColor: dark ? "#3f3e3e" : "#fcfaf6"
    property color floorColor: dark ? "#454240" : "#f3efe7"
    property real lampStrength: 0.55
    property real vignette: 0.08
    property color focusColor: "#e0b055"
    /// A part by number, with a line around it; −1: none.
    property int markedPart: -1
    /// A touch marks the part that it meets; else pointTouched() tells of it.
    property bool marksParts: true
    /// Of a name that a screen reader says.
    property string productName: ""
    /// No backdrop at all: what lies behind the stage shows through.
    property bool seeThrough: false
    property bool grounded: true
    /// False: the empty stage, as the camera sees it.
    property bool productShown: true
    /// Textures start at a level no larger than this; 0 leaves it to what draws the window.
    property int maxTextureSide: 0
    /// Stills are drawn at full quality at once, without waiting for rest.
    property bool still: false

    readonly property int status: view.studioError.length > 0 ? ProductScene.Error : view.scene.status
    readonly property string errorText: view.studioError.length > 0 ? view.studioError : view.scene.errorText
    readonly property bool busy: view.scene.status === ProductScene.Loading || view.studioBusy
    /// The model itself is on the screen, not the poster.
    readonly property bool revealed: view.revealed
    /// What is on the screen is as good as it gets: nothing moves, and the full-quality frame is due or drawn.
    readonly property bool settled: revealed && view.full && !view.moving
    readonly property list<string> variants: view.scene.variants
    readonly property alias scene: view.scene
    readonly property alias camera: view.camera
    readonly property alias quality: view.quality
    readonly property alias light: view.light
    readonly property alias motion: view.motion
    /// What StageSpot needs.
    readonly property alias view: view

    /// Of the product, in scene units.
    signal pointTouched(point: vector3d)

    /// Changes the studio by a cross-fade; setting `studio` changes it at once.
    function relight(name: string) {
        if (still || !revealed || name === studio)
            studio = name;
        else
            dusk.begin(name);
    }
    /// Everything as it was first: the view, and the product in one piece.
    function reset() {
        markedPart = -1;
        view.motion.open(false);
        view.camera.reset();
    }
    /// The next part that has something to show of itself.
    function markNext(step: int) {
        const count = view.motion.parts.length;
        let part = markedPart < 0 && step < 0 ? count : markedPart;
        for (let tries = 0; tries < count; ++tries) {
            part = (part + step + count) % count;
            if (view.motion.modelsOf(part).length > 0) {
                markedPart = part;
                return;
            }
        }
    }
    /// Frames the product anew in the free area, from the side it is seen from.
    function frame() { view.camera.lookAt(view.home, 1); }

    StageView {
        id: view
        anchors.fill: parent
        source: stage.source
        variant: stage.variant
        studio: stage.studio
        flatColor: stage.background
        backdropTop: stage.backdropTop
        backdropBottom: stage.backdropBottom
        lampColor: stage.lampColor
        floorColor: stage.floorColor
        lampStrength: stage.lampStrength
        vignette: stage.vignette
        autoFrame: stage.autoFrame
        reducedMotion: stage.reducedMotion
        markedPart: stage.markedPart
        markColor: stage.focusColor
        still: stage.still
        seeThrough: stage.seeThrough
        grounded: stage.grounded
        productShown: stage.productShown
        maxTextureSide: stage.maxTextureSide
        freeArea: Qt.rect(stage.leftInset, stage.topInset, Math.max(1, stage.width - stage.leftInset - stage.rightInset),
                          Math.max(1, stage.height - stage.topInset - stage.bottomInset))
    }

    Image {
        id: picture
        x: stage.leftInset
        y: stage.topInset
        width: stage.width - stage.leftInset - stage.rightInset
        height: stage.height - stage.topInset - stage.bottomInset
        source: stage.poster
        fillMode: Image.PreserveAspectFit
        asynchronous: false
        visible: opacity > 0 && source.toString().length > 0
        NumberAnimation on opacity {
            id: fade
            running: false
            to: 0
            duration: 320
            easing.type: Easing.InOutSine
        }
    }
    // The picture in the old light, above the stage in the new one until it is gone.
    ShaderEffectSource {
        id: dusk
        property string next: ""
        function begin(name: string) {
            next = name;
            if (visible) { // still fading: the newest light comes through as it is
                stage.studio = next;
            } else {
                opacity = 1;
                visible = true;
                scheduleUpdate();
            }
        }
        function end() {
            if (visible && view.lit && stage.studio === next && !fadeOut.running)
                fadeOut.start();
        }
        anchors.fill: parent
        sourceItem: view
        live: false
        visible: false
        onScheduledUpdateCompleted: {
            stage.studio = next;
            end();
        }
        NumberAnimation {
            id: fadeOut
            target: dusk
            property: "opacity"
            to: 0
            duration: 600
            easing.type: Easing.InOutSine
            onFinished: dusk.visible = false
        }
        Connections {
            target: view
            function onLitChanged() { dusk.end() }
        }
    }
    // No Behavior: the model's coming fades, its going does not.
    onRevealedChanged: {
        markedPart = -1;
        if (revealed)
            return fade.start();
        fade.stop();
        picture.opacity = 1;
    }

    StageHands {
        id: hands
        anchors.fill: parent
        enabled: stage.interactive && view.scene.status === ProductScene.Ready
        camera: view.camera
        view: view
        onTouched: {
            stage.isTouched = true;
            hands.forceActiveFocus(Qt.MouseFocusReason);
            stage.isTouched = false;
        }
        onTapped: (object, at) => {
            if (!stage.marksParts) {
                if (object)
                    stage.pointTouched(at);
                return;
            }
            const part = object ? view.motion.partAt(object) : -1;
            stage.markedPart = part === stage.markedPart ? -1 : part;
        }
        onActiveFocusChanged: stage.focusShown = activeFocus && !stage.isTouched

        // Here, not on the scope: a scope that something within had once is passed over from then on.
        focus: true
        activeFocusOnTab: stage.interactive
        Accessible.role: Accessible.Graphic
        Accessible.name: stage.productName.length > 0 ? qsTr("%1 in 3D").arg(stage.productName) : qsTr("Product in 3D")
        Accessible.description: stage.interactive ? qsTr("Arrow keys turn it, plus and minus zoom, Home resets the view, comma and full stop go through its parts, E takes it apart.") : ""
        Keys.enabled: stage.interactive && view.scene.status === ProductScene.Ready
        // Before the page takes it as the way back.
        Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape && stage.markedPart >= 0
        Keys.onPressed: event => {
            event.accepted = true;
            switch (event.key) {
            case Qt.Key_Left: view.camera.nudge(-15, 0); break;
            case Qt.Key_Right: view.camera.nudge(15, 0); break;
            case Qt.Key_Up: view.camera.nudge(0, 10); break;
            case Qt.Key_Down: view.camera.nudge(0, -10); break;
            case Qt.Key_Plus:
            case Qt.Key_Equal: view.camera.zoomBy(0.85); break;
            case Qt.Key_Minus: view.camera.zoomBy(1 / 0.85); break;
            case Qt.Key_Home: view.camera.reset(); break;
            case Qt.Key_Comma: stage.markNext(-1); break;
            case Qt.Key_Period: stage.markNext(1); break;
            case Qt.Key_E: view.motion.open(!view.motion.opened); break;
            case Qt.Key_Escape:
                event.accepted = stage.markedPart >= 0;
                stage.markedPart = -1;
                break;
            default: event.accepted = false;
            }
        }
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: 3
        visible: stage.focusShown
        color: "transparent"
        radius: 14
        border.width: 2
        border.color: stage.focusColor
    }
    /// Who came by keyboard sees where the keys go; who touched the product knows.
    property bool focusShown: false
    property bool isTouched: false
}
