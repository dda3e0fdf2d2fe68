// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Vitrine.Theme

/// One of the set's icons, drawn on a 24 px grid with a 1.75 px round stroke.
Shape {
    id: icon

    required property string name
    property color color: Theme.text
    property real size: 24

    readonly property var paths: ({
        "back": "M15 5 L8 12 L15 19",
        "chevron-right": "M9.5 6 L15.5 12 L9.5 18",
        "chevron-down": "M6 9.5 L12 15.5 L18 9.5",
        "close": "M6 6 L18 18 M18 6 L6 18",
        "plus": "M12 5.5 V18.5 M5.5 12 H18.5",
        "minus": "M5.5 12 H18.5",
        "check": "M5 12.5 L10 17.5 L19.5 7",
        "bag": "M5.2 8.5 H18.8 L19.8 20 H4.2 Z M8.5 8.5 V7.5 A3.5 3.5 0 0 1 15.5 7.5 V8.5",
        "reset": "M5 12 A7 7 0 1 0 7.2 6.9 M7.4 3.4 L7 7.2 L10.8 7.6",
        "theme": "M19.5 14.2 A8 8 0 1 1 9.8 4.5 A6.4 6.4 0 0 0 19.5 14.2 Z",
        "sun": "M16 12 A4 4 0 1 1 8 12 A4 4 0 1 1 16 12 M12 3 V4.6 M12 19.4 V21 M3 12 H4.6 M19.4 12 H21 M5.6 5.6 L6.8 6.8 M17.2 17.2 L18.4 18.4 M5.6 18.4 L6.8 17.2 M17.2 6.8 L18.4 5.6",
        "offline": "M4 4 L20 20 M7.5 8.3 A5.5 5.5 0 0 0 6.8 19 H17 M9.6 6.3 A6 6 0 0 1 17.6 10.6 A4.3 4.3 0 0 1 20.7 16.2",
        "waiting": "M20 12 A8 8 0 1 1 4 12 A8 8 0 1 1 20 12 M12 7.5 V12 L15 14",
        "order": "M6 3.8 H18 V20.2 L15 18.2 L12 20.2 L9 18.2 L6 20.2 Z M9.2 8.5 H14.8 M9.2 12.5 H14.8",
        "cash": "M3.5 6.5 H20.5 V17.5 H3.5 Z M14.4 12 A2.4 2.4 0 1 1 9.6 12 A2.4 2.4 0 1 1 14.4 12 M6.4 9.5 V9.6 M17.6 14.4 V14.5",
        "card": "M3.5 6 H20.5 V18 H3.5 Z M3.5 10 H20.5 M6.8 14.6 H10",
        "language": "M20 12 A8 8 0 1 1 4 12 A8 8 0 1 1 20 12 M4 12 H20 M12 4 C8.4 8.4 8.4 15.6 12 20 M12 4 C15.6 8.4 15.6 15.6 12 20",
        "warning": "M12 4.5 L20.8 19.5 H3.2 Z M12 10 V14 M12 16.8 V16.9",
        "home": "M4.5 11 L12 4.5 L19.5 11 V19.5 H4.5 Z"
    })

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
        PathSvg { path: icon.paths[icon.name] ?? "" }
    }
}
