// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Vitrine.Theme

/// The shop's name on the left, after a way back where there is one; what a page or the shell puts on the right.
Item {
    id: bar

    required property string title
    property bool canGoBack: false
    /// Off while something else has the right side.
    property bool hasActions: true
    default property alias actions: row.data

    signal backTriggered()
    signal titleTriggered()

    implicitHeight: Theme.barHeight

    IconButton {
        id: back
        objectName: "backButton"
        anchors.verticalCenter: parent.verticalCenter
        x: bar.canGoBack ? Theme.gap16 : Theme.gap4
        opacity: bar.canGoBack ? 1 : 0
        visible: opacity > 0
        iconName: "back"
        text: qsTr("Back")
        onClicked: bar.backTriggered()
        Behavior on opacity { SmallFade {} }
        Behavior on x { SmallMotion {} }
    }
    T.AbstractButton {
        id: wordmark
        objectName: "homeButton"
        anchors.verticalCenter: parent.verticalCenter
        x: bar.canGoBack ? back.x + back.width + Theme.gap8 : bar.width >= 1000 ? Theme.gap64 : Theme.gap24
        implicitWidth: words.implicitWidth
        implicitHeight: Theme.touch
        text: bar.title
        focusPolicy: Qt.TabFocus
        Behavior on x { SmallMotion {} }
        onClicked: bar.titleTriggered()
        contentItem: Label {
            id: words
            text: bar.title
            topPadding: Theme.headDrop
            font {
                family: Theme.displayFamily
                pixelSize: Theme.sizeLead
                weight: Theme.strong
                letterSpacing: Theme.bengali ? 0 : -0.3
            }
        }
        FocusRing { control: wordmark }
    }
    Row {
        id: row
        anchors { right: parent.right; rightMargin: bar.width >= 1000 ? Theme.gap48 : Theme.gap12; verticalCenter: parent.verticalCenter }
        spacing: Theme.gap4
        opacity: bar.hasActions ? 1 : 0
        enabled: bar.hasActions
        Behavior on opacity { SmallFade {} }
    }
}
