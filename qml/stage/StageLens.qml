// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick3D

/// Depth of field as a thin lens has it; see shaders/stage/lens.frag.
QtObject {
    id: lens

    required property StageCamera camera
    required property StageFilm film
    required property real groundY
    required property real aspect
    /// What of the picture is drawn, in its parts: it begins in the upper left corner.
    required property size share
    /// As many points of a disc are looked at.
    required property int taps
    /// 1 where the first row of a picture that was drawn into is its lowest, else −1.
    required property real upwards
    readonly property real tanHalf: Math.tan(camera.fieldOfView * Math.PI / 360)
    readonly property vector3d right: camera.rotation.times(Qt.vector3d(1, 0, 0))
    readonly property vector3d up: camera.rotation.times(Qt.vector3d(0, 1, 0))
    readonly property vector3d back: camera.rotation.times(Qt.vector3d(0, 0, 1))

    // How a view ray falls from the picture's middle to its right and its upper edge.
    readonly property real aside: right.y * tanHalf * aspect
    readonly property real above: up.y * tanHalf

    // Every property of an effect is a uniform: the objects stay outside.
    readonly property Effect effect: Effect {
        property int taps: lens.taps
        property real upwards: lens.upwards
        /// Of a disc across, in parts of the picture's height: a wider one would show its points.
        property real widest: 0.055
        property real blur: lens.film.blur
        property real focus: lens.film.focus
        /// The widest in this picture: nothing further away needs to be looked at.
        property real widestHere: Math.min(widest, blur * Math.max(Math.abs(1 - focus / lens.camera.clipNear), Math.abs(1 - focus / lens.camera.clipFar)))
        // How a view ray falls: its height per depth, over the picture.
        property vector3d groundRay: Qt.vector3d(lens.aside * lens.share.width, lens.above * lens.share.height,
                                                 lens.aside * (lens.share.width - 1) + lens.above * (1 - lens.share.height) - lens.back.y)
        property real groundDrop: lens.groundY - lens.camera.position.y

        passes: Pass {
            shaders: Shader {
                stage: Shader.Fragment
                shader: "qrc:/vitrine/stage/lens.frag"
            }
        }
    }
}
