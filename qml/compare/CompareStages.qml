// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls
import Vitrine.Stage

/// The stages of the comparison. Side by side each product has its own; for two in one frame the same two stages lie
/// upon each other; on one floor a further one shows all.
FocusScope {
    id: stages

    required property CompareModel compare
    required property CompareTools tools
    /// Which two, where only two can be shown.
    property int first: 0
    property int second: 1
    /// The one that was touched last: the others look as it does.
    property int lead: 0
    readonly property bool isSplit: tools.mode === CompareTools.SideBySide
    readonly property bool isFloor: tools.mode === CompareTools.OneFloor
    readonly property bool isTrueScale: tools.isPair || tools.isReal
    readonly property real column: width / Math.max(1, panes.count)
    // What a driver of the window waits for.
    readonly property bool isStill: {
        if (isFloor)
            return (floor.item as CompareFloor)?.settled ?? false
        let still = panes.count > 0
        for (let i = 0; i < panes.count; ++i)
            still = still && (!paneAt(i)?.visible || paneAt(i).isStill)
        return still
    }

    function paneAt(index: int): ComparePane { return index < panes.count ? panes.itemAt(index) as ComparePane : null }
    function steer(index: int) {
        lead = index
        if (tools.isLinked || tools.isPair)
            join(index)
    }
    function join(leader: int) {
        const camera = paneAt(leader)?.stage.camera
        for (let i = 0; camera && i < panes.count; ++i)
            if (i !== leader && paneAt(i)?.visible)
                paneAt(i).stage.camera.follow(camera)
    }
    /// Frames each by itself or, at true scale, all by a box into which each of them fits.
    function settle(flies: bool) {
        let extent = Qt.vector3d(0, 0, 0)
        for (let i = 0; isTrueScale && i < panes.count; ++i) {
            const size = paneAt(i)?.visible ? paneAt(i).size : Qt.vector3d(0, 0, 0)
            extent = Qt.vector3d(Math.max(extent.x, size.x), Math.max(extent.y, size.y), Math.max(extent.z, size.z))
        }
        for (let i = 0; i < panes.count; ++i)
            if (paneAt(i)?.hasSize)
                paneAt(i).frame(extent, flies && isSplit && paneAt(i).stage.revealed)
    }
    /// After another way to look: no flight, and one view where one is wanted.
    function restage() {
        // What had the keyboard may have gone.
        if (activeFocus)
            (isFloor ? floor.item : paneAt(tools.isPair ? first : stages.lead)?.stage)?.forceActiveFocus(Qt.OtherFocusReason)
        if (isFloor)
            return
        const lead = tools.isPair ? first : stages.lead
        settle(false)
        if (tools.isPair || tools.isLinked)
            join(lead)
    }
    onFirstChanged: Qt.callLater(restage)
    onSecondChanged: Qt.callLater(restage)
    Connections {
        target: stages.tools
        function onModeChanged() { Qt.callLater(stages.restage) }
        function onIsRealChanged() { stages.settle(true) }
        function onIsLinkedChanged() { if (stages.tools.isLinked) stages.join(stages.lead) }
    }

    Repeater {
        id: panes
        model: stages.compare
        onCountChanged: {
            stages.lead = 0
            Qt.callLater(stages.settle, true)
        }
        ComparePane {
            id: pane
            readonly property bool isSecond: index === stages.second
            readonly property bool isCut: isSecond && stages.tools.mode === CompareTools.Wipe
            visible: stages.isSplit || (stages.tools.isPair && (isSecond || index === stages.first))
            enabled: visible
            isTurn: index === 0 || (stages.paneAt(index - 1)?.isDone ?? false)
            x: stages.isSplit ? Math.round(index * stages.column) : isCut ? Math.round(stages.tools.isPair ? wipe.at * stages.width : 0) : 0
            z: isSecond ? 1 : 0
            width: stages.isSplit ? Math.round((index + 1) * stages.column) - x : stages.width - x
            height: stages.height
            stageWidth: stages.isSplit ? width : stages.width
            stageLeft: stages.isSplit ? 0 : -x
            isPair: stages.tools.isPair
            isOver: isSecond && stages.tools.mode === CompareTools.Ghost
            opacity: isOver ? stages.tools.ghost : 1
            showsHeight: stages.isSplit && stages.tools.isReal
            onMeasured: {
                stages.compare.setSize(key, size.times(0.01))
                stages.settle(false)
                if (index !== stages.lead && (stages.tools.isLinked || stages.tools.isPair) && stages.paneAt(stages.lead)?.hasSize)
                    stage.camera.follow(stages.paneAt(stages.lead).stage.camera)
            }
            Connections {
                target: pane.stage.camera
                function onSteered() { stages.steer(pane.index) }
            }
            Rectangle {
                visible: stages.isSplit && pane.index > 0
                width: 1
                height: parent.height
                color: Theme.line
            }
        }
    }
    Loader {
        id: floor
        anchors.fill: parent
        active: stages.isFloor
        function collect(of) {
            const all = []
            for (let i = 0; i < panes.count; ++i)
                if (stages.paneAt(i)?.modelSource.toString())
                    all.push(of(stages.paneAt(i)))
            return all
        }
        sourceComponent: CompareFloor {
            focus: true
            sources: floor.collect(pane => pane.modelSource)
            variantNames: floor.collect(pane => pane.modelVariant)
            names: floor.collect(pane => Format.text(pane.name))
        }
    }
    WipeHandle {
        id: wipe
        z: 2
        visible: stages.tools.mode === CompareTools.Wipe
        leftName: Format.text(stages.paneAt(stages.first)?.name ?? nobody)
        rightName: Format.text(stages.paneAt(stages.second)?.name ?? nobody)
        property localText nobody
    }
    // Blur behind panels costs a software rasteriser more than a product.
    Binding {
        target: Theme
        property: "hasGlass"
        value: !(stages.paneAt(0)?.stage.quality.software ?? true)
        when: panes.count > 0
        restoreMode: Binding.RestoreNone
    }
}
