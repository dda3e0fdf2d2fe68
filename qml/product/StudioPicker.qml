// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls
import Vitrine.Stage

/// The light in which the product stands: a quiet word, and above it, when asked, the studios to choose from.
QuietButton {
    id: button

    required property list<studioChoice> studios
    required property string studio
    /// The first one is the house's own.
    readonly property string house: studios.length > 0 ? studios[0].name : ""
    readonly property int current: studios.findIndex(choice => choice.name === studio)
    readonly property bool isOpen: popup.visible

    signal picked(string name)

    function titleOf(choice: studioChoice): string { return Format.either(choice.english, choice.bengali) }

    visible: studios.length > 1
    iconName: "light"
    text: current >= 0 ? titleOf(studios[current]) : ""
    ink: Theme.textSecond
    Accessible.name: qsTr("Light: %1").arg(text)
    Accessible.description: qsTr("Opens the light studios to choose from.")
    // While it fades out, a click means it again.
    onClicked: popup.opened ? popup.close() : popup.show()

    T.Popup {
        id: popup
        y: -height - Theme.gap8
        width: list.contentWidth + 2 * padding
        height: list.contentHeight + 2 * padding
        margins: Theme.gap8
        padding: Theme.gap8
        focus: true
        closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent
        // Who came by keyboard sees where the keys are.
        function focusOn(reason: int) {
            const entry = list.currentItem as T.AbstractButton
            entry?.forceActiveFocus(reason)
            if (entry)
                entry.focusReason = reason
        }
        function show() {
            const reason = button.visualFocus ? Qt.TabFocusReason : Qt.PopupFocusReason
            open()
            // Not only when it stands there in full: who is quick has gone on by then.
            list.currentIndex = Math.max(0, button.current)
            focusOn(reason)
        }
        enter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.smallMs } }
        exit: Transition { NumberAnimation { property: "opacity"; to: 0; duration: Theme.touchMs } }
        background: Glass {
            radius: Theme.radiusCard
            fill: Theme.raised
            shadowReach: 28
        }
        contentItem: ListView {
            id: list
            contentWidth: 208
            implicitWidth: contentWidth
            implicitHeight: contentHeight
            interactive: false
            keyNavigationEnabled: true
            keyNavigationWraps: true
            model: button.studios
            onCurrentItemChanged: if (popup.visible) popup.focusOn(Qt.TabFocusReason)
            delegate: T.RadioButton {
                id: entry
                required property studioChoice modelData
                required property int index

                objectName: "studioOption_" + modelData.name
                width: list.contentWidth
                implicitHeight: Theme.touch
                text: button.titleOf(modelData)
                checked: button.current === index
                autoExclusive: false
                hoverEnabled: true
                focusPolicy: Qt.StrongFocus
                Keys.onReturnPressed: click()
                Keys.onEnterPressed: click()
                onClicked: {
                    button.picked(modelData.name)
                    checked = Qt.binding(() => button.current === index)
                    popup.close()
                    button.forceActiveFocus(Qt.PopupFocusReason)
                }
                background: Rectangle {
                    radius: Theme.radiusField
                    color: entry.hovered || entry.visualFocus ? Theme.hover : Qt.alpha(Theme.hover, 0)
                    FocusRing { control: entry; around: Theme.radiusField }
                }
                indicator: Icon {
                    x: Theme.gap12
                    anchors.verticalCenter: parent.verticalCenter
                    visible: entry.checked
                    name: "check"
                    size: 20
                    color: Theme.teal
                }
                contentItem: Label {
                    text: entry.text
                    leftPadding: Theme.gap12 + 20 + Theme.gap8
                    topPadding: Theme.headDrop
                    verticalAlignment: Text.AlignVCenter
                    color: entry.checked ? Theme.teal : Theme.text
                    font { pixelSize: Theme.sizeLabel; weight: entry.checked ? Theme.medium : Theme.regular }
                    Accessible.ignored: true
                }
            }
        }
    }
}
