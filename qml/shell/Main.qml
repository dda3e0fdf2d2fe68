// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls
import Vitrine.Storefront

/// The window of the shop.
T.ApplicationWindow {
    id: window

    required property Shop shop

    width: 1280
    height: 800
    minimumWidth: 720
    minimumHeight: 560
    visible: true
    title: qsTr("Vitrine")
    color: Theme.backdropTop
    font.family: Theme.family

    Niche {
        anchors.fill: parent
        lampAt: Qt.point(0.3, 0.1)
        lampReach: 1.1
        lampStrength: 0.3
    }
    HomePage {
        anchors.fill: parent
        focus: true
        catalogue: window.shop.catalogue
    }
    TopBar {
        width: parent.width
        title: qsTr("Vitrine")
        QuietButton {
            objectName: "languageButton"
            text: Theme.bengali ? "English" : "বাংলা"
            family: Theme.bengali ? Theme.latinFamily : Theme.bengaliFamily
            onClicked: Interface.language = Theme.bengali ? "en" : "bn"
        }
        IconButton {
            objectName: "themeButton"
            iconName: Theme.dark ? "sun" : "theme"
            text: Theme.dark ? qsTr("Light theme") : qsTr("Dark theme")
            onClicked: Theme.dark = !Theme.dark
        }
    }
}
