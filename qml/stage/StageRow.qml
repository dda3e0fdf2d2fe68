// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick3D

/// Products that stand beside the stage's own, on its floor and to its right, at the scale that they have.
Node {
    id: row

    required property ProductScene first
    required property list<url> sources
    required property list<string> variants
    required property StageKit parts
    required property groundKey groundKey
    required property int maxTextureSide
    required property bool admitted
    required property real shadowStrength
    required property color shadowColor
    required property bool underGlass
    /// Width over height of where they are seen.
    required property real aspect
    /// How many are still to come.
    property int awaited: sources.length
    /// Some material of them lets light through.
    property bool transmits: false
    property bool stands: false

    /// They stand; the corners of the box around all, the first one too. Two equal corners: nobody is there.
    signal placed(low: vector3d, high: vector3d)

    /// The corners of a product's box, in scene units: the first one's, then those of the others.
    function lowOf(index: int): vector3d { return index === 0 ? first.boundsMin : guestAt(index - 1)?.low ?? Qt.vector3d(0, 0, 0); }
    function highOf(index: int): vector3d { return index === 0 ? first.boundsMax : guestAt(index - 1)?.high ?? Qt.vector3d(0, 0, 0); }
    function guestAt(index: int): StageGuest { return guests.objectAt(index) as StageGuest; }
    function hasBounds(scene: ProductScene): bool { return scene.boundsMax.minus(scene.boundsMin).length() > 0; }

    /// See ProductScene.
    function showDetail(eye: vector3d, rotation: quaternion, focalPixels: real, tolerancePixels: real) {
        for (let i = 0; i < guests.count; ++i)
            guestAt(i)?.scene.showDetail(eye, rotation, focalPixels, tolerancePixels);
    }

    onAspectChanged: Qt.callLater(arrange)

    /// Side by side on one middle line, with a gap that is in proportion: as wide as fills a picture that is wider than they are
    /// high, within reason, so that what is said of one does not lie on the next.
    function arrange() {
        if (sources.length === 0 && !stands)
            return;
        const all = [];
        let left = 0;
        for (let i = 0; i < sources.length; ++i) {
            const guest = guestAt(i);
            if (!guest || guest.scene.status === ProductScene.Loading)
                ++left;
            if (guest && hasBounds(guest.scene))
                all.push(guest);
        }
        awaited = left;
        transmits = all.some(guest => guest.scene.transmits);
        stands = all.length > 0;
        if (!stands || !hasBounds(first)) {
            placed(Qt.vector3d(0, 0, 0), Qt.vector3d(0, 0, 0));
            return;
        }
        const low = first.boundsMin;
        const middle = (low.z + first.boundsMax.z) / 2;
        const widths = all.reduce((sum, guest) => sum + guest.scene.boundsMax.x - guest.scene.boundsMin.x, first.boundsMax.x - low.x);
        const highest = all.reduce((height, guest) => Math.max(height, guest.scene.boundsMax.y - guest.scene.boundsMin.y), first.boundsMax.y - low.y);
        const mean = widths / (all.length + 1);
        const gap = Math.max(mean * 0.28, Math.min(mean * 0.9, (highest * aspect - widths) / all.length));
        let right = first.boundsMax.x, top = first.boundsMax.y, half = middle - low.z;
        for (const guest of all) {
            const from = guest.scene.boundsMin, to = guest.scene.boundsMax;
            guest.position = Qt.vector3d(right + gap - from.x, low.y - from.y, middle - (from.z + to.z) / 2);
            right = guest.high.x;
            top = Math.max(top, guest.high.y);
            half = Math.max(half, (to.z - from.z) / 2);
        }
        placed(Qt.vector3d(low.x, low.y, middle - half), Qt.vector3d(right, top, middle + half));
    }

    Connections {
        target: row.first
        function onLoaded() { row.arrange() }
    }
    Repeater3D {
        id: guests
        model: row.sources.length
        onCountChanged: Qt.callLater(row.arrange)
        StageGuest {
            required property int index
            parts: row.parts
            source: row.sources[index] ?? ""
            variant: row.variants[index] ?? ""
            groundKey: row.groundKey
            maxTextureSide: row.maxTextureSide
            admitted: row.admitted
            shadowStrength: row.shadowStrength
            shadowColor: row.shadowColor
            underGlass: row.underGlass
            onTold: row.arrange()
        }
    }
}
