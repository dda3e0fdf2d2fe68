// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls

/// The way into a language, named in that language. One for each: a button that changed its word and its script would
/// for a moment set the one in the other.
QuietButton {
    id: button

    required property string language

    objectName: "languageButton"
    text: language === "bn" ? "বাংলা" : "English"
    family: language === "bn" ? Theme.bengaliFamily : Theme.latinFamily
    Accessible.name: language === "bn" ? "বাংলায় দেখুন" : "Switch to English"
}
