// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick3D

/// One more product on the floor of a stage, with its own shadow. Where it stands is for the stage.
Node {
    id: guest

    required property StageKit parts
    required property url source
    required property string variant
    required property groundKey groundKey
    required property int maxTextureSide
    /// The models may be drawn.
    required property bool admitted
    required property real shadowStrength
    /// Before tone mapping.
    required property color shadowColor
    required property bool underGlass
    readonly property alias scene: productScene
    /// In the stage's space; known with the scene's bounds.
    readonly property vector3d low: position.plus(productScene.boundsMin)
    readonly property vector3d high: position.plus(productScene.boundsMax)

    /// Its bounds are known, or it has come to its end one way or the other.
    signal told()

    ProductScene {
        id: productScene
        source: guest.source
        variant: guest.variant
        root: product
        node: guest.parts.node
        model: guest.parts.model
        material: guest.parts.material
        texture: guest.parts.texture
        groundKey: guest.groundKey
        maxTextureSide: guest.maxTextureSide
        texturesInBlocks: guest.parts.texturesInBlocks
        onLoaded: guest.told()
        onStatusChanged: guest.told()
    }
    StageGround {
        isThere: guest.admitted && productScene.shadowSide > 0
        position: productScene.shadowCentre
        side: productScene.shadowSide
        shadow: productScene.shadow
        shadowStrength: guest.shadowStrength
        shadowColor: guest.shadowColor
        underGlass: guest.underGlass
        pool: productScene.pool
        poolColor: "black"
        poolVisible: false
    }
    Node {
        id: product
        visible: guest.admitted
        scale: Qt.vector3d(100, 100, 100)
    }
}
