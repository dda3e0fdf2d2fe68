// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// What hands do to the stage's camera: one pointer turns, two or the other buttons pan and pinch, the wheel zooms, two fingers
/// on a trackpad zoom along and turn across, a double tap looks closer at what it hits or, beside the product, resets the view.
Item {
    id: hands

    required property StageCamera camera
    required property StageView view
    /// Asked first, where a drag begins.
    property StageHold hold: null

    signal touched
    /// What was touched once, and where in the scene; null: nothing of the product.
    signal tapped(object: QtObject, at: vector3d)
    /// The product was turned, moved or zoomed by hand.
    signal dragged

    /// Trackpads send their strokes in pixels, with a beginning; a wheel sends notches.
    function scroll(event: WheelEvent) {
        hands.dragged();
        if (event.phase === Qt.ScrollBegin)
            stroke.way = 0;
        if (event.phase === Qt.NoScrollPhase || event.pixelDelta.x === 0 && event.pixelDelta.y === 0) {
            camera.zoomAt(Math.pow(0.88, event.angleDelta.y / 120), Qt.point(event.x, event.y));
            return;
        }
        // A stroke keeps to the way it began with, or zooming would sway.
        if (stroke.way === 0)
            stroke.way = Math.abs(event.pixelDelta.x) > 1.5 * Math.abs(event.pixelDelta.y) ? 1 : 2;
        if (event.modifiers & Qt.ShiftModifier)
            camera.panBy(event.pixelDelta.x, event.pixelDelta.y);
        else if (stroke.way === 2)
            camera.zoomAt(Math.exp(-event.pixelDelta.y / 320), Qt.point(event.x, event.y));
        else
            camera.turnAtOnce(event.pixelDelta.x, 0);
    }
    QtObject {
        id: stroke
        property int way: 0
    }

    DragHandler {
        id: turning
        property point last
        property real lastTime
        property bool isHeld: false
        target: null
        acceptedButtons: Qt.LeftButton
        acceptedModifiers: Qt.NoModifier
        dragThreshold: 4
        onActiveChanged: {
            if (active) {
                last = Qt.point(centroid.pressPosition.x, centroid.pressPosition.y);
                lastTime = Date.now();
                hands.touched();
                isHeld = hands.hold?.take(last, centroid.device?.type === PointerDevice.TouchScreen) ?? false;
            } else if (isHeld) {
                hands.hold?.letGo();
            } else {
                hands.camera.release();
                hands.dragged();
            }
        }
        onCentroidChanged: {
            if (!active)
                return;
            const now = Date.now();
            if (isHeld)
                hands.hold?.move(Qt.point(centroid.position.x, centroid.position.y), (now - lastTime) / 1000);
            else
                hands.camera.turnBy(centroid.position.x - last.x, centroid.position.y - last.y, (now - lastTime) / 1000);
            last = Qt.point(centroid.position.x, centroid.position.y);
            lastTime = now;
        }
    }
    component Pan: DragHandler {
        property point last
        target: null
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        // While a frame takes long, all of a hand's way may come as one move: that which makes it active.
        onActiveChanged: {
            last = Qt.point(centroid.pressPosition.x, centroid.pressPosition.y);
            hands.touched();
            follow();
        }
        onCentroidChanged: follow()
        function follow() {
            if (!active)
                return;
            hands.camera.panBy(centroid.position.x - last.x, centroid.position.y - last.y);
            last = Qt.point(centroid.position.x, centroid.position.y);
        }
    }
    Pan { acceptedButtons: Qt.RightButton | Qt.MiddleButton }
    Pan { // where there is but one button
        acceptedButtons: Qt.LeftButton
        acceptedModifiers: Qt.ShiftModifier
    }
    PinchHandler {
        target: null
        onScaleChanged: delta => hands.camera.zoomAt(1 / delta, centroid.position)
        onTranslationChanged: delta => hands.camera.panBy(delta.x, delta.y)
        onActiveChanged: {
            hands.touched();
            hands.dragged();
        }
    }
    WheelHandler {
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => hands.scroll(event)
    }
    WheelHandler { // the other one does not hear of strokes straight across
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        orientation: Qt.Horizontal
        onWheel: event => {
            if (event.angleDelta.y === 0)
                hands.scroll(event);
        }
    }
    TapHandler {
        onTapped: point => {
            hands.touched();
            if (tapCount !== 1)
                return;
            const hit = hands.view.pick(point.position.x, point.position.y);
            hands.tapped(hit.objectHit, hit.scenePosition);
        }
        onDoubleTapped: point => {
            const hit = hands.view.pick(point.position.x, point.position.y);
            if (hit.objectHit)
                hands.camera.lookAt(hit.scenePosition, 0.55);
            else
                hands.camera.reset();
        }
    }
}
