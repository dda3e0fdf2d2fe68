// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml
import QtQuick3D

/// The Quick 3D types that a product's scene is made of, for C++ to create: their classes are private to Qt.
QtObject {
    /// Quick 3D makes a tree of each mesh's triangles for it.
    property bool pickable: true
    /// See ProductScene.
    property bool texturesInBlocks: false

    readonly property Component node: Component { Node {} }
    readonly property Component model: pickable ? touched : seen
    readonly property Component touched: Component { Model { pickable: true } }
    readonly property Component seen: Component { Model {} }
    readonly property Component material: Component { PrincipledMaterial {} }
    readonly property Component texture: Component { Texture {} }
}
