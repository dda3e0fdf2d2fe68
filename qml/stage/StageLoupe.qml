// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick3D

/// A round glass that shows the scene nearer: no enlarged pixels, but a camera of its own that looks through that place of the picture
/// with a longer lens.
Item {
    id: loupe

    required property StageView view
    /// The place of the view that is looked at.
    property point at
    property real magnification: 4
    property color rimColor: "#80ffffff"
    readonly property StageCamera camera: view.camera
    readonly property real tanHalf: Math.tan(camera.fieldOfView * Math.PI / 360) * height / Math.max(1, view.height) / magnification
    readonly property quaternion gaze: camera.rotationTowards(at)

    Binding {
        target: loupe.view
        property: "magnified"
        value: true
    }
    // The scene is drawn with what looks at it: beside it, it would be drawn before that or after, by chance.
    Item {
        id: inside
        anchors.fill: parent
        // One pixel of it is enough to have its texture drawn; the glass lies over that.
        Item {
            anchors.centerIn: parent
            width: 1
            height: 1
            clip: true
            View3D {
                id: closer
                width: loupe.width
                height: loupe.height
                importScene: loupe.view.scene3d
                renderMode: View3D.Offscreen
                renderFormat: ShaderEffectSource.RGBA16F
                camera: eye
                environment: SceneEnvironment {
                    backgroundMode: SceneEnvironment.Transparent
                    antialiasingMode: SceneEnvironment.MSAA
                    antialiasingQuality: SceneEnvironment.High
                    tonemapMode: SceneEnvironment.TonemapModeNone
                    lightProbe: loupe.view.environment.lightProbe
                    probeExposure: loupe.view.environment.probeExposure
                }
                PerspectiveCamera {
                    id: eye
                    position: loupe.camera.position
                    rotation: loupe.gaze
                    fieldOfView: 2 * Math.atan(loupe.tanHalf) * 180 / Math.PI
                    fieldOfViewOrientation: PerspectiveCamera.Vertical
                    clipNear: loupe.camera.clipNear
                    clipFar: loupe.camera.clipFar
                }
            }
        }
        ShaderEffect {
            id: developed
            readonly property var whole: loupe.view.picture // its uniforms are properties of its own
            property View3D scene: closer
            property real exposure: whole.exposure
            property real vignette: whole.vignette
            property real glow: whole.glow
            property real dim: whole.dim
            property color skyTop: whole.skyTop
            property color skyBottom: whole.skyBottom
            property color lamp: whole.lamp
            property Image place: whole.place
            // Where its middle looks, as the whole picture has it.
            property vector2d placeAt: Qt.vector2d(whole.placeAt.x + (loupe.at.x / loupe.view.width - 0.5) * whole.placeScale.x,
                                                   whole.placeAt.y + (loupe.at.y / loupe.view.height - 0.5) * whole.placeScale.y)
            property vector2d placeScale: Qt.vector2d(whole.placeScale.x * width / loupe.view.width / loupe.magnification,
                                                      whole.placeScale.y * height / loupe.view.height / loupe.magnification)
            property point lampAt: whole.lampAt
            property vector4d part: Qt.vector4d(loupe.at.x / loupe.view.width, loupe.at.y / loupe.view.height,
                                                width / loupe.view.width / loupe.magnification,
                                                height / loupe.view.height / loupe.magnification)
            property size viewSize: Qt.size(Math.max(1, width), Math.max(1, height))
            property real dither: whole.dither
            property real yUp: whole.yUp
            property real lensVignette: 0
            property real bloom: 0
            property Item glowing: null
            property real placeBlur: whole.placeBlur
            property vector4d drawn: Qt.vector4d(0, 0, 1, 1)
            property StageShadow floorShadow: whole.floorShadow
            property real floorDark: whole.floorDark
            property real floorBright: whole.floorBright
            property vector3d floorShade: whole.floorShade
            property vector3d floorLight: whole.floorLight
            property matrix4x4 ontoFloor: whole.ontoFloor
            property real coverage: 0
            anchors.fill: parent
            fragmentShader: "qrc:/shaders/stage/composite" + whole.kind + ".frag.qsb"
        }
    }
    ShaderEffectSource {
        id: pane
        anchors.fill: parent
        sourceItem: inside
        hideSource: true
        visible: false
    }
    ShaderEffect {
        property var source: pane
        property real pixel: 1 / Math.max(1, width)
        property color rim: loupe.rimColor
        anchors.fill: parent
        fragmentShader: "qrc:/shaders/stage/loupe.frag.qsb"
    }
}
