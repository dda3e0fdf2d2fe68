// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls
import Vitrine.Stage

/// One of the compared products on a stage of its own. The stage may be larger than the pane, which then cuts it.
Item {
    id: pane

    required property int index
    required property string key
    required property localText name
    required property url poster
    required property int readiness
    required property string modelVariant
    required property url modelSource
    /// Those before it are on the screen: one after the other they come sooner than all at once.
    required property bool isTurn
    property bool isDue: false
    property real stageWidth: width
    property real stageLeft: 0
    property bool isPair: false
    property bool isOver: false
    property bool showsHeight: false
    readonly property alias stage: stage
    readonly property bool isDone: modelSource.toString() === "" || stage.revealed || stage.status === ProductScene.Error
    // What a driver of the window waits for.
    readonly property bool isStill: stage.settled || modelSource.toString() === "" || stage.status === ProductScene.Error
    readonly property vector3d low: stage.scene.boundsMin
    readonly property vector3d high: stage.scene.boundsMax
    readonly property bool hasSize: size.length() > 0
    property vector3d size

    /// The bounds of another product are known.
    signal measured()

    function frame(extent: vector3d, flies: bool) {
        if (extent.length() === 0)
            return stage.camera.frame(extent, extent, flies)
        const x = (low.x + high.x) / 2, z = (low.z + high.z) / 2
        stage.camera.frame(Qt.vector3d(x - extent.x / 2, low.y, z - extent.z / 2), Qt.vector3d(x + extent.x / 2, low.y + extent.y, z + extent.z / 2), flies)
    }

    clip: stageWidth !== width
    onIsTurnChanged: if (isTurn) isDue = true
    Component.onCompleted: if (isTurn) isDue = true

    ProductStage {
        id: stage
        objectName: "compareStage_" + pane.index
        readonly property bool isStill: settled
        readonly property string viewWords: [camera.yaw, camera.pitch, camera.distance].map(value => value.toFixed(2)).join(" ")
        x: pane.stageLeft
        width: pane.stageWidth
        height: pane.height
        focus: pane.index === 0
        source: pane.isDue ? pane.modelSource : ""
        variant: pane.modelVariant
        poster: pane.poster
        productName: Format.text(pane.name)
        topInset: Theme.barHeight
        bottomInset: Theme.gap16
        marksParts: false
        seeThrough: pane.isOver && !scene.transmits
        grounded: !pane.isOver
        reducedMotion: Theme.reducedMotion
        backdropTop: Theme.backdropTop
        backdropBottom: Theme.backdropBottom
        lampColor: Qt.tint(Theme.backdropBottom, Theme.lamp)
        lampStrength: 0.7
        focusColor: Theme.brass
        // Two in one frame have all of its width.
        camera.homeDistance: pane.isPair ? 0.8 : 1
        Connections {
            target: stage.scene
            function onLoaded() {
                pane.size = stage.scene.boundsMax.minus(stage.scene.boundsMin)
                pane.measured()
            }
        }
        HeightMark {
            anchors.fill: parent
            visible: pane.showsHeight && stage.revealed
            view: stage.view
            low: pane.low
            high: pane.high
        }
    }
    Paragraph {
        objectName: "comparePaneState_" + pane.index
        x: pane.stageLeft + Theme.gap24
        width: pane.stageWidth - 2 * Theme.gap24
        anchors.verticalCenter: parent.verticalCenter
        horizontalAlignment: Text.AlignHCenter
        visible: text !== ""
        text: switch (pane.readiness) {
            case ViewState.Offline: return qsTr("This one has not been looked at on this device yet, and the shop can't be reached.")
            case ViewState.Empty: return qsTr("This is no longer in the shop.")
            case ViewState.Failed: return qsTr("This could not be read.")
            default: return pane.readiness === ViewState.Ready && pane.modelSource.toString() === "" && pane.poster.toString() === "" ? qsTr("There is no picture of this one yet.") : ""
        }
    }
    QuietMark {
        x: pane.stageLeft + (pane.stageWidth - width) / 2
        anchors { bottom: parent.bottom; bottomMargin: Theme.gap24 }
        visible: stage.status === ProductScene.Error
        iconName: "warning"
        text: qsTr("Only its picture can be shown")
        Accessible.description: stage.errorText
    }
}
