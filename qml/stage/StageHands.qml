// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick

/// What hands do to the stage's camera: one pointer turns, two or the other buttons pan and pinch, the wheel zooms,
/// a double tap looks closer at what it hits or, beside the product, resets the view.
Item {
    id: hands

    required property StageCamera camera
    required property StageView view

    signal touched
    /// What was touched once, and where in the scene; null: nothing of the product.
    signal tapped(object: QtObject, at: vector3d)

    DragHandler {
        id: turning
        property point last
        property real lastTime
        target: null
        acceptedButtons: Qt.LeftButton
        acceptedModifiers: Qt.NoModifier
        dragThreshold: 4
        onActiveChanged: {
            if (active) {
                last = Qt.point(centroid.pressPosition.x, centroid.pressPosition.y);
                lastTime = Date.now();
                hands.touched();
            } else {
                hands.camera.release();
            }
        }
        onCentroidChanged: {
            if (!active)
                return;
            const now = Date.now();
            hands.camera.turnBy(centroid.position.x - last.x, centroid.position.y - last.y, (now - lastTime) / 1000);
            last = Qt.point(centroid.position.x, centroid.position.y);
            lastTime = now;
        }
    }
    DragHandler {
        property point last
        target: null
        acceptedButtons: Qt.RightButton | Qt.MiddleButton
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onActiveChanged: last = Qt.point(centroid.position.x, centroid.position.y)
        onCentroidChanged: {
            if (!active)
                return;
            hands.camera.panBy(centroid.position.x - last.x, centroid.position.y - last.y);
            last = Qt.point(centroid.position.x, centroid.position.y);
        }
    }
    PinchHandler {
        target: null
        onScaleChanged: delta => hands.camera.zoomAt(1 / delta, centroid.position)
        onTranslationChanged: delta => hands.camera.panBy(delta.x, delta.y)
        onActiveChanged: hands.touched()
    }
    WheelHandler {
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => hands.camera.zoomAt(Math.pow(0.88, event.angleDelta.y / 120), Qt.point(event.x, event.y))
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
