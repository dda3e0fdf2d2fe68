// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls

/// One option of the product: its name, what is chosen, and the values as swatches or words.
Column {
    id: row

    required property OptionGroup group

    signal chosen(string value)

    spacing: Theme.gap8
    Accessible.role: Accessible.Grouping
    Accessible.name: Format.text(group.name)

    Row {
        spacing: Theme.gap8
        Label {
            text: Format.text(row.group.name)
            color: Theme.textSecond
            font.pixelSize: Theme.sizeLabel
        }
        Label {
            text: Format.text(row.group.chosenName)
            font { pixelSize: Theme.sizeLabel; weight: Theme.medium }
        }
    }
    Flow {
        // A swatch is drawn smaller than it is touched: its colour, not its touch, stands at the edge.
        x: row.group.values.some(value => value.swatch !== "") ? -5 : 0
        width: parent.width
        spacing: Theme.gap8
        Repeater {
            model: row.group.values
            Loader {
                id: value
                required property optionValue modelData
                readonly property bool isChosen: row.group.chosen === modelData.key
                readonly property bool isSoldOut: row.group.soldOut.includes(modelData.key)

                sourceComponent: modelData.swatch !== "" ? swatch : chip
                Component {
                    id: swatch
                    SwatchButton {
                        objectName: "variantOption_" + value.modelData.key
                        text: Format.text(value.modelData.name)
                        swatch: value.modelData.swatch
                        checked: value.isChosen
                        isSoldOut: value.isSoldOut
                        onClicked: {
                            row.chosen(value.modelData.key)
                            checked = Qt.binding(() => value.isChosen)
                        }
                    }
                }
                Component {
                    id: chip
                    ChipButton {
                        objectName: "variantOption_" + value.modelData.key
                        text: Format.text(value.modelData.name)
                        checked: value.isChosen
                        isSoldOut: value.isSoldOut
                        onClicked: {
                            row.chosen(value.modelData.key)
                            checked = Qt.binding(() => value.isChosen)
                        }
                    }
                }
            }
        }
    }
}
