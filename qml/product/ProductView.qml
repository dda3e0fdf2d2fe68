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
    QuietButton {
        objectName: "resetViewButton"
        visible: view.revealed
        anchors { left: parent.left; bottom: parent.bottom; leftMargin: view.width >= 1000 ? Theme.gap48 : Theme.gap12; bottomMargin: Theme.gap24 }
        iconName: "reset"
        text: qsTr("Reset view")
        ink: Theme.textSecond
        onClicked: view.reset()
    }
}
