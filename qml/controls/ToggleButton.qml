// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme

/// A sign that is on or off: teal while on. Its name shows where it is pointed at. Whoever uses it binds `checked` to what it
/// stands for and changes that in onClicked.
IconButton {
    id: button

    checkable: false
    ink: checked ? Theme.teal : Theme.textSecond
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: checked
    Behavior on ink { ColorAnimation { duration: Theme.touchMs } }

    Hint { control: button }
}
