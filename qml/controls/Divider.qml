// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme

Rectangle {
    implicitHeight: 1
    color: Theme.line
}
