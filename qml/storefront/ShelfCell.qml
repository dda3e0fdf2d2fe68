// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls

/// A product's place on the shelf, with the gaps around its card.
FocusScope {
    id: cell

    required property int index
    required property string slug
    required property localText name
    required property money price
    required property bool hasPriceRange
    required property url poster
    required property int stock
    property bool isCompared: false
    property bool isComparing: false

    signal reached()
    /// By a pointer.
    signal pressed()
    signal chosen()
    signal compareToggled()

    function focusByKey() {
        card.forceActiveFocus(Qt.TabFocusReason)
        // It may have the focus already, for another reason.
        card.focusReason = Qt.TabFocusReason
    }

    ProductCard {
        id: card
        focus: true
        width: parent.width - Theme.gap24
        height: parent.height - Theme.gap32
        slug: cell.slug
        name: cell.name
        price: cell.price
        hasPriceRange: cell.hasPriceRange
        poster: cell.poster
        stock: cell.stock
        isCompared: cell.isCompared
        isComparing: cell.isComparing
        onActiveFocusChanged: if (activeFocus) cell.reached()
        onPressed: if (!visualFocus) cell.pressed()
        onClicked: cell.chosen()
        onCompareToggled: cell.compareToggled()
    }
}
