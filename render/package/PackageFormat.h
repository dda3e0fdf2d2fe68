// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/GroundKey.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>

/// The bytes of a baked package (`.vpk`). Everything is little-endian and plain old data.
///
///     Header (64 bytes) | directory: SectionRecord × sectionCount | sections, each 64-byte aligned
///
/// A section of an unknown kind is skipped, so that what is added needs no new version number. A change of a struct
/// below is a new `kPackageVersion`; packages are a cache and are baked again, never migrated.
///
/// Conventions: metres; right-handed, Y up, −Z forward; quaternions xyzw; matrices column-major; colours linear
/// unless said; texture coordinate (0,0) is the corner of the first stored pixel, rows run downwards, as in glTF;
/// counter-clockwise triangles face the viewer. An index of −1 means "none".
namespace vitrine::render {

static_assert(std::endian::native == std::endian::little, "packages are mapped, not parsed: little-endian only");

inline constexpr std::array<char, 8> kPackageMagic = {'V', 'I', 'T', 'R', 'I', 'N', 'E', '\x1a'};
inline constexpr std::uint32_t kPackageVersion = 4;
inline constexpr std::size_t kSectionAlignment = 64;
inline constexpr std::uint32_t kMaxSections = 256;
inline constexpr std::int32_t kNone = -1;

struct PackageHeader {
    std::array<char, 8> magic;
    std::uint32_t version;
    std::uint32_t sectionCount;
    std::uint64_t totalBytes;
    /// XXH64 of the directory's bytes.
    std::uint64_t directoryHash;
    /// Zero.
    std::array<std::uint64_t, 4> reserved;
};

enum class SectionKind : std::uint32_t {
    Info = 1,          ///< One InfoRecord.
    Text = 2,          ///< UTF-8, pointed into by TextRef; not zero-terminated.
    Nodes = 3,         ///< NodeRecord, parents before children.
    Meshes = 4,        ///< MeshRecord
    Submeshes = 5,     ///< SubmeshRecord
    Materials = 6,     ///< MaterialRecord
    Textures = 7,      ///< TextureRecord
    MipLevels = 8,     ///< MipRecord
    Variants = 9,      ///< VariantRecord
    VariantTable = 10, ///< int32 material index: [submesh][variant]
    Cameras = 11,      ///< CameraRecord
    Messages = 12,     ///< MessageRecord: what the import changed or dropped.
    Poster = 13,       ///< A PNG, optional.
    Vertices = 14,     ///< Vertices of all meshes, each mesh coded by itself (render/mesh).
    Indices = 15,      ///< Triangle lists of all meshes, coded likewise.
    Pixels = 16,       ///< Texels of all mip levels.
    Grounds = 17,      ///< GroundRecord; the first one is that of the broad light alone.
    GroundTexels = 18, ///< Darkness of the ground, kGroundTexels² bytes for each record.
    Parts = 19,        ///< PartRecord
    Hotspots = 20,     ///< HotspotRecord
    Animations = 21,   ///< AnimationRecord
    Channels = 22,     ///< ChannelRecord of all animations.
    Keys = 23,         ///< Floats of all channels: times, then values.
    Skins = 24,        ///< SkinRecord
    SkinJoints = 25,   ///< SkinJointRecord of all skins.
    MorphTargets = 26, ///< MorphTargetRecord
    MorphDeltas = 27,  ///< What the targets move, each coded by itself (render/mesh).
    Lights = 28,       ///< LightRecord
    Values = 29,       ///< ValueChannelRecord of all animations.
    Lods = 30,         ///< LodRecord, by mesh, and those of a mesh from fine to coarse.
    LodRanges = 31,    ///< uint32 number of indices: for each LodRecord, one for each submesh of its mesh.
    Shots = 34,        ///< The films' text (render/cinema), of kMaxShotsBytes at most; optional.
    Order = 35,        ///< One OrderRecord; optional.
};

struct SectionRecord {
    std::uint32_t kind;
    /// Bytes of one element; 1 for blobs.
    std::uint32_t elementBytes;
    /// From the start of the file; a multiple of kSectionAlignment.
    std::uint64_t offset;
    std::uint64_t bytes;
    /// XXH64 of the section's bytes. Checked by Package::verifyPayload() only.
    std::uint64_t hash;
};

/// Of the Shots section.
inline constexpr std::size_t kMaxShotsBytes = std::size_t{64} * 1024;

struct TextRef {
    std::uint32_t offset = 0;
    std::uint32_t bytes = 0;
};

/// What shoppers read, in both of the shop's languages; either may be empty.
struct LocalText {
    TextRef en;
    TextRef bn;
};

/// What a part or a variant costs by itself.
struct PriceRecord {
    std::int64_t minorUnits = 0;
    std::array<char, 4> currency{}; ///< ISO 4217, zero-terminated; empty where no price is told.
    std::uint32_t reserved = 0;
};

using Vector2 = std::array<float, 2>;
using Vector3 = std::array<float, 3>;
using Vector4 = std::array<float, 4>;
using Matrix4 = std::array<float, 16>;

struct Bounds {
    Vector3 min{};
    Vector3 max{};
};

struct InfoRecord {
    /// Bounds of the whole scene in world space, in the rest pose. Its size is the product's dimensions in metres.
    Bounds bounds;
    std::uint64_t triangleCount; ///< As drawn: a mesh used by two nodes counts twice.
    std::uint64_t vertexCount;   ///< As stored.
    TextRef sourceName;          ///< "Mixer.glb"
    TextRef generator;           ///< What the source file says that it was made with.
    TextRef copyright;
    TextRef sceneName;
};

/// What one package may ask a renderer to draw. A few bytes can place the same mesh again and again, so the size of a
/// file bounds neither.
inline constexpr std::uint64_t kMaxDraws = 4'096;
inline constexpr std::uint64_t kMaxDrawnTriangles = 16'000'000;

struct NodeRecord {
    std::int32_t parent; ///< Smaller than the node's own index, or −1.
    std::int32_t mesh;
    TextRef name;
    Vector3 translation;
    Vector4 rotation;
    Vector3 scale;
};

/// What can be taken off the product: a node with all that is below it, but for the parts there.
struct PartRecord {
    PriceRecord price;
    std::int32_t node;   ///< Ascending: a node is one part at most.
    std::uint32_t order; ///< When the product comes apart, those of a lower order go first, those of one together.
    LocalText name;
    LocalText material;
    Vector3 offset; ///< Where it goes then: metres, in the space of the node's parent; 0: it stays.
    std::uint32_t reserved;
};

/// A place on the product that something is said about.
struct HotspotRecord {
    std::int32_t node; ///< It moves with this one; −1: with none.
    Vector3 position;  ///< Metres, world space, the product whole and at rest.
    Vector3 normal;    ///< Unit length.
    LocalText title;
    LocalText text;
};

/// A mesh that bends with joints. It is stored as it is at rest; the joints' ways from there move it.
struct SkinRecord {
    std::int32_t node; ///< The one that shows the mesh. Ascending.
    std::uint32_t firstJoint;
    std::uint32_t jointCount; ///< What the vertices' joints count within.
    std::uint32_t reserved;
};

struct SkinJointRecord {
    std::int32_t node;
    std::uint32_t reserved;
    Matrix4 inverseBind; ///< From the mesh as it was bound to the joint's own space.
};

/// One shape that a mesh can go towards. A mesh's targets stand together, in their order; the mesh is stored with
/// `weight` of each.
struct MorphTargetRecord {
    TextRef name;
    std::int32_t mesh; ///< Ascending.
    float weight;
    std::uint32_t count; ///< Of the vertices that it moves.
    float positionStep;
    float normalStep;
    std::uint32_t reserved;
    std::uint64_t offset; ///< Into the MorphDeltas section; a multiple of 64.
    std::uint64_t bytes;  ///< As coded.
};

/// How far a morph target moves a vertex, in steps; what is coded.
struct MorphDelta {
    std::uint32_t vertex; ///< Ascending.
    std::array<std::int16_t, 3> position;
    std::array<std::int16_t, 3> normal;
};

struct AnimationRecord {
    TextRef name;
    LocalText title;
    std::uint32_t loops; ///< 1: its end joins its beginning.
    float seconds;
    std::uint32_t firstChannel;
    std::uint32_t channelCount;
    std::uint32_t firstValue = 0;
    std::uint32_t valueCount = 0;
};

/// Weights are those of the morph targets of the node's mesh.
enum class ChannelPath : std::uint32_t { Translation = 0, Rotation = 1, Scale = 2, Weights = 3 };
enum class Interpolation : std::uint32_t { Step = 0, Linear = 1, Cubic = 2 };

/// One property of one node over time. keyCount times (seconds, rising), then as many values of 3 floats (rotations 4,
/// a quaternion each); cubic ones stand between their in- and out-tangent, as in glTF.
struct ChannelRecord {
    std::int32_t node;
    ChannelPath path;
    Interpolation interpolation;
    std::uint32_t keyCount;
    std::uint64_t offset;      ///< Into the Keys section; a multiple of 64.
    std::uint32_t weights = 0; ///< Of the path Weights: how many. Then as many floats stand for a key.
    std::uint32_t reserved = 0;
};

constexpr std::uint32_t componentsOf(const ChannelRecord &channel)
{
    switch (channel.path) {
    case ChannelPath::Weights:
        return channel.weights;
    case ChannelPath::Rotation:
        return 4;
    default:
        return 3;
    }
}

/// What a value channel changes.
enum class ValueOwner : std::uint32_t { Material = 0, Light = 1, Camera = 2 };

/// Some floats of a material, a light or a camera over time (KHR_animation_pointer), with keys like a ChannelRecord's.
struct ValueChannelRecord {
    ValueOwner owner;
    std::uint32_t index;      ///< Of the package's materials, lights or cameras.
    std::uint32_t member;     ///< Bytes from the start of that record; isAnimatable() says which.
    std::uint32_t components; ///< Floats there, one after the other.
    Interpolation interpolation;
    std::uint32_t keyCount;
    std::uint64_t offset; ///< Into the Keys section; a multiple of 64.
};

constexpr std::uint32_t componentsOf(const ValueChannelRecord &channel) { return channel.components; }

/// Floats of a channel's values: one for each key and component, three where they are cubic.
template <typename Channel>
constexpr std::uint64_t valuesOf(const Channel &channel)
{
    return std::uint64_t{channel.keyCount} * componentsOf(channel) *
           (channel.interpolation == Interpolation::Cubic ? 3 : 1);
}

/// In the order in which they stand in a vertex. The names are QQuick3DGeometry's semantics.
enum class VertexSemantic : std::uint8_t {
    Position = 0,  ///< 3 floats
    Normal = 1,    ///< 3 floats, unit length
    Tangent = 2,   ///< 4 floats, w = handedness
    Binormal = 3,  ///< 3 floats, cross(normal, tangent) · w. Quick 3D reads three-component tangents and wants both.
                   ///< Never stored.
    TexCoord0 = 4, ///< 2 floats
    TexCoord1 = 5, ///< 2 floats
    Color = 6,     ///< 4 floats, linear
    Occlusion = 7, ///< 1 float: the part of an even light all around that reaches the surface, 0 to 1. Three floats of
                   ///< the vertex stand before it; where it has a colour, those are its red, green and blue.
    Joints = 8,    ///< 4 floats, whole numbers: joints of the skin
    Weights = 9,   ///< 4 floats, how much each counts; all 0: the vertex stays
};
inline constexpr std::size_t kMaxVertexAttributes = 10;

/// How an attribute is stored.
enum class VertexCoding : std::uint8_t {
    Float32 = 0,
    Unorm16 = 1, ///< Each component is low + step × its 16 bits.
    Octahedral16 =
        2, ///< A unit vector as two signed numbers of 16 bits, ÷ 32767 (Meyer et al. 2010); a tangent's w is a third.
    Derived = 3, ///< Not stored: a binormal.
};

struct VertexAttribute {
    VertexSemantic semantic;
    std::uint8_t components; ///< Each a 32-bit float, as decoded.
    VertexCoding coding;
    std::uint8_t reserved;
    std::uint16_t offset;       ///< From the start of the decoded vertex.
    std::uint16_t storedOffset; ///< From the start of the stored one.
    Vector4 low;
    Vector4 step;
};

/// Bytes that an attribute takes where it is stored.
constexpr std::uint32_t storedBytes(const VertexAttribute &attribute)
{
    switch (attribute.coding) {
    case VertexCoding::Float32:
        return attribute.components * 4U;
    case VertexCoding::Unorm16:
        return attribute.components * 2U;
    case VertexCoding::Octahedral16:
        return (attribute.components - 1U) * 2U;
    case VertexCoding::Derived:
        break;
    }
    return 0;
}

/// A mesh has one vertex layout, one vertex range and one index range; its submeshes are parts of the index range.
struct MeshRecord {
    TextRef name;
    std::uint32_t firstSubmesh;
    std::uint32_t submeshCount;
    std::uint64_t vertexOffset; ///< Into the Vertices section; a multiple of 64.
    std::uint64_t vertexBytes;  ///< As coded.
    std::uint64_t indexOffset;  ///< Into the Indices section; a multiple of 64.
    std::uint64_t indexBytes;   ///< As coded.
    std::uint32_t vertexCount;
    std::uint32_t vertexStride; ///< Of the decoded vertex, which is interleaved floats.
    std::uint32_t storedStride; ///< Of the stored one; a multiple of four.
    std::uint32_t indexCount;
    Bounds bounds; ///< In the mesh's own space.
    std::uint32_t attributeCount;
    std::array<VertexAttribute, kMaxVertexAttributes> attributes;
    std::uint32_t reserved;
};

struct SubmeshRecord {
    std::int32_t material;    ///< Always valid.
    std::uint32_t firstIndex; ///< Counted from the mesh's first index.
    std::uint32_t indexCount; ///< A multiple of three.
    Bounds bounds;
};

/// What one mesh may have besides itself.
inline constexpr std::size_t kMaxLods = 8;

/// A mesh in fewer triangles: some of its own vertices, its submeshes in their order, one after the other.
struct LodRecord {
    std::int32_t mesh;
    float error; ///< How far its surface is from the mesh's at most: metres, in the mesh's own space. It rises.
    std::uint64_t indexOffset; ///< Into the Indices section; a multiple of 64.
    std::uint64_t indexBytes;  ///< As coded.
    std::uint32_t indexCount;
    std::uint32_t vertexCount; ///< How many vertices it uses.
    std::uint32_t firstRange;  ///< Into the LodRanges section.
    std::uint32_t reserved;
};

/// What the order of the triangles costs to draw, over all draws: as the model had them, and as they are stored.
struct OrderRecord {
    float transformsBefore; ///< Vertices transformed for each triangle, by a cache of 16 (ACMR).
    float transformsAfter;
    float overdrawBefore; ///< How often a pixel is drawn, from three sides; 0: not measured.
    float overdrawAfter;
};

enum class AlphaMode : std::uint32_t { Opaque = 0, Mask = 1, Blend = 2 };
enum class Wrap : std::uint8_t { Repeat = 0, MirroredRepeat = 1, ClampToEdge = 2 };
enum class Filter : std::uint8_t { Nearest = 0, Linear = 1 };
enum class MipFilter : std::uint8_t { None = 0, Nearest = 1, Linear = 2 };

/// Which image a material reads, and how. uv' = translate(offset) · rotate(rotation) · scale(scale) · uv, as
/// KHR_texture_transform defines it.
struct TextureSlot {
    std::int32_t texture = kNone;
    std::uint32_t uvSet = 0; ///< 0 or 1
    Vector2 offset{0, 0};
    Vector2 scale{1, 1};
    float rotation = 0; ///< Radians, counter-clockwise.
    Wrap wrapU = Wrap::Repeat;
    Wrap wrapV = Wrap::Repeat;
    Filter magFilter = Filter::Linear;
    Filter minFilter = Filter::Linear;
    MipFilter mipFilter = MipFilter::Linear;
    /// Some animation moves its place: not 0, and another number for each slot, so that none shares another's texture.
    std::uint8_t moves = 0;
    std::array<std::uint8_t, 2> reserved{};
};

/// The textures of a material. Channels are glTF's: roughness G, metallic B, occlusion R, clearcoat R, clearcoat
/// roughness G, sheen roughness A, transmission R, thickness G, specular A, iridescence R, its thickness G.
enum class Slot : std::uint32_t {
    BaseColor,
    MetallicRoughness,
    Normal,
    Occlusion,
    Emissive,
    Clearcoat,
    ClearcoatRoughness,
    ClearcoatNormal,
    SheenColor,
    SheenRoughness,
    Transmission,
    Thickness,
    Specular,
    SpecularColor,
    Anisotropy,
    Iridescence,
    IridescenceThickness,
};
inline constexpr std::size_t kSlotCount = 17;

struct MaterialRecord {
    TextRef name;
    Vector4 baseColor{1, 1, 1, 1};
    float metallic = 1;
    float roughness = 1;
    float normalScale = 1;
    float occlusionStrength = 1;
    Vector3 emissive{0, 0, 0};
    float emissiveStrength = 1;
    AlphaMode alphaMode = AlphaMode::Opaque;
    float alphaCutoff = 0.5F;
    std::uint32_t doubleSided = 0;
    std::uint32_t unlit = 0;
    float clearcoat = 0;
    float clearcoatRoughness = 0;
    float clearcoatNormalScale = 1;
    Vector3 sheenColor{0, 0, 0};
    float sheenRoughness = 0;
    float transmission = 0;
    float thickness = 0;           ///< Metres in the mesh's space; 0 is thin-walled.
    float attenuationDistance = 0; ///< Metres; 0 means infinite.
    Vector3 attenuationColor{1, 1, 1};
    float ior = 1.5F; ///< 0 means an infinite index (specular-glossiness legacy).
    float specular = 1;
    Vector3 specularColor{1, 1, 1};
    float anisotropy = 0;
    float anisotropyRotation = 0; ///< Radians.
    float iridescence = 0;
    float iridescenceIor = 1.3F;
    float iridescenceThicknessMin = 100; ///< Nanometres.
    float iridescenceThicknessMax = 400;
    float dispersion = 0;
    std::array<TextureSlot, kSlotCount> textureSlots{};
    std::uint32_t reserved = 0;

    const TextureSlot &slot(Slot which) const { return textureSlots[static_cast<std::size_t>(which)]; }
    TextureSlot &slot(Slot which) { return textureSlots[static_cast<std::size_t>(which)]; }
};

enum class PixelFormat : std::uint32_t {
    Rgba8 = 1,
    Bc7 = 2, ///< 16 bytes for each 4×4 texels begun, rows of blocks downwards (ARB_texture_compression_bptc).
};

/// Of one mip level.
constexpr std::uint64_t pixelBytes(PixelFormat format, std::uint32_t width, std::uint32_t height)
{
    return format == PixelFormat::Rgba8 ? std::uint64_t{width} * height * 4
                                        : std::uint64_t{16} * ((width + 3) / 4) * ((height + 3) / 4);
}

enum class ColorSpace : std::uint32_t { Linear = 0, Srgb = 1 };

struct TextureRecord {
    TextRef name;
    std::uint32_t width;
    std::uint32_t height;
    PixelFormat format;
    ColorSpace colorSpace;
    std::uint32_t firstMip;
    std::uint32_t mipCount; ///< 1, or the whole chain down to 1×1.
    std::uint32_t hasAlpha; ///< Some texel is not opaque.
    std::uint32_t reserved;
};

struct MipRecord {
    std::uint64_t offset; ///< Into the Pixels section; a multiple of 64.
    std::uint64_t bytes;
    std::uint32_t width;
    std::uint32_t height;
};

struct VariantRecord {
    PriceRecord price; ///< What it adds to the product's.
    TextRef name;
    LocalText title; ///< Empty: the name is all there is.
};

enum class CameraKind : std::uint32_t { Perspective = 0, Orthographic = 1 };

struct CameraRecord {
    TextRef name;
    std::int32_t node;
    CameraKind kind;
    Matrix4 world;     ///< Camera to world; it looks along its −Z.
    float yFovRadians; ///< Perspective: the whole vertical angle.
    float aspect;      ///< Width by height; 0 where the file leaves it to the viewport.
    float xMagnitude;  ///< Orthographic: half the width, in metres.
    float yMagnitude;
    float zNear;
    float zFar; ///< 0: infinite.
};

/// Of a model's own lights, as many are shown at once: shaders have fifteen, and a studio has up to four.
inline constexpr std::size_t kMaxShownLights = 8;

enum class LightKind : std::uint32_t { Directional = 0, Point = 1, Spot = 2 };

/// A light of the model's own (KHR_lights_punctual). It shines along its node's −Z.
struct LightRecord {
    TextRef name;
    std::int32_t node;
    LightKind kind;
    Vector3 color;
    float intensity; ///< Candela; of directional ones lux.
    float range;     ///< Metres; 0: without end.
    float innerCone; ///< Radians from the axis, of spots.
    float outerCone;
};

/// Side of a picture of the ground, in texels.
inline constexpr int kGroundTexels = 192;

/// How the product darkens the ground under one light: a square seen from above, rows from the back (−Z) to the front,
/// columns from −X to +X; 0 is unshaded, 255 black.
struct GroundRecord {
    GroundKey key;
    float centreX; ///< Metres, world space.
    float centreZ;
    float groundY;        ///< Just below the product's foot, so that a floor of its own hides it.
    float side;           ///< Metres.
    std::uint64_t offset; ///< Into the GroundTexels section; a multiple of 64.
};

enum class Severity : std::uint32_t { Note = 0, Warning = 1 };

struct MessageRecord {
    Severity severity;
    TextRef text;
    TextRef where; ///< JSON pointer, or file and byte offset.
};

static_assert(sizeof(PackageHeader) == 64 && sizeof(SectionRecord) == 32 && sizeof(InfoRecord) == 72);
static_assert(sizeof(NodeRecord) == 56 && sizeof(MeshRecord) == 496 && sizeof(SubmeshRecord) == 36);
static_assert(sizeof(TextureSlot) == 36 && sizeof(MaterialRecord) == 788 && sizeof(TextureRecord) == 40);
static_assert(sizeof(LodRecord) == 40 && sizeof(OrderRecord) == 16);
static_assert(sizeof(GroundRecord) == 32 && sizeof(MipRecord) == 24 && sizeof(CameraRecord) == 104 &&
              sizeof(MessageRecord) == 20);
static_assert(sizeof(PartRecord) == 72 && sizeof(HotspotRecord) == 60 && sizeof(AnimationRecord) == 48 &&
              sizeof(ChannelRecord) == 32 && sizeof(VariantRecord) == 40);
static_assert(sizeof(SkinRecord) == 16 && sizeof(SkinJointRecord) == 72 && sizeof(MorphTargetRecord) == 48 &&
              sizeof(MorphDelta) == 16 && sizeof(LightRecord) == 44 && sizeof(ValueChannelRecord) == 32);
static_assert(std::is_trivially_copyable_v<MaterialRecord> && std::is_trivially_copyable_v<MeshRecord>);

} // namespace vitrine::render
