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
    // What a driver of the window waits for.
    readonly property bool isReady: revealed
    readonly property bool isStill: settled
    readonly property string viewWords: [camera.yaw, camera.pitch, camera.distance].map(value => value.toFixed(3)).join(" ")

    // Words over the stage follow the place behind them, by day as on paper, at night as at dusk; the shopper's own theme
    // comes back with the house's studio. Who asks for the other theme asks for the house's studio.
    property bool isFollowing: false
    property bool houseDark: true
    function follow() {
        if (light.hasBackdrop) {
            if (!isFollowing)
                houseDark = Theme.dark
            isFollowing = true
            Theme.dark = light.isDark
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
        target: Theme
        function onDarkChanged() {
            if (!view.isFollowing || Theme.dark === view.light.isDark)
                return
            view.houseDark = Theme.dark
            view.relight(picker.house)
        }
    }

    source: product.modelSource
    variant: product.modelVariant
    poster: product.poster
    topInset: Theme.barHeight
    productName: Format.text(product.name)
    reducedMotion: Theme.reducedMotion
    backdropTop: Theme.backdropTop
    backdropBottom: Theme.backdropBottom
    lampColor: Qt.tint(Theme.backdropBottom, Theme.lamp)
    lampStrength: 0.7
    focusColor: Theme.brass

    // Blur behind panels costs a software rasteriser more than the product itself.
    Binding {
        target: Theme
        property: "hasGlass"
        value: !view.quality.software
        restoreMode: Binding.RestoreNone
    }
    Row {
        visible: view.revealed
        anchors { left: parent.left; bottom: parent.bottom; leftMargin: view.width >= 1000 ? Theme.gap48 : Theme.gap12; bottomMargin: Theme.gap24 }
        spacing: Theme.gap4
        QuietButton {
            objectName: "resetViewButton"
            iconName: "reset"
            text: qsTr("Reset view")
            ink: Theme.textSecond
            onClicked: view.reset()
        }
        StudioPicker {
            id: picker
            objectName: "studioButton"
            studios: view.light.choices
            studio: view.studio
            onPicked: name => view.relight(name)
        }
    }
}
