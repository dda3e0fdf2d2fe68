// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick3D

/// Stands where a hotspot is in the picture, and knows whether the product hides it. What it looks like is for those who use it.
Item {
    id: spot

    required property StageView view
    required property int index
    /// Its surface looks this way, and more than half of a small disc around the spot is to be seen.
    property bool inSight: false

    /// How far the surface lies above the point that the product names, which is often a little within it or before it; scene units.
    property real lift: 0
    readonly property real mostLift: 0.06 * view.camera.radius

    function position(): vector3d {
        return view.motion.hotspotPosition(index).plus(view.motion.hotspotNormal(index).times(lift));
    }
    function findSurface() {
        const at = view.motion.hotspotPosition(index);
        const out = view.motion.hotspotNormal(index);
        const way = (hits, distance) => hits.filter(hit => hit.objectHit).map(distance);
        // Of each object a ray tells the first triangle alone: so from above, and from the point both ways.
        const lifts = way(view.pickAll(at.plus(out.times(mostLift)), out.times(-1)), hit => mostLift - hit.distance)
            .concat(way(view.pickAll(at, out), hit => hit.distance), way(view.pickAll(at, out.times(-1)), hit => -hit.distance));
        lift = lifts.reduce((best, found) => Math.abs(found) < Math.abs(best) ? found : best, mostLift);
        if (Math.abs(lift) >= mostLift)
            lift = 0;
    }
    function settle() {
        findSurface();
        const at = position();
        const place = view.mapFromScene(at);
        x = place.x;
        y = place.y;
        const out = view.motion.hotspotNormal(index);
        const way = view.camera.position.minus(at);
        if (out.dotProduct(way) <= 0.08 * way.length()) {
            inSight = false;
            return;
        }
        const side = Math.abs(out.y) < 0.9 ? out.crossProduct(Qt.vector3d(0, 1, 0)).normalized() : Qt.vector3d(1, 0, 0);
        const up = side.crossProduct(out);
        const reach = view.camera.radius * 0.012;
        const lifted = at.plus(out.times(reach * 0.5));
        let seen = 0;
        for (const [right, above] of [[0, 0], [1, 0], [-1, 0], [0, 1], [0, -1]])
            if (view.canSee(lifted.plus(side.times(right * reach)).plus(up.times(above * reach))))
                ++seen;
        inSight = seen >= 3;
    }

    // While things move, a few times a second: each look goes through the product's triangles.
    Timer {
        id: soon
        interval: 60
        onTriggered: spot.settle()
    }
    Connections {
        target: spot.view.camera
        function onMoved() { spot.follow() }
    }
    Connections {
        target: spot.view.motion
        function onPosed() { spot.follow() }
    }
    function follow() {
        const place = view.mapFromScene(position());
        x = place.x;
        y = place.y;
        if (!soon.running)
            soon.start();
    }
    Component.onCompleted: settle()
}
