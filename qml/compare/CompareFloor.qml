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
    }
    Connections {
        target: floor.view.row
        function onPlaced() { ++floor.placings }
    }
    Repeater {
        model: floor.revealed ? floor.sources.length : 0
        HeightMark {
            required property int index
            anchors.fill: parent
            view: floor.view
            low: { floor.placings; return floor.view.row.lowOf(index) }
            high: { floor.placings; return floor.view.row.highOf(index) }
            name: floor.names[index] ?? ""
        }
    }
}
