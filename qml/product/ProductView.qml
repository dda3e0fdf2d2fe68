// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls
import Vitrine.Stage

/// The product on the stage, in the light of the theme.
ProductStage {
    id: view

    required property ProductModel product
    property bool turns: false
    property bool knowsHands: true
    property bool isCovered: false
    // What a driver of the window waits for.
    readonly property bool isReady: revealed
    readonly property bool isStill: settled
    readonly property bool isLit: view.view.lit
    readonly property string viewWords: [camera.yaw, camera.pitch, camera.distance].map(value => value.toFixed(3)).join(" ")

    signal turnsChosen(bool turns)
    signal handsKnown()

    /// How much lies below the bar already.
    property real topTaken: 0

    /// A film or a picture of it is being drawn and written.
    readonly property bool isSaving: (saverSlot.item as FilmSaver)?.isRunning ?? false

    // Words over the stage follow the place behind them: by day as on paper, at night and around a lamp in the hand as at
    // dusk. The shopper's own theme comes back with the house's studio. Who asks for the other theme asks for that studio,
    // or only puts the lamp away.
    property bool isFollowing: false
    property bool houseDark: true
    function isDusk(): bool { return view.view.lamp.isOn || light.isDark }
    function follow() {
        if (view.view.lamp.isOn || light.hasBackdrop) {
            if (!isFollowing)
                houseDark = Theme.dark
            isFollowing = true
            Theme.dark = isDusk()
        } else if (isFollowing) {
            isFollowing = false
            Theme.dark = houseDark
        }
    }
    Component.onDestruction: if (isFollowing) Theme.dark = houseDark
    Connections {
        target: view.light
        function onChanged() { view.follow() }
    }
    Connections {
        target: view.view.lamp
        function onIsOnChanged() { view.follow() }
    }
    Connections {
        target: Theme
        function onDarkChanged() {
            const asked = Theme.dark
            if (!view.isFollowing || asked === view.isDusk())
                return
            view.houseDark = asked
            view.view.lamp.isOn = false
            if (view.light.hasBackdrop && view.light.isDark !== asked)
                view.relight(tools.house)
        }
    }

    source: product.modelSource
    variant: product.modelVariant
    poster: product.poster
    topInset: Theme.barHeight
    bottomInset: Theme.touch + Theme.gap24
    productName: Format.text(product.name)
    reducedMotion: Theme.reducedMotion
    backdropTop: Theme.backdropTop
    backdropBottom: Theme.backdropBottom
    lampColor: Qt.tint(Theme.backdropBottom, Theme.lamp)
    lampStrength: 0.7
    // Not below what is being read, nor beside a film that is being drawn and needs the device.
    turnsAtRest: turns && !isCovered && !tools.isBusy && !tools.isMenuOpen && !help.isShown && !film.active
        && !((saverSlot.item as FilmSaver)?.isAtWork ?? false)
    onHandled: if (!knowsHands) handsKnown()
    parallax: pointer.hovered && !Theme.reducedMotion && !isCovered
        ? Qt.vector2d((pointer.point.position.x / Math.max(1, width) - 0.5) * 2, (0.5 - pointer.point.position.y / Math.max(1, height)) * 2)
        : Qt.vector2d(0, 0)
    HoverHandler {
        id: pointer
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad | PointerDevice.Stylus
    }
    /// Ends one thing that is on, for Escape; false: nothing is, and it is the way back.
    function putAway(): bool {
        if (help.isShown)
            help.isShown = false
        else if (film.active)
            film.stop()
        else if (markedPart >= 0)
            markedPart = -1
        else if (tools.magnifies)
            tools.magnifies = false
        else if (view.view.lamp.isOn)
            view.view.lamp.isOn = false
        else if (tools.showsSize)
            tools.showsSize = false
        else if (tools.showsSpots)
            tools.showsSpots = false
        else if (falls)
            falls = false
        else if (motion.opened)
            motion.open(false)
        else
            return false
        // What went may have had the keys; a sign in the row stays.
        let at = Window.activeFocusItem
        while (at && at !== tools && at !== view)
            at = at.parent
        if (at !== tools && activeFocus)
            takeKeys()
        return true
    }
    focus: true
    Keys.onPressed: event => {
        if (!event.accepted)
            event.accepted = !(event.modifiers & ~(Qt.ShiftModifier | Qt.KeypadModifier)) && tools.press(event.key)
    }
    focusColor: Theme.brass

    // Blur behind panels costs a software rasteriser more than the product itself.
    Binding {
        target: Theme
        property: "hasGlass"
        value: !view.quality.software
        restoreMode: Binding.RestoreNone
    }
    readonly property rect freeArea: Qt.rect(leftInset + Theme.gap12, topInset, width - leftInset - rightInset - 2 * Theme.gap12,
                                             height - topInset - bottomInset - Theme.gap24)
    /// Something of the product stands behind the words of the bar.
    property bool isUnderBar: false
    Connections {
        target: view.camera
        function onMoved() {
            const low = view.scene.boundsMin, high = view.scene.boundsMax
            view.isUnderBar = view.revealed && [low.x, high.x].some(x => [low.z, high.z].some(z => view.view.mapFromScene(Qt.vector3d(x, high.y, z)).y < Theme.barHeight))
        }
    }
    TopShade {
        objectName: "stageShade"
        width: view.width
        isOver: view.isUnderBar
    }
    Repeater {
        id: spots
        property int told: -1
        model: tools.showsSpots && view.revealed && !view.film.active ? view.motion.hotspots : []
        SpotPin {
            view: view.view
            area: view.freeArea
            told: spots.told
            onPointed: spots.told = index
        }
    }
    marksParts: !sizes.active
    onPointTouched: point => (sizes.item as SizeLines).mark(point)
    Loader {
        id: sizes
        anchors.fill: parent
        active: tools.showsSize && view.revealed && !view.motion.opened && !view.film.active
        sourceComponent: SizeLines { view: view.view }
    }
    // Below all that one touches.
    Loader {
        id: magnifier
        active: tools.magnifies && view.revealed
        sourceComponent: Magnifier {
            objectName: "magnifier"
            stage: view
            pointer: pointer
            onClosed: {
                tools.magnifies = false
                view.takeKeys()
            }
        }
        onLoaded: (item as Magnifier).begin()
    }
    ProgressLine {
        objectName: "modelProgress"
        anchors { horizontalCenter: tools.horizontalCenter; horizontalCenterOffset: view.freeArea.x + view.freeArea.width / 2 - tools.x - tools.width / 2; bottom: tools.bottom }
        running: !view.revealed && view.product.poster.toString().length > 0 && view.product.modelProgress > 0
        // Most of the wait is for the network.
        value: 0.7 * view.product.modelProgress + 0.3 * view.scene.progress
        Accessible.name: qsTr("Getting the object")
    }
    PartCard {
        id: partCard
        objectName: "partCard"
        anchors { left: tools.left; top: parent.top; topMargin: Theme.barHeight + view.topTaken }
        behind: view.view
        motion: view.motion
        whole: view.product.price
        part: view.markedPart
        onClosed: view.markedPart = -1
    }
    Slider {
        id: slider
        objectName: "apartSlider"
        // Above the tips of the tools.
        anchors { left: tools.left; bottom: tools.top; bottomMargin: Theme.gap24 }
        // At its end it stays under the hand that has moved it there: the stage would take the hand over.
        visible: pressed || (!view.motion.fallen && (view.motion.opened || view.motion.apart > 0) && !view.film.active)
        value: view.motion.apart
        onMoved: view.motion.holdApart(value)
        Accessible.name: qsTr("How far apart")
    }
    GestureHint {
        objectName: "gestureHint"
        isShown: view.revealed && !view.film.active && !view.knowsHands && !tools.isBusy && !tools.isMenuOpen && !tools.isPointedAt && !view.falls && !view.motion.opened && !help.isShown
        isLow: view.height < 720
        x: view.leftInset + (view.width - view.leftInset - view.rightInset - width) / 2
        anchors { bottom: tools.top; bottomMargin: isLow ? Theme.gap4 : Theme.gap8 }
    }
    hold: (magnifier.item as Magnifier)?.hold ?? null
    Loader {
        id: lampHandle
        anchors.fill: parent
        active: view.view.lamp.isOn && view.revealed
        sourceComponent: LampHandle {
            view: view.view
            area: view.freeArea
            onClosed: {
                view.view.lamp.isOn = false
                view.takeKeys()
            }
        }
        onLoaded: (item as LampHandle).begin(view.activeFocus)
    }
    HandsHelp {
        id: help
        objectName: "handsHelp"
        behind: view.view
        area: view.freeArea
        onClosed: {
            isShown = false
            view.takeKeys()
        }
    }
    PadHands {
        stage: view
        tools: tools
        help: help
        enabled: view.revealed && !view.isCovered
    }
    StageTools {
        id: tools
        behind: view.view
        stage: view
        visible: view.revealed && !view.film.active
        room: view.freeArea.width - anchors.leftMargin
        turns: view.turns
        onSaveRequested: (saverSlot.item as FilmSaver).show()
        onTurnsChosen: turns => view.turnsChosen(turns)
        onExplained: help.isShown ? help.closed() : help.show()
        anchors { left: parent.left; bottom: parent.bottom; leftMargin: view.width >= 1000 ? Theme.gap32 : Theme.gap12; bottomMargin: Theme.gap24 }
    }
    FilmBar {
        objectName: "filmBar"
        film: view.film
        behind: view.view
        visible: view.film.active
        x: view.freeArea.x + (view.freeArea.width - width) / 2
        anchors { bottom: parent.bottom; bottomMargin: Theme.gap16 }
        width: Math.min(720, view.freeArea.width)
        onSaveRequested: (saverSlot.item as FilmSaver).show()
    }
    Loader {
        anchors { left: tools.left; top: partCard.visible ? partCard.bottom : parent.top; topMargin: partCard.visible ? Theme.gap8 : partCard.anchors.topMargin }
        active: saverSlot.item !== null
        sourceComponent: SaveMark {
            objectName: "saveMark"
            behind: view.view
            saver: saverSlot.item as FilmSaver
        }
    }
    Loader {
        id: saverSlot
        active: view.revealed
        sourceComponent: FilmSaver {
            parent: view
            x: view.freeArea.x + (view.freeArea.width - width) / 2
            y: Math.max(Theme.gap12, (view.height - height) / 2)
            stage: view
            title: Format.text(view.product.name)
        }
    }
}
