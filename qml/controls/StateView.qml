// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Vitrine.Theme

/// Nothing to show, and why: an empty plinth, one sentence, one action.
Item {
    id: view

    property string sentence: ""
    property string actionText: ""
    /// Off for what cannot be reached: the lamp is out.
    property bool isLit: true
    /// Where another brass action is on the screen.
    property bool isQuiet: false

    /// Where the keyboard goes from the action; null: on, as always.
    property Item after: null
    readonly property Item action: loader.item as Item

    signal actionTriggered()

    implicitHeight: column.implicitHeight
    implicitWidth: 420

    ColumnLayout {
        id: column
        anchors.centerIn: parent
        width: Math.min(parent.width, 460)
        spacing: Theme.gap24

        Plinth {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: Math.min(360, view.width)
            Layout.preferredHeight: Math.min(280, Math.max(140, view.height - 160))
            lit: view.isLit ? 1 : 0.25
        }
        Paragraph {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: view.sentence
            color: Theme.text
            font.pixelSize: Theme.sizeLead
        }
        Loader {
            id: loader
            Layout.alignment: Qt.AlignHCenter
            active: view.actionText !== ""
            visible: active
            sourceComponent: view.isQuiet ? quiet : brass
        }
    }
    Component {
        id: brass
        PrimaryButton {
            objectName: "stateAction"
            KeyNavigation.tab: view.after
            text: view.actionText
            onClicked: view.actionTriggered()
        }
    }
    Component {
        id: quiet
        QuietButton {
            objectName: "stateAction"
            KeyNavigation.tab: view.after
            text: view.actionText
            isOutlined: true
            onClicked: view.actionTriggered()
        }
    }
}
