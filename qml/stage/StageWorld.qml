// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// What a world that things fall in says of itself to the stage, which knows no more of it: FallWorld is loaded by its address.
Item {
    property StageView view
    property StageHold hold: null
    /// Nothing moves in it.
    property bool settled: true

    function drop() {}
    function end() {}
}
