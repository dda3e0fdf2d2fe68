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

    signal productChosen(string slug)

    function settleAtTop() {
        if (grid.currentIndex <= 0 && !grid.moving)
            grid.contentY = grid.originY - grid.topMargin
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
        bottomMargin: Theme.gap48
        cellWidth: width / page.columns
        cellHeight: Math.round((cellWidth - Theme.gap24) * 1.1) + 96
        model: page.catalogue

        header: Item {
            width: grid.width
            height: title.height + Theme.gap48 + Theme.gap32
            // A language whose headline is taller pushes the shelf down, not the headline up under the bar.
            onHeightChanged: Qt.callLater(page.settleAtTop)
            Headline {
                id: title
                y: Theme.gap32
                width: Math.min(parent.width - Theme.gap24, 760)
                text: qsTr("Made to be looked at from every side.")
                size: Theme.sizeDisplay
            }
        }
        delegate: FocusScope {
            id: cell
            required property int index
            required property string slug
            required property localText name
            required property money price
            required property bool hasPriceRange
            required property url poster
            required property int stock

            width: grid.cellWidth
            height: grid.cellHeight
            ProductCard {
                focus: true
                width: parent.width - Theme.gap24
                height: parent.height - Theme.gap32
                slug: cell.slug
                name: cell.name
                price: cell.price
                hasPriceRange: cell.hasPriceRange
                poster: cell.poster
                stock: cell.stock
                onActiveFocusChanged: if (activeFocus) grid.currentIndex = cell.index
                onClicked: page.productChosen(slug)
            }
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
        onCurrentItemChanged: if (activeFocus && currentItem) currentItem.forceActiveFocus(Qt.TabFocusReason)
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
