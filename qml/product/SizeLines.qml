// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import QtQuick.Templates as T
import Vitrine.Theme
import Vitrine.Controls
import Vitrine.Stage

/// How wide, deep and high the product is: lines along the edges of its box that face the eye, each with its length; and how far it is
/// between two points of it that are touched one after the other. A click on a length changes between centimetres and inches.
Item {
    id: lines

    required property StageView view
    property bool inInches: false
    /// Touched one after the other; the third begins anew.
    property list<vector3d> points

    /// Within the window, but no further from its line than it is large.
    function kept(at: real, size: real, length: real): real {
        const within = Math.max(Theme.gap8, Math.min(at, length - size - Theme.gap8))
        return Math.abs(within - at) <= size ? within : at
    }
    function mark(point: vector3d) { points = points.length === 1 ? [points[0], point] : [point] }

    component Line: Item {
        id: line
        required property vector3d from
        required property vector3d to
        /// Away from the box: where the line stands off from its edge.
        required property vector3d out
        required property string name
        required property real metres
        readonly property vector3d a: { lines.turn; return lines.view.mapFromScene(from.plus(out)) }
        readonly property vector3d b: { lines.turn; return lines.view.mapFromScene(to.plus(out)) }
        readonly property real span: Math.hypot(b.x - a.x, b.y - a.y)
        /// Itself, and a tick at either end.
        readonly property var strokes: [[Qt.point(a.x, a.y), Qt.point(b.x, b.y)],
            [Qt.point(a.x - tick.x, a.y - tick.y), Qt.point(a.x + tick.x, a.y + tick.y)],
            [Qt.point(b.x - tick.x, b.y - tick.y), Qt.point(b.x + tick.x, b.y + tick.y)]]
        readonly property vector2d tick: Qt.vector2d((a.y - b.y) / Math.max(1, span), (b.x - a.x) / Math.max(1, span)).times(5)

        visible: span > 24
        Shape {
            anchors.fill: parent
            preferredRendererType: Shape.CurveRenderer
            // A light line below the dark one, or the other way round: it may lie on the product.
            ShapePath {
                strokeColor: Qt.alpha(Theme.backdropBottom, 0.75)
                strokeWidth: 3.5
                fillColor: "transparent"
                capStyle: ShapePath.RoundCap
                PathMultiline { paths: line.strokes }
            }
            ShapePath {
                strokeColor: Qt.alpha(Theme.text, 0.7)
                strokeWidth: 1.25
                fillColor: "transparent"
                capStyle: ShapePath.RoundCap
                PathMultiline { paths: line.strokes }
            }
        }
        T.AbstractButton {
            id: measure
            objectName: "size_" + line.name
            x: lines.kept((line.a.x + line.b.x) / 2 - width / 2, width, lines.width)
            y: lines.kept((line.a.y + line.b.y) / 2 - height / 2, height, lines.height)
            implicitWidth: figure.implicitWidth + 2 * Theme.gap8
            implicitHeight: figure.implicitHeight + Theme.gap8
            hoverEnabled: true
            focusPolicy: Qt.StrongFocus
            text: Format.length(line.metres, lines.inInches)
            Accessible.name: line.name === "width" ? qsTr("Width: %1").arg(text)
                : line.name === "depth" ? qsTr("Depth: %1").arg(text)
                : line.name === "height" ? qsTr("Height: %1").arg(text) : qsTr("Between two points: %1").arg(text)
            Accessible.description: qsTr("Changes between centimetres and inches.")
            onClicked: lines.inInches = !lines.inInches
            background: Rectangle {
                radius: height / 2
                color: measure.hovered ? Theme.raised : Qt.tint(Theme.backdropBottom, Theme.panel)
                FocusRing { control: measure; around: measure.height / 2; gap: 2 }
            }
            contentItem: Label {
                id: figure
                text: measure.text
                isTabular: true
                horizontalAlignment: Text.AlignHCenter
                font { pixelSize: Theme.sizeLabel; weight: Theme.medium }
                Accessible.ignored: true
            }
        }
    }

    // Points by keyboard: a cross that arrows move over the product.
    Item {
        id: cross
        objectName: "sizeCross"
        property point at
        property bool isPlaced: false
        readonly property bool isOn: { lines.turn; at; return activeFocus && lines.view.pick(at.x, at.y).objectHit !== null }
        function go(x: real, y: real) {
            at = Qt.point(Math.max(0, Math.min(lines.width, at.x + x)), Math.max(0, Math.min(lines.height, at.y + y)))
        }
        x: at.x
        y: at.y
        activeFocusOnTab: true
        Accessible.role: Accessible.Indicator
        Accessible.name: qsTr("Point to measure")
        Accessible.description: qsTr("Arrow keys move it, with Shift by less, Return sets a point on the product.")
        onActiveFocusChanged: {
            if (!activeFocus || isPlaced)
                return
            const middle = lines.view.mapFromScene(lines.view.home)
            at = Qt.point(middle.x, middle.y)
            isPlaced = true
        }
        Keys.onPressed: event => {
            const step = event.modifiers & Qt.ShiftModifier ? 2 : 16
            event.accepted = true
            switch (event.key) {
            case Qt.Key_Left: go(-step, 0); break
            case Qt.Key_Right: go(step, 0); break
            case Qt.Key_Up: go(0, -step); break
            case Qt.Key_Down: go(0, step); break
            case Qt.Key_Return:
            case Qt.Key_Enter:
            case Qt.Key_Space: {
                const hit = lines.view.pick(at.x, at.y)
                if (hit.objectHit)
                    lines.mark(hit.scenePosition)
                break
            }
            default: event.accepted = false
            }
        }
        component Bar: Rectangle {
            antialiasing: true
            radius: 1
            color: cross.isOn ? Theme.brass : Theme.textSecond
            border { width: 0.5; color: Qt.alpha(Theme.backdropBottom, 0.6) }
        }
        Item {
            visible: cross.activeFocus
            Bar { x: -22; y: -1; width: 14; height: 2.5 }
            Bar { x: 8; y: -1; width: 14; height: 2.5 }
            Bar { x: -1; y: -22; width: 2.5; height: 14 }
            Bar { x: -1; y: 8; width: 2.5; height: 14 }
            Rectangle {
                x: -2
                y: -2
                width: 4
                height: 4
                radius: 2
                color: cross.isOn ? Theme.brass : Theme.textSecond
            }
        }
    }
    Repeater {
        model: lines.points
        Rectangle {
            required property vector3d modelData
            readonly property vector3d at: { lines.turn; return lines.view.mapFromScene(modelData) }
            x: at.x - width / 2
            y: at.y - height / 2
            width: 10
            height: 10
            radius: 5
            color: Theme.brass
            border { width: 2; color: Theme.backdropBottom }
        }
    }
    readonly property vector3d low: view.scene.boundsMin
    readonly property vector3d high: view.scene.boundsMax
    readonly property real off: view.camera.radius * 0.09
    /// Counts the camera's moves, for what is read from the view follows nothing by itself.
    property int turn: 0
    readonly property vector3d eye: view.camera.position
    // The bottom corner nearest to the eye: two lines begin there, and the upright stands at the end that is further to the side.
    readonly property real nearX: eye.x > (low.x + high.x) / 2 ? high.x : low.x
    readonly property real nearZ: eye.z > (low.z + high.z) / 2 ? high.z : low.z
    readonly property real farX: nearX === high.x ? low.x : high.x
    readonly property real farZ: nearZ === high.z ? low.z : high.z
    readonly property real outX: nearX === high.x ? off : -off
    readonly property real outZ: nearZ === high.z ? off : -off

    Connections {
        target: lines.view.camera
        function onMoved() { ++lines.turn }
    }
    Line {
        name: "width"
        metres: (lines.high.x - lines.low.x) / 100
        from: Qt.vector3d(lines.low.x, lines.low.y, lines.nearZ)
        to: Qt.vector3d(lines.high.x, lines.low.y, lines.nearZ)
        out: Qt.vector3d(0, 0, lines.outZ)
    }
    Line {
        name: "depth"
        metres: (lines.high.z - lines.low.z) / 100
        from: Qt.vector3d(lines.nearX, lines.low.y, lines.low.z)
        to: Qt.vector3d(lines.nearX, lines.low.y, lines.high.z)
        out: Qt.vector3d(lines.outX, 0, 0)
    }
    Line {
        name: "height"
        metres: (lines.high.y - lines.low.y) / 100
        from: Qt.vector3d(lines.farX, lines.low.y, lines.nearZ)
        to: Qt.vector3d(lines.farX, lines.high.y, lines.nearZ)
        out: Qt.vector3d(-lines.outX, 0, 0)
    }
    Loader {
        anchors.fill: parent
        active: lines.points.length === 2
        sourceComponent: Line {
            name: "between"
            metres: lines.points[0].minus(lines.points[1]).length() / 100
            from: lines.points[0]
            to: lines.points[1]
            out: Qt.vector3d(0, 0, 0)
        }
    }
}
