// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls

/// What found no room in the row, and what is seldom wanted, by name.
IconButton {
    id: button

    required property list<StageTool> entries
    readonly property bool isOpen: popup.visible

    iconName: "more"
    text: qsTr("More")
    ink: popup.visible ? Theme.teal : Theme.textSecond
    Accessible.description: qsTr("Opens what else can be done with the product.")
    onClicked: popup.opened ? popup.close() : popup.show()

    Hint {
        control: button
        isWanted: !popup.visible
    }
    T.Popup {
        id: popup
        x: button.width - width
        y: -height - Theme.gap12
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
            list.currentIndex = 0
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
            contentWidth: 264
            implicitWidth: contentWidth
            implicitHeight: contentHeight
            interactive: false
            keyNavigationEnabled: true
            keyNavigationWraps: true
            model: button.entries
            onCurrentItemChanged: if (popup.visible) popup.focusOn(Qt.TabFocusReason)
            delegate: T.AbstractButton {
                id: entry
                required property StageTool modelData

                objectName: modelData.name
                width: list.contentWidth
                implicitHeight: Theme.touch
                text: modelData.text
                hoverEnabled: true
                focusPolicy: Qt.StrongFocus
                Keys.onReturnPressed: click()
                Keys.onEnterPressed: click()
                Accessible.role: Accessible.MenuItem
                Accessible.name: text
                Accessible.checkable: modelData.isOn
                Accessible.checked: modelData.isOn
                onClicked: {
                    const tool = modelData
                    popup.close()
                    button.forceActiveFocus(Qt.PopupFocusReason)
                    tool.trigger()
                }
                background: Rectangle {
                    radius: Theme.radiusField
                    color: entry.hovered || entry.visualFocus ? Theme.hover : Qt.alpha(Theme.hover, 0)
                    FocusRing { control: entry; around: Theme.radiusField }
                }
                contentItem: Item {
                    Icon {
                        x: Theme.gap12
                        anchors.verticalCenter: parent.verticalCenter
                        name: entry.modelData.iconName
                        size: 20
                        color: entry.modelData.isOn ? Theme.teal : Theme.textSecond
                    }
                    Label {
                        anchors { left: parent.left; leftMargin: Theme.gap12 + 20 + Theme.gap12; right: keyName.left; verticalCenter: parent.verticalCenter }
                        topPadding: Theme.headDrop
                        text: entry.text
                        elide: Text.ElideRight
                        color: entry.modelData.isOn ? Theme.teal : Theme.text
                        font { pixelSize: Theme.sizeLabel; weight: entry.modelData.isOn ? Theme.medium : Theme.regular }
                        Accessible.ignored: true
                    }
                    Label {
                        id: keyName
                        anchors { right: parent.right; rightMargin: Theme.gap12; verticalCenter: parent.verticalCenter }
                        text: entry.modelData.keyName
                        color: Theme.textThird
                        font.pixelSize: Theme.sizeCaption
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
