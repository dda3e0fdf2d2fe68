// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/// The colour roles of one theme. Nothing outside of this file names a colour.
QtObject {
    id: tones

    required property bool dark

    readonly property color backdropTop: dark ? "#0D1015" : "#F7F4EE"
    readonly property color backdropBottom: dark ? "#191D25" : "#E9E3D7"
    readonly property color panel: dark ? Qt.rgba(28 / 255, 33 / 255, 43 / 255, 0.78) : Qt.rgba(1, 1, 1, 0.82)
    readonly property color raised: dark ? "#252C38" : "#FFFFFF"
    readonly property color line: dark ? Qt.rgba(1, 1, 1, 0.09) : Qt.rgba(27 / 255, 23 / 255, 16 / 255, 0.10)
    readonly property color text: dark ? "#F5F2EA" : "#1B1A17"
    readonly property color textSecond: dark ? "#BDB7A9" : "#5A564C"
    readonly property color textThird: dark ? "#9A9687" : "#68635A"
    readonly property color brass: dark ? "#E0B055" : "#86590A"
    /// What is written on brass.
    readonly property color brassInk: dark ? "#1A1408" : "#FFFFFF"
    readonly property color teal: dark ? "#45B8AC" : "#0F6E66"
    readonly property color good: dark ? "#63C692" : "#1B7047"
    readonly property color careful: dark ? "#EBB04A" : "#8A5A00"
    readonly property color danger: dark ? "#F0705C" : "#B3301E"
    readonly property color info: dark ? "#7DB3EE" : "#1F5FA8"
    readonly property color hologram: dark ? "#7FE3F0" : "#0C6C7C"
    /// The lamp that falls on a backdrop (its alpha is the strength), and the shadow family's colour.
    readonly property color lamp: dark ? Qt.rgba(1, 0.84, 0.62, 0.20) : Qt.rgba(1, 1, 1, 0.85)
    readonly property color shadow: dark ? Qt.rgba(0.02, 0.012, 0, 0.55) : Qt.rgba(0.16, 0.11, 0.04, 0.16)
    /// What lies under a control that the pointer is on, and under one that is pressed.
    readonly property color hover: dark ? Qt.rgba(1, 1, 1, 0.06) : Qt.rgba(27 / 255, 23 / 255, 16 / 255, 0.05)
    readonly property color pressed: dark ? Qt.rgba(1, 1, 1, 0.11) : Qt.rgba(27 / 255, 23 / 255, 16 / 255, 0.10)
}
