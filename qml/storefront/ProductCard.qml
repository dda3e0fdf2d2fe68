// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls

/// A product on the shelf: the object in its niche, its name, its price. Pointed at, it is lit and comes nearer.
T.AbstractButton {
    id: card

    required property string slug
    required property localText name
    required property money price
    required property bool hasPriceRange
    required property url poster
    required property int stock
    property bool isCompared: false
    /// Something is taken up already: on a screen that is touched there is nothing to point with.
    property bool isComparing: false
    readonly property string badge: stock === 0 ? qsTr("Sold out") : stock <= 3 ? qsTr("%1 left").arg(Format.number(stock)) : ""
    readonly property bool isLit: hovered || visualFocus
    readonly property alias isPictured: picture.isShown

    signal compareToggled()

    objectName: "productCard_" + slug
    text: Format.text(name)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    scale: down ? 0.985 : 1
    Accessible.role: Accessible.Button
    Accessible.name: text + ", " + Format.money(price)
    Accessible.description: qsTr("C takes it up to be compared.")
    Keys.onPressed: event => {
        if (event.key !== Qt.Key_C || event.modifiers !== Qt.NoModifier)
            return
        event.accepted = true
        compareToggled()
    }
    Behavior on scale { TouchMotion {} }

    Niche {
        id: niche
        width: parent.width
        // Two lines of a name and a price have room under every niche, so that niches stand in rows.
        height: parent.height - Theme.gap16 - 2 * title.lineSpace - Theme.gap4 - sum.height
        radius: Theme.radiusCard
        wallTop: Theme.dark ? Qt.lighter(Theme.backdropBottom, 1.06) : Qt.darker(Theme.backdropTop, 1.035)
        wallBottom: Theme.dark ? Theme.backdropTop : Qt.darker(Theme.backdropBottom, 1.05)
        floorLevel: 0.74
        lampReach: 0.72
        lampStrength: card.isLit ? 1.25 : 0.8
        Behavior on lampStrength { NumberAnimation { duration: Theme.panelInMs; easing.type: Easing.InOutSine } }

        Poster {
            id: picture
            anchors.centerIn: parent
            // Larger than the niche, whose rim is empty: the object takes three fifths of the height and stands on its floor.
            anchors.verticalCenterOffset: -parent.height * 0.005
            width: parent.width * 1.08
            height: width
            source: card.poster
            scale: card.isLit && !Theme.reducedMotion ? 1.04 : 1
            Behavior on scale { NumberAnimation { duration: Theme.panelInMs; easing.type: Easing.BezierSpline; easing.bezierCurve: Theme.smallCurve } }
        }
        Label {
            anchors.centerIn: parent
            visible: card.poster.toString() === ""
            text: qsTr("No picture yet")
            color: Theme.textThird
            font.pixelSize: Theme.sizeLabel
        }
        Label {
            anchors { left: parent.left; top: parent.top; margins: Theme.gap16 }
            visible: text !== ""
            text: card.badge
            color: Theme.textSecond
            font.pixelSize: Theme.sizeCaption
        }
        IconButton {
            objectName: "compareToggle_" + card.slug
            anchors { right: parent.right; top: parent.top; margins: Theme.gap4 }
            // The keyboard has C.
            focusPolicy: Qt.NoFocus
            iconName: card.isCompared ? "check" : "compare"
            ink: card.isCompared ? Theme.teal : Theme.textSecond
            text: card.isCompared ? qsTr("Do not compare %1").arg(card.text) : qsTr("Compare %1").arg(card.text)
            opacity: card.isLit || card.isCompared ? 1 : card.isComparing ? 0.55 : 0
            visible: opacity > 0
            onClicked: card.compareToggled()
            Behavior on opacity { SmallFade {} }
        }
    }
    // Not within the niche, which is a picture of its own and ends at its edge.
    Item {
        anchors.fill: niche
        FocusRing {
            objectName: "cardRing"
            control: card
            around: Theme.radiusCard
        }
    }
    Column {
        id: words
        anchors { top: niche.bottom; topMargin: Theme.gap16; left: parent.left; right: parent.right }
        spacing: Theme.gap4
        Label {
            id: title
            readonly property real lineSpace: Math.ceil(metrics.lineSpacing)
            width: parent.width
            text: Format.unbroken(card.text)
            font.weight: Theme.medium
            wrapMode: Text.Wrap
            maximumLineCount: 2
            Accessible.ignored: true
            FontMetrics {
                id: metrics
                font: title.font
            }
        }
        Row {
            spacing: Theme.gap4
            // "from 42,500" in English, "42,500 from" in Bengali.
            layoutDirection: Theme.bengali ? Qt.RightToLeft : Qt.LeftToRight
            Label {
                visible: card.hasPriceRange
                text: qsTr("from")
                color: Theme.textThird
                font.pixelSize: Theme.sizeLabel
                anchors.baseline: sum.baseline
                Accessible.ignored: true
            }
            MoneyLabel {
                id: sum
                amount: card.price
            }
        }
    }
}
