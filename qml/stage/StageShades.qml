// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick3D

/// What pieces that fell darken of the floor below them.
Node {
    id: shades

    required property StageMotion motion
    required property TextureData picture
    required property color tint
    required property bool underGlass
    readonly property list<stageShade> all: motion.shades

    Repeater3D {
        model: shades.all.length
        StageSheet {
            id: sheet
            required property int index
            readonly property stageShade shade: shades.all[index] ?? none
            property stageShade none
            picture: shades.picture
            tint: shades.tint
            underGlass: shades.underGlass
            position: shade.place
            scale: Qt.vector3d(shade.reach.x / 50, shade.reach.y / 50, 1)
            opacity: shade.strength * 0.55
            depthBias: underGlass ? beyond + 10 : 5
        }
    }
}
