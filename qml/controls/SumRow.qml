// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme

/// A name on the left, an amount on the right.
Item {
    id: row

    required property string label
    required property money amount
    property bool isTotal: false
    /// What stands for an amount of nothing; empty: the amount itself.
    property string freeText: ""
    readonly property string figure: sum.figure

    implicitHeight: isTotal ? 36 : 26
    implicitWidth: 240

    Label {
        id: name
        anchors.verticalCenter: parent.verticalCenter
        text: row.label
        color: row.isTotal ? Theme.text : Theme.textSecond
        font { pixelSize: row.isTotal ? Theme.sizeBody : Theme.sizeLabel; weight: row.isTotal ? Theme.medium : Theme.regular }
    }
    MoneyLabel {
        id: sum
        anchors { right: parent.right; baseline: name.baseline }
        visible: row.freeText === "" || row.amount.minorUnits !== 0
        amount: row.amount
        rolls: true
        pixelSize: row.isTotal ? Theme.sizeLead : Theme.sizeLabel
        ink: row.isTotal ? Theme.brass : Theme.text
        weight: row.isTotal ? Theme.strong : Theme.regular
    }
    Label {
        anchors { right: parent.right; baseline: name.baseline }
        visible: row.freeText !== "" && row.amount.minorUnits === 0
        text: row.freeText
        color: Theme.textSecond
        font.pixelSize: Theme.sizeLabel
    }
}
