// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme

/// One thing that a shopper may do with the product: a sign in the row, or a line of the menu beside it.
T.Action {
    id: tool

    /// Of its button, for those who drive the window.
    property string name
    property string iconName
    property bool isOn: false
    property bool isOffered: true
    /// A line before it parts it from what came before.
    property bool beginsGroup: false
    /// Its key while the stage has the focus, and what is written on that; 0: none.
    property int key: 0
    property string keyName
    /// Several have its sign: its name stands beside it in the row.
    property bool hasWord: false
    /// Of its place in the row.
    readonly property real width: Theme.touch + (hasWord ? Theme.gap8 + Math.ceil(word.advanceWidth) : 0)
    readonly property TextMetrics word: TextMetrics {
        text: tool.text
        font { family: Theme.family; pixelSize: Theme.sizeLabel; weight: Theme.medium }
    }
}
