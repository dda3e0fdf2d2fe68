// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls

/// What is bought on the left, where it goes and how it is paid in the panel on the right.
FocusScope {
    id: page

    required property CartModel cart
    required property CheckoutModel checkout
    property bool isOnline: true
    readonly property int side: width >= 1000 ? Theme.gap64 : Theme.gap24
    readonly property string refusalWords: switch (checkout.refusal) {
        case CheckoutModel.SoldOut: return qsTr("One of these was sold in the meantime. Look at the cart again.")
        case CheckoutModel.PriceChanged: return qsTr("A price has changed. Look at the cart again.")
        case CheckoutModel.PaymentDeclined: return qsTr("The card was declined. Cash on delivery works too.")
        case CheckoutModel.Other: return qsTr("The order could not be taken. Nothing was charged.")
        default: return ""
    }

    signal shopRequested()

    focus: true
    Component.onCompleted: address.focusFirst()

    Item {
        anchors { left: parent.left; right: panel.left; top: parent.top; bottom: parent.bottom; leftMargin: page.side; rightMargin: Theme.gap64; topMargin: Theme.barHeight + Theme.gap32 }
        visible: page.cart.pieces > 0
        Headline {
            id: title
            width: parent.width
            text: qsTr("Almost yours.")
            size: Theme.sizeDisplay
        }
        ListView {
            id: lines
            anchors { left: parent.left; right: parent.right; top: title.bottom; topMargin: Theme.gap24; bottom: parent.bottom; bottomMargin: Theme.gap24 }
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: page.cart
            delegate: BoughtLine {
                width: Math.min(lines.width, 680)
            }
            footer: Item {
                width: Math.min(lines.width, 680)
                height: sums.height + Theme.gap48
                Divider { y: Theme.gap16; width: parent.width }
                CartSums {
                    id: sums
                    y: Theme.gap32
                    width: parent.width
                    cart: page.cart
                }
            }
        }
    }
    Glass {
        id: panel
        objectName: "checkoutPanel"
        visible: page.cart.pieces > 0
        width: Math.min(Theme.panelWidth, page.width * 0.5)
        readonly property real room: page.height - Theme.barHeight - Theme.gap24
        height: Math.min(body.contentHeight + foot.height + Theme.gap32, room)
        x: page.width - width - Theme.gap24
        y: Theme.barHeight

        Flickable {
            id: body
            anchors { fill: parent; topMargin: Theme.gap32; bottomMargin: foot.height }
            contentHeight: form.height + Theme.gap24
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollMark {}
            Column {
                id: form
                x: Theme.gap24
                width: parent.width - 2 * Theme.gap24
                spacing: Theme.gap16
                Label {
                    leftPadding: Theme.gap8
                    text: qsTr("Delivery")
                    font { pixelSize: Theme.sizeLead; weight: Theme.medium; family: Theme.displayFamily }
                }
                AddressForm {
                    id: address
                    objectName: "addressForm"
                    width: parent.width
                    checkout: page.checkout
                }
                Label {
                    leftPadding: Theme.gap8
                    topPadding: Theme.gap8
                    text: qsTr("Payment")
                    font { pixelSize: Theme.sizeLead; weight: Theme.medium; family: Theme.displayFamily }
                }
                Column {
                    width: parent.width
                    spacing: Theme.gap8
                    ChoiceRow {
                        objectName: "cashOption"
                        width: parent.width
                        iconName: "cash"
                        text: qsTr("Cash on delivery")
                        detail: qsTr("Pay when it is in your hands")
                        checked: page.checkout.method === CheckoutModel.CashOnDelivery
                        onToggled: page.checkout.method = CheckoutModel.CashOnDelivery
                    }
                    ChoiceRow {
                        objectName: "cardOption"
                        width: parent.width
                        iconName: "card"
                        text: qsTr("Test card")
                        detail: page.isOnline ? qsTr("For trying out; nothing is charged") : qsTr("Needs a connection")
                        enabled: page.isOnline
                        opacity: enabled ? 1 : 0.5
                        checked: page.checkout.method === CheckoutModel.TestCard
                        onToggled: page.checkout.method = CheckoutModel.TestCard
                    }
                }
            }
        }
        Divider {
            anchors { left: parent.left; right: parent.right; top: foot.top }
            opacity: body.atYEnd ? 0 : 1
            Behavior on opacity { SmallFade {} }
        }
        Column {
            id: foot
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.gap24; rightMargin: Theme.gap24 }
            bottomPadding: Theme.gap24
            topPadding: Theme.gap16
            spacing: Theme.gap12
            Paragraph {
                objectName: "refusalWords"
                width: parent.width
                visible: text !== ""
                text: page.refusalWords
                color: Theme.danger
                font.pixelSize: Theme.sizeLabel
            }
            Paragraph {
                width: parent.width
                visible: !page.isOnline
                text: qsTr("You are offline. The order is kept here and sent as soon as the shop can be reached.")
                font.pixelSize: Theme.sizeLabel
            }
            PrimaryButton {
                objectName: "placeOrderButton"
                width: parent.width
                text: qsTr("Place order")
                enabled: !page.checkout.isPlacing && page.cart.pieces > 0
                onClicked: {
                    page.checkout.placeOrder()
                    address.focusProblem()
                }
            }
        }
    }
    StateView {
        anchors { fill: parent; topMargin: Theme.barHeight }
        visible: page.cart.pieces === 0
        sentence: page.cart.count === 0 ? qsTr("Nothing in here yet.") : qsTr("What was in the cart is no longer sold.")
        actionText: qsTr("Look around")
        onActionTriggered: page.shopRequested()
    }
}
