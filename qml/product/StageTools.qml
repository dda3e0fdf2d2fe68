// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls
import Vitrine.Stage

/// What a shopper may do with the product on the stage: quiet signs on a strip of glass. Those that find no room there stand in
/// the menu at its end, with what is seldom wanted.
Glass {
    id: tools

    required property ProductStage stage
    /// How wide it may become.
    required property real room
    /// The product turns by itself: the shopper's wish.
    property bool turns: false
    property bool showsSpots: false
    property bool showsSize: false
    readonly property StageMotion motion: stage.motion
    readonly property string house: studios.house
    /// Something is shown that a product that turns would spoil.
    readonly property bool isBusy: showsSpots || showsSize || magnifies || stage.view.lamp.isOn
    readonly property bool isMenuOpen: studios.isOpen || films.isOpen || more.isOpen
    /// A sign says its name, above the strip.
    readonly property bool isPointedAt: pointed.hovered
    property bool magnifies: false
    /// What moves about the product stands behind the fixed ones.
    readonly property list<StageTool> all: [apart, drop, spots, size, magnifier, lamp, ...animations]
    property list<StageTool> animations
    readonly property list<StageTool> offered: all.filter(tool => tool.isOffered)
    readonly property real spare: room - lead.width - more.width - 2 * Theme.gap4
    readonly property int fitting: {
        let left = spare
        const first = offered.findIndex(tool => (left -= tool.width + Theme.gap4) < 0)
        return first < 0 ? offered.length : first
    }

    signal saveRequested()
    signal turnsChosen(bool turns)
    signal explained()

    /// A key that the stage has no use for. True: it was ours.
    function press(key: int): bool {
        const tool = [...offered, turn, help].find(known => known.key === key && known.isOffered)
        tool?.trigger()
        if (key === Qt.Key_S)
            nextStudio()
        return tool !== undefined || key === Qt.Key_S
    }
    function measure(on: bool) {
        showsSize = on
        if (!on)
            return
        stage.falls = false
        if (motion.opened)
            motion.open(false)
    }
    function nextStudio() {
        const choices = stage.light.choices
        if (choices.length > 1)
            stage.relight(choices[(studios.current + 1) % choices.length].name)
    }

    width: row.width + 2 * Theme.gap4
    height: Theme.touch + 2 * Theme.gap4
    radius: height / 2
    shadowReach: 24

    StageTool {
        id: apart
        name: "apartButton"
        isOffered: tools.motion.comesApart
        beginsGroup: true
        iconName: "layers"
        text: isOn ? qsTr("Put together") : qsTr("Take apart")
        keyName: "E"
        isOn: tools.motion.opened
        onTriggered: tools.motion.open(!tools.motion.opened)
    }
    StageTool {
        id: drop
        name: "dropButton"
        isOffered: tools.stage.canFall && !Theme.reducedMotion
        beginsGroup: !tools.motion.comesApart
        iconName: "drop"
        text: isOn ? qsTr("Put back") : qsTr("Drop")
        key: Qt.Key_D
        keyName: "D"
        isOn: tools.stage.falls
        onTriggered: tools.stage.falls = !tools.stage.falls
    }
    StageTool {
        id: magnifier
        name: "magnifierButton"
        iconName: "zoom-in"
        text: qsTr("Magnifier")
        key: Qt.Key_M
        keyName: "M"
        isOn: tools.magnifies
        onTriggered: tools.magnifies = !tools.magnifies
    }
    StageTool {
        id: lamp
        name: "lampButton"
        iconName: "lamp"
        text: qsTr("Lamp in your hand")
        key: Qt.Key_L
        keyName: "L"
        isOn: tools.stage.view.lamp.isOn
        onTriggered: tools.stage.view.lamp.isOn = !tools.stage.view.lamp.isOn
    }
    StageTool {
        id: spots
        name: "spotsButton"
        isOffered: tools.motion.hotspots.length > 0
        beginsGroup: true
        iconName: "spot"
        text: qsTr("Details")
        key: Qt.Key_H
        keyName: "H"
        isOn: tools.showsSpots
        onTriggered: tools.showsSpots = !tools.showsSpots
    }
    StageTool {
        id: size
        name: "sizeButton"
        iconName: "ruler"
        text: qsTr("Dimensions")
        key: Qt.Key_R
        keyName: "R"
        isOn: tools.showsSize
        onTriggered: tools.measure(!tools.showsSize)
    }
    // What lies apart has no size: one thing puts the other away.
    Connections {
        target: tools.motion
        function onOpenedChanged() { if (tools.motion.opened) tools.measure(false) }
    }
    Connections {
        target: tools.stage
        function onFallsChanged() { if (tools.stage.falls) tools.measure(false) }
    }
    Instantiator {
        model: tools.motion.animations
        delegate: StageTool {
            required property stageAnimation modelData
            required property int index
            name: "animationButton_" + index
            beginsGroup: index === 0
            iconName: "play"
            hasWord: tools.motion.animations.length > 1
            text: Format.either(modelData.english, modelData.bengali)
            isOn: tools.motion.active[index] ?? false
            onTriggered: tools.motion.toggle(index)
        }
        onObjectAdded: (index, object) => tools.animations = [...tools.animations, object as StageTool]
        onObjectRemoved: (index, object) => tools.animations = tools.animations.filter(tool => tool !== object)
    }
    StageTool {
        id: turn
        name: "turnButton"
        isOffered: !Theme.reducedMotion
        iconName: "rotate"
        text: qsTr("Turns by itself")
        key: Qt.Key_T
        keyName: "T"
        isOn: tools.turns
        onTriggered: tools.turnsChosen(!tools.turns)
    }
    StageTool {
        id: help
        name: "helpButton"
        iconName: "help"
        text: qsTr("What hands can do")
        key: Qt.Key_Question
        keyName: "?"
        onTriggered: tools.explained()
    }

    HoverHandler { id: pointed }
    Row {
        id: row
        x: Theme.gap4
        y: Theme.gap4
        spacing: Theme.gap4
        Row {
            id: lead
            IconButton {
                id: reset
                objectName: "resetViewButton"
                iconName: "reset"
                text: qsTr("Reset view")
                ink: Theme.textSecond
                onClicked: tools.stage.reset()
                Hint {
                    control: reset
                    keyName: "Home"
                }
            }
            StudioPicker {
                id: studios
                objectName: "studioButton"
                studios: tools.stage.light.choices
                studio: tools.stage.studio
                hasWords: tools.room >= 560
                onPicked: name => tools.stage.relight(name)
            }
            FilmMenu {
                id: films
                objectName: "filmButton"
                films: tools.stage.film.choices
                onPicked: film => tools.stage.film.play(film)
                onSaveRequested: tools.saveRequested()
            }
        }
        Repeater {
            model: tools.all
            Item {
                id: place
                required property StageTool modelData
                readonly property int at: tools.offered.indexOf(modelData)
                visible: at >= 0 && at < tools.fitting
                width: modelData.width
                height: Theme.touch
                Rectangle {
                    x: -Theme.gap4 / 2 - 1
                    anchors.verticalCenter: parent.verticalCenter
                    visible: place.modelData.beginsGroup
                    width: 1
                    height: 20
                    color: Theme.line
                }
                ToggleButton {
                    objectName: place.modelData.name
                    iconName: place.modelData.iconName
                    text: place.modelData.text
                    keyName: place.modelData.keyName
                    hasWord: place.modelData.hasWord
                    checked: place.modelData.isOn
                    onClicked: place.modelData.trigger()
                }
            }
        }
        MoreMenu {
            id: more
            objectName: "moreButton"
            entries: [...tools.offered.slice(tools.fitting), ...[turn, help].filter(tool => tool.isOffered)]
        }
    }
}
