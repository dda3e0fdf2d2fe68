// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick3D

/// A layer of light or shadow that lies on the ground: white with its shape in alpha, tinted.
Model {
    id: sheet

    required property TextureData picture
    /// Before tone mapping.
    property color tint: "white"
    /// Some glass stands on the ground, which the layer is seen through.
    property bool underGlass: false
    /// Its light covers what is below it; else the composite takes it out again, as the backdrop's (StageBackdrop).
    property bool covers: true
    /// What a layer with glass is drawn after: see render/scene/GlassOrder.h.
    readonly property real beyond: 550

    readonly property Texture shape: Texture {
        textureData: sheet.picture
        flipV: true // its first row is the back
        tilingModeHorizontal: Texture.ClampToEdge
        tilingModeVertical: Texture.ClampToEdge
    }
    readonly property Material alone: PrincipledMaterial {
        lighting: PrincipledMaterial.NoLighting
        alphaMode: PrincipledMaterial.Blend
        depthDrawMode: Material.NeverDepthDraw
        baseColor: sheet.tint
        baseColorMap: sheet.shape
    }
    readonly property Material amongGlass: CustomMaterial {
        property color tint: sheet.tint
        property real strength: sheet.opacity
        property TextureInput picture: TextureInput { texture: sheet.shape }
        shadingMode: CustomMaterial.Unshaded
        depthDrawMode: Material.NeverDepthDraw
        sourceBlend: CustomMaterial.SrcAlpha
        destinationBlend: CustomMaterial.OneMinusSrcAlpha
        sourceAlphaBlend: sheet.covers ? CustomMaterial.One : CustomMaterial.Zero
        destinationAlphaBlend: sheet.covers ? CustomMaterial.OneMinusSrcAlpha : CustomMaterial.One
        vertexShader: "qrc:/vitrine/stage/sheet.vert"
        fragmentShader: "qrc:/vitrine/stage/sheet.frag"
    }

    source: "#Rectangle" // 100 units wide
    castsShadows: false
    receivesShadows: false
    pickable: false
    eulerRotation.x: -90
    materials: sheet.underGlass ? [sheet.amongGlass] : [sheet.alone]
}
