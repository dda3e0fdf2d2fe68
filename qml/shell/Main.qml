// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls
import Vitrine.Storefront
import Vitrine.Compare
import Vitrine.Product
import Vitrine.Checkout
import Vitrine.Account

/// The window of the shop: its pages, one at a time, the bar above them, the cart beside them.
T.ApplicationWindow {
    id: window

    required property Shop shop
    /// "home", "product", "compare", "checkout", "order", "orders".
    property string route: "home"
    property list<string> history: []
    property bool isCartOpen: false
    property bool isOrderNew: false

    function go(next: string) {
        isCartOpen = false
        if (next === route)
            return
        if (next === "home")
            history = []
        else
            history.push(route)
        route = next
    }
    function back() {
        if (isCartOpen)
            closeCart()
        else if (history.length > 0)
            route = history.pop()
    }
    function closeCart() {
        isCartOpen = false
        cartButton.forceActiveFocus(Qt.PopupFocusReason)
    }
    /// Buttons know the space bar; people press Enter as well.
    function pressFocused(event: var) {
        const button = activeFocusItem as T.AbstractButton
        if (button === null || event.isAutoRepeat)
            return
        event.accepted = true
        button.click()
    }
    function openProduct(slug: string) {
        if (slug !== shop.product.slug)
            productSlot.warnOfSaving()
        shop.openProduct(slug)
        go("product")
    }

    width: 1280
    height: 800
    minimumWidth: 800
    minimumHeight: 560
    visible: true
    title: qsTr("Vitrine")
    color: Theme.backdropTop
    font.family: Theme.family
    Component.onCompleted: {
        Theme.dark = shop.preferences.isDark
        Interface.language = shop.preferences.language
        Theme.reducedMotion = shop.preferences.isMotionReduced
        // Where no window manager hands out the focus, as on a kiosk.
        requestActivate()
    }
    // The cart itself says what the word said.
    onIsCartOpenChanged: if (isCartOpen) toast.isShown = false
    onFrameSwapped: Theme.isSettled = true
    Binding {
        target: window.shop
        property: "isProductShown"
        value: window.route === "product"
    }

    Connections {
        target: window.shop.checkout
        function onOrderPlaced(order: string) {
            window.shop.orders.show(order)
            window.isOrderNew = true
            window.history = ["home"]
            window.route = "order"
        }
    }
    Connections {
        target: window.shop
        function onShownOrderLost() {
            if (window.route === "order")
                window.route = "orders"
        }
        function onTold(notice: int) {
            toast.show(notice === Shop.ComparisonFull ? qsTr("Four at a time can be compared.") : notice === Shop.OrderRefused ? qsTr("An order could not be taken. Its things are in the cart again.") : qsTr("The cart could not take that."), "warning")
        }
    }
    Connections {
        target: window.shop.preferences
        function onChanged() {
            Theme.reducedMotion = window.shop.preferences.isMotionReduced
            Interface.language = window.shop.preferences.language
        }
    }
    Shortcut {
        sequence: "Esc"
        onActivated: if (window.isCartOpen || window.route !== "product" || !(productSlot.item as ProductPage).putAway()) window.back()
    }
    Shortcut {
        sequences: [StandardKey.Back]
        onActivated: window.back()
    }

    Item {
        id: pages
        anchors.fill: parent
        Keys.onReturnPressed: event => window.pressFocused(event)
        Keys.onEnterPressed: event => window.pressFocused(event)

        Niche {
            anchors.fill: parent
            lampAt: Qt.point(0.25, -0.05)
            lampReach: 0.8
            lampStrength: 0.3
        }
        PageSlot {
            id: home
            isHere: window.route === "home"
            stays: true
            sourceComponent: HomePage {
                catalogue: window.shop.catalogue
                compared: window.shop.compare.slugs
                bottomSpace: tray.visible ? tray.height + Theme.gap16 : 0
                onProductChosen: slug => window.openProduct(slug)
                onCompareToggled: slug => window.shop.compare.toggle(slug)
            }
        }
        PageSlot {
            id: productSlot
            isHere: window.route === "product"
            onIsHereChanged: if (!isHere) warnOfSaving()
            function warnOfSaving() {
                if ((item as ProductPage)?.isSaving)
                    toast.show(qsTr("What was being saved is lost: its page was left."), "warning")
            }
            sourceComponent: ProductPage {
                product: window.shop.product
                isCovered: window.isCartOpen
                topTaken: tray.visible && tray.isTight ? tray.height + Theme.gap8 : 0
                isCompared: window.shop.compare.entries.includes(window.shop.product.slug + "/" + window.shop.product.sku)
                onCompareToggled: window.shop.compare.toggle(window.shop.product.slug, window.shop.product.sku)
                turns: window.shop.preferences.turns
                // The tray lies where the hint would stand.
                knowsHands: window.shop.preferences.knowsHands || (tray.visible && !tray.isTight)
                onTurnsChosen: turns => window.shop.preferences.turns = turns
                onHandsKnown: window.shop.preferences.knowsHands = true
                onAdded: toast.show(qsTr("In the cart"), "check")
            }
        }
        PageSlot {
            isHere: window.route === "compare"
            sourceComponent: ComparePage {
                compare: window.shop.compare
                onProductChosen: slug => window.openProduct(slug)
                onShopRequested: window.go("home")
            }
        }
        PageSlot {
            isHere: window.route === "checkout"
            sourceComponent: CheckoutPage {
                cart: window.shop.cart
                checkout: window.shop.checkout
                isOnline: window.shop.isOnline
                onShopRequested: window.go("home")
            }
        }
        PageSlot {
            isHere: window.route === "order"
            sourceComponent: OrderPage {
                order: window.shop.orders.shown
                isNew: window.isOrderNew
                onShopRequested: window.go("home")
            }
        }
        PageSlot {
            isHere: window.route === "orders"
            sourceComponent: OrdersPage {
                orders: window.shop.orders
                refused: window.shop.refused
                setting: MotionButton { preferences: window.shop.preferences }
                onOrderChosen: id => {
                    window.shop.orders.show(id)
                    window.isOrderNew = false
                    window.go("order")
                }
                onShopRequested: window.go("home")
            }
        }
        CompareTray {
            id: tray
            objectName: "compareTray"
            compare: window.shop.compare
            isShown: !window.isCartOpen && (window.route === "home" || window.route === "product")
            isSmall: window.route === "product"
            behind: home
            isTight: isSmall && window.width < 1100
            // Beside the panel and above the stage's own signs, or where those take all there is, at the top.
            x: isSmall ? Math.max(Theme.gap12, window.width - Theme.panelWidth - 3 * Theme.gap24 - width) : (window.width - width) / 2
            y: isTight ? Theme.barHeight : window.height - height - Theme.gap24 - (isSmall ? Theme.touch + 2 * Theme.gap8 : 0)
            onOpenRequested: window.go("compare")
        }
        TopBar {
            width: parent.width
            title: qsTr("Vitrine")
            canGoBack: window.history.length > 0
            hasActions: !window.isCartOpen
            // A click on one of its signs takes no keys from the product.
            Keys.forwardTo: window.route === "product" && !window.isCartOpen && productSlot.item ? [productSlot.item as Item, ...(productSlot.item as ProductPage).stageKeys] : []
            onBackTriggered: window.back()
            onTitleTriggered: window.route === "home" ? (home.item as HomePage).scrollToTop() : window.go("home")

            QuietMark {
                objectName: "offlineMark"
                visible: !window.shop.isOnline
                anchors.verticalCenter: parent?.verticalCenter
                rightPadding: Theme.gap12
                iconName: "offline"
                text: window.shop.orders.waiting > 0 ? qsTr("Offline, %1 waiting").arg(Format.number(window.shop.orders.waiting)) : qsTr("Offline")
            }
            LanguageButton {
                id: toBengali
                visible: !Theme.bengali
                language: "bn"
                onClicked: {
                    window.shop.preferences.language = language
                    toEnglish.forceActiveFocus(Qt.OtherFocusReason)
                }
            }
            LanguageButton {
                id: toEnglish
                visible: Theme.bengali
                language: "en"
                onClicked: {
                    window.shop.preferences.language = language
                    toBengali.forceActiveFocus(Qt.OtherFocusReason)
                }
            }
            IconButton {
                objectName: "themeButton"
                iconName: Theme.dark ? "sun" : "moon"
                text: Theme.dark ? qsTr("Light theme") : qsTr("Dark theme")
                onClicked: {
                    Theme.dark = !Theme.dark
                    window.shop.preferences.isDark = Theme.dark
                }
            }
            OrdersButton {
                objectName: "ordersButton"
                refused: window.shop.refused.count
                onClicked: window.go("orders")
            }
            CartButton {
                id: cartButton
                objectName: "cartButton"
                pieces: window.shop.cart.pieces
                isWaiting: window.shop.cart.isWaiting
                onClicked: window.isCartOpen = !window.isCartOpen
            }
        }
    }
    CartPanel {
        anchors.fill: parent
        cart: window.shop.cart
        isOpen: window.isCartOpen
        behind: pages
        Keys.onReturnPressed: event => window.pressFocused(event)
        Keys.onEnterPressed: event => window.pressFocused(event)
        onClosed: window.closeCart()
        onCheckoutRequested: window.go("checkout")
        onProductOpened: slug => window.openProduct(slug)
    }
    Toast {
        id: toast
        objectName: "toast"
        // Below the object, not below the panel beside it.
        anchors.horizontalCenterOffset: window.route === "product" ? -(Theme.panelWidth + Theme.gap24) / 2 : 0
        // And above the tools that stand there.
        lift: (window.route === "product" ? Theme.touch + Theme.gap16 : 0) + (tray.visible && !tray.isTight ? tray.height + Theme.gap8 : 0)
    }
}
