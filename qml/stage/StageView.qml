// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick3D

/// The picture itself: the product in linear light, then one pass that tone-maps it onto its backdrop. That pass is the
/// draw that shows the scene's texture anyway, so it costs next to nothing, and the texture may be smaller while moving.
Item {
    id: view

    property alias source: productScene.source
    property alias variant: productScene.variant
    property alias studio: lightStudio.name
    property alias freeArea: stageCamera.freeArea
    property alias autoFrame: stageCamera.autoFrame
    required property bool reducedMotion
    /// A part by number, with a line around it; −1: none.
    required property int markedPart
    required property color markColor
    required property color flatColor
    required property color backdropTop
    required property color backdropBottom
    required property color lampColor
    required property color floorColor
    required property real lampStrength
    required property real vignette
    required property bool still
    required property bool seeThrough
    required property bool grounded
    required property int maxTextureSide

    readonly property alias scene: productScene
    readonly property alias camera: stageCamera
    readonly property alias motion: stageMotion
    readonly property alias quality: stageQuality
    readonly property alias light: lightStudio
    readonly property string studioError: lightStudio.errorText
    readonly property bool studioBusy: lightStudio.busy
    readonly property vector3d home: stageCamera.homeTarget
    readonly property bool complete: productScene.status === ProductScene.Ready && !studioBusy
    /// All that the studio is made of is there.
    readonly property bool lit: !studioBusy && (composite.place.status !== Image.Loading)
    property bool revealed: false
    // On a software rasteriser the model's first frame, and the first in full quality, take longer than the window may
    // stand still: each is asked for in a pause, when no other frame makes the GUI thread wait for it.
    /// The model is drawn.
    property bool admitted: false
    /// Nothing has moved for a moment.
    property bool resting: false

    /// Nothing moves, or the device is not troubled by it.
    readonly property bool full: still || resting || (!stageQuality.software && !moving)
    readonly property real pixelRatio: Screen.devicePixelRatio

    // What a unit a unit ahead takes of the picture that is drawn, and by how much its shapes may be off there, in pixels.
    readonly property real focalPixels: height * pixelRatio * (full ? 1 : stageQuality.scale) / (2 * Math.tan(stageCamera.fieldOfView * Math.PI / 360))
    readonly property real tolerancePixels: full ? 0 : stageQuality.tolerancePixels

    readonly property bool moving: stageCamera.moving || stageMotion.moving

    function pick(x: real, y: real): var { return view3d.pick(x, y); }
    function mapFromScene(point: vector3d): vector3d { return view3d.mapFrom3DScene(point); }
    /// Nothing stands between the eye and a point of the scene.
    function canSee(point: vector3d): bool {
        const way = point.minus(stageCamera.position);
        const hit = view3d.rayPick(stageCamera.position, way);
        return !hit.objectHit || hit.distance >= way.length() * 0.999;
    }

    function chooseDetail() {
        productScene.showDetail(stageCamera.position, stageCamera.rotation, focalPixels, tolerancePixels);
    }
    function goOn() {
        if (!complete || moving)
            return;
        if (!admitted) {
            chooseDetail();
            frames.await();
            admitted = true;
            patience.restart();
        } else if (revealed) {
            resting = true;
            patience.stop();
        }
    }

    onTolerancePixelsChanged: chooseDetail()
    onCompleteChanged: {
        patience.restart();
        stageQuality.restart();
        if (!complete)
            admitted = revealed = resting = false;
        else if (still || !stageQuality.software || frames.quiet)
            goOn();
    }

    StageFrames {
        id: frames
        window: view.Window.window
        onQuietChanged: if (quiet) view.goOn()
        onShown: view.revealed = view.complete
        onDrawn: milliseconds => {
            if (view.moving && view.revealed)
                stageQuality.note(milliseconds);
        }
    }
    /// Where something in the window never rests.
    Timer {
        id: patience
        interval: 900
        onTriggered: view.goOn()
    }
    StageQuality {
        id: stageQuality
        window: view.Window.window
    }
    onMovingChanged: {
        if (moving)
            resting = false;
        patience.restart();
    }
    StageStudio { id: lightStudio }
    StageCamera {
        id: stageCamera
        scene: productScene
        viewSize: Qt.size(Math.max(1, view.width), Math.max(1, view.height))
        reducedMotion: view.reducedMotion
        apart: stageMotion.opened
    }
    StageMotion {
        id: stageMotion
        scene: productScene
        reducedMotion: view.reducedMotion
    }
    FrameAnimation {
        running: view.moving
        onTriggered: {
            stageCamera.advance(frameTime);
            stageMotion.advance(frameTime);
            view.chooseDetail();
        }
    }
    StageKit { id: kit }
    ProductScene {
        id: productScene
        root: product
        node: kit.node
        model: kit.model
        material: kit.material
        texture: kit.texture
        groundKey: lightStudio.groundKey
        maxTextureSide: view.maxTextureSide > 0 ? view.maxTextureSide : stageQuality.software ? 1024 : 4096
    }

    // One pixel of the scene's own quad is enough to have its texture drawn; the composite shows it.
    Item {
        width: 1
        height: 1
        clip: true
        View3D {
            id: view3d
            width: view.width
            height: view.height
            renderMode: View3D.Offscreen
            renderFormat: ShaderEffectSource.RGBA16F
            explicitTextureWidth: view.full ? 0 : Math.max(1, Math.round(view.width * view.pixelRatio * stageQuality.scale))
            explicitTextureHeight: view.full ? 0 : Math.max(1, Math.round(view.height * view.pixelRatio * stageQuality.scale))
            camera: eye
            environment: SceneEnvironment {
                backgroundMode: SceneEnvironment.Transparent
                antialiasingMode: view.full || stageQuality.samples > 1 ? SceneEnvironment.MSAA : SceneEnvironment.NoAA
                antialiasingQuality: view.still || (!stageQuality.software && (view.full || stageQuality.samples > 2)) ? SceneEnvironment.High : SceneEnvironment.Medium
                tonemapMode: SceneEnvironment.TonemapModeNone
                specularAAEnabled: !stageQuality.software
                lightProbe: view.admitted && lightStudio.probe.toString().length > 0 ? probe : null
            }

            PerspectiveCamera {
                id: eye
                position: stageCamera.position
                rotation: stageCamera.rotation
                fieldOfView: stageCamera.fieldOfView
                fieldOfViewOrientation: PerspectiveCamera.Vertical
                clipNear: stageCamera.clipNear
                clipFar: stageCamera.clipFar

                // Glass shows only what is in the scene: behind it, then, stands the backdrop.
                Model {
                    readonly property real away: stageCamera.clipFar * 0.95
                    readonly property real tall: 2 * away * Math.tan(stageCamera.fieldOfView * Math.PI / 360)
                    visible: backdrop.active
                    source: "#Rectangle" // 100 units wide
                    pickable: false
                    castsShadows: false
                    z: -away
                    scale: Qt.vector3d(tall * backdrop.aspect / 100, tall / 100, 1)
                    materials: PrincipledMaterial {
                        lighting: PrincipledMaterial.NoLighting
                        baseColorMap: Texture {
                            textureData: backdrop
                            flipV: true // its first row is the top
                            tilingModeHorizontal: Texture.ClampToEdge
                            tilingModeVertical: Texture.ClampToEdge
                        }
                    }
                }
            }
            StageBackdrop {
                id: backdrop
                top: composite.skyTop
                bottom: composite.skyBottom
                lamp: composite.lamp
                glow: composite.glow
                vignette: composite.vignette
                place: composite.placed > 0 ? lightStudio.place : ""
                placeAt: composite.placeAt
                placeScale: composite.placeScale
                exposure: lightStudio.exposure
                lampAt: composite.lampAt
                aspect: Math.max(1, view.width) / Math.max(1, view.height)
                active: productScene.transmits && !view.seeThrough
            }
            Repeater3D {
                model: lightStudio.lights.slice(0, stageQuality.lights)
                DirectionalLight {
                    required property stageLight modelData
                    required property int index
                    eulerRotation: Qt.vector3d(-modelData.pitch, modelData.yaw, 0)
                    brightness: modelData.brightness
                    color: modelData.color
                    castsShadow: modelData.castsShadow && index < (view.full ? stageQuality.mostShadows : stageQuality.shadows)
                    shadowMapQuality: view.full || stageQuality.shadowSide > 1024 ? Light.ShadowMapQualityVeryHigh
                        : stageQuality.shadowSide > 512 ? Light.ShadowMapQualityHigh : Light.ShadowMapQualityMedium
                    softShadowQuality: Light.PCF16
                    pcfFactor: 2
                    shadowBias: 4
                }
            }
            StageGround {
                visible: view.admitted && view.grounded && productScene.shadowSide > 0
                position: productScene.shadowCentre
                side: productScene.shadowSide
                shadow: productScene.shadow
                // It was traced with the product whole.
                shadowStrength: lightStudio.shadowStrength * (1 - 0.7 * stageMotion.apart)
                shadowColor: backdrop.beforeToneMapping(lightStudio.shadowColor, lightStudio.exposure)
                pool: productScene.pool
                poolColor: backdrop.beforeToneMapping(lightStudio.hasFloorColor ? lightStudio.floorColor : view.floorColor,
                                                      lightStudio.exposure)
                poolVisible: !view.seeThrough && view.flatColor.a === 0
            }
            Node {
                id: product
                visible: view.admitted
                scale: Qt.vector3d(100, 100, 100)
            }
        }
    }
    Texture {
        id: probe
        source: lightStudio.probe
        mappingMode: Texture.LightProbe
    }

    ShaderEffect {
        id: composite
        property View3D scene: view3d
        property real exposure: lightStudio.exposure
        readonly property bool flat: view.flatColor.a > 0
        readonly property bool bare: flat || view.seeThrough
        property real vignette: bare ? 0 : lightStudio.vignette >= 0 ? lightStudio.vignette : view.vignette
        property real glow: bare ? 0 : lightStudio.lampStrength >= 0 ? lightStudio.lampStrength : view.lampStrength
        property color skyTop: view.seeThrough ? "transparent" : flat ? view.flatColor
            : lightStudio.hasBackdrop ? lightStudio.backdropTop : view.backdropTop
        property color skyBottom: view.seeThrough ? "transparent" : flat ? view.flatColor
            : lightStudio.hasBackdrop ? lightStudio.backdropBottom : view.backdropBottom
        property color lamp: lightStudio.hasBackdrop ? lightStudio.lampColor : view.lampColor
        // The place behind: which part of its panorama is seen, as a wall that faces the camera would show it, so that
        // its uprights stay upright.
        property Image place: Image {
            source: lightStudio.place
            asynchronous: !view.still
            visible: false
        }
        property real placed: !bare && place.status === Image.Ready ? 1 : 0
        readonly property real tanHalf: Math.tan(stageCamera.fieldOfView * Math.PI / 360)
        readonly property real wallFoot: Math.atan2(stageCamera.eye.y, stageCamera.eye.x + lightStudio.wallDistance) * 180 / Math.PI
        property vector2d placeAt: Qt.vector2d(-stageCamera.gaze.x / 360, (30 - wallFoot + stageCamera.gaze.y) / 45)
        property vector2d placeScale: Qt.vector2d(2 * tanHalf * viewSize.width / viewSize.height * 180 / Math.PI / 360,
                                                  2 * tanHalf * 180 / Math.PI / 45)
        property point lampAt: Qt.point((view.freeArea.x + view.freeArea.width * 0.46) / Math.max(1, view.width),
                                        (view.freeArea.y + view.freeArea.height * 0.47) / Math.max(1, view.height))
        property size viewSize: Qt.size(Math.max(1, view.width), Math.max(1, view.height))
        property real dither: bare ? 0 : 1
        property real yUp: GraphicsInfo.api === GraphicsInfo.OpenGL ? 1 : 0
        property real coverage: view.still ? 1 : 0
        anchors.fill: parent
        blending: view.seeThrough && !view.still
        fragmentShader: "qrc:/shaders/stage/composite.frag.qsb"
    }
    Loader {
        anchors.fill: parent
        active: view.markedPart >= 0 && view.admitted
        sourceComponent: StageOutline {
            camera: stageCamera
            models: stageMotion.modelsOf(view.markedPart)
            color: view.markColor
        }
    }
}
