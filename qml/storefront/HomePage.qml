// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls

/// The shelf. Columns follow the width; the states stand on the same backdrop.
FocusScope {
    id: page

    required property CatalogueModel catalogue
    readonly property int side: width >= 1000 ? Theme.gap64 : Theme.gap24
    readonly property int columns: Math.max(1, Math.min(5, Math.floor((grid.width + Theme.gap24) / 262)))

    /// The keyboard was used last: whoever comes back finds the card where they left it.
    property bool isByKeys: false

    /// Slugs of what is taken up to be compared.
    property list<string> compared
    /// What a bar covers of the lower edge.
    property real bottomSpace: 0

    signal productChosen(string slug)
    signal compareToggled(string slug)

    onActiveFocusChanged: if (activeFocus && isByKeys) Qt.callLater(focusCard, grid.currentIndex)

    function scrollToTop() {
        grid.currentIndex = 0
        glide.to(grid.originY - grid.topMargin)
    }
    /// By the keyboard, so the card shows that it has the focus.
    function focusCard(index: int) {
        isByKeys = true
        grid.currentIndex = Math.max(0, Math.min(grid.count - 1, index))
        const cell = grid.currentItem as ShelfCell
        if (cell)
            cell.focusByKey()
    }

    focus: true

    GridView {
        id: grid
        objectName: "catalogueGrid"
        anchors { fill: parent; leftMargin: page.side; rightMargin: page.side - Theme.gap24 }
        visible: page.catalogue.count > 0
        focus: true
        clip: false
        boundsBehavior: Flickable.DragAndOvershootBounds
        cacheBuffer: 800
        topMargin: Theme.barHeight
        bottomMargin: Theme.gap48 + page.bottomSpace
        cellWidth: width / page.columns
        cellHeight: Math.round((cellWidth - Theme.gap24) * 1.1) + 120
        model: page.catalogue

        header: Item {
            width: grid.width
            height: title.height + Theme.gap48 + Theme.gap32
            // A language whose headline is taller pushes the shelf down, not the headline up under the bar.
            Headline {
                id: title
                y: Theme.gap32
                width: Math.min(parent.width - Theme.gap24, 760)
                text: qsTr("Made to be looked at from every side.")
                size: Theme.sizeDisplay
            }
        }
        delegate: ShelfCell {
            width: grid.cellWidth
            height: grid.cellHeight
            isCompared: page.compared.includes(slug)
            isComparing: page.compared.length > 0
            onPressed: page.isByKeys = false
            onReached: grid.currentIndex = index
            onChosen: page.productChosen(slug)
            onCompareToggled: page.compareToggled(slug)
        }
        populate: Transition {
            id: arriving
            SequentialAnimation {
                PropertyAction { property: "opacity"; value: 0 }
                PauseAnimation { duration: Math.min(arriving.ViewTransition.index, 12) * Theme.staggerMs }
                NumberAnimation { property: "opacity"; to: 1; duration: Theme.panelInMs }
            }
        }
        T.ScrollBar.vertical: ScrollMark {}
        // Steps of its own: the view's leave the focus where nobody sees it.
        keyNavigationEnabled: false
        readonly property int screenful: page.columns * Math.max(1, Math.floor(height / cellHeight))
        Keys.onPressed: event => {
            const step = {
                [Qt.Key_Left]: -1, [Qt.Key_Right]: 1, [Qt.Key_Up]: -page.columns, [Qt.Key_Down]: page.columns,
                [Qt.Key_PageUp]: -screenful, [Qt.Key_PageDown]: screenful, [Qt.Key_Home]: -count, [Qt.Key_End]: count
            }[event.key]
            if (step === undefined || (Math.abs(step) === page.columns && (currentIndex + step < 0 || currentIndex + step >= count)))
                return
            event.accepted = true
            page.focusCard(currentIndex + step)
        }
        // A language whose headline is taller pushes the shelf down, not the headline up under the bar.
        property real formerOrigin: originY
        onOriginYChanged: {
            if (contentY <= formerOrigin - topMargin + Theme.gap8)
                Qt.callLater(() => contentY = originY - topMargin)
            formerOrigin = originY
        }
    }
    WheelGlide {
        id: glide
        flickable: grid
    }
    TopShade {
        width: parent.width
        isOver: grid.visible && grid.contentY > grid.originY - grid.topMargin + Theme.gap8
    }
    // The shelf before its things have come: the same places, dark.
    Flow {
        anchors { fill: parent; leftMargin: page.side; topMargin: Theme.barHeight + 130 }
        visible: page.catalogue.state === ViewState.Loading && page.catalogue.count === 0
        spacing: Theme.gap24
        Repeater {
            model: page.columns
            Niche {
                width: grid.cellWidth - Theme.gap24
                height: width * 1.1
                radius: Theme.radiusCard
                floorLevel: 0.74
                lampStrength: 0.3
            }
        }
    }
    StateView {
        objectName: "homeState"
        anchors { fill: parent; topMargin: Theme.barHeight }
        visible: page.catalogue.count === 0 && page.catalogue.state !== ViewState.Loading
        isLit: page.catalogue.state === ViewState.Empty
        sentence: switch (page.catalogue.state) {
            case ViewState.Offline: return qsTr("The shop can't be reached just now. Everything you have already seen stays with you.")
            case ViewState.Failed: return qsTr("The shelf could not be read.")
            default: return qsTr("The shelf is empty. New things are on their way.")
        }
        actionText: page.catalogue.state === ViewState.Empty ? "" : qsTr("Try again")
        onActionTriggered: page.catalogue.retry()
    }
}
