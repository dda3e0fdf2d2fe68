// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls

/// The object on the stage, the panel beside it.
FocusScope {
    id: page

    required property ProductModel product
    /// Another panel is open: this one steps aside.
    property bool isCovered: false
    /// It is taken up to be compared, as it is chosen.
    property bool isCompared: false
    /// How much lies over the page below the bar.
    property real topTaken: 0
    readonly property bool isReady: product.state === ViewState.Ready
    readonly property real panelSpace: panel.width + 2 * Theme.gap24

    /// The product turns by itself while nobody touches it.
    property bool turns: false
    /// Nobody needs to be told how a product is turned.
    property bool knowsHands: true

    signal added()
    signal compareToggled()
    signal turnsChosen(bool turns)
    signal handsKnown()

    /// What is being saved there ends with the page.
    readonly property bool isSaving: saves(stage.item)
    function saves(view: var): bool { return view !== null && view.isSaving }

    /// Who turns the product by keys that whatever has the focus has no use for.
    readonly property list<Item> stageKeys: stage.item ? [stage.item as Item] : []
    /// Ends one thing that is on there, for Escape; false: nothing is.
    function putAway(): bool { return stage.item !== null && ask(stage.item) }
    function ask(view: var): bool { return view.putAway() } // its type is not known here, as below

    focus: true
    Keys.onPressed: event => {
        if (!isReady || event.key !== Qt.Key_C || event.modifiers !== Qt.NoModifier)
            return
        event.accepted = true
        compareToggled()
    }

    // By its address, not its type: Quick 3D is loaded with the first product, not with the window.
    Loader {
        id: stage
        anchors.fill: parent
        focus: true
        active: page.isReady
        Component.onCompleted: setSource(Qt.resolvedUrl("ProductView.qml"), { objectName: "stage", product: page.product })
    }
    Binding {
        target: stage.item
        property: "rightInset"
        value: page.panelSpace
        when: stage.status === Loader.Ready
    }
    Binding {
        target: stage.item
        property: "turns"
        value: page.turns
        when: stage.status === Loader.Ready
    }
    Binding {
        target: stage.item
        property: "knowsHands"
        value: page.knowsHands
        when: stage.status === Loader.Ready
    }
    Binding {
        target: stage.item
        property: "topTaken"
        value: page.topTaken
        when: stage.status === Loader.Ready
    }
    Binding {
        target: stage.item
        property: "isCovered"
        value: page.isCovered
        when: stage.status === Loader.Ready
    }
    Connections {
        target: stage.item
        function onTurnsChosen(turns: bool) { page.turnsChosen(turns) }
        function onHandsKnown() { page.handsKnown() }
    }
    Loader {
        anchors.fill: parent
        active: stage.status === Loader.Error
        sourceComponent: PosterStage {
            poster: page.product.poster
            inset: page.panelSpace
        }
    }
    // The object first, then what is said about it: two small first frames, not a heavy one.
    Timer {
        id: lead
        property bool isOver: false
        interval: Theme.touchMs + 2 * Theme.staggerMs
        running: page.isReady
        onTriggered: isOver = true
    }
    ProductPanel {
        id: panel
        objectName: "productPanel"
        readonly property bool isShown: page.isReady && !page.isCovered && lead.isOver
        width: Math.min(Theme.panelWidth, page.width - 2 * Theme.gap24)
        maximumHeight: page.height - Theme.barHeight - Theme.gap24
        x: page.width - width - Theme.gap24 + (isShown || Theme.reducedMotion ? 0 : Theme.gap32)
        y: Theme.barHeight + (maximumHeight - height) / 2
        opacity: isShown ? 1 : 0
        visible: opacity > 0
        enabled: isShown
        behind: stage
        product: page.product
        isCompared: page.isCompared
        onAdded: page.added()
        onCompareToggled: page.compareToggled()
        // What it has no use for itself turns the product.
        Keys.forwardTo: page.stageKeys
        Behavior on x { PanelMotion { entering: panel.isShown } }
        Behavior on opacity { SmallFade {} }
    }
    StateView {
        objectName: "noPictureState"
        anchors { fill: parent; topMargin: Theme.barHeight; rightMargin: page.panelSpace }
        visible: page.isReady && page.product.modelSource.toString() === "" && page.product.poster.toString() === ""
        sentence: qsTr("There is no picture of this one yet.")
    }
    StateView {
        objectName: "productState"
        anchors { fill: parent; topMargin: Theme.barHeight }
        visible: !page.isReady
        // Ready too: the lamp would go out unseen behind the stage, and keep the window drawing for that.
        isLit: page.product.state === ViewState.Loading || page.isReady
        sentence: switch (page.product.state) {
            case ViewState.Loading: return ""
            case ViewState.Offline: return qsTr("This one has not been looked at on this device yet, and the shop can't be reached.")
            case ViewState.Empty: return qsTr("This is no longer in the shop.")
            default: return qsTr("This could not be read.")
        }
        actionText: page.product.state === ViewState.Loading ? "" : qsTr("Try again")
        onActionTriggered: page.product.retry()
    }
}
