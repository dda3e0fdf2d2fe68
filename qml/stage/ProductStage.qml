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
    /// More products beside it on the same floor, and the variant of each.
    property list<url> beside
    property list<string> besideVariants
    /// False: the empty stage, as the camera sees it.
    property bool productShown: true
    /// Textures start at a level no larger than this; 0 leaves it to what draws the window.
    property int maxTextureSide: 0
    /// It turns slowly by itself while nobody touches it. Off where motion is reduced, and where it is not seen.
    property bool turnsAtRest: false
    property alias restMs: slowTurn.restMs
    /// Where the viewer is: -1 to 1 to the right and upwards, of a pointer or of a head before a camera.
    property vector2d parallax
    /// Asked first, where a drag begins.
    property StageHold hold: null
    /// Its pieces fall to the floor, or lie there and can be thrown; false: they fly home. Where it comes apart it does so first.
    property bool falls: false
    /// False where there is no physics library.
    readonly property bool canFall: world.status !== Loader.Error
    /// Stills are drawn at full quality at once, without waiting for rest.
    property bool still: false
    /// Every lamp with its shadow, also where a processor draws.
    property bool fine: false

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
    readonly property alias film: view.film
    readonly property alias lamp: view.lamp
    /// What StageSpot needs.
    readonly property alias view: view

    /// Of the product, in scene units.
    signal pointTouched(point: vector3d)
    /// The product was turned, moved or zoomed by hand.
    signal handled

    /// Changes the studio by a cross-fade; setting `studio` changes it at once.
    function relight(name: string) {
        // A film that is on stays on, in its own light where it has one.
        if (still || !revealed || film.active || name === studio)
            studio = name;
        else
            dusk.begin(name);
    }
    /// Everything as it was first: the view, and the product in one piece.
    function reset() {
        markedPart = -1;
        film.stop();
        falls = false;
        view.motion.open(false);
        view.camera.reset();
    }
    /// Looks closer at the marked part, or back at all of it.
    function lookCloser() {
        if (markedPart >= 0)
            view.camera.lookAt(view.motion.partCentre(markedPart), 0.55);
        else
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
    /// The keys are the product's again, after something over it had them.
    function takeKeys() { hands.forceActiveFocus(Qt.PopupFocusReason); }
    /// Frames the product anew in the free area, from the side it is seen from.
    function frame() { view.camera.lookAt(view.home, 1); }

    StageView {
        id: view
        anchors.fill: parent
        source: stage.source
        variant: view.film.variant.length > 0 ? view.film.variant : stage.variant
        studio: view.film.light.length > 0 ? view.film.light : stage.studio
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
        fine: stage.fine
        seeThrough: stage.seeThrough
        grounded: stage.grounded
        productShown: stage.productShown
        maxTextureSide: stage.maxTextureSide
        beside: stage.beside
        besideVariants: stage.besideVariants
        parallax: stage.reducedMotion ? Qt.vector2d(0, 0) : stage.parallax
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
    StageVeil {
        id: dusk
        objectName: "stageDusk"
        property string next: ""
        function begin(name: string) {
            next = name;
            if (visible) // still fading: the newest light comes through as it is
                stage.studio = next;
            else
                keep();
        }
        function end() {
            if (visible && view.lit && stage.studio === next && !fading)
                dusk.fade(600);
        }
        anchors.fill: parent
        sourceItem: view
        onKept: {
            stage.studio = next;
            end();
        }
        Connections {
            target: view
            function onLitChanged() { dusk.end() }
        }
    }
    // A film's picture of the moment before, over the shot that it blends into.
    StageVeil {
        id: before
        property real seconds: 0
        anchors.fill: parent
        sourceItem: view
        onKept: {
            view.film.proceed();
            before.fade(seconds * 1000);
        }
        Connections {
            target: view.film
            function onBlendWanted(seconds) {
                before.seconds = seconds;
                before.keep();
            }
            // A hand, or who goes to a moment, sees what is.
            function onStateChanged() {
                if (!view.film.playing)
                    before.drop();
            }
        }
    }
    StageDissolve {
        id: dissolve
        objectName: "dissolve"
        anchors.fill: parent
        view: view
        settled: stage.settled && !dusk.visible
        wanted: view.scene.variants.length > 0 && !view.film.active && stage.interactive && !stage.reducedMotion && !stage.still
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
        hold: (world.item as StageWorld)?.hold ?? stage.hold
        onDragged: stage.handled()
        onTouched: {
            view.film.interrupt();
            hands.forceActiveFocus(Qt.MouseFocusReason);
            stage.isTouched = true;
            stage.focusShown = false;
        }
        onTapped: (object, at) => {
            if (view.film.active)
                return;
            if (!stage.marksParts) {
                if (object)
                    stage.pointTouched(at);
                return;
            }
            const part = object ? view.motion.partAt(object) : -1;
            stage.markedPart = part === stage.markedPart ? -1 : part;
        }
        onActiveFocusChanged: {
            stage.isTouched = false;
            stage.focusShown = activeFocus && view.revealed;
        }

        // Here, not on the scope: a scope that something within had once is passed over from then on.
        focus: true
        activeFocusOnTab: stage.interactive
        Accessible.role: Accessible.Graphic
        Accessible.name: stage.productName.length > 0 ? qsTr("%1 in 3D").arg(stage.productName) : qsTr("Product in 3D")
        Accessible.description: stage.interactive ? qsTr("Arrow keys turn it, with Shift they move it, plus and minus zoom, Home resets the view, comma and full stop go through its parts, F looks closer at one, E takes it apart.") : ""
    }

    // On the scope: whatever on the stage has the focus leaves those keys to the product that it has no use for itself.
    // Escape: before the page takes it as the way back.
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape && (markedPart >= 0 || film.active)
    Keys.onPressed: event => {
        if (!interactive || view.scene.status !== ProductScene.Ready)
            return;
        event.accepted = true;
        const slides = event.modifiers & Qt.ShiftModifier;
        const step = event.isAutoRepeat ? 0.25 : 1; // a key that is held turns by a steady speed
        switch (event.key) {
        case Qt.Key_Left: slides ? view.camera.slide(-0.15 * step, 0) : view.camera.nudge(-15 * step, 0); break;
        case Qt.Key_Right: slides ? view.camera.slide(0.15 * step, 0) : view.camera.nudge(15 * step, 0); break;
        case Qt.Key_Up: slides ? view.camera.slide(0, 0.15 * step) : view.camera.nudge(0, 10 * step); break;
        case Qt.Key_Down: slides ? view.camera.slide(0, -0.15 * step) : view.camera.nudge(0, -10 * step); break;
        case Qt.Key_Plus:
        case Qt.Key_Equal: view.camera.zoomBy(0.85); break;
        case Qt.Key_Minus: view.camera.zoomBy(1 / 0.85); break;
        case Qt.Key_Home: view.camera.reset(); break;
        case Qt.Key_Comma: markNext(-1); break;
        case Qt.Key_Period: markNext(1); break;
        case Qt.Key_F: lookCloser(); break;
        case Qt.Key_E: view.motion.open(!view.motion.opened); break;
        case Qt.Key_Escape:
            event.accepted = markedPart >= 0 || film.active;
            if (event.accepted && markedPart < 0) {
                film.stop();
                takeKeys();
            }
            markedPart = -1;
            break;
        case Qt.Key_Space:
            event.accepted = film.active;
            if (film.playing)
                film.pause();
            else
                film.resume();
            break;
        default: event.accepted = false;
        }
        if (event.accepted && hands.activeFocus && !isTouched)
            focusShown = true;
    }

    Loader {
        id: world
        active: false
        function follow() {
            if (!stage.falls || !view.revealed) {
                view.motion.comeHome();
                (item as StageWorld)?.end();
                view.falling = false;
                stage.falls = false;
                active = false;
            } else if (!active) {
                stage.markedPart = -1;
                view.motion.open(true); // before anything could fall
                active = true;
                setSource("FallWorld.qml", { view: view });
            }
            drop();
        }
        /// Once it is apart.
        function drop() {
            if (stage.falls && item && !view.motion.fallen && !view.motion.moving)
                (item as StageWorld).drop();
        }
        onLoaded: drop()
        Connections {
            target: view.motion
            function onMovingChanged() { world.drop() }
            function onFallenChanged() { if (!view.motion.fallen) stage.falls = false }
        }
        Binding {
            target: view
            property: "falling"
            value: world.item !== null && !(world.item as StageWorld).settled
        }
    }
    onFallsChanged: world.follow()
    StageTurn {
        id: slowTurn
        camera: view.camera
        ease: view.quality.scale
        wanted: stage.turnsAtRest && !stage.reducedMotion && stage.interactive && !stage.still && stage.visible && view.revealed
            && stage.markedPart < 0 && !view.motion.opened && !view.motion.moving && !stage.falls
            && stage.Window.active && stage.Window.visibility !== Window.Minimized
    }
    onVariantChanged: {
        slowTurn.touch();
        dissolve.begin();
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
