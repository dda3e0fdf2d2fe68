// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls
import Vitrine.Stage

/// What a shopper may do with the product on the stage: quiet signs in a row.
Row {
    id: tools

    required property ProductStage stage
    property bool showsSpots: false
    property bool showsSize: false
    readonly property StageMotion motion: stage.motion
    readonly property string house: studios.house

    signal saveRequested()

    spacing: Theme.gap4

    QuietButton {
        objectName: "resetViewButton"
        iconName: "reset"
        text: qsTr("Reset view")
        ink: Theme.textSecond
        onClicked: tools.stage.reset()
    }
    StudioPicker {
        id: studios
        objectName: "studioButton"
        studios: tools.stage.light.choices
        studio: tools.stage.studio
        onPicked: name => tools.stage.relight(name)
    }
    FilmMenu {
        objectName: "filmButton"
        films: tools.stage.film.choices
        onPicked: film => tools.stage.film.play(film)
        onSaveRequested: tools.saveRequested()
    }
    ToggleButton {
        objectName: "apartButton"
        visible: tools.motion.comesApart
        iconName: "layers"
        text: checked ? qsTr("Put together") : qsTr("Take apart")
        checked: tools.motion.opened
        onClicked: tools.motion.open(!tools.motion.opened)
    }
    ToggleButton {
        objectName: "spotsButton"
        visible: tools.motion.hotspots.length > 0
        iconName: "spot"
        text: qsTr("Details")
        checked: tools.showsSpots
        onClicked: tools.showsSpots = !tools.showsSpots
    }
    ToggleButton {
        objectName: "sizeButton"
        iconName: "ruler"
        text: qsTr("Dimensions")
        checked: tools.showsSize
        onClicked: tools.showsSize = !tools.showsSize
    }
    Repeater {
        model: tools.motion.animations
        ToggleButton {
            required property stageAnimation modelData
            required property int index
            objectName: "animationButton_" + index
            iconName: "play"
            text: Format.either(modelData.english, modelData.bengali)
            checked: tools.motion.active[index] ?? false
            onClicked: tools.motion.toggle(index)
        }
    }
}
