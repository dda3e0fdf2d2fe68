// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls

/// One order: its things together in the light; its number, or that it waits; its way; what it came to.
FocusScope {
    id: page

    required property placedOrder order
    /// Just placed: the page says thank you.
    property bool isNew: false
    readonly property bool isWaiting: order.isWaiting

    signal shopRequested()

    focus: true

    Niche {
        anchors.fill: parent
        lampAt: Qt.point(0.31, 0.38)
        lampReach: 0.66
        lampStrength: 1.05
        floorLevel: 0.80
    }
    Row {
        id: things
        readonly property real room: panel.x - 2 * Theme.gap48
        readonly property int shown: Math.min(3, page.order.lines.length)
        readonly property real side: Math.min(page.height * 0.62, room / Math.max(1, shown) * (shown > 1 ? 1.16 : 1))
        x: Theme.gap48 + (room - width) / 2
        y: page.height * 0.80 - side * 0.84
        spacing: shown > 1 ? -side * 0.12 : 0
        Repeater {
            model: page.order.lines.slice(0, 3)
            Poster {
                required property soldLine modelData
                width: things.side
                height: things.side
                source: modelData.poster
            }
        }
    }
    Glass {
        id: panel
        objectName: "orderPanel"
        readonly property bool isWaiting: page.isWaiting
        readonly property string number: page.order.number
        readonly property real room: page.height - Theme.barHeight - Theme.gap24
        width: Math.min(Theme.panelWidth, page.width - 2 * Theme.gap24)
        height: Math.min(room, body.contentHeight + foot.height + Theme.gap32)
        x: page.width - width - Theme.gap24
        y: Theme.barHeight + (room - height) / 2

        Flickable {
            id: body
            anchors { fill: parent; topMargin: Theme.gap32; bottomMargin: foot.height }
            contentHeight: words.height + Theme.gap16
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
                    spacing: Theme.gap12
                    Headline {
                        objectName: "orderHeadline"
                        width: parent.width
                        text: page.isNew ? qsTr("Thank you, %1.").arg(page.order.customerName)
                            : page.isWaiting ? qsTr("Waiting for its number") : qsTr("Order %1").arg(Format.digits(page.order.number))
                        // A thanked name is set smaller: two names would not stand on one line.
                        size: page.isNew ? Theme.sizeTitle : Theme.sizeHead
                    }
                    StageWords {
                        objectName: "orderState"
                        stage: page.order.stage
                    }
                    Paragraph {
                        objectName: "orderWords"
                        width: parent.width
                        text: page.isWaiting
                            ? qsTr("The order is kept on this device and goes out by itself as soon as the shop can be reached.")
                            : page.isNew ? qsTr("Your order is number %1. The courier calls before coming.").arg(Format.digits(page.order.number))
                            : Format.date(page.order.placedAt)
                    }
                }
                OrderSteps {
                    width: parent.width
                    visible: page.order.stage < OrderStage.Cancelled
                    stage: page.order.stage
                }
                Column {
                    width: parent.width
                    spacing: Theme.gap8
                    Divider { width: parent.width }
                    Item { width: 1; height: Theme.gap8 }
                    Repeater {
                        model: page.order.lines
                        SumRow {
                            required property soldLine modelData
                            width: words.width
                            label: (modelData.quantity > 1 ? Format.number(modelData.quantity) + " × " : "") + Format.text(modelData.name)
                            amount: modelData.total
                        }
                    }
                    SumRow {
                        width: parent.width
                        label: qsTr("Delivery")
                        amount: page.order.delivery
                        freeText: qsTr("Free")
                    }
                    SumRow {
                        objectName: "orderTotal"
                        width: parent.width
                        label: page.order.isCash ? qsTr("Cash on delivery") : qsTr("Paid by card")
                        amount: page.order.total
                        isTotal: true
                    }
                    Paragraph {
                        width: parent.width
                        text: Format.text(page.order.address)
                        color: Theme.textThird
                        font.pixelSize: Theme.sizeLabel
                    }
                }
            }
        }
        Item {
            id: foot
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            height: 52 + Theme.gap24 + Theme.gap12
            PrimaryButton {
                objectName: "continueButton"
                anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.gap24 }
                text: qsTr("Back to the shelf")
                onClicked: page.shopRequested()
            }
        }
    }
}
