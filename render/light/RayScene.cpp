// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/light/RayScene.h"

#include "render/light/EmbreeScene.h"

namespace vitrine::render {

struct RayScene::Impl : EmbreeScene {
};

core::Result<RayScene> RayScene::build(std::vector<Vector3> positions, std::vector<std::uint32_t> indices)
{
    const auto impl = std::make_shared<Impl>();
    VITRINE_CHECK(impl->build(std::move(positions), std::move(indices)));
    return RayScene(impl);
}

RayScene::Flags RayScene::occluded(std::span<const Vector3, kPacket> origins, const Vector3 &direction,
                                   const Flags &asked, float reach) const
{
    alignas(32) std::array<int, kPacket> valid{};
    alignas(32) RTCRay8 rays{};
    for (std::size_t i = 0; i < kPacket; ++i) {
        valid[i] = asked[i] ? -1 : 0;
        rays.org_x[i] = origins[i][0];
        rays.org_y[i] = origins[i][1];
        rays.org_z[i] = origins[i][2];
        rays.dir_x[i] = direction[0];
        rays.dir_y[i] = direction[1];
        rays.dir_z[i] = direction[2];
        rays.tfar[i] = reach;
        rays.mask[i] = ~0U;
    }
    RTCOccludedArguments arguments;
    rtcInitOccludedArguments(&arguments);
    arguments.flags = RTC_RAY_QUERY_FLAG_COHERENT;
    rtcOccluded8(valid.data(), m_impl->scene, &rays, &arguments);
    Flags hit{};
    for (std::size_t i = 0; i < kPacket; ++i)
        hit[i] = asked[i] && rays.tfar[i] < 0; // Embree's sign of a hit.
    return hit;
}

namespace {

RTCRay rayOf(const Vector3 &origin, const Vector3 &direction, float from, float to)
{
    RTCRay ray{};
    ray.org_x = origin[0];
    ray.org_y = origin[1];
    ray.org_z = origin[2];
    ray.dir_x = direction[0];
    ray.dir_y = direction[1];
    ray.dir_z = direction[2];
    ray.tnear = from;
    ray.tfar = to;
    ray.mask = ~0U;
    return ray;
}

} // namespace

std::optional<RayScene::Hit> RayScene::nearest(const Vector3 &origin, const Vector3 &direction, float from,
                                               float to) const
{
    RTCRayHit ray{.ray = rayOf(origin, direction, from, to), .hit = {}};
    ray.hit.geomID = RTC_INVALID_GEOMETRY_ID;
    rtcIntersect1(m_impl->scene, &ray);
    if (ray.hit.geomID == RTC_INVALID_GEOMETRY_ID)
        return std::nullopt;
    return Hit{ray.hit.primID, ray.ray.tfar, ray.hit.u, ray.hit.v};
}

bool RayScene::isOccluded(const Vector3 &origin, const Vector3 &direction, float from, float to) const
{
    RTCRay ray = rayOf(origin, direction, from, to);
    rtcOccluded1(m_impl->scene, &ray);
    return ray.tfar < 0;
}

} // namespace vitrine::render
