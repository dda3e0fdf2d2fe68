// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls

/// The ways to look at what is compared, and what each of them can be told.
Flow {
    id: tools

    enum Mode { SideBySide, OneFloor, Ghost, Wipe }

    required property bool isCompact
    property int mode: CompareTools.SideBySide
    property bool isLinked: true
    property bool isReal: false
    /// How much of the one over the other is seen.
    property real ghost: 0.5
    /// Two are drawn in one frame, by one camera.
    readonly property bool isPair: mode === CompareTools.Ghost || mode === CompareTools.Wipe

    /// Keys of the whole page.
    function take(key: int): bool {
        switch (key) {
        case Qt.Key_1: mode = CompareTools.SideBySide; return true
        case Qt.Key_2: mode = CompareTools.OneFloor; return true
        case Qt.Key_3: mode = CompareTools.Ghost; return true
        case Qt.Key_4: mode = CompareTools.Wipe; return true
        case Qt.Key_L: isLinked = !isLinked; return true
        case Qt.Key_R: isReal = !isReal; return true
        }
        return false
    }

    spacing: isCompact ? Theme.gap4 : 2
    flow: isCompact ? Flow.LeftToRight : Flow.TopToBottom
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Ways to compare")

    component Choice: CompareButton {
        required property int way
        isChoice: true
        isCompact: tools.isCompact
        checked: tools.mode === way
        onClicked: tools.mode = way
    }

    Choice {
        objectName: "compareSplit"
        keyName: Format.digits("1")
        way: CompareTools.SideBySide
        iconName: "compare"
        text: qsTr("Side by side")
    }
    Choice {
        objectName: "compareFloor"
        keyName: Format.digits("2")
        way: CompareTools.OneFloor
        iconName: "floor"
        text: qsTr("On one floor")
    }
    Choice {
        objectName: "compareGhost"
        keyName: Format.digits("3")
        way: CompareTools.Ghost
        iconName: "ghost"
        text: qsTr("One over the other")
    }
    Choice {
        objectName: "compareWipe"
        keyName: Format.digits("4")
        way: CompareTools.Wipe
        iconName: "wipe"
        text: qsTr("Wipe across")
    }
    Item {
        width: tools.isCompact ? Theme.gap8 : 1
        height: tools.isCompact ? 1 : Theme.gap12
    }
    CompareButton {
        objectName: "compareLink"
        keyName: "L"
        visible: tools.mode === CompareTools.SideBySide
        iconName: "link"
        text: qsTr("Turn together")
        isCompact: tools.isCompact
        checked: tools.isLinked
        onClicked: tools.isLinked = !tools.isLinked
    }
    CompareButton {
        objectName: "compareReal"
        keyName: "R"
        visible: tools.mode === CompareTools.SideBySide
        iconName: "ruler"
        text: qsTr("Real sizes")
        isCompact: tools.isCompact
        checked: tools.isReal
        onClicked: tools.isReal = !tools.isReal
    }
    Slider {
        objectName: "compareGhostSlider"
        visible: tools.mode === CompareTools.Ghost
        implicitWidth: 172
        value: tools.ghost
        onMoved: tools.ghost = value
        Accessible.name: qsTr("How much of the second is seen")
    }
}
