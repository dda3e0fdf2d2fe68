// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls

/// Everything that is known of the products, line by line below their columns.
FocusScope {
    id: table

    required property CompareModel compare
    required property real rail
    property bool isShort: false
    readonly property list<string> names: heads.names
    /// Which two, where only two can be shown.
    property bool isPair: false
    property int first: 0
    property int second: 1
    readonly property real headHeight: Math.round((Theme.sizeBody + Theme.sizeLabel + Theme.sizeBody) * 1.5 + Theme.gap16) + 3 * Theme.headDrop
    readonly property int different: compare.table.filter(line => line.differs).length

    signal opened(string slug)
    signal placed(int index)

    Rectangle {
        anchors.fill: parent
        color: Theme.backdropBottom
    }
    Item {
        id: heads
        readonly property list<string> names: {
            const all = []
            for (let i = 0; i < row.count; ++i)
                all.push((row.itemAt(i) as CompareHead)?.text ?? "")
            return all
        }
        width: parent.width
        height: table.headHeight
        Label {
            objectName: "compareCount"
            visible: table.rail > 0
            x: Theme.gap16
            y: Theme.gap12
            text: table.different === 0 ? qsTr("No differences") : table.different === 1 ? qsTr("One difference") : qsTr("%1 differences").arg(Format.number(table.different))
            color: Theme.textSecond
            font.pixelSize: Theme.sizeLabel
        }
        Repeater {
            id: row
            model: table.compare
            CompareHead {
                x: Math.round(table.rail + index * width)
                width: (table.width - table.rail) / Math.max(1, row.count)
                height: heads.height
                isAside: table.isPair && index !== table.first && index !== table.second
                onClicked: isAside ? table.placed(index) : table.opened(slug)
                onRemoved: table.compare.remove(key)
            }
        }
    }
    Flickable {
        id: body
        objectName: "compareTable"
        anchors { fill: parent; topMargin: heads.height }
        contentHeight: lines.height + Theme.gap24
        clip: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.Table
        Accessible.name: qsTr("Specifications, %1 of them different").arg(Format.number(table.different))
        T.ScrollBar.vertical: ScrollMark {}
        Keys.onPressed: event => {
            const step = { [Qt.Key_Up]: -48, [Qt.Key_Down]: 48, [Qt.Key_PageUp]: -height, [Qt.Key_PageDown]: height }[event.key]
            if (step === undefined)
                return
            event.accepted = true
            contentY = Math.max(0, Math.min(contentHeight - height, contentY + step))
        }
        Column {
            id: lines
            width: body.width
            Repeater {
                model: table.isShort ? table.compare.table.filter(line => line.differs) : table.compare.table
                CompareLine {
                    width: lines.width
                    rail: table.rail
                    names: table.names
                }
            }
            Paragraph {
                objectName: "compareAlike"
                width: parent.width
                topPadding: Theme.gap24
                visible: table.isShort && table.different === 0 && table.compare.table.length > 0
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("In everything that is known of them they are the same.")
            }
        }
    }
    Rectangle {
        anchors.fill: body
        visible: body.activeFocus
        color: "transparent"
        border { width: 2; color: Theme.brass }
    }
    WheelGlide { flickable: body }
}
