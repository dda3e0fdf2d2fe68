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
    /// Where the viewer is, as StageCamera has it.
    property vector2d parallax
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
    required property bool fine
    required property bool seeThrough
    required property bool grounded
    required property bool productShown
    required property int maxTextureSide
    required property list<url> beside
    required property list<string> besideVariants

    readonly property alias scene: productScene
    readonly property alias camera: stageCamera
    readonly property alias motion: stageMotion
    readonly property alias quality: stageQuality
    readonly property alias light: lightStudio
    readonly property alias row: productRow
    readonly property alias film: stageFilm
    readonly property alias lamp: handLamp
    /// For who draws the scene once more: its root, how it is lit, and how its light becomes a picture.
    readonly property Node scene3d: view3d.scene
    readonly property alias environment: surround
    readonly property alias picture: composite
    readonly property string studioError: lightStudio.errorText
    readonly property bool studioBusy: lightStudio.busy || stageSurround.busy
    readonly property vector3d home: stageCamera.homeTarget
    readonly property bool complete: productScene.status === ProductScene.Ready && productRow.awaited === 0 && !lightStudio.busy
        && !(stageSurround.busy && stageSurround.probe.toString().length === 0)
    /// All that the studio is made of is there.
    readonly property bool lit: !studioBusy && (composite.place.status !== Image.Loading)
    property bool revealed: false
    // On a software rasteriser the model's first frame, and the first in full quality, take longer than the window may
    // stand still: each is asked for in a pause, when no other frame makes the GUI thread wait for it.
    /// The model is drawn.
    property bool admitted: false
    /// Nothing has moved for a moment.
    property bool resting: false

    readonly property bool glassy: productScene.transmits || productRow.transmits
    /// Nothing moves, or the device is not troubled by it.
    readonly property bool full: still || resting || (!stageQuality.software && !moving)
    readonly property real pixelRatio: Screen.devicePixelRatio
    /// It turns by itself, slowly: who only watches sees every block. A processor then draws it as well as it can be looked at,
    /// as rarely as that takes, and is not judged by that.
    readonly property bool isDrifting: stageCamera.drift !== 0
    readonly property real movingScale: isDrifting ? Math.max(0.6, stageQuality.scale) : stageQuality.scale
    readonly property real drawnScale: full ? 1 : movingScale
    /// Of the whole picture, in texels.
    readonly property size drawnSize: Qt.size(Math.max(1, Math.round(view.width * view.pixelRatio * view.drawnScale)),
                                              Math.max(1, Math.round(view.height * view.pixelRatio * view.drawnScale)))
    readonly property int textureSide: maxTextureSide > 0 ? maxTextureSide : stageQuality.software ? 1024 : 4096

    /// A part of the picture is shown nearer.
    property bool magnified: false
    // What a unit a unit ahead takes of the picture that is drawn, and by how much its shapes may be off there, in pixels.
    readonly property real focalPixels: height * pixelRatio * drawnScale / (2 * Math.tan(stageCamera.fieldOfView * Math.PI / 360))
    readonly property real tolerancePixels: full || magnified || isDrifting ? 0 : stageQuality.tolerancePixels

    /// Pieces are on their way to the floor.
    property bool falling: false
    // Where they came to lie, the camera stands back for them.
    onFallingChanged: if (!falling) stageCamera.fallen = stageMotion.fallenOutline()
    readonly property bool moving: stageCamera.moving || stageMotion.moving || stageFilm.playing || falling

    /// Nothing but the product, and what its glass stands before, is in the scene, and nothing looks at its texture but who shows it.
    readonly property bool alone: (!glassy || stageBackdrop.active) && !hasDepth && stageFilm.bloom === 0 && beside.length === 0
    readonly property bool hasDepth: stageFilm.blur > 0 && !seeThrough
    Loader {
        id: lens
        active: stageFilm.active
        sourceComponent: StageLens {
            camera: stageCamera
            film: stageFilm
            groundY: productScene.boundsMin.y
            aspect: Math.max(1, view.width) / Math.max(1, view.height)
            share: Qt.size(drawnExtent.share.width, drawnExtent.share.height)
            upwards: composite.yUp * 2 - 1
            taps: view.still ? 96 : view.full || !stageQuality.software ? 48 : 20
        }
    }

    /// What is seen at a point of the view.
    function pick(x: real, y: real): var { return view3d.rayPick(stageCamera.position, stageCamera.wayThrough(Qt.point(x, y))); }
    /// The first triangle of each object that a ray meets, the nearest first.
    function pickAll(from: vector3d, way: vector3d): var { return view3d.rayPickAll(from, way); }
    /// A point of the picture that lies `depth` scene units from the eye, along the view; mapFromScene() tells that of a point.
    function mapToScene(x: real, y: real, depth: real): vector3d {
        return stageCamera.position.plus(stageCamera.wayThrough(Qt.point(x, y)).times(depth));
    }
    /// Where a point is in the view; z as mapToScene() takes it.
    function mapFromScene(point: vector3d): vector3d { return stageCamera.toView(point); }
    /// Nothing stands between the eye and a point of the scene.
    function canSee(point: vector3d): bool {
        const way = point.minus(stageCamera.position);
        const hit = view3d.rayPick(stageCamera.position, way);
        return !hit.objectHit || hit.distance >= way.length() * 0.999;
    }

    function chooseDetail() {
        productScene.showDetail(stageCamera.position, stageCamera.rotation, focalPixels, tolerancePixels);
        productRow.showDetail(stageCamera.position, stageCamera.rotation, focalPixels, tolerancePixels);
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
            if (view.moving && view.revealed && view.movingScale === stageQuality.scale)
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
        fine: view.fine
        window: view.Window.window
    }
    onMovingChanged: {
        if (moving)
            resting = false;
        patience.restart();
    }
    StageStudio { id: lightStudio }
    StageSurround {
        id: stageSurround
        scene: productScene
        light: lightStudio
        lamps: stageQuality.lights
    }
    StageCamera {
        id: stageCamera
        scene: productScene
        viewSize: Qt.size(Math.max(1, view.width), Math.max(1, view.height))
        reducedMotion: view.reducedMotion
        apart: stageMotion.opened
        playing: stageMotion.active
        // A processor has no picture to spare for it: there only what lies behind leans.
        parallax: stageQuality.software ? Qt.vector2d(0, 0) : view.parallax
    }
    StageMotion {
        id: stageMotion
        scene: productScene
        reducedMotion: view.reducedMotion
        onFallenChanged: if (!fallen) stageCamera.fallen = []
    }
    StageFilm {
        id: stageFilm
        camera: stageCamera
        motion: stageMotion
        reducedMotion: view.reducedMotion
        ready: view.lit && (view.revealed || view.still)
    }
    FrameAnimation {
        running: view.moving
        onTriggered: {
            stageFilm.advance(frameTime);
            stageCamera.advance(frameTime);
            stageMotion.advance(frameTime);
            view.chooseDetail();
        }
    }
    StageKit {
        id: kit
        pickable: !view.still
        texturesInBlocks: stageQuality.readsBlocks
    }
    ProductScene {
        id: productScene
        root: product
        node: kit.node
        model: kit.model
        material: kit.material
        texture: kit.texture
        groundKey: lightStudio.groundKey
        maxTextureSide: view.textureSide
        texturesInBlocks: kit.texturesInBlocks
    }

    StageExtent {
        id: drawnExtent
        camera: stageCamera
        motion: stageMotion
        size: view.drawnSize
        whole: !view.alone || productScene.status !== ProductScene.Ready
        moving: view.moving
    }

    Item {
        anchors.fill: parent
        // What is drawn smaller while it moves is developed as small: a processor would take longer for that than for the product.
        // The scene is within: a layer beside it would be drawn before the scene or after, by chance.
        layer.enabled: view.drawnScale < 1
        layer.textureSize: view.drawnSize
        layer.smooth: true
        layer.samplerName: "source"
        layer.effect: ShaderEffect {
            property var source
            blending: view.seeThrough
        }

        // One pixel of the scene's own quad is enough to have its texture drawn; the composite shows it. It lies beside the picture, for a
        // still tells by alpha what is covered, and lets it through.
        Item {
            x: -1
            width: 1
            height: 1
            clip: true
            View3D {
                id: view3d
                width: view.width * drawnExtent.share.width
                height: view.height * drawnExtent.share.height
                renderMode: View3D.Offscreen
                renderFormat: ShaderEffectSource.RGBA16F
                explicitTextureWidth: drawnExtent.part.width
                explicitTextureHeight: drawnExtent.part.height
                camera: eye
                environment: SceneEnvironment {
                    id: surround
                    probeExposure: 1 - 0.72 * handLamp.strength
                    backgroundMode: SceneEnvironment.Transparent
                    antialiasingMode: view.full || stageQuality.samples > 1 ? SceneEnvironment.MSAA : SceneEnvironment.NoAA
                    antialiasingQuality: view.still || (!stageQuality.software && (view.full || stageQuality.samples > 2)) ? SceneEnvironment.High : SceneEnvironment.Medium
                    tonemapMode: SceneEnvironment.TonemapModeNone
                    specularAAEnabled: view.fine || !stageQuality.software
                    effects: view.hasDepth && lens.item ? [(lens.item as StageLens).effect] : []
                    lightProbe: view.admitted && lightStudio.probe.toString().length > 0 ? probe : null
                }

                // Of the whole picture's pyramid the part that is drawn.
                FrustumCamera {
                    id: eye
                    readonly property real tall: 2 * stageCamera.clipNear * Math.tan(stageCamera.fieldOfView * Math.PI / 360)
                    readonly property real wide: tall * Math.max(1, view.width) / Math.max(1, view.height)
                    left: wide * (drawnExtent.share.x - 0.5)
                    right: wide * (drawnExtent.share.x + drawnExtent.share.width - 0.5)
                    top: tall * (0.5 - drawnExtent.share.y)
                    bottom: tall * (0.5 - drawnExtent.share.y - drawnExtent.share.height)
                    position: stageCamera.position
                    rotation: stageCamera.rotation
                    clipNear: stageCamera.clipNear
                    clipFar: stageCamera.clipFar

                    // Glass shows only what is in the scene: behind it, then, stands the backdrop.
                    Model {
                        readonly property real away: stageCamera.clipFar * 0.95
                        readonly property real tall: 2 * away * Math.tan(stageCamera.fieldOfView * Math.PI / 360)
                        visible: stageBackdrop.active
                        source: "#Rectangle" // 100 units wide
                        pickable: false
                        castsShadows: false
                        z: -away
                        scale: Qt.vector3d(tall * stageBackdrop.aspect / 100, tall / 100, 1)
                        materials: CustomMaterial {
                            property TextureInput picture: TextureInput {
                                texture: Texture {
                                    textureData: stageBackdrop
                                    tilingModeHorizontal: Texture.ClampToEdge
                                    tilingModeVertical: Texture.ClampToEdge
                                }
                            }
                            shadingMode: CustomMaterial.Unshaded
                            vertexShader: "qrc:/vitrine/material/backdrop.vert"
                            fragmentShader: "qrc:/vitrine/material/backdrop.frag"
                        }
                    }
                }
                StageBackdrop {
                    id: stageBackdrop
                    top: composite.skyTop
                    bottom: composite.skyBottom
                    lamp: composite.lamp
                    glow: composite.glow
                    vignette: composite.vignette
                    place: composite.placed ? lightStudio.place : ""
                    placeAt: composite.placeAt
                    placeScale: composite.placeScale
                    exposure: lightStudio.exposure
                    lampAt: composite.lampAt
                    aspect: Math.max(1, view.width) / Math.max(1, view.height)
                    active: view.glassy && view.productShown && !view.seeThrough
                }
                Repeater3D {
                    model: lightStudio.lights.slice(0, stageQuality.lights)
                    DirectionalLight {
                        required property stageLight modelData
                        required property int index
                        eulerRotation: Qt.vector3d(-modelData.pitch, modelData.yaw, 0)
                        brightness: modelData.brightness * (1 - 0.9 * handLamp.strength)
                        color: modelData.color
                        castsShadow: modelData.castsShadow && index < (view.full ? stageQuality.mostShadows : stageQuality.shadows)
                        shadowMapQuality: view.full || stageQuality.shadowSide > 1024 ? Light.ShadowMapQualityVeryHigh
                            : stageQuality.shadowSide > 512 ? Light.ShadowMapQualityHigh : Light.ShadowMapQualityMedium
                        softShadowQuality: Light.PCF16
                        // Both are lengths: a mug's handle is nearer to it than a sofa's arm to the seat.
                        pcfFactor: 0.04 * stageCamera.radius
                        shadowBias: 0.01 * stageCamera.radius
                    }
                }
                StageLamp {
                    id: handLamp
                    camera: stageCamera
                    castsShadow: stageQuality.shadows > 0
                    reducedMotion: view.reducedMotion
                }
                StageGround {
                    id: stageGround
                    // With several products, one pool of light for all of them.
                    readonly property bool isShared: view.beside.length > 0
                    underGlass: view.glassy
                    isThere: view.admitted && view.grounded && productScene.shadowSide > 0
                    inComposite: view.alone
                    position: productScene.shadowCentre
                    side: productScene.shadowSide
                    shadow: productScene.shadow
                    // It was traced with the product whole.
                    shadowStrength: lightStudio.shadowStrength * (1 - 0.7 * stageMotion.apart) * (1 - stageMotion.astray) * (1 - 0.5 * handLamp.strength)
                    shadowColor: stageBackdrop.beforeToneMapping(lightStudio.shadowColor, lightStudio.exposure)
                    pool: productScene.pool
                    poolColor: stageBackdrop.beforeToneMapping(lightStudio.hasFloorColor ? lightStudio.floorColor : view.floorColor,
                                                          lightStudio.exposure)
                    poolStrength: 1 - 0.7 * handLamp.strength
                    poolVisible: !composite.bare
                    poolAcross: isShared ? stageCamera.radius * 3.4 : side * 2.1
                    poolAt: isShared ? Qt.vector3d(view.home.x - position.x, 0, view.home.z - position.z) : Qt.vector3d(0, 0, 0)
                }
                StageRow {
                    id: productRow
                    first: productScene
                    sources: view.beside
                    variants: view.besideVariants
                    parts: kit
                    groundKey: lightStudio.groundKey
                    maxTextureSide: view.textureSide
                    admitted: view.admitted
                    shadowStrength: view.grounded ? stageGround.shadowStrength : 0
                    shadowColor: stageGround.shadowColor
                    underGlass: view.glassy
                    aspect: view.freeArea.width / Math.max(1, view.freeArea.height)
                    onPlaced: (low, high) => stageCamera.frame(low, high, view.revealed)
                }
                StageShades {
                    visible: view.grounded
                    motion: stageMotion
                    picture: productScene.pool
                    tint: "black"
                    underGlass: view.glassy
                }
                Node {
                    id: product
                    visible: view.admitted && view.productShown
                    scale: Qt.vector3d(100, 100, 100)
                }
            }
        }
        Loader {
            id: glareLoader
            anchors.fill: parent
            active: stageFilm.bloom > 0
            sourceComponent: StageBloom {
                scene: view3d
                exposure: lightStudio.exposure
            }
        }
        StageComposite {
            id: composite
            anchors.fill: parent
            scene: view3d
            product: productScene
            camera: stageCamera
            light: lightStudio
            film: stageFilm
            extent: drawnExtent
            backdrop: stageBackdrop
            ground: stageGround
            glare: glareLoader.item as StageBloom
            wallTop: view.backdropTop
            wallBottom: view.backdropBottom
            wallLamp: view.lampColor
            wallGlow: view.lampStrength
            wallVignette: view.vignette
            flatColor: view.flatColor
            seeThrough: view.seeThrough
            still: view.still
            hasDepth: view.hasDepth
            aside: stageQuality.software ? view.parallax : Qt.vector2d(0, 0)
            freeArea: view.freeArea
            handLight: handLamp.strength
        }
    }
    Texture {
        id: probe
        source: stageSurround.probe.toString().length > 0 ? stageSurround.probe
            : view.full || !stageQuality.smallProbe ? lightStudio.probe : lightStudio.smallProbe
        mappingMode: Texture.LightProbe
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
