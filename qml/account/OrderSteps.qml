// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls

/// The way of an order, step by step, and how far it has come.
Column {
    id: steps

    required property int stage
    readonly property var names: [qsTr("Placed"), qsTr("Confirmed"), qsTr("Packed"), qsTr("On the way"), qsTr("Delivered")]

    Repeater {
        model: steps.names.length
        Item {
            id: step
            required property int index
            readonly property bool isDone: steps.stage >= OrderStage.Placed + index
            readonly property bool isCurrent: steps.stage === OrderStage.Placed + index

            width: steps.width
            height: 34
            Rectangle {
                visible: step.index > 0
                x: 5
                y: -parent.height / 2 + 8
                width: 2
                height: parent.height - 16
                radius: 1
                color: step.isDone ? Theme.good : Theme.line
            }
            Rectangle {
                width: 12
                height: 12
                radius: 6
                anchors.verticalCenter: parent.verticalCenter
                color: step.isDone ? Theme.good : "transparent"
                border.width: step.isDone ? 0 : 1.5
                border.color: Theme.textThird
                Behavior on color { ColorAnimation { duration: Theme.smallMs } }
            }
            Label {
                x: 28
                anchors.verticalCenter: parent.verticalCenter
                text: steps.names[step.index]
                color: step.isDone ? Theme.text : Theme.textThird
                font { pixelSize: Theme.sizeLabel; weight: step.isCurrent ? Theme.medium : Theme.regular }
            }
        }
    }
}
