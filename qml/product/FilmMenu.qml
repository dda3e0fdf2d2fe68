// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls
import Vitrine.Stage

/// A quiet sign, and above it, when asked, the films of the product; the last entry saves pictures and films.
IconButton {
    id: button

    required property list<filmChoice> films
    property filmChoice none
    readonly property bool isOpen: popup.visible

    signal picked(int film)
    signal saveRequested()

    function clock(seconds: real): string {
        const whole = Math.round(seconds);
        return Format.digits(Math.floor(whole / 60) + ":" + String(whole % 60).padStart(2, "0"));
    }

    visible: films.length > 0
    iconName: "film"
    text: qsTr("Films")
    ink: popup.opened ? Theme.teal : Theme.textSecond
    Accessible.name: text
    Accessible.description: qsTr("Opens the films of the product, to play or save.")
    // While it fades out, a click means it again.
    onClicked: popup.opened ? popup.close() : popup.show()

    // Not beside the names of the films.
    Hint {
        control: button
        isWanted: !popup.visible
    }
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
            contentWidth: 288
            implicitWidth: contentWidth
            implicitHeight: contentHeight
            interactive: false
            keyNavigationEnabled: true
            keyNavigationWraps: true
            model: button.films.length + 1
            onCurrentItemChanged: if (popup.visible) popup.focusOn(Qt.TabFocusReason)
            delegate: T.Button {
                id: entry
                required property int index
                readonly property bool saves: index === button.films.length
                readonly property filmChoice film: button.films[index] ?? button.none

                objectName: saves ? "filmSave" : "filmOption_" + film.name
                width: list.contentWidth
                implicitHeight: Theme.touch
                text: saves ? qsTr("Save a picture or a film…") : Format.either(film.english, film.bengali)
                hoverEnabled: true
                focusPolicy: Qt.StrongFocus
                Keys.onReturnPressed: click()
                Keys.onEnterPressed: click()
                Accessible.description: saves ? "" : button.clock(film.seconds)
                onClicked: {
                    popup.close()
                    if (saves)
                        button.saveRequested()
                    else
                        button.picked(index)
                }
                background: Rectangle {
                    radius: Theme.radiusField
                    color: entry.hovered || entry.visualFocus ? Theme.hover : Qt.alpha(Theme.hover, 0)
                    FocusRing { control: entry; around: Theme.radiusField }
                }
                contentItem: Item {
                    Icon {
                        x: Theme.gap4
                        anchors.verticalCenter: parent.verticalCenter
                        name: entry.saves ? "save" : "play"
                        size: 20
                        color: Theme.textSecond
                    }
                    Label {
                        anchors { left: parent.left; right: time.left; leftMargin: Theme.gap4 + 20 + Theme.gap12; verticalCenter: parent.verticalCenter }
                        text: entry.text
                        topPadding: Theme.headDrop
                        elide: Text.ElideRight
                        font { pixelSize: Theme.sizeLabel; weight: Theme.medium }
                        Accessible.ignored: true
                    }
                    Label {
                        id: time
                        anchors { right: parent.right; rightMargin: Theme.gap12; verticalCenter: parent.verticalCenter }
                        text: entry.saves ? "" : button.clock(entry.film.seconds)
                        isTabular: true
                        color: Theme.textThird
                        font.pixelSize: Theme.sizeCaption
                        Accessible.ignored: true
                    }
                }
                leftPadding: Theme.gap8
            }
        }
    }
}
