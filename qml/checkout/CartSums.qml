// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls

/// What the cart comes to.
Column {
    id: sums

    required property CartModel cart

    visible: cart.pieces > 0

    SumRow {
        width: parent.width
        label: qsTr("Subtotal")
        amount: sums.cart.subtotal
    }
    SumRow {
        width: parent.width
        label: qsTr("Delivery")
        amount: sums.cart.delivery
        freeText: qsTr("Free")
    }
    SumRow {
        objectName: "cartTotal"
        width: parent.width
        label: qsTr("Total")
        amount: sums.cart.total
        isTotal: true
    }
}
