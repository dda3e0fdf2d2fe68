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

    /// Some glass stands on it.
    property bool underGlass: false
    property bool isThere: true
    /// The composite draws it; in the scene it is then only for glass to show.
    property bool inComposite: false

    visible: isThere && (underGlass || !inComposite)

    StageSheet {
        visible: ground.poolVisible
        picture: ground.pool
        tint: ground.poolColor
        opacity: ground.poolStrength
        scale: Qt.vector3d(ground.poolAcross / 100, ground.poolAcross / 100, 1)
        position: ground.poolAt
        underGlass: ground.underGlass
        covers: !ground.inComposite
        depthBias: underGlass ? beyond + 30 : 20 // below the shadow
    }
    StageSheet {
        picture: ground.shadow
        tint: ground.shadowColor
        scale: Qt.vector3d(ground.side / 100, ground.side / 100, 1)
        opacity: ground.shadowStrength
        underGlass: ground.underGlass
        covers: !ground.inComposite
        depthBias: underGlass ? beyond + 20 : 10
    }
}
