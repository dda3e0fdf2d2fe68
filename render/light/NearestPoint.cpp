// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/light/NearestPoint.h"

#include "render/light/EmbreeScene.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace vitrine::render {
namespace {

Vector3 minus(const Vector3 &a, const Vector3 &b) { return {a[0] - b[0], a[1] - b[1], a[2] - b[2]}; }
Vector3 along(const Vector3 &from, const Vector3 &way, float part)
{
    return {from[0] + way[0] * part, from[1] + way[1] * part, from[2] + way[2] * part};
}
float dot(const Vector3 &a, const Vector3 &b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }

/// By the regions of Voronoi around corners, edges and face (Ericson, Real-Time Collision Detection, 5.1.5).
Vector3 nearestOf(const Vector3 &p, const Vector3 &a, const Vector3 &b, const Vector3 &c)
{
    const Vector3 ab = minus(b, a);
    const Vector3 ac = minus(c, a);
    const float d1 = dot(ab, minus(p, a));
    const float d2 = dot(ac, minus(p, a));
    if (d1 <= 0 && d2 <= 0)
        return a;
    const float d3 = dot(ab, minus(p, b));
    const float d4 = dot(ac, minus(p, b));
    if (d3 >= 0 && d4 <= d3)
        return b;
    const float vc = d1 * d4 - d3 * d2;
    if (vc <= 0 && d1 >= 0 && d3 <= 0)
        return along(a, ab, d1 - d3 > 0 ? d1 / (d1 - d3) : 0);
    const float d5 = dot(ab, minus(p, c));
    const float d6 = dot(ac, minus(p, c));
    if (d6 >= 0 && d5 <= d6)
        return c;
    const float vb = d5 * d2 - d1 * d6;
    if (vb <= 0 && d2 >= 0 && d6 <= 0)
        return along(a, ac, d2 - d6 > 0 ? d2 / (d2 - d6) : 0);
    const float va = d3 * d6 - d5 * d4;
    if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) {
        const float whole = (d4 - d3) + (d5 - d6);
        return along(b, minus(c, b), whole > 0 ? (d4 - d3) / whole : 0);
    }
    const float whole = va + vb + vc;
    return whole > 0 ? along(along(a, ab, vb / whole), ac, vc / whole) : a;
}

} // namespace

struct NearestPoint::Impl : EmbreeScene {
    static bool compare(RTCPointQueryFunctionArguments *arguments)
    {
        const auto &self = *static_cast<const Impl *>(arguments->userPtr);
        RTCPointQuery &query = *arguments->query;
        const auto corner = [&](unsigned c) -> const Vector3 & {
            return self.positions[self.indices[std::size_t{arguments->primID} * 3 + c]];
        };
        const Vector3 point{query.x, query.y, query.z};
        const Vector3 way = minus(nearestOf(point, corner(0), corner(1), corner(2)), point);
        const float distance = std::sqrt(dot(way, way));
        if (!(distance < query.radius))
            return false;
        query.radius = distance;
        return true;
    }
};

core::Result<NearestPoint> NearestPoint::build(std::span<const Vector3> positions,
                                               std::span<const std::uint32_t> indices)
{
    const auto impl = std::make_shared<Impl>();
    VITRINE_CHECK(impl->build({positions.begin(), positions.end()}, {indices.begin(), indices.end()}));
    return NearestPoint(impl);
}

float NearestPoint::distance(const Vector3 &point) const
{
    RTCPointQuery query{};
    query.x = point[0];
    query.y = point[1];
    query.z = point[2];
    query.radius = std::numeric_limits<float>::infinity();
    RTCPointQueryContext context;
    rtcInitPointQueryContext(&context);
    rtcPointQuery(m_impl->scene, &query, &context, &Impl::compare, const_cast<Impl *>(m_impl.get()));
    return query.radius;
}

} // namespace vitrine::render
