// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls

/// What is taken up to be compared, in a small bar: each is put back by a touch, all are compared by another.
Glass {
    id: tray

    required property CompareModel compare
    property bool isShown: false
    /// Smaller, where a product has the stage.
    property bool isSmall: false
    /// There is room for the way to the comparison alone.
    property bool isTight: false
    readonly property int side: isSmall ? 36 : 44

    signal openRequested()

    width: row.implicitWidth + 2 * Theme.gap12
    height: Theme.touch + 2 * Theme.gap8
    radius: Theme.radiusCard
    shadowReach: 28
    opacity: isShown && compare.count > 0 ? 1 : 0
    visible: opacity > 0
    enabled: isShown
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("To compare: %1").arg(Format.number(compare.count))
    Behavior on opacity { SmallFade {} }

    Shortcut {
        sequence: "Shift+C"
        enabled: tray.isShown && tray.compare.isEnough
        onActivated: tray.openRequested()
    }
    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.gap8
        Repeater {
            model: tray.isTight ? null : tray.compare
            T.AbstractButton {
                id: place
                required property string key
                required property string slug
                required property localText name
                required property url poster

                objectName: "trayPlace_" + slug
                anchors.verticalCenter: parent?.verticalCenter
                width: tray.side
                height: Theme.touch
                hoverEnabled: true
                focusPolicy: Qt.StrongFocus
                text: qsTr("Take %1 out").arg(Format.text(name))
                onClicked: tray.compare.remove(key)
                Thumbnail {
                    anchors.centerIn: parent
                    width: tray.side
                    height: tray.side
                    poster: place.poster
                    opacity: place.hovered || place.visualFocus ? 0.35 : 1
                    Behavior on opacity { SmallFade {} }
                }
                Icon {
                    anchors.centerIn: parent
                    visible: place.hovered || place.visualFocus
                    name: "close"
                    size: 20
                }
                FocusRing { control: place; around: Theme.radiusField; gap: 1 }
            }
        }
        // There is room for another: two make a comparison.
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            visible: !tray.compare.isEnough
            width: tray.side
            height: tray.side
            radius: Theme.radiusField + 2
            color: "transparent"
            border { width: 1; color: Theme.line }
            Icon {
                anchors.centerIn: parent
                name: "plus"
                size: 16
                color: Theme.textThird
            }
        }
        QuietButton {
            objectName: "trayCompare"
            isOutlined: true
            iconName: "compare"
            ink: enabled ? Theme.teal : Theme.textSecond
            text: tray.compare.isEnough ? qsTr("Compare %1").arg(Format.number(tray.compare.count)) : qsTr("Choose another")
            enabled: tray.compare.isEnough
            onClicked: tray.openRequested()
        }
        IconButton {
            objectName: "trayClear"
            visible: !tray.isSmall
            iconName: "trash"
            ink: Theme.textThird
            text: qsTr("Compare nothing")
            onClicked: tray.compare.clear()
        }
    }
}
