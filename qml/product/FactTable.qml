// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Vitrine.Theme
import Vitrine.Controls

/// The specification: what it is made of, how large, how heavy.
Column {
    id: table

    required property list<fact> facts

    Repeater {
        model: table.facts
        Item {
            id: line
            required property fact modelData
            required property int index

            width: table.width
            height: Math.max(name.height, value.height) + 2 * Theme.gap12
            Divider {
                width: parent.width
            }
            Paragraph {
                id: name
                y: Theme.gap12
                width: parent.width * 0.36
                text: Format.text(line.modelData.name)
                color: Theme.textThird
                font.pixelSize: Theme.sizeLabel
            }
            Paragraph {
                id: value
                x: parent.width * 0.38
                y: Theme.gap12
                width: parent.width * 0.62
                text: Format.text(line.modelData.value)
                color: Theme.text
                font.pixelSize: Theme.sizeLabel
            }
        }
    }
}
