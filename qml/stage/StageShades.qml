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
    readonly property list<stageShade> all: motion.shades

    Repeater3D {
        model: shades.all.length
        Model {
            id: sheet
            required property int index
            readonly property stageShade shade: shades.all[index] ?? none
            property stageShade none
            source: "#Rectangle" // 100 units wide
            castsShadows: false
            receivesShadows: false
            pickable: false
            position: shade.place
            eulerRotation.x: -90
            scale: Qt.vector3d(shade.reach.x / 50, shade.reach.y / 50, 1)
            opacity: shade.strength * 0.55
            depthBias: 5
            materials: PrincipledMaterial {
                lighting: PrincipledMaterial.NoLighting
                alphaMode: PrincipledMaterial.Blend
                depthDrawMode: Material.NeverDepthDraw
                baseColor: shades.tint
                baseColorMap: Texture { textureData: shades.picture }
            }
        }
    }
}
