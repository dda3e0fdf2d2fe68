// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls
import Vitrine.Stage

/// What the marked part is, what it is made of and what it costs alone; it comes off from here.
Glass {
    id: card

    required property StageMotion motion
    /// The product's. Several products may show one model: what a part costs is not told where that would be more than the whole.
    required property money whole
    /// By number; −1: none. The card keeps showing the last one while it fades.
    required property int part
    property int shown: -1
    readonly property stagePart what: motion.parts[Math.max(0, shown)] ?? blank
    property stagePart blank
    property bool isOff: false

    signal closed()

    onPartChanged: {
        if (part >= 0)
            shown = part;
        isOff = motion.isLifted(part);
    }

    width: 256
    height: words.height + 2 * Theme.gap16
    radius: Theme.radiusCard
    shadowReach: 28
    opacity: part >= 0 ? 1 : 0
    visible: opacity > 0
    Behavior on opacity { SmallFade {} }
    Accessible.role: Accessible.Pane
    Accessible.name: name.text

    Column {
        id: words
        x: Theme.gap16
        y: Theme.gap16
        width: parent.width - 2 * Theme.gap16
        spacing: Theme.gap4
        Item {
            width: parent.width
            height: name.height
            Headline {
                id: name
                objectName: "partName"
                width: parent.width - Theme.touch
                text: Format.either(card.what.english, card.what.bengali)
                size: Theme.sizeLead
            }
            IconButton {
                objectName: "partClose"
                anchors { right: parent.right; rightMargin: -Theme.gap12; top: parent.top; topMargin: -Theme.gap8 }
                iconName: "close"
                ink: Theme.textThird
                text: qsTr("Close")
                onClicked: card.closed()
            }
        }
        Paragraph {
            objectName: "partMaterial"
            width: parent.width
            visible: text !== ""
            text: Format.either(card.what.materialEnglish, card.what.materialBengali)
            font.pixelSize: Theme.sizeLabel
        }
        Row {
            visible: price.amount.isSet && price.amount.minorUnits < card.whole.minorUnits
            topPadding: Theme.gap4
            spacing: Theme.gap8
            MoneyLabel {
                id: price
                objectName: "partPrice"
                amount: Format.amount(card.what.priceMinorUnits, card.what.currency)
            }
            Label {
                text: qsTr("by itself")
                color: Theme.textThird
                font.pixelSize: Theme.sizeLabel
                y: price.baselineOffset - baselineOffset
            }
        }
        Item {
            width: 1
            height: Theme.gap8
            visible: lift.visible
        }
        QuietButton {
            id: lift
            objectName: "partLift"
            visible: card.what.comesOff
            isOutlined: true
            text: card.isOff ? qsTr("Put back") : qsTr("Take off")
            onClicked: {
                card.isOff = !card.isOff;
                card.motion.lift(card.part, card.isOff);
            }
        }
    }
}
