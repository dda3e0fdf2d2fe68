// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/geometry/Shading.h"

#include "render/Curves.h"
#include "render/import/geometry/Transform.h"

#include <meshoptimizer.h>

#include <algorithm>
#include <numeric>

namespace vitrine::render {
namespace {

template <typename T>
void gather(std::vector<T> &values, const std::vector<std::uint32_t> &source)
{
    if (values.empty())
        return;
    std::vector<T> result(source.size());
    std::ranges::transform(source, result.begin(), [&](std::uint32_t index) { return values[index]; });
    values = std::move(result);
}

/// Corners that agree in position, normal and texture coordinate share a number.
std::vector<std::uint32_t> weld(const ScenePrimitive &primitive, const std::vector<Vector2> &uv)
{
    std::vector<std::uint32_t> remap(primitive.positions.size());
    const std::array<meshopt_Stream, 3> streams = {{
        {primitive.positions.data(), sizeof(Vector3), sizeof(Vector3)},
        {primitive.normals.data(), sizeof(Vector3), sizeof(Vector3)},
        {uv.data(), sizeof(Vector2), sizeof(Vector2)},
    }};
    meshopt_generateVertexRemapMulti(remap.data(), primitive.indices.data(), primitive.indices.size(), remap.size(),
                                     streams.data(), streams.size());
    return remap;
}

struct Face {
    Vector3 tangent{};       ///< Along growing u; zero where the texture coordinates span no area.
    bool isMirrored = false; ///< Clockwise in texture space.
};

Face faceOf(const ScenePrimitive &primitive, const std::vector<Vector2> &uv, const std::uint32_t *corner)
{
    const Vector3 edge1 = primitive.positions[corner[1]] - primitive.positions[corner[0]];
    const Vector3 edge2 = primitive.positions[corner[2]] - primitive.positions[corner[0]];
    const float s1 = uv[corner[1]][0] - uv[corner[0]][0];
    const float t1 = uv[corner[1]][1] - uv[corner[0]][1];
    const float s2 = uv[corner[2]][0] - uv[corner[0]][0];
    const float t2 = uv[corner[2]][1] - uv[corner[0]][1];
    const float area = s1 * t2 - s2 * t1;
    Face face;
    if (area == 0 || !std::isfinite(area))
        return face;
    face.isMirrored = area < 0;
    face.tangent = normalized((edge1 * t2 - edge2 * t1) * (face.isMirrored ? -1.0F : 1.0F), {0, 0, 0});
    return face;
}

Vector3 projected(const Vector3 &v, const Vector3 &normal) { return v - normal * dot(v, normal); }

float angleAt(const ScenePrimitive &primitive, const std::uint32_t *corner, std::size_t k, const Vector3 &normal)
{
    const Vector3 &at = primitive.positions[corner[k]];
    const Vector3 zero{0, 0, 0};
    const Vector3 a = normalized(projected(primitive.positions[corner[(k + 1) % 3]] - at, normal), zero);
    const Vector3 b = normalized(projected(primitive.positions[corner[(k + 2) % 3]] - at, normal), zero);
    return std::acos(std::clamp(dot(a, b), -1.0F, 1.0F));
}

/// Any direction in the plane of the normal, where texture coordinates give none.
Vector3 anyTangent(const Vector3 &normal)
{
    const Vector3 axis = std::abs(normal[0]) < 0.9F ? Vector3{1, 0, 0} : Vector3{0, 1, 0};
    return normalized(projected(axis, normal), {1, 0, 0});
}

/// Vertices by the place where they stand: those of one place lie from `starts[place]` to `starts[place + 1]` in
/// `order`.
struct Places {
    std::vector<std::uint32_t> order;
    std::vector<std::uint32_t> starts;

    explicit Places(std::vector<Vector3> positions)
    {
        for (Vector3 &position : positions)
            position = position + Vector3{0, 0, 0}; // −0 and +0 are one place.
        std::vector<std::uint32_t> placeOf(positions.size());
        const std::size_t count = meshopt_generateVertexRemap(placeOf.data(), nullptr, positions.size(),
                                                              positions.data(), positions.size(), sizeof(Vector3));
        starts.resize(count + 1);
        for (const std::uint32_t place : placeOf)
            ++starts[place + 1];
        std::partial_sum(starts.begin(), starts.end(), starts.begin());
        std::vector<std::uint32_t> next = starts;
        order.resize(positions.size());
        for (std::size_t vertex = 0; vertex < placeOf.size(); ++vertex)
            order[next[placeOf[vertex]]++] = static_cast<std::uint32_t>(vertex);
    }
};

/// The sum of its triangles' normals, each as long as the triangle's angle there is wide.
std::vector<Vector3> ownNormals(const ScenePrimitive &primitive)
{
    const Vector3 zero{0, 0, 0};
    std::vector<Vector3> sums(primitive.positions.size(), zero);
    for (std::size_t i = 0; i + 2 < primitive.indices.size(); i += 3) {
        const std::uint32_t *corner = &primitive.indices[i];
        std::array<Vector3, 3> edges; // Each from its corner to the next.
        for (std::size_t k = 0; k < 3; ++k)
            edges[k] = normalized(primitive.positions[corner[(k + 1) % 3]] - primitive.positions[corner[k]], zero);
        const Vector3 normal = normalized(cross(edges[0], edges[1]), zero);
        for (std::size_t k = 0; k < 3; ++k) {
            const float cosine = std::clamp(-dot(edges[k], edges[(k + 2) % 3]), -1.0F, 1.0F);
            sums[corner[k]] = sums[corner[k]] + normal * std::acos(cosine);
        }
    }
    return sums;
}

} // namespace

void reverseTriangles(std::vector<std::uint32_t> &indices)
{
    for (std::size_t corner = 0; corner + 2 < indices.size(); corner += 3)
        std::swap(indices[corner + 1], indices[corner + 2]);
}

void gatherVertices(ScenePrimitive &primitive, const std::vector<std::uint32_t> &source)
{
    gather(primitive.positions, source);
    gather(primitive.normals, source);
    gather(primitive.tangents, source);
    gather(primitive.texCoords[0], source);
    gather(primitive.texCoords[1], source);
    gather(primitive.colors, source);
    gather(primitive.joints, source);
    gather(primitive.weights, source);
    for (SceneMoves &target : primitive.targets) {
        gather(target.positions, source);
        gather(target.normals, source);
    }
}

void makeFlatNormals(ScenePrimitive &primitive)
{
    primitive.tangents.clear();
    primitive.normals.clear();
    gatherVertices(primitive, primitive.indices);
    std::iota(primitive.indices.begin(), primitive.indices.end(), 0U);
    primitive.normals.resize(primitive.positions.size());
    for (std::size_t i = 0; i + 2 < primitive.indices.size(); i += 3) {
        const Vector3 *p = &primitive.positions[i];
        const Vector3 normal = normalized(cross(p[1] - p[0], p[2] - p[0]), {0, 1, 0});
        std::fill_n(primitive.normals.begin() + static_cast<std::ptrdiff_t>(i), 3, normal);
    }
}

void makeFlatMoves(ScenePrimitive &primitive)
{
    const auto flat = [&](std::size_t i, const std::vector<Vector3> &moves) {
        std::array<Vector3, 3> corner;
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t vertex = primitive.indices[i + k];
            corner[k] = moves.empty() ? primitive.positions[vertex] : primitive.positions[vertex] + moves[vertex];
        }
        return normalized(cross(corner[1] - corner[0], corner[2] - corner[0]), {0, 1, 0});
    };
    for (SceneMoves &target : primitive.targets) {
        if (target.positions.empty())
            continue;
        target.normals.assign(primitive.positions.size(), {0, 0, 0});
        for (std::size_t i = 0; i + 2 < primitive.indices.size(); i += 3) {
            const Vector3 turn = flat(i, target.positions) - flat(i, {});
            for (std::size_t k = 0; k < 3; ++k)
                target.normals[primitive.indices[i + k]] = turn;
        }
    }
}

void makeSmoothNormals(ScenePrimitive &primitive, float creaseDegrees)
{
    // Beyond so many vertices in one place each takes the mean of all: comparing each with each would take for ever
    // where a file puts everything into one place.
    constexpr std::uint32_t kMostCompared = 128;
    const float leastCosine = std::cos(radians(creaseDegrees));
    const std::vector<Vector3> sums = ownNormals(primitive);
    const Places places(primitive.positions);
    const auto direction = [&](std::uint32_t vertex) { return normalized(sums[vertex], {0, 0, 0}); };
    primitive.normals.assign(primitive.positions.size(), {0, 1, 0});
    std::vector<Vector3> directions;
    for (std::size_t place = 0; place + 1 < places.starts.size(); ++place) {
        const std::uint32_t *const first = places.order.data() + places.starts[place];
        const std::uint32_t count = places.starts[place + 1] - places.starts[place];
        directions.clear();
        for (std::uint32_t i = 0; i < count; ++i)
            directions.push_back(direction(first[i]));
        Vector3 all{0, 0, 0};
        for (std::uint32_t i = 0; i < count; ++i)
            all = all + sums[first[i]];
        for (std::uint32_t i = 0; i < count; ++i) {
            Vector3 sum = count > kMostCompared ? all : Vector3{0, 0, 0};
            for (std::uint32_t other = 0; count <= kMostCompared && other < count; ++other)
                if (other == i || dot(directions[i], directions[other]) >= leastCosine)
                    sum = sum + sums[first[other]];
            primitive.normals[first[i]] = normalized(sum, {0, 1, 0});
        }
    }
}

void sortSpatially(ScenePrimitive &primitive)
{
    std::vector<std::uint32_t> sorted(primitive.indices.size());
    meshopt_spatialSortTriangles(sorted.data(), primitive.indices.data(), sorted.size(),
                                 primitive.positions.front().data(), primitive.positions.size(), sizeof(Vector3));
    constexpr std::uint32_t kUnused = ~0U;
    std::vector<std::uint32_t> numbers(primitive.positions.size(), kUnused);
    std::vector<std::uint32_t> source;
    source.reserve(primitive.positions.size());
    for (std::uint32_t &index : sorted) {
        if (numbers[index] == kUnused) {
            numbers[index] = static_cast<std::uint32_t>(source.size());
            source.push_back(index);
        }
        index = numbers[index];
    }
    primitive.indices = std::move(sorted);
    gatherVertices(primitive, source);
}

void makeTangents(ScenePrimitive &primitive, std::uint32_t uvSet)
{
    const std::vector<Vector2> &uv = primitive.texCoords[uvSet];
    const std::vector<std::uint32_t> welded = weld(primitive, uv);
    const std::size_t vertexCount = primitive.positions.size();
    // Two sums a welded vertex: of the faces that keep the texture's orientation, and of those that mirror it.
    std::vector<Vector3> sums(vertexCount * 2, Vector3{0, 0, 0});
    std::vector<std::uint8_t> sides(primitive.indices.size());
    constexpr std::uint8_t kUndecided = 2;
    std::vector<std::uint8_t> known(vertexCount, 0);
    for (std::size_t i = 0; i < primitive.indices.size(); i += 3) {
        const std::uint32_t *corner = &primitive.indices[i];
        const Face face = faceOf(primitive, uv, corner);
        const bool hasTangent = dot(face.tangent, face.tangent) > 0;
        for (std::size_t k = 0; k < 3; ++k) {
            sides[i + k] = hasTangent ? (face.isMirrored ? 1 : 0) : kUndecided;
            if (!hasTangent)
                continue;
            const Vector3 &normal = primitive.normals[corner[k]];
            const Vector3 along = normalized(projected(face.tangent, normal), {0, 0, 0});
            Vector3 &sum = sums[std::size_t{welded[corner[k]]} * 2 + sides[i + k]];
            sum = sum + along * angleAt(primitive, corner, k, normal);
            known[welded[corner[k]]] |= static_cast<std::uint8_t>(1U << sides[i + k]);
        }
    }

    // One new vertex for each old one and orientation in use.
    std::vector<std::uint32_t> source;
    std::vector<Vector4> tangents;
    std::vector<std::uint32_t> made(vertexCount * 2, ~0U);
    for (std::size_t i = 0; i < primitive.indices.size(); ++i) {
        const std::uint32_t vertex = primitive.indices[i];
        std::uint8_t side = sides[i];
        if (side == kUndecided) // A face without texture area takes what its neighbours have.
            side = known[welded[vertex]] == 2 ? 1 : 0;
        std::uint32_t &target = made[std::size_t{vertex} * 2 + side];
        if (target == ~0U) {
            target = static_cast<std::uint32_t>(source.size());
            source.push_back(vertex);
            const Vector3 &normal = primitive.normals[vertex];
            const Vector3 tangent =
                normalized(projected(sums[std::size_t{welded[vertex]} * 2 + side], normal), anyTangent(normal));
            // The bitangent runs up the image, and glTF's v runs down it: the sign is the opposite of MikkTSpace's.
            tangents.push_back({tangent[0], tangent[1], tangent[2], side == 0 ? -1.0F : 1.0F});
        }
        primitive.indices[i] = target;
    }
    gatherVertices(primitive, source);
    primitive.tangents = std::move(tangents);
}

} // namespace vitrine::render
