// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls

/// The shopper's orders, newest first; above them what the shop did not take, where there is any.
FocusScope {
    id: page

    required property OrdersModel orders
    required property RefusedModel refused
    /// What stands across from the headline: a setting of this device.
    property Component setting: null
    readonly property int side: width >= 1000 ? Theme.gap64 : Theme.gap24

    signal orderChosen(string id)
    signal shopRequested()

    focus: true

    ListView {
        id: list
        objectName: "ordersList"
        anchors { fill: parent; leftMargin: page.side - Theme.gap16; rightMargin: page.side - Theme.gap16 }
        topMargin: Theme.barHeight
        bottomMargin: Theme.gap48
        focus: true
        model: page.orders
        header: Item {
            width: list.width
            height: (notes.visible ? notes.y + notes.height : title.y + title.height) + Theme.gap24
            Headline {
                id: title
                x: Theme.gap16
                y: Theme.gap32
                width: parent.width - 2 * x - 240
                text: qsTr("My orders")
                size: Theme.sizeDisplay
            }
            Loader {
                x: Math.min(list.width, 960) - width
                y: title.y + (title.height - height) / 2 + Theme.gap8
                sourceComponent: page.setting
            }
            RefusedList {
                id: notes
                objectName: "refusedList"
                x: Theme.gap16
                y: title.y + title.height + Theme.gap24
                width: Math.min(list.width, 960) - 2 * x
                visible: page.refused.count > 0
                refused: page.refused
            }
        }
        delegate: OrderRow {
            width: Math.min(list.width, 960)
            onClicked: page.orderChosen(order.id)
        }
        T.ScrollBar.vertical: ScrollMark {}
    }
    TopShade {
        width: parent.width
        isOver: list.contentY > list.originY - list.topMargin + Theme.gap8
    }
    StateView {
        objectName: "ordersState"
        anchors { fill: parent; topMargin: Theme.barHeight }
        visible: page.orders.count === 0 && page.refused.count === 0 && page.orders.state !== ViewState.Loading
        sentence: page.orders.state === ViewState.Failed ? qsTr("The orders could not be read.") : qsTr("What you order will stand here.")
        actionText: page.orders.state === ViewState.Failed ? qsTr("Try again") : qsTr("Look around")
        onActionTriggered: page.orders.state === ViewState.Failed ? page.orders.retry() : page.shopRequested()
    }
}
