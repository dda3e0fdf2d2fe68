// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls

/// The cart, from the right. The shop behind it steps back a little; a touch there, or Escape, closes it.
FocusScope {
    id: overlay

    required property CartModel cart
    property bool isOpen: false
    property Item behind: null

    signal closed()
    signal checkoutRequested()
    signal productOpened(string slug)

    visible: panel.opacity > 0
    enabled: isOpen
    Keys.onEscapePressed: closed()
    onIsOpenChanged: if (isOpen) close.forceActiveFocus(Qt.PopupFocusReason)

    Rectangle {
        anchors.fill: parent
        color: Theme.shadow
        opacity: overlay.isOpen ? 0.7 : 0
        Behavior on opacity { SmallFade {} }
        TapHandler { onTapped: overlay.closed() }
    }
    Glass {
        id: panel
        objectName: "cartPanel"
        width: Math.min(Theme.panelWidth, overlay.width - 2 * Theme.gap24)
        height: overlay.height - 2 * Theme.gap24
        x: overlay.width - (overlay.isOpen || Theme.reducedMotion ? width + Theme.gap24 : 0)
        y: Theme.gap24
        opacity: overlay.isOpen ? 1 : 0
        behind: overlay.behind
        Accessible.role: Accessible.Pane
        Accessible.name: qsTr("Cart")
        Behavior on x { PanelMotion { entering: overlay.isOpen } }
        Behavior on opacity { NumberAnimation { duration: overlay.isOpen ? Theme.smallMs : Theme.panelOutMs } }

        Headline {
            id: title
            x: Theme.gap32
            y: Theme.gap24
            text: qsTr("Cart")
            size: Theme.sizeTitle
        }
        QuietMark {
            objectName: "cartWaitingMark"
            anchors { left: title.right; leftMargin: Theme.gap16; verticalCenter: title.verticalCenter }
            visible: overlay.cart.isWaiting
            iconName: "waiting"
            text: qsTr("Waiting to be sent")
            ink: Theme.textThird
        }
        IconButton {
            id: close
            // The keyboard stays in the cart while it is open.
            KeyNavigation.backtab: checkOut.visible && checkOut.enabled ? checkOut : overlay.cart.count > 0 ? null : state.action
            objectName: "closeCartButton"
            anchors { right: parent.right; rightMargin: Theme.gap16; verticalCenter: title.verticalCenter }
            iconName: "close"
            text: qsTr("Close the cart")
            onClicked: overlay.closed()
        }
        ListView {
            id: lines
            objectName: "cartLines"
            anchors { left: parent.left; right: parent.right; top: title.bottom; topMargin: Theme.gap8; bottom: foot.top }
            leftMargin: Theme.gap32
            rightMargin: Theme.gap32
            visible: overlay.cart.count > 0
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: overlay.cart
            delegate: CartLine {
                width: lines.width - 2 * Theme.gap32
                onQuantityWanted: quantity => overlay.cart.setQuantity(index, quantity)
                onOpened: overlay.productOpened(slug)
            }
            remove: Transition { NumberAnimation { property: "opacity"; to: 0; duration: Theme.smallMs } }
            displaced: Transition { SmallMotion { property: "y" } }
            T.ScrollBar.vertical: ScrollMark {}
        }
        StateView {
            id: state
            objectName: "cartState"
            after: close
            anchors { left: parent.left; right: parent.right; top: title.bottom; bottom: parent.bottom; margins: Theme.gap32 }
            visible: overlay.cart.count === 0
            sentence: qsTr("Nothing in here yet.")
            actionText: qsTr("Look around")
            onActionTriggered: overlay.closed()
        }
        Column {
            id: foot
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.gap32; rightMargin: Theme.gap32; bottomMargin: Theme.gap24 }
            visible: overlay.cart.count > 0
            Divider { width: parent.width }
            Item { width: 1; height: Theme.gap16 }
            CartSums {
                width: parent.width
                cart: overlay.cart
            }
            Item { width: 1; height: Theme.gap16 }
            PrimaryButton {
                id: checkOut
                objectName: "checkoutButton"
                KeyNavigation.tab: close
                x: -Theme.gap8
                width: parent.width + 2 * Theme.gap8
                text: qsTr("Check out")
                enabled: overlay.cart.pieces > 0
                onClicked: overlay.checkoutRequested()
            }
        }
    }
}
