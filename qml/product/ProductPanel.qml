// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls

/// What is said beside the object: name, price, stock, options, the one action; below it, what it is made of.
Glass {
    id: panel

    required property ProductModel product
    property bool isCompared: false
    readonly property bool isSoldOut: product.stock <= 0

    signal added()
    signal compareToggled()

    height: Math.min(body.contentHeight + foot.height + Theme.gap32, maximumHeight)
    property real maximumHeight: 600

    Flickable {
        id: body
        objectName: "productPanelBody"
        anchors { fill: parent; topMargin: Theme.gap32; bottomMargin: foot.height }
        contentHeight: words.height + Theme.gap24
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ScrollMark {}

        Column {
            id: words
            x: Theme.gap32
            width: parent.width - 2 * Theme.gap32
            spacing: Theme.gap24

            Column {
                width: parent.width
                spacing: Theme.gap8
                Headline {
                    objectName: "productName"
                    width: parent.width
                    text: Format.unbroken(Format.text(panel.product.name))
                    size: Theme.sizeHead
                }
                Paragraph {
                    width: parent.width
                    visible: text !== ""
                    text: Format.text(panel.product.tagline)
                }
            }
            Column {
                width: parent.width
                spacing: Theme.gap8
                MoneyLabel {
                    objectName: "productPrice"
                    amount: panel.product.price
                    pixelSize: Theme.sizeTitle
                    rolls: true
                }
                Item {
                    width: parent.width
                    height: compare.height
                    StockMark {
                        objectName: "stockMark"
                        anchors.verticalCenter: parent.verticalCenter
                        stock: panel.product.stock
                    }
                    QuietButton {
                        id: compare
                        objectName: "compareButton"
                        anchors { right: parent.right; rightMargin: -Theme.gap12 }
                        iconName: panel.isCompared ? "check" : "compare"
                        ink: panel.isCompared ? Theme.teal : Theme.textSecond
                        text: qsTr("Compare")
                        Accessible.checkable: true
                        Accessible.checked: panel.isCompared
                        onClicked: panel.compareToggled()
                    }
                }
            }
            Repeater {
                model: panel.product.options
                OptionRow {
                    required property OptionGroup modelData
                    width: words.width
                    group: modelData
                    onChosen: value => panel.product.choose(group.key, value)
                }
            }
            Paragraph {
                width: parent.width
                visible: text !== ""
                text: Format.text(panel.product.description)
                font.pixelSize: Theme.sizeLabel
            }
            FactTable {
                width: parent.width
                facts: panel.product.facts
            }
        }
    }
    Item {
        id: foot
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: 52 + Theme.gap24 + Theme.gap16

        Divider {
            width: parent.width
            opacity: body.atYEnd ? 0 : 1
            Behavior on opacity { SmallFade {} }
        }
        QuantityStepper {
            id: quantity
            objectName: "quantityStepper"
            anchors { left: parent.left; leftMargin: Theme.gap24; bottom: parent.bottom; bottomMargin: Theme.gap24 }
            height: 52
            side: 44
            from: 1
            to: Math.max(1, panel.product.maxQuantity)
            enabled: !panel.isSoldOut
            value: panel.product.quantity
            onValueModified: {
                panel.product.quantity = value
                value = Qt.binding(() => panel.product.quantity)
            }
        }
        PrimaryButton {
            objectName: "addToCartButton"
            anchors { left: quantity.right; leftMargin: Theme.gap12; right: parent.right; rightMargin: Theme.gap24; verticalCenter: quantity.verticalCenter }
            text: panel.isSoldOut ? qsTr("Sold out") : qsTr("Add to cart")
            enabled: !panel.isSoldOut
            onClicked: {
                panel.product.addToCart()
                panel.added()
            }
        }
    }
}
