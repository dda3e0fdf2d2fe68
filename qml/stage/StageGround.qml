// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick3D

/// The floor: a pool of light that shows that there is one, and the product's shadow on it.
Node {
    id: ground

    /// Of the shadow's square, in scene units.
    required property real side
    required property TextureData shadow
    required property real shadowStrength
    /// Before tone mapping.
    required property color shadowColor
    required property TextureData pool
    /// Before tone mapping.
    required property color poolColor
    required property bool poolVisible
    /// Of the pool of light; with several products on one floor it is for all of them.
    property real poolAcross: side * 2.1
    property vector3d poolAt
    property real poolStrength: 1

    component Layer: Model {
        id: sheet
        required property TextureData picture
        property color tint: "white"
        required property real across
        source: "#Rectangle" // 100 units wide
        castsShadows: false
        receivesShadows: false
        pickable: false
        eulerRotation.x: -90
        scale: Qt.vector3d(sheet.across / 100, sheet.across / 100, 1)
        materials: PrincipledMaterial {
            lighting: PrincipledMaterial.NoLighting
            alphaMode: PrincipledMaterial.Blend
            depthDrawMode: Material.NeverDepthDraw
            baseColor: sheet.tint
            baseColorMap: Texture {
                textureData: sheet.picture
                flipV: true // its first row is the back
                tilingModeHorizontal: Texture.ClampToEdge
                tilingModeVertical: Texture.ClampToEdge
            }
        }
    }

    Layer {
        visible: ground.poolVisible
        picture: ground.pool
        tint: ground.poolColor
        opacity: ground.poolStrength
        across: ground.poolAcross
        position: ground.poolAt
        depthBias: 20 // below the shadow
    }
    Layer {
        picture: ground.shadow
        tint: ground.shadowColor
        across: ground.side
        opacity: ground.shadowStrength
        depthBias: 10
    }
}
