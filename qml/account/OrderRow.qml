// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls

/// An order in the list: its things, its number, when, where it stands, what it came to.
T.AbstractButton {
    id: row

    required property placedOrder order

    implicitHeight: 120
    objectName: "orderRow_" + (order.number === "" ? "waiting" : order.number)
    text: order.number === "" ? qsTr("Waiting for its number") : qsTr("Order %1").arg(Format.digits(order.number))
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: text + ", " + stage.text + ", " + Format.money(order.total)

    background: Rectangle {
        radius: Theme.radiusCard
        color: row.down ? Theme.pressed : row.hovered ? Theme.hover : Qt.alpha(Theme.hover, 0)
        Behavior on color { ColorAnimation { duration: Theme.touchMs } }
        FocusRing { control: row; around: Theme.radiusCard; gap: 0 }
    }
    contentItem: Item {
        Thumbnail {
            id: first
            x: Theme.gap16
            anchors.verticalCenter: parent.verticalCenter
            width: 88
            height: 88
            poster: row.order.lines.length > 0 ? row.order.lines[0].poster : ""
        }
        Column {
            anchors { left: first.right; leftMargin: Theme.gap24; right: stage.left; rightMargin: Theme.gap24; verticalCenter: parent.verticalCenter }
            spacing: Theme.gap4
            Label {
                width: parent.width
                text: row.text
                font.weight: Theme.medium
            }
            Label {
                objectName: "orderThings"
                width: parent.width
                text: row.order.lines.map(line => Format.text(line.name)).join(", ")
                color: Theme.textSecond
                font.pixelSize: Theme.sizeLabel
            }
            Label {
                width: parent.width
                text: Format.date(row.order.placedAt)
                color: Theme.textThird
                font.pixelSize: Theme.sizeLabel
            }
        }
        StageWords {
            id: stage
            objectName: "orderStage"
            x: Math.round(row.width * 0.56)
            anchors.verticalCenter: parent.verticalCenter
            stage: row.order.stage
        }
        MoneyLabel {
            id: sum
            anchors { right: go.left; rightMargin: Theme.gap16; verticalCenter: parent.verticalCenter }
            amount: row.order.total
            ink: Theme.text
        }
        Icon {
            id: go
            anchors { right: parent.right; rightMargin: Theme.gap12; verticalCenter: parent.verticalCenter }
            name: "chevron-right"
            size: 20
            color: Theme.textThird
        }
    }
}
