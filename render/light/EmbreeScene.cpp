// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/light/EmbreeScene.h"

namespace vitrine::render {

EmbreeScene::~EmbreeScene()
{
    if (scene != nullptr)
        rtcReleaseScene(scene);
    if (device != nullptr)
        rtcReleaseDevice(device);
}

core::Status EmbreeScene::build(std::vector<Vector3> corners, std::vector<std::uint32_t> list)
{
    if (device == nullptr)
        return core::fail(core::ErrorCode::Unavailable, "the ray tracer could not be started");
    const std::size_t count = corners.size();
    corners.push_back({});
    positions = std::move(corners);
    indices = std::move(list);
    RTCGeometry geometry = rtcNewGeometry(device, RTC_GEOMETRY_TYPE_TRIANGLE);
    rtcSetSharedGeometryBuffer(geometry, RTC_BUFFER_TYPE_VERTEX, 0, RTC_FORMAT_FLOAT3, positions.data(), 0,
                               sizeof(Vector3), count);
    rtcSetSharedGeometryBuffer(geometry, RTC_BUFFER_TYPE_INDEX, 0, RTC_FORMAT_UINT3, indices.data(), 0,
                               3 * sizeof(std::uint32_t), indices.size() / 3);
    rtcCommitGeometry(geometry);
    scene = rtcNewScene(device);
    rtcAttachGeometry(scene, geometry);
    rtcReleaseGeometry(geometry);
    rtcCommitScene(scene);
    if (rtcGetDeviceError(device) != RTC_ERROR_NONE)
        return core::fail(core::ErrorCode::TooLarge, "the ray tracer could not take so many triangles");
    return {};
}

} // namespace vitrine::render
