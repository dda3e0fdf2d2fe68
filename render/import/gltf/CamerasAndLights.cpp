// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/CamerasAndLights.h"

#include "render/import/ImportLimits.h"

#include <algorithm>
#include <array>

namespace vitrine::render::gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

constexpr double kMost = std::numeric_limits<float>::max();
constexpr std::array<std::string_view, 3> kLightKinds = {"directional", "point", "spot"};
constexpr std::string_view kLights = "KHR_lights_punctual";

/// Nothing where what it says is sound and cannot be shown.
Result<std::optional<SceneCamera>> readCamera(Document &document, const JsonObject &object)
{
    SceneCamera camera;
    VITRINE_TRY(camera.name, object.name());
    VITRINE_TRY(const std::string_view type, object.text("type"));
    if (type != "perspective" && type != "orthographic")
        return fail(ErrorCode::InvalidArgument, "neither perspective nor orthographic", object.pointer("type"));
    VITRINE_TRY(const auto lens, object.object(type));
    if (!lens)
        return fail(ErrorCode::InvalidArgument, "missing", object.pointer(type));
    if (object.has("perspective") && object.has("orthographic"))
        document.flaw("both perspective and orthographic", object.pointer());
    VITRINE_TRY(camera.zNear, lens->factor("znear", 0, 0, kMost));
    VITRINE_TRY(camera.zFar, lens->factor("zfar", 0, 0, kMost));
    if (type == "perspective") {
        VITRINE_TRY(camera.yFovRadians, lens->factor("yfov", 0, 0, kMost));
        VITRINE_TRY(camera.aspect, lens->factor("aspectRatio", 0, 0, kMost));
        if (camera.yFovRadians <= 0)
            return fail(ErrorCode::InvalidArgument, "must be above 0", lens->pointer("yfov"));
        if (camera.yFovRadians > 3.14159F) {
            document.scene().warn("the camera sees half a turn or more and is left out", lens->pointer("yfov"));
            return std::nullopt;
        }
        return camera;
    }
    camera.kind = CameraKind::Orthographic;
    VITRINE_TRY(camera.xMagnitude, lens->factor("xmag", 0, -kMost, kMost));
    VITRINE_TRY(camera.yMagnitude, lens->factor("ymag", 0, -kMost, kMost));
    if (camera.xMagnitude == 0 || camera.yMagnitude == 0)
        return fail(ErrorCode::InvalidArgument, "must not be 0",
                    lens->pointer(camera.xMagnitude == 0 ? "xmag" : "ymag"));
    return camera;
}

Status readSpot(const JsonObject &object, SceneLight &light)
{
    constexpr double kQuarterTurn = 1.5707964;
    VITRINE_TRY(const auto spot, object.object("spot"));
    if (!spot)
        return fail(ErrorCode::InvalidArgument, "missing", object.pointer("spot"));
    VITRINE_TRY(light.innerCone, spot->factor("innerConeAngle", 0, 0, kQuarterTurn));
    VITRINE_TRY(light.outerCone, spot->factor("outerConeAngle", 0.7853982F, 0, kQuarterTurn));
    if (light.innerCone >= light.outerCone)
        return fail(ErrorCode::InvalidArgument, "not below outerConeAngle", spot->pointer("innerConeAngle"));
    return {};
}

/// Nothing where its kind is one that is not known.
Result<std::optional<SceneLight>> readLight(Document &document, const JsonObject &object)
{
    SceneLight light;
    VITRINE_TRY(light.name, object.name());
    VITRINE_TRY(const std::string_view type, object.text("type"));
    const auto kind = std::ranges::find(kLightKinds, type);
    if (!object.has("type"))
        return fail(ErrorCode::InvalidArgument, "missing", object.pointer("type"));
    if (kind == kLightKinds.end()) {
        document.scene().warn("a light of the kind '" + std::string(type.substr(0, 40)) +
                                  "' is not known and is left out",
                              object.pointer("type"));
        return std::nullopt;
    }
    light.kind = static_cast<LightKind>(kind - kLightKinds.begin());
    VITRINE_TRY([[maybe_unused]] const bool hasColor, object.numbers("color", light.color));
    for (const float value : light.color)
        if (!(value >= 0))
            return fail(ErrorCode::InvalidArgument, "a colour outside of its range", object.pointer("color"));
    VITRINE_TRY(light.intensity, object.factor("intensity", 1, 0, kMost));
    VITRINE_TRY(light.range, object.factor("range", 0, 0, kMost));
    if (object.has("range") && light.range <= 0)
        return fail(ErrorCode::InvalidArgument, "must be above 0", object.pointer("range"));
    if (light.kind == LightKind::Spot)
        VITRINE_CHECK(readSpot(object, light));
    return light;
}

/// Which of the file's lights a node has; kNone for none.
Result<std::int32_t> lightOf(const JsonObject &node, std::size_t count)
{
    VITRINE_TRY(const auto extension, node.extension(kLights));
    if (!extension)
        return kNone;
    return extension->requiredIndex("light", count, "/extensions/KHR_lights_punctual/lights");
}

} // namespace

Result<Placed> readCameras(Document &document, const Hierarchy &hierarchy, const std::vector<std::int32_t> &sceneNode)
{
    auto &cameras = document.scene().cameras;
    Placed placed(document.cameras().size());
    for (std::size_t i = 0; i < placed.size(); ++i) {
        VITRINE_TRY(const JsonObject object, document.cameras().object(i));
        VITRINE_TRY(auto read, readCamera(document, object));
        if (!read)
            continue;
        SceneCamera &camera = *read;
        for (const std::int32_t index : hierarchy.shown) {
            const Node &node = hierarchy.nodes[static_cast<std::size_t>(index)];
            if (node.camera != static_cast<std::int32_t>(i))
                continue;
            camera.node = sceneNode[static_cast<std::size_t>(index)];
            placed[i].push_back(cameras.size());
            cameras.push_back(camera);
            if (cameras.back().name.empty())
                cameras.back().name = node.name;
        }
    }
    return placed;
}

Result<Placed> readLights(Document &document, const Hierarchy &hierarchy, const std::vector<std::int32_t> &sceneNode)
{
    std::vector<std::optional<SceneLight>> lights;
    VITRINE_TRY(const auto extension, document.root().extension(kLights));
    if (extension) {
        if (!extension->has("lights"))
            document.flaw("missing", extension->pointer("lights"));
        VITRINE_TRY(const JsonArray list, extension->array("lights"));
        for (std::size_t i = 0; i < list.size(); ++i) {
            VITRINE_TRY(const JsonObject object, list.object(i));
            VITRINE_TRY(lights.emplace_back(), readLight(document, object));
        }
    }
    Placed placed(lights.size());
    auto &shown = document.scene().lights;
    for (std::size_t index = 0; index < hierarchy.nodes.size(); ++index) {
        VITRINE_TRY(const JsonObject node, document.nodes().object(index));
        VITRINE_TRY(const std::int32_t light, lightOf(node, lights.size()));
        if (light == kNone || sceneNode[index] == kNone || !lights[static_cast<std::size_t>(light)])
            continue;
        if (shown.size() == limits::kLights)
            return fail(ErrorCode::TooLarge, "more than " + std::to_string(limits::kLights) + " lights",
                        node.pointer());
        placed[static_cast<std::size_t>(light)].push_back(shown.size());
        shown.push_back(*lights[static_cast<std::size_t>(light)]);
        shown.back().node = sceneNode[index];
        if (shown.back().name.empty())
            shown.back().name = hierarchy.nodes[index].name;
    }
    if (shown.size() > kMaxShownLights)
        document.scene().warn("of " + std::to_string(shown.size()) + " lights the " + std::to_string(kMaxShownLights) +
                                  " strongest are shown",
                              "/extensions/KHR_lights_punctual");
    return placed;
}

} // namespace vitrine::render::gltf
