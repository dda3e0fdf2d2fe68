// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls
import Vitrine.Stage

/// The lamp that a shopper holds to the product: dragged around it, or moved by arrow keys.
Item {
    id: handle

    required property StageView view
    /// It stays within.
    required property rect area
    readonly property StageLamp lamp: view.lamp
    /// Counts the camera's moves, for what is read from the view follows nothing by itself.
    property int turn: 0
    readonly property vector3d place: { turn; return view.mapFromScene(lamp.place) }
    readonly property vector3d middle: { turn; return view.mapFromScene(view.home) }
    /// It stands behind the product.
    readonly property bool isBehind: { turn; return lamp.way.dotProduct(view.camera.position.minus(view.home)) < 0 }

    signal closed()

    Connections {
        target: handle.view.camera
        function onMoved() { ++handle.turn }
    }
    Shape {
        anchors.fill: parent
        preferredRendererType: Shape.CurveRenderer
        opacity: handle.isBehind ? 0.25 : 0.6
        ShapePath {
            strokeColor: Theme.brass
            strokeWidth: 1.25
            strokeStyle: ShapePath.DashLine
            dashPattern: [2, 5]
            fillColor: "transparent"
            startX: button.x + button.width / 2
            startY: button.y + button.height / 2
            PathLine { x: handle.middle.x; y: handle.middle.y }
        }
    }
    T.AbstractButton {
        id: button
        objectName: "lampHandle"
        x: Math.max(handle.area.x, Math.min(handle.area.right - width, handle.place.x - width / 2))
        y: Math.max(handle.area.y, Math.min(handle.area.bottom - height, handle.place.y - height / 2))
        width: 52
        height: 52
        hoverEnabled: true
        focusPolicy: Qt.StrongFocus
        opacity: handle.isBehind && !drag.active ? 0.6 : 1
        Accessible.role: Accessible.Slider
        Accessible.name: qsTr("Lamp")
        Accessible.description: qsTr("Drag it around the product, or use the arrow keys. Home puts it back, Escape switches it off.")
        onDoubleClicked: handle.lamp.reset()
        Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
        Keys.onPressed: event => {
            event.accepted = true
            const lamp = handle.lamp
            switch (event.key) {
            case Qt.Key_Left: lamp.aim(lamp.yaw - 8, lamp.pitch); break
            case Qt.Key_Right: lamp.aim(lamp.yaw + 8, lamp.pitch); break
            case Qt.Key_Up: lamp.aim(lamp.yaw, lamp.pitch + 8); break
            case Qt.Key_Down: lamp.aim(lamp.yaw, lamp.pitch - 8); break
            case Qt.Key_Home: lamp.reset(); break
            case Qt.Key_Escape: handle.closed(); break
            default: event.accepted = false
            }
        }
        DragHandler {
            id: drag
            property point last
            target: null
            dragThreshold: 0
            // The stage below it would turn the product instead.
            grabPermissions: PointerHandler.CanTakeOverFromAnything
            // While a frame takes long, all of a hand's way may come as one move: that which makes it active.
            onActiveChanged: {
                last = Qt.point(centroid.scenePressPosition.x, centroid.scenePressPosition.y)
                follow()
            }
            onCentroidChanged: follow()
            function follow() {
                if (!active)
                    return
                // The sphere's radius as it is seen.
                const across = handle.view.camera.fromView(Qt.vector3d(1, 0, 0)).times(handle.view.camera.radius * 1.32)
                const reach = Math.max(40, handle.view.mapFromScene(handle.view.home.plus(across)).x - handle.middle.x)
                handle.lamp.roll((centroid.scenePosition.x - last.x) / reach, -(centroid.scenePosition.y - last.y) / reach)
                last = Qt.point(centroid.scenePosition.x, centroid.scenePosition.y)
            }
        }
        background: Item {
            Rectangle {
                anchors.centerIn: parent
                width: 44
                height: 44
                radius: 22
                color: Qt.alpha(Theme.brass, 0.28)
                scale: button.hovered || drag.active ? 1.15 : 1
                Behavior on scale { SmallMotion {} }
            }
            Rectangle {
                anchors.centerIn: parent
                width: 32
                height: 32
                radius: 16
                color: Theme.brass
            }
            Icon {
                anchors.centerIn: parent
                name: "lamp"
                size: 20
                color: Theme.brassInk
            }
            FocusRing { control: button; around: button.width / 2; gap: -2 }
        }
    }
    function begin(byKey: bool) { if (byKey) button.forceActiveFocus(Qt.ShortcutFocusReason) }
}
