// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls

/// Two to four products side by side: their stages above, what differs between them below.
FocusScope {
    id: page

    required property CompareModel compare
    readonly property bool isReady: compare.isEnough
    readonly property bool isWide: width >= 1000
    /// Left of the columns: the ways to look, and the names of the lines.
    readonly property real rail: isWide ? 220 : 0
    readonly property real stageHeight: isTableShown ? Math.round(Math.max(height * 0.56, height - 620)) : height - table.headHeight
    property bool isTableShown: true
    property bool isShort: false
    /// Which two, where only two can be shown.
    property int first: 0
    property int second: 1

    readonly property int count: compare.count

    signal productChosen(string slug)
    signal shopRequested()

    /// Takes the place of the one on the right.
    function show(index: int) { second = index }

    onCountChanged: {
        first = 0
        second = 1
    }
    focus: true
    Component.onCompleted: compare.isShown = true
    Component.onDestruction: compare.isShown = false
    Keys.onPressed: event => {
        if (!isReady || event.modifiers !== Qt.NoModifier)
            return
        if (event.key === Qt.Key_D)
            isShort = !isShort
        else if (event.key === Qt.Key_T)
            isTableShown = !isTableShown
        else if (!tools.take(event.key))
            return
        event.accepted = true
    }

    // By its address, not its type: Quick 3D is loaded with the first product, not with the window.
    Loader {
        id: stages
        x: page.rail
        width: page.width - page.rail
        height: page.stageHeight
        active: page.isReady
        focus: true
        Component.onCompleted: setSource(Qt.resolvedUrl("CompareStages.qml"), { objectName: "compareStages", compare: page.compare, tools: tools })
    }
    Binding {
        target: stages.item
        property: "first"
        value: page.first
        when: stages.status === Loader.Ready
    }
    Binding {
        target: stages.item
        property: "second"
        value: page.second
        when: stages.status === Loader.Ready
    }
    // On a machine that can't show them in three dimensions.
    Row {
        id: pictures
        x: page.rail
        visible: stages.status === Loader.Error
        Repeater {
            model: pictures.visible ? page.compare : null
            Poster {
                required property url poster
                width: stages.width / page.compare.count
                height: stages.height
                source: poster
            }
        }
    }
    Rectangle {
        visible: page.rail > 0 && page.isReady
        width: page.rail
        height: page.stageHeight
        gradient: Gradient {
            GradientStop { position: 0; color: Theme.backdropTop }
            GradientStop { position: 1; color: Theme.backdropBottom }
        }
        Rectangle {
            anchors.right: parent.right
            width: 1
            height: parent.height
            color: Theme.line
        }
    }
    CompareTools {
        id: tools
        objectName: "compareTools"
        visible: page.isReady
        isCompact: !page.isWide
        x: page.isWide ? Theme.gap8 : Theme.gap12
        y: page.isWide ? Theme.barHeight : page.stageHeight - Theme.touch - Theme.gap8
    }
    CompareTable {
        id: table
        visible: page.isReady
        y: page.stageHeight
        width: page.width
        height: page.height - y
        compare: page.compare
        rail: page.rail
        isShort: page.isShort
        isPair: tools.isPair
        first: page.first
        second: page.second
        onOpened: slug => page.productChosen(slug)
        onPlaced: index => page.show(index)
    }
    Row {
        id: switches
        visible: page.isReady
        // In the corner of the table; where that is narrow, in that of the picture.
        x: page.isWide ? Theme.gap4 : page.width - width - Theme.gap12
        y: page.isWide ? page.stageHeight + table.headHeight - height - Theme.gap4 : page.stageHeight - height - Theme.gap8
        CompareButton {
            objectName: "compareDiffering"
            iconName: "differs"
            text: qsTr("Differences only")
            isCompact: !page.isWide || !page.isTableShown
            checked: page.isShort
            onClicked: page.isShort = !page.isShort
        }
        CompareButton {
            objectName: "compareTableButton"
            iconName: page.isTableShown ? "chevron-down" : "chevron-right"
            text: page.isTableShown ? qsTr("Hide the table") : qsTr("Show the table")
            isCompact: true
            onClicked: page.isTableShown = !page.isTableShown
        }
    }
    StateView {
        objectName: "compareState"
        anchors { fill: parent; topMargin: Theme.barHeight }
        visible: !page.isReady
        sentence: page.compare.count === 0 ? qsTr("Nothing to compare yet. Choose two things or more.") : qsTr("One is chosen. Choose another to set beside it.")
        actionText: qsTr("To the shop")
        onActionTriggered: page.shopRequested()
    }
}
