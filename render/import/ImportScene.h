// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ModelFiles.h"
#include "render/package/PackageFormat.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What every reader (glTF, Assimp) makes of a file, and what the baker makes a package of. Conventions are those of
/// PackageFormat.h. Plain values; the rest pose is already applied.
namespace vitrine::render {

/// How one morph target moves a primitive; each empty, or one for each vertex.
struct SceneMoves {
    std::vector<Vector3> positions;
    std::vector<Vector3> normals;
};

struct ScenePrimitive {
    std::vector<Vector3> positions;
    std::vector<Vector3> normals;  ///< Empty: flat normals are made.
    std::vector<Vector4> tangents; ///< Empty: made where the material needs them.
    std::array<std::vector<Vector2>, 2> texCoords;
    std::vector<Vector4> colors;
    std::vector<Vector4> joints;        ///< Of a skin that moves: numbers within SceneNode::joints.
    std::vector<Vector4> weights;       ///< As many as joints; sum to 1 or 0.
    std::vector<SceneMoves> targets;    ///< SceneMesh::targets, where something moves their weights.
    std::vector<std::uint32_t> indices; ///< A triangle list, each index below positions.size().
    std::int32_t material = kNone;
    std::vector<std::pair<std::uint32_t, std::int32_t>> variantMaterials; ///< (variant, material)
};

struct SceneMorphTarget {
    std::string name;
    float weight = 0; ///< The mesh is as this makes it.
};

struct SceneMesh {
    std::string name;
    std::vector<SceneMorphTarget> targets; ///< Those that something moves.
    std::vector<ScenePrimitive> primitives;
};

/// In both of the shop's languages; either may be empty.
struct SceneText {
    std::string en;
    std::string bn;
};

/// See PartRecord.
struct ScenePart {
    SceneText name;
    SceneText material;
    Vector3 offset{0, 0, 0};
    std::uint32_t order = 0;
    PriceRecord price;
};

/// See HotspotRecord.
struct SceneHotspot {
    std::int32_t node = kNone;
    Vector3 position{0, 0, 0};
    Vector3 normal{0, 1, 0};
    SceneText title;
    SceneText text;
};

/// See ChannelRecord.
struct SceneChannel {
    std::int32_t node = kNone;
    ChannelPath path = ChannelPath::Translation;
    Interpolation interpolation = Interpolation::Linear;
    std::vector<float> times;
    std::vector<float> values;
};

/// See ValueChannelRecord; `index` is of the scene's materials, lights or cameras.
struct SceneValueChannel {
    ValueOwner owner = ValueOwner::Material;
    std::size_t index = 0;
    std::uint32_t member = 0;
    std::uint32_t components = 1;
    Interpolation interpolation = Interpolation::Linear;
    std::vector<float> times;
    std::vector<float> values;
};

struct SceneAnimation {
    std::string name;
    SceneText title;
    bool loops = false;
    std::vector<SceneChannel> channels; ///< One at least, of these or of values.
    std::vector<SceneValueChannel> values;
};

struct SceneVariant {
    std::string name;
    SceneText title;
    PriceRecord price;
};

/// See SkinJointRecord.
struct SceneJoint {
    std::int32_t node = kNone;
    Matrix4 inverseBind{};
};

struct SceneNode {
    std::string name;
    std::optional<ScenePart> part;
    std::int32_t parent = kNone; ///< Comes before the node.
    std::int32_t mesh = kNone;
    Vector3 translation{0, 0, 0};
    Vector4 rotation{0, 0, 0, 1};
    Vector3 scale{1, 1, 1};
    std::vector<SceneJoint> joints; ///< Of its mesh, if they move.
};

struct SceneImage {
    std::string name;
    Blob encoded; ///< PNG, JPEG, WebP or KTX2.
    std::string where;
};

struct SceneMaterial {
    std::string name;
    /// Its slots' `texture` is an index of Scene::images; which colour space follows from the slot.
    MaterialRecord values;
};

struct SceneCamera {
    std::string name;
    std::int32_t node = kNone;
    CameraKind kind = CameraKind::Perspective;
    float yFovRadians = 0;
    float aspect = 0;
    float xMagnitude = 0;
    float yMagnitude = 0;
    float zNear = 0;
    float zFar = 0;
};

/// See LightRecord.
struct SceneLight {
    std::string name;
    std::int32_t node = kNone;
    LightKind kind = LightKind::Point;
    Vector3 color{1, 1, 1};
    float intensity = 1;
    float range = 0;
    float innerCone = 0;
    float outerCone = 0;
};

struct SceneMessage {
    Severity severity = Severity::Warning;
    std::string text;
    std::string where;
};

struct Scene {
    std::string name;
    std::string generator;
    std::string copyright;
    std::vector<SceneNode> nodes;
    std::vector<SceneMesh> meshes;
    std::vector<SceneMaterial> materials;
    std::vector<SceneImage> images;
    std::vector<SceneVariant> variants;
    std::vector<SceneHotspot> hotspots;
    std::vector<SceneAnimation> animations;
    std::vector<SceneCamera> cameras;
    std::vector<SceneLight> lights;
    std::vector<SceneMessage> messages;
    /// The first fault of the file that does not keep it from being shown: why it is refused if it shows nothing.
    std::optional<core::Error> flaw;
    std::string shots; ///< The text of its films, checked; see ShotsFile.h.

    /// Beyond limits::kMessages, messages are dropped: a broken file must not fill the report.
    void warn(std::string text, std::string where);
    void note(std::string text, std::string where);
};

/// Why a scene has no triangles, in words; empty if it has some.
[[nodiscard]] std::string whyNothingIsShown(const Scene &scene);
inline constexpr const char *kNoTriangles = "its meshes have no triangles";
/// The error of a file that is sound, and has none; `where` may be empty.
[[nodiscard]] core::Error nothingToDraw(const std::string &why, std::string where = {});

} // namespace vitrine::render
