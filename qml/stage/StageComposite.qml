// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick3D

/// The last step of a picture: the scene's light tone-mapped onto its backdrop and its floor; see shaders/stage/composite.frag, whose
/// uniforms are properties of this item.
ShaderEffect {
    id: composite

    required property View3D scene
    required property ProductScene product
    required property StageCamera camera
    required property StageStudio light
    required property StageFilm film
    required property StageExtent extent
    required property StageBackdrop backdrop
    required property StageGround ground
    /// The glow around highlights; null where there is none.
    required property StageBloom glare
    /// What is behind where the studio says nothing of it.
    required property color wallTop
    required property color wallBottom
    required property color wallLamp
    required property real wallGlow
    required property real wallVignette
    /// One colour in place of all that; transparent: none.
    required property color flatColor
    required property bool seeThrough
    required property bool still
    required property bool hasDepth
    /// By how much the view leans, and the backdrop alone shows it.
    required property vector2d aside
    required property rect freeArea
    /// Of the lamp in the hand, 0 to 1.
    required property real handLight

    readonly property bool flat: flatColor.a > 0
    readonly property bool bare: flat || seeThrough
    readonly property bool placed: !bare && place.status === Image.Ready
    readonly property real tanHalf: Math.tan(camera.fieldOfView * Math.PI / 360)
    readonly property real wallFoot: Math.atan2(camera.eye.y, camera.eye.x + light.wallDistance) * 180 / Math.PI
    readonly property bool lensed: lensVignette > 0 || bloom > 0 || placeBlur > 0
    /// Which of composite.frag: each of these costs a software rasteriser time, also where it does nothing.
    readonly property string kind: (placed ? "-place" : "") + (backdrop.active ? "-glass" : "") + (lensed ? "-lens" : "")

    property real exposure: light.exposure
    property real vignette: bare ? 0 : light.vignette >= 0 ? light.vignette : wallVignette
    property real glow: bare ? 0 : light.lampStrength >= 0 ? light.lampStrength : wallGlow
    property color skyTop: seeThrough ? "transparent" : flat ? flatColor : light.hasBackdrop ? light.backdropTop : wallTop
    property color skyBottom: seeThrough ? "transparent" : flat ? flatColor : light.hasBackdrop ? light.backdropBottom : wallBottom
    property color lamp: light.hasBackdrop ? light.lampColor : wallLamp
    property point lampAt: Qt.point((freeArea.x + freeArea.width * 0.46) / viewSize.width, (freeArea.y + freeArea.height * 0.47) / viewSize.height)
    property size viewSize: Qt.size(Math.max(1, width), Math.max(1, height))
    property real dither: bare ? 0 : 1
    property real dim: 0.6 * handLight
    property real yUp: GraphicsInfo.api === GraphicsInfo.OpenGL ? 1 : 0
    property real coverage: still ? 1 : 0
    property vector4d part: Qt.vector4d(0.5, 0.5, 1, 1)

    // The place behind: which part of its panorama is seen, as a wall that faces the camera would show it, so that its uprights stay
    // upright.
    property Image place: Image {
        source: composite.light.place
        asynchronous: !composite.still
        visible: false
    }
    property vector2d placeAt: Qt.vector2d(-camera.gaze.x / 360 - aside.x * 0.006, (30 - wallFoot + camera.gaze.y - aside.y) / 45)
    property vector2d placeScale: Qt.vector2d(2 * tanHalf * viewSize.width / viewSize.height * 180 / Math.PI / 360, 2 * tanHalf * 180 / Math.PI / 45)
    property real placeBlur: hasDepth ? Math.min(0.03, film.blur * Math.abs(1 - film.focus / camera.clipFar) / 2) : 0

    property real lensVignette: film.vignette
    property real bloom: glare ? film.bloom : 0
    property Item glowing: glare ? glare.glow : scene // a sampler without a texture is warned of

    property vector4d drawn: Qt.vector4d(extent.share.x, extent.share.y, extent.share.width, extent.share.height)

    // The floor below a product that stands alone: in the scene it would make the texture as wide as its pool of light is.
    property StageShadow floorShadow: StageShadow {
        scene: composite.product
        parent: composite
        visible: false
    }
    property real floorDark: ground.isThere && ground.inComposite ? ground.shadowStrength : 0
    property real floorBright: ground.isThere && ground.inComposite && !bare ? ground.poolStrength : 0
    property vector3d floorShade: backdrop.lightOf(ground.shadowColor)
    property vector3d floorLight: backdrop.lightOf(ground.poolColor)
    property matrix4x4 ontoFloor
    function meetFloor() { ontoFloor = camera.ontoDisc(ground.position, ground.side > 0 ? ground.side / 2 : 1) }
    readonly property Connections moves: Connections {
        target: composite.camera
        function onMoved() { composite.meetFloor() }
    }
    readonly property Connections shadowMoves: Connections {
        target: composite.product
        function onShadowChanged() { composite.meetFloor() }
    }

    blending: seeThrough && !still
    fragmentShader: "qrc:/shaders/stage/composite" + kind + ".frag.qsb"
}
