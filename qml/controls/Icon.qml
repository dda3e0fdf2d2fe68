// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Vitrine.Theme

/// One of the set of assets/icons, drawn on a 24 px grid with a 1.75 px round stroke.
Shape {
    id: icon

    required property string name
    property color color: Theme.text
    property real size: 24

    width: size
    height: size
    preferredRendererType: Shape.CurveRenderer
    Accessible.ignored: true

    ShapePath {
        strokeColor: icon.color
        strokeWidth: 1.75
        fillColor: "transparent"
        capStyle: ShapePath.RoundCap
        joinStyle: ShapePath.RoundJoin
        scale: Qt.size(icon.size / 24, icon.size / 24)
        PathSvg { path: IconPaths.of(icon.name) }
    }
}
