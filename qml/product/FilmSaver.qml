// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls
import Vitrine.Stage

/// Saves what the stage shows, or a film, as a picture, pictures or a video: what, how large, then how far it is and where it went.
T.Popup {
    id: saver

    required property ProductStage stage
    required property string title
    readonly property StageFilm film: stage.film
    readonly property bool isRunning: exporter.state === FilmExport.Running
    readonly property bool isAtWork: visible || isRunning
    readonly property bool isSaved: exporter.state === FilmExport.Done
    readonly property real progress: exporter.progress
    /// Put away while it was at work, and not looked at since.
    property bool isLeft: false
    readonly property bool isFilm: kind !== FilmExport.Picture
    property int kind: FilmExport.Picture
    property string filmName: ""
    property size frame: Qt.size(1920, 1080)
    property int framesPerSecond: 30

    function show() {
        if (!isRunning) {
            exporter.clear()
            kind = film.active && exporter.hasVideo ? FilmExport.Video : FilmExport.Picture
            filmName = film.choices[Math.max(0, film.current)].name
        }
        open()
    }
    function begin() {
        const isMoment = kind === FilmExport.Picture && film.active && film.state !== StageFilm.Interrupted
        const name = isMoment ? film.choices[film.current].name : isFilm ? filmName : "now"
        const shots = isFilm || isMoment ? "" : film.textOfNow(stage.light.name, film.variant !== "" ? film.variant : stage.variant)
        exporter.start(kind, stage.source, name, shots, isMoment ? film.seconds : 0, frame, framesPerSecond, title + (isFilm ? " " + name : ""))
    }

    width: 440
    height: Math.min(sheet.implicitHeight + 2 * padding, (parent?.height ?? 0) - Theme.gap24)
    padding: Theme.gap24
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    enter: Transition { NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.smallMs } }
    exit: Transition { NumberAnimation { property: "opacity"; to: 0; duration: Theme.touchMs } }
    onAboutToHide: isLeft = isRunning && !exporter.cancelled
    onAboutToShow: isLeft = false
    T.Overlay.modal: Rectangle { color: Qt.alpha(Theme.shadow, 0.35) }
    background: Glass {
        radius: Theme.radiusPanel
        fill: Theme.raised
        shadowReach: 36
    }

    FilmExport {
        id: exporter
        // By day what is saved stands in daylight.
        wall: [saver.stage.backdropTop, saver.stage.backdropBottom, saver.stage.lampColor, saver.stage.lampStrength].join(",")
    }

    component Choices: Flow {
        id: choices
        required property string label
        required property list<string> names
        required property int chosen
        property int offered: names.length
        signal picked(int index)
        width: parent.width
        spacing: Theme.gap8
        Accessible.role: Accessible.Grouping
        Accessible.name: label
        Repeater {
            model: choices.names
            ChipButton {
                required property string modelData
                required property int index
                objectName: choices.objectName + "_" + index
                text: modelData
                checked: choices.chosen === index
                enabled: index < choices.offered
                opacity: enabled ? 1 : 0.4
                onClicked: {
                    choices.picked(index)
                    checked = Qt.binding(() => choices.chosen === index)
                }
            }
        }
    }

    contentItem: Column {
        id: sheet
        spacing: Theme.gap16

        Headline {
            width: parent.width
            size: Theme.sizeLead
            text: qsTr("Save a picture or a film")
        }
        Column {
            width: parent.width
            spacing: Theme.gap12
            visible: exporter.state === FilmExport.Idle
            Choices {
                objectName: "saveKind"
                label: qsTr("What")
                names: [qsTr("Picture of now"), qsTr("Film as pictures"), qsTr("Film as video")]
                chosen: saver.kind
                offered: exporter.hasVideo ? 3 : 2
                onPicked: index => saver.kind = index
            }
            Paragraph {
                width: parent.width
                visible: !exporter.hasVideo
                text: qsTr("Videos are made by ffmpeg, which is not installed here.")
                color: Theme.textThird
                font.pixelSize: Theme.sizeLabel
            }
            SelectField {
                objectName: "saveFilm"
                width: parent.width
                visible: saver.isFilm
                label: qsTr("Film")
                keys: saver.film.choices.map(choice => choice.name)
                model: saver.film.choices.map(choice => Format.either(choice.english, choice.bengali))
                chosen: saver.filmName
                onPicked: key => saver.filmName = key
            }
            Choices {
                readonly property list<size> sizes: [Qt.size(1280, 720), Qt.size(1920, 1080), Qt.size(3840, 2160), Qt.size(1080, 1080), Qt.size(1080, 1920)]
                objectName: "saveSize"
                label: qsTr("Size")
                names: sizes.map(each => Format.digits(each.width + " × " + each.height))
                chosen: sizes.findIndex(each => each.width === saver.frame.width && each.height === saver.frame.height)
                onPicked: index => saver.frame = sizes[index]
            }
            Choices {
                readonly property list<int> rates: [24, 30, 60]
                objectName: "saveRate"
                visible: saver.isFilm
                label: qsTr("Pictures a second")
                names: rates.map(rate => qsTr("%1 a second").arg(Format.digits(String(rate))))
                chosen: rates.indexOf(saver.framesPerSecond)
                onPicked: index => saver.framesPerSecond = rates[index]
            }
        }
        Paragraph {
            objectName: "saveFolder"
            width: parent.width
            visible: exporter.state === FilmExport.Idle
            wrapMode: Text.Wrap
            text: qsTr("Goes into %1").arg(exporter.folderNameOf(saver.kind))
            color: Theme.textThird
            font.pixelSize: Theme.sizeLabel
        }
        Column {
            width: parent.width
            spacing: Theme.gap8
            visible: exporter.state !== FilmExport.Idle
            Rectangle {
                id: track
                objectName: "saveProgress"
                readonly property real progress: exporter.progress
                width: parent.width
                height: 6
                radius: 3
                visible: saver.isRunning
                color: Theme.line
                Accessible.role: Accessible.ProgressBar
                Accessible.name: qsTr("%1 of a hundred").arg(Format.digits(String(Math.round(exporter.progress * 100))))
                Rectangle {
                    width: track.progress * parent.width
                    height: parent.height
                    radius: 3
                    color: Theme.teal
                }
            }
            Paragraph {
                objectName: "saveWords"
                width: parent.width
                wrapMode: Text.Wrap
                color: exporter.state === FilmExport.Failed ? Theme.danger : Theme.textSecond
                text: switch (exporter.state) {
                    case FilmExport.Running:
                        return exporter.secondsLeft < 0 ? qsTr("Drawing each picture at full quality…")
                            : exporter.secondsLeft >= 90 ? qsTr("About %1 minutes left").arg(Format.digits(String(Math.round(exporter.secondsLeft / 60))))
                            : qsTr("About %1 seconds left").arg(Format.digits(String(exporter.secondsLeft)))
                    case FilmExport.Done: return qsTr("Saved as %1 in %2").arg(exporter.fileName).arg(exporter.folderName)
                    case FilmExport.Cancelled: return qsTr("Cancelled; nothing was saved.")
                    case FilmExport.Failed: return qsTr("It could not be saved: %1").arg(exporter.problem)
                    default: return ""
                }
            }
        }
        Row {
            anchors.right: parent.right
            spacing: Theme.gap8
            QuietButton {
                objectName: "saveCancel"
                anchors.verticalCenter: parent.verticalCenter
                text: saver.isRunning ? qsTr("Cancel") : qsTr("Close")
                onClicked: saver.isRunning ? exporter.cancel() : saver.close()
            }
            QuietButton {
                objectName: "saveOpen"
                anchors.verticalCenter: parent.verticalCenter
                visible: exporter.state === FilmExport.Done
                isOutlined: true
                text: qsTr("Open")
                onClicked: Qt.openUrlExternally(exporter.file)
            }
            PrimaryButton {
                objectName: "saveBegin"
                anchors.verticalCenter: parent.verticalCenter
                visible: exporter.state === FilmExport.Idle
                text: qsTr("Save")
                onClicked: saver.begin()
            }
        }
    }
}
