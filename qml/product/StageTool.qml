// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick.Templates as T

/// One thing that a shopper may do with the product: a sign in the row, or a line of the menu beside it.
T.Action {
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
}
