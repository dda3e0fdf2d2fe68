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

Result<SceneCamera> readCamera(const JsonObject &object)
{
    SceneCamera camera;
    VITRINE_TRY(camera.name, object.name());
    VITRINE_TRY(const std::string_view type, object.text("type"));
    if (type != "perspective" && type != "orthographic")
        return fail(ErrorCode::InvalidArgument, "neither perspective nor orthographic", object.pointer("type"));
    VITRINE_TRY(const auto lens, object.object(type));
    if (!lens)
        return fail(ErrorCode::InvalidArgument, "missing", object.pointer(type));
    VITRINE_TRY(camera.zNear, lens->factor("znear", 0, 0, kMost));
    VITRINE_TRY(camera.zFar, lens->factor("zfar", 0, 0, kMost));
    if (type == "perspective") {
        VITRINE_TRY(camera.yFovRadians, lens->factor("yfov", 0, 0, 3.14159));
        VITRINE_TRY(camera.aspect, lens->factor("aspectRatio", 0, 0, kMost));
        if (camera.yFovRadians <= 0)
            return fail(ErrorCode::InvalidArgument, "must be above 0", lens->pointer("yfov"));
        return camera;
    }
    camera.kind = CameraKind::Orthographic;
    VITRINE_TRY(camera.xMagnitude, lens->factor("xmag", 0, -kMost, kMost));
    VITRINE_TRY(camera.yMagnitude, lens->factor("ymag", 0, -kMost, kMost));
    if (camera.xMagnitude == 0 || camera.yMagnitude == 0)
        return fail(ErrorCode::InvalidArgument, "must not be 0", lens->pointer("xmag"));
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

Result<SceneLight> readLight(const JsonObject &object)
{
    SceneLight light;
    VITRINE_TRY(light.name, object.name());
    VITRINE_TRY(const std::string_view type, object.text("type"));
    const auto kind = std::ranges::find(kLightKinds, type);
    if (kind == kLightKinds.end())
        return fail(ErrorCode::InvalidArgument, "neither directional, point nor spot", object.pointer("type"));
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
        VITRINE_TRY(SceneCamera camera, readCamera(object));
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
    std::vector<SceneLight> lights;
    VITRINE_TRY(const auto extension, document.root().extension(kLights));
    if (extension) {
        VITRINE_TRY(const JsonArray list, extension->array("lights"));
        for (std::size_t i = 0; i < list.size(); ++i) {
            VITRINE_TRY(const JsonObject object, list.object(i));
            VITRINE_TRY(SceneLight light, readLight(object));
            lights.push_back(std::move(light));
        }
    }
    Placed placed(lights.size());
    auto &shown = document.scene().lights;
    for (std::size_t index = 0; index < hierarchy.nodes.size(); ++index) {
        VITRINE_TRY(const JsonObject node, document.nodes().object(index));
        VITRINE_TRY(const std::int32_t light, lightOf(node, lights.size()));
        if (light == kNone || sceneNode[index] == kNone)
            continue;
        if (shown.size() == limits::kLights)
            return fail(ErrorCode::TooLarge, "more than " + std::to_string(limits::kLights) + " lights",
                        node.pointer());
        placed[static_cast<std::size_t>(light)].push_back(shown.size());
        shown.push_back(lights[static_cast<std::size_t>(light)]);
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
