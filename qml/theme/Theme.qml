// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

/// The tokens of the art direction. Views take sizes, colours, durations and curves from here and nowhere else.
QtObject {
    id: theme

    /// Dusk (dark) or paper. A change is a change of light: every colour fades over `lightMs`.
    property bool dark: true
    /// Cross-fades only: nothing moves.
    property bool reducedMotion: false
    /// Live blur behind panels. Off on a software rasteriser, where it costs more than it gives.
    property bool hasGlass: false
    /// False while the first frame is being made: what is set before it does not fade in.
    property bool isSettled: false

    readonly property string language: Interface.language
    readonly property bool bengali: Interface.isBengali
    readonly property Tones tones: Tones { dark: theme.dark }

    property color backdropTop: tones.backdropTop
    property color backdropBottom: tones.backdropBottom
    property color panel: tones.panel
    property color raised: tones.raised
    property color line: tones.line
    property color text: tones.text
    property color textSecond: tones.textSecond
    property color textThird: tones.textThird
    property color brass: tones.brass
    property color brassInk: tones.brassInk
    property color teal: tones.teal
    property color good: tones.good
    property color careful: tones.careful
    property color danger: tones.danger
    property color info: tones.info
    property color hologram: tones.hologram
    property color lamp: tones.lamp
    property color shadow: tones.shadow
    property color hover: tones.hover
    property color pressed: tones.pressed

    Behavior on backdropTop { enabled: theme.isSettled; ColorAnimation { duration: theme.lightMs; easing.type: Easing.InOutSine } }
    Behavior on backdropBottom { enabled: theme.isSettled; ColorAnimation { duration: theme.lightMs; easing.type: Easing.InOutSine } }
    Behavior on panel { enabled: theme.isSettled; ColorAnimation { duration: theme.lightMs; easing.type: Easing.InOutSine } }
    Behavior on raised { enabled: theme.isSettled; ColorAnimation { duration: theme.lightMs; easing.type: Easing.InOutSine } }
    Behavior on line { enabled: theme.isSettled; ColorAnimation { duration: theme.lightMs; easing.type: Easing.InOutSine } }
    Behavior on text { enabled: theme.isSettled; ColorAnimation { duration: theme.lightMs; easing.type: Easing.InOutSine } }
    Behavior on textSecond { enabled: theme.isSettled; ColorAnimation { duration: theme.lightMs; easing.type: Easing.InOutSine } }
    Behavior on textThird { enabled: theme.isSettled; ColorAnimation { duration: theme.lightMs; easing.type: Easing.InOutSine } }
    Behavior on brass { enabled: theme.isSettled; ColorAnimation { duration: theme.lightMs; easing.type: Easing.InOutSine } }
    Behavior on brassInk { enabled: theme.isSettled; ColorAnimation { duration: theme.lightMs; easing.type: Easing.InOutSine } }
    Behavior on teal { enabled: theme.isSettled; ColorAnimation { duration: theme.lightMs; easing.type: Easing.InOutSine } }
    Behavior on good { enabled: theme.isSettled; ColorAnimation { duration: theme.lightMs; easing.type: Easing.InOutSine } }
    Behavior on careful { enabled: theme.isSettled; ColorAnimation { duration: theme.lightMs; easing.type: Easing.InOutSine } }
    Behavior on danger { enabled: theme.isSettled; ColorAnimation { duration: theme.lightMs; easing.type: Easing.InOutSine } }
    Behavior on info { enabled: theme.isSettled; ColorAnimation { duration: theme.lightMs; easing.type: Easing.InOutSine } }
    Behavior on hologram { enabled: theme.isSettled; ColorAnimation { duration: theme.lightMs; easing.type: Easing.InOutSine } }
    Behavior on lamp { enabled: theme.isSettled; ColorAnimation { duration: theme.lightMs; easing.type: Easing.InOutSine } }
    Behavior on shadow { enabled: theme.isSettled; ColorAnimation { duration: theme.lightMs; easing.type: Easing.InOutSine } }
    Behavior on hover { enabled: theme.isSettled; ColorAnimation { duration: theme.lightMs; easing.type: Easing.InOutSine } }
    Behavior on pressed { enabled: theme.isSettled; ColorAnimation { duration: theme.lightMs; easing.type: Easing.InOutSine } }

    // Type: Bengali is set 8 % larger, and its lines stand further apart.
    readonly property string family: bengali ? Interface.bengaliFamily : Interface.latinFamily
    readonly property string displayFamily: bengali ? Interface.bengaliFamily : Interface.displayFamily
    readonly property string latinFamily: Interface.latinFamily
    readonly property string bengaliFamily: Interface.bengaliFamily
    readonly property real typeScale: bengali ? 1.08 : 1
    readonly property real bodyLineHeight: bengali ? 1.6 : 1.5
    readonly property real headLineHeight: bengali ? 1.4 : 1.16
    /// Bengali hangs from its head stroke: in the middle of a button its words stand this much lower, in pixels.
    readonly property int headDrop: bengali ? 5 : 0
    readonly property int sizeCaption: Math.round(12 * typeScale)
    readonly property int sizeLabel: Math.round(14 * typeScale)
    readonly property int sizeBody: Math.round(16 * typeScale)
    readonly property int sizeLead: Math.round(20 * typeScale)
    readonly property int sizeTitle: Math.round(26 * typeScale)
    readonly property int sizeHead: Math.round(34 * typeScale)
    readonly property int sizeDisplay: Math.round(46 * typeScale)
    readonly property int sizePoster: Math.round(64 * typeScale)
    readonly property int regular: 400
    readonly property int medium: 500
    readonly property int strong: 650

    // Space and form
    readonly property int gap4: 4
    readonly property int gap8: 8
    readonly property int gap12: 12
    readonly property int gap16: 16
    readonly property int gap24: 24
    readonly property int gap32: 32
    readonly property int gap48: 48
    readonly property int gap64: 64
    readonly property int gap96: 96
    readonly property int radiusField: 8
    readonly property int radiusCard: 14
    readonly property int radiusPanel: 22
    readonly property int touch: 44
    readonly property int panelWidth: 400
    readonly property int barHeight: 72

    // Motion
    readonly property int touchMs: 90
    readonly property int smallMs: 180
    readonly property int panelInMs: 320
    readonly property int panelOutMs: 220
    readonly property int lightMs: 600
    readonly property int staggerMs: 28
    readonly property var smallCurve: [0.2, 0, 0, 1, 1, 1]
    readonly property var panelInCurve: [0.05, 0.7, 0.1, 1, 1, 1]
    readonly property var panelOutCurve: [0.3, 0, 0.8, 0.15, 1, 1]
}
