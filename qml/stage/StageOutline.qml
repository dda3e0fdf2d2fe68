// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick3D

/// A line around some of the scene's models, seen through whatever stands before them. It draws them once more, alone, and finds
/// their edge in the picture: a hull drawn larger would tear open at every hard edge.
Item {
    id: outline

    required property StageCamera camera
    required property list<QtObject> models
    required property color color

    visible: models.length > 0

    View3D {
        id: mask
        anchors.fill: parent
        visible: false
        layer.enabled: outline.visible
        camera: eye
        environment: SceneEnvironment {
            backgroundMode: SceneEnvironment.Transparent
            antialiasingMode: SceneEnvironment.MSAA
        }
        PerspectiveCamera {
            id: eye
            position: outline.camera.position
            rotation: outline.camera.rotation
            fieldOfView: outline.camera.fieldOfView
            fieldOfViewOrientation: PerspectiveCamera.Vertical
            clipNear: outline.camera.clipNear
            clipFar: outline.camera.clipFar
        }
        Repeater3D {
            model: outline.models
            Model {
                required property Model modelData
                position: modelData.scenePosition
                rotation: modelData.sceneRotation
                scale: modelData.sceneScale
                geometry: modelData.geometry
                instancing: modelData.instancing
                materials: PrincipledMaterial {
                    lighting: PrincipledMaterial.NoLighting
                    cullMode: Material.NoCulling
                }
            }
        }
    }
    ShaderEffect {
        property var mask: mask
        property real lineWidth: 2.5
        property vector2d pixel: Qt.vector2d(1 / Math.max(1, width), 1 / Math.max(1, height))
        property color color: outline.color
        anchors.fill: parent
        visible: outline.visible
        fragmentShader: "qrc:/shaders/stage/outline.frag.qsb"
    }
}
