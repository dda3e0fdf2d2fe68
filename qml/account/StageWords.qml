// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls

/// Where an order stands, in one or two words.
QuietMark {
    id: words

    required property int stage

    // The sign's ink, not its box, stands at the edge of the words above it.
    leftPadding: -3

    iconName: switch (stage) {
        case OrderStage.Waiting: return "waiting"
        case OrderStage.Cancelled: case OrderStage.Returned: return "close"
        default: return "check"
    }
    text: switch (stage) {
        case OrderStage.Waiting: return qsTr("Waiting to be sent")
        case OrderStage.Placed: return qsTr("Placed")
        case OrderStage.Confirmed: return qsTr("Confirmed")
        case OrderStage.Packed: return qsTr("Packed")
        case OrderStage.OnTheWay: return qsTr("On the way")
        case OrderStage.Delivered: return qsTr("Delivered")
        case OrderStage.Cancelled: return qsTr("Cancelled")
        default: return qsTr("Returned")
    }
    ink: stage === OrderStage.Waiting ? Theme.careful : stage >= OrderStage.Cancelled ? Theme.textThird : Theme.good
}
