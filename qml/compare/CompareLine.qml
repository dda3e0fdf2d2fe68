// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls

/// One line of the table: its name, and a value below each product. Where they differ the values stand out and the name
/// has a sign; the better one is ticked.
Item {
    id: line

    required property int index
    required property comparedLine modelData
    /// Left of the columns; 0: the name stands above the values.
    required property real rail
    required property list<string> names
    readonly property real column: (width - rail) / Math.max(1, modelData.cells.length)
    readonly property string title: switch (modelData.kind) {
        case CompareKind.Price: return qsTr("Price")
        case CompareKind.Rating: return qsTr("Rating")
        case CompareKind.Stock: return qsTr("Availability")
        case CompareKind.Size: return qsTr("Width × height × depth")
        default: return Format.text(modelData.name)
    }
    readonly property bool differs: modelData.differs

    function words(cell: comparedCell): string {
        if (!cell.isKnown)
            return "–"
        switch (modelData.kind) {
        case CompareKind.Price: return [Format.mark(cell.amount), Format.figure(cell.amount)].join("\u202f") // as MoneyLabel has it above
        case CompareKind.Rating: return qsTr("%1 ★ (%2)").arg(Format.digits(cell.number.toFixed(1))).arg(Format.number(cell.count))
        case CompareKind.Stock: return cell.number <= 0 ? qsTr("Sold out") : cell.number <= 3 ? qsTr("Only %1 left").arg(Format.number(cell.number)) : qsTr("In stock")
        case CompareKind.Size: return [cell.size.x, cell.size.y, cell.size.z].map(metres => Format.length(metres, false)).join(" × ")
        default: return Format.text(cell.words)
        }
    }

    objectName: "compareLine_" + index
    height: Math.max(rail > 0 ? name.height : 0, values.height) + (rail > 0 ? 0 : name.height + Theme.gap4) + 2 * Theme.gap12
    Accessible.role: Accessible.Row
    Accessible.name: (differs ? qsTr("%1, different").arg(title) : qsTr("%1, the same").arg(title)) + ": "
        + modelData.cells.map((cell, at) => (names[at] ?? "") + ": " + words(cell) + (cell.isBest ? qsTr(" (better)") : "")).join("; ")

    Rectangle {
        anchors.fill: parent
        color: Qt.alpha(Theme.info, line.differs ? (Theme.dark ? 0.06 : 0.05) : 0)
    }
    Divider { width: parent.width }
    Row {
        id: name
        x: Theme.gap16
        y: Theme.gap12
        spacing: Theme.gap8
        Icon {
            objectName: "differsMark_" + line.index
            visible: line.differs
            name: "differs"
            size: 16
            color: Theme.info
            y: (Theme.sizeLabel * Theme.bodyLineHeight - height) / 2
        }
        Paragraph {
            width: line.rail > 0 ? line.rail - 2 * Theme.gap16 - (line.differs ? 16 + Theme.gap8 : 0) : undefined
            text: line.title
            color: line.differs ? Theme.textSecond : Theme.textThird
            font.pixelSize: Theme.sizeLabel
            Accessible.ignored: true
        }
    }
    Row {
        id: values
        x: line.rail
        y: line.rail > 0 ? Theme.gap12 : name.y + name.height + Theme.gap4
        Repeater {
            model: line.modelData.cells
            Item {
                id: value
                required property comparedCell modelData
                width: line.column
                height: words.height
                Icon {
                    x: Theme.gap16
                    visible: value.modelData.isBest
                    name: "check"
                    size: 16
                    color: Theme.good
                    y: (Theme.sizeLabel * Theme.bodyLineHeight - height) / 2
                }
                Paragraph {
                    id: words
                    x: Theme.gap16 + (value.modelData.isBest ? 16 + Theme.gap8 : 0)
                    width: parent.width - x - Theme.gap8
                    text: line.words(value.modelData)
                    color: line.differs && value.modelData.isKnown ? Theme.text : Theme.textThird
                    isTabular: line.modelData.kind !== CompareKind.Fact
                    font { pixelSize: Theme.sizeLabel; weight: value.modelData.isBest ? Theme.medium : Theme.regular }
                    Accessible.ignored: true
                }
            }
        }
    }
}
