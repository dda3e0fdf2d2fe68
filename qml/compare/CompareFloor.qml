// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Stage

/// All of the compared products on one stage, beside each other on the same floor, with their heights.
ProductStage {
    id: floor

    required property list<url> sources
    required property list<string> variantNames
    required property list<string> names
    readonly property bool isStill: settled
    property int placings: 0
    /// How much higher each figure stands than by itself, so that none lies on another: from left to right, each above
    /// those that it would meet.
    readonly property list<real> lifts: {
        const places = [], lifts = []
        for (let i = 0; i < marks.count; ++i) {
            places.push((marks.itemAt(i) as HeightMark)?.place ?? Qt.rect(0, 0, 0, 0))
            lifts.push(0)
        }
        const taken = []
        const space = Theme.gap4
        const meets = (one, other) => one.x < other.x + other.width + space && other.x < one.x + one.width + space
            && one.y < other.y + other.height + space && other.y < one.y + one.height + space
        // The highest keep their places: they have nothing above them.
        for (const i of places.map((place, at) => at).sort((one, other) => places[one].y - places[other].y)) {
            const place = Qt.rect(places[i].x, places[i].y, places[i].width, places[i].height)
            for (let other = taken.find(known => meets(place, known)); other && place.width > 0; other = taken.find(known => meets(place, known)))
                place.y = other.y - place.height - space
            lifts[i] = places[i].y - place.y
            taken.push(place)
        }
        return lifts
    }

    objectName: "compareFloorStage"
    source: sources[0] ?? ""
    variant: variantNames[0] ?? ""
    beside: sources.slice(1)
    besideVariants: variantNames.slice(1)
    productName: names.join(", ")
    topInset: Theme.barHeight
    bottomInset: Theme.gap16
    marksParts: false
    reducedMotion: Theme.reducedMotion
    backdropTop: Theme.backdropTop
    backdropBottom: Theme.backdropBottom
    lampColor: Qt.tint(Theme.backdropBottom, Theme.lamp)
    lampStrength: 0.7
    focusColor: Theme.brass
    // A row is seen from nearer its front, that none hides the next.
    Component.onCompleted: {
        camera.homeYaw = -16
        camera.homePitch = 10
        // Nothing but the bar is over it: nearer than a product stands that shares its stage with a panel.
        camera.homeDistance = 0.8
    }
    Connections {
        target: floor.view.row
        function onPlaced() { ++floor.placings }
    }
    Repeater {
        id: marks
        model: floor.revealed ? floor.sources.length : 0
        HeightMark {
            required property int index
            anchors.fill: parent
            view: floor.view
            low: { floor.placings; return floor.view.row.lowOf(index) }
            high: { floor.placings; return floor.view.row.highOf(index) }
            name: floor.names[index] ?? ""
            lift: floor.lifts[index] ?? 0
        }
    }
}
