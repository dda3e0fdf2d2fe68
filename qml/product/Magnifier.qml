// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Stage

/// A round glass over the product: under the pointer, above a finger, or moved by keys while it has the focus.
FocusScope {
    id: magnifier

    required property ProductStage stage
    property point at: Qt.point(0, 0)
    property bool isUnderFinger: false
    /// Where the pointer last led it: a pointer that rests is told of again when the glass moves under it.
    property point led
    /// Where the pointer is, while there is one.
    required property HoverHandler pointer
    readonly property real side: Math.min(280, stage.height * 0.36)
    /// What a finger drags while the glass is out.
    readonly property StageHold hold: StageHold {
        function take(at: point, byFinger: bool): bool {
            magnifier.isUnderFinger = byFinger
            if (byFinger)
                magnifier.look(at)
            return byFinger
        }
        function move(at: point, seconds: real) { magnifier.look(at) }
    }

    signal closed()

    function look(at: point) {
        magnifier.at = Qt.point(Math.max(0, Math.min(stage.width, at.x)), Math.max(0, Math.min(stage.height, at.y)))
    }
    /// By keyboard it begins in the product's middle.
    function begin() {
        const middle = stage.view.mapFromScene(stage.view.home)
        led = pointer.point.position
        look(pointer.hovered ? pointer.point.position : Qt.point(middle.x, middle.y))
        forceActiveFocus(Qt.ShortcutFocusReason)
    }
    function nearer(factor: real) { loupe.magnification = Math.max(3, Math.min(6, loupe.magnification * factor)) }

    width: side
    height: side
    x: at.x - side / 2
    y: Math.max(isUnderFinger ? Theme.gap8 : -side / 2, at.y - side / 2 - (isUnderFinger ? side / 2 + Theme.gap48 : 0))
    activeFocusOnTab: true
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Magnifier, %1 times").arg(Format.number(Math.round(loupe.magnification)))
    Accessible.description: qsTr("Arrow keys move it, plus and minus change how much it magnifies, Escape puts it away.")
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
    Keys.onPressed: event => {
        const step = event.modifiers & Qt.ShiftModifier ? 6 : 24
        event.accepted = true
        magnifier.isUnderFinger = false
        switch (event.key) {
        case Qt.Key_Left: look(Qt.point(at.x - step, at.y)); break
        case Qt.Key_Right: look(Qt.point(at.x + step, at.y)); break
        case Qt.Key_Up: look(Qt.point(at.x, at.y - step)); break
        case Qt.Key_Down: look(Qt.point(at.x, at.y + step)); break
        case Qt.Key_Plus:
        case Qt.Key_Equal: nearer(1.15); break
        case Qt.Key_Minus: nearer(1 / 1.15); break
        case Qt.Key_Escape: magnifier.closed(); break
        default: event.accepted = false
        }
    }
    Connections {
        target: magnifier.pointer
        function onPointChanged() {
            const at = magnifier.pointer.point.position
            if (!magnifier.pointer.hovered || (at.x === magnifier.led.x && at.y === magnifier.led.y))
                return
            magnifier.led = at
            magnifier.isUnderFinger = false
            magnifier.look(at)
        }
    }
    StageLoupe {
        id: loupe
        anchors.fill: parent
        view: magnifier.stage.view
        at: magnifier.at
        rimColor: magnifier.activeFocus ? Theme.brass : Qt.alpha(Theme.text, 0.55)
    }
}
