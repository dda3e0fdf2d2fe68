// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls

/// One thing that the shop did not take: what it was, why, and what can be done.
Item {
    id: line

    required property real position
    required property int kind
    required property localText subject
    required property localText reason
    required property bool isOffer
    required property list<offeredChange> changes
    required property bool canRetry
    readonly property string what: {
        const thing = Format.text(subject)
        switch (kind) {
        case RefusedModel.CartAddition:
            return thing === "" ? qsTr("Something could not go into the cart.") : qsTr("%1 could not go into the cart.").arg(thing)
        case RefusedModel.CartChange:
            return thing === "" ? qsTr("A quantity in the cart could not be changed.") : qsTr("The quantity of %1 could not be changed.").arg(thing)
        case RefusedModel.Order:
            return qsTr("An order could not be placed.")
        case RefusedModel.Cancellation:
            return qsTr("An order could not be cancelled.")
        default:
            return qsTr("A change could not be taken.")
        }
    }
    readonly property string why: {
        if (!isOffer)
            return Format.text(reason)
        const said = []
        for (const change of changes) {
            const thing = Format.text(change.name)
            if (change.isShort)
                said.push(change.available === 0 ? qsTr("%1 is sold out.").arg(thing) : qsTr("%1: only %2 left.").arg(thing).arg(Format.number(change.available)))
            if (change.isPrice)
                said.push(qsTr("%1 costs %2 now instead of %3.").arg(thing).arg(Format.money(change.now)).arg(Format.money(change.seen)))
        }
        if (said.length === 0)
            said.push(qsTr("A price or the stock has changed."))
        said.push(qsTr("The order's things are in the cart again."))
        return said.join(" ")
    }

    signal dismissed()
    signal retried()

    implicitHeight: words.height + Theme.gap24
    objectName: "refusedLine_" + position
    Accessible.role: Accessible.StaticText
    Accessible.name: what + " " + why

    Icon {
        id: sign
        anchors.verticalCenter: parent.verticalCenter
        name: "warning"
        size: 20
        color: Theme.careful
    }
    Column {
        id: words
        anchors { left: sign.right; leftMargin: Theme.gap16; right: actions.left; rightMargin: Theme.gap24; verticalCenter: parent.verticalCenter }
        spacing: Theme.gap4
        Label {
            objectName: "refusedWhat"
            width: parent.width
            text: line.what
            font.weight: Theme.medium
            Accessible.ignored: true
        }
        Paragraph {
            objectName: "refusedWhy"
            width: parent.width
            text: line.why
            font.pixelSize: Theme.sizeLabel
            Accessible.ignored: true
        }
    }
    Row {
        id: actions
        // Its cross stands below the rows' arrows.
        anchors { right: parent.right; rightMargin: -Theme.gap16; verticalCenter: parent.verticalCenter }
        spacing: Theme.gap4
        QuietButton {
            objectName: "retryRefused"
            visible: line.canRetry
            text: qsTr("Try again")
            onClicked: line.retried()
        }
        IconButton {
            objectName: "dismissRefused"
            iconName: "close"
            ink: Theme.textThird
            text: qsTr("Put away: %1").arg(line.what)
            onClicked: line.dismissed()
        }
    }
}
