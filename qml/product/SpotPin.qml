// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls
import Vitrine.Stage

/// A point of light on the product; what is said about it stands beside it while it is pointed at, touched or on the keyboard.
StageSpot {
    id: pin

    required property stageHotspot modelData
    /// Where words may stand, in the view's pixels.
    required property rect area
    /// The one that was pointed at last: the labels of others close, so that none lie on each other.
    property int told: index
    readonly property string title: Format.either(modelData.titleEnglish, modelData.titleBengali)
    readonly property string words: Format.either(modelData.textEnglish, modelData.textBengali)

    signal pointed()

    z: isTold ? 1 : 0
    readonly property bool isTold: (button.isAsked || behind.activeFocus) && pin.told === pin.index

    /// Turns the camera to it by the shorter way; what looks up is seen from above, from where one stands.
    function face() {
        const out = view.motion.hotspotNormal(index)
        const camera = view.camera
        const yaw = Math.hypot(out.x, out.z) < 0.2 ? camera.yaw : Math.atan2(out.x, out.z) * 180 / Math.PI
        const pitch = Math.max(8, Math.min(60, Math.asin(Math.max(-1, Math.min(1, out.y))) * 180 / Math.PI))
        camera.nudge(((yaw - camera.yaw) % 360 + 540) % 360 - 180, pitch - camera.pitch)
    }

    // The keyboard comes by those too that the product hides, and the camera with it.
    Item {
        id: behind
        objectName: "spotBehind_" + pin.index
        activeFocusOnTab: !pin.inSight || activeFocus
        Accessible.role: Accessible.Button
        Accessible.name: pin.title
        Accessible.description: pin.words
        onActiveFocusChanged: {
            if (!activeFocus)
                return
            pin.pointed()
            pin.face()
        }
    }
    function handOver() { if (button.visible && behind.activeFocus) button.forceActiveFocus(Qt.TabFocusReason) }

    T.AbstractButton {
        id: button
        property bool isKept: false
        readonly property bool isAsked: hovered || visualFocus || isKept
        onHoveredChanged: if (hovered) pin.pointed()
        onVisualFocusChanged: if (visualFocus) pin.pointed()
        onIsKeptChanged: if (isKept) pin.pointed()

        objectName: "spotPin_" + pin.index
        x: -width / 2
        y: -height / 2
        width: Theme.touch
        height: Theme.touch
        visible: opacity > 0
        onVisibleChanged: Qt.callLater(pin.handOver) // enabled by then, too
        opacity: pin.inSight ? 1 : 0
        Behavior on opacity { SmallFade {} }
        enabled: pin.inSight
        hoverEnabled: true
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.Button
        Accessible.name: pin.title
        Accessible.description: pin.words
        onClicked: isKept = !isKept
        // First what it says, then all of them.
        Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape && isKept
        Keys.onPressed: event => {
            event.accepted = event.key === Qt.Key_Escape && isKept
            if (event.accepted)
                isKept = false
        }
        onActiveFocusChanged: if (!activeFocus) isKept = false
        background: Item {
            Rectangle {
                anchors.centerIn: parent
                width: 24
                height: 24
                radius: 12
                color: Qt.alpha(Theme.backdropBottom, 0.55)
                border { width: 1.5; color: pin.isTold ? Theme.brass : Qt.alpha(Theme.text, 0.75) }
                scale: pin.isTold ? 1.15 : 1
                Behavior on scale { SmallMotion {} }
                Rectangle {
                    anchors.centerIn: parent
                    width: 8
                    height: 8
                    radius: 4
                    color: pin.isTold ? Theme.brass : Theme.text
                }
            }
            FocusRing { control: button; around: button.width / 2; gap: -6 }
        }
    }
    Glass {
        id: label
        // Beside the pin, on the side where there is room, or else below or above it, and never beyond the area.
        readonly property bool isLeft: pin.x + 24 + width > pin.area.x + pin.area.width
        readonly property bool isBeside: !isLeft || pin.x - 24 - width >= pin.area.x
        readonly property real mostX: pin.area.x + pin.area.width - pin.x - width
        readonly property real mostY: pin.area.y + pin.area.height - pin.y - height
        x: isBeside ? (isLeft ? -24 - width : 24) : Math.max(pin.area.x - pin.x, Math.min(-width / 2, mostX))
        y: isBeside ? Math.max(pin.area.y - pin.y, Math.min(-height / 2, mostY)) : mostY >= 24 ? 24 : -24 - height
        width: Math.min(264, pin.area.width, Math.max(head.implicitWidth, says.implicitWidth, 160) + 2 * Theme.gap16)
        height: told.height + 2 * Theme.gap12
        radius: Theme.radiusCard
        shadowReach: 20
        fill: Theme.raised
        opacity: pin.isTold ? 1 : 0
        visible: opacity > 0
        Behavior on opacity { SmallFade {} }
        Column {
            id: told
            x: Theme.gap16
            y: Theme.gap12
            width: parent.width - 2 * Theme.gap16
            spacing: Theme.gap4
            Label {
                id: head
                objectName: "spotTitle_" + pin.index
                width: parent.width
                text: pin.title
                font { pixelSize: Theme.sizeLabel; weight: Theme.medium }
                Accessible.ignored: true
            }
            Paragraph {
                id: says
                width: parent.width
                visible: text !== ""
                text: pin.words
                font.pixelSize: Theme.sizeLabel
                Accessible.ignored: true
            }
        }
    }
}
