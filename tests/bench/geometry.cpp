// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/mesh/MeshCoding.h"
#include "render/package/MappedFile.h"

#include <meshoptimizer.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <vector>

/// `vitrine-bench-geometry PACKAGE…`: a JSON line of all of them together.
namespace {

using namespace vitrine::render;

constexpr int kRounds = 20;
/// A small vertex cache of a first-in-first-out kind, as meshoptimizer's documentation measures by.
constexpr unsigned kCache = 16;

double seconds(const auto &work)
{
    double best = 1e9;
    for (int round = 0; round < kRounds; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    return best;
}

struct Totals {
    double codedBytes = 0;
    double floatBytes = 0;
    double vertexSeconds = 0; ///< meshoptimizer's vertex codec alone.
    double storedBytes = 0;
    double meshSeconds = 0; ///< All of decodeMesh().
    double transforms = 0;
    double triangles = 0;
    double shaded = 0;
    double covered = 0;
    double worstStep = 0; ///< Metres in the mesh's own space.

    void add(const Package &package, std::size_t index)
    {
        const MeshRecord &mesh = package.meshes()[index];
        const auto code = package.codedVerticesOf(mesh);
        std::vector<std::byte> stored(std::size_t{mesh.vertexCount} * mesh.storedStride);
        vertexSeconds += seconds([&] {
            (void)meshopt_decodeVertexBuffer(stored.data(), mesh.vertexCount, mesh.storedStride,
                                             reinterpret_cast<const unsigned char *>(code.data()), code.size());
        });
        storedBytes += static_cast<double>(stored.size());
        meshSeconds += seconds([&] { (void)decodeMesh(package, index); });
        codedBytes += static_cast<double>(mesh.vertexBytes + mesh.indexBytes);
        const auto decoded = decodeMesh(package, index);
        if (!decoded)
            return;
        floatBytes += static_cast<double>(decoded->vertices.size() + decoded->indices.size() * 4);
        for (const SubmeshRecord &submesh : package.submeshesOf(mesh)) {
            const std::uint32_t *indices = decoded->indices.data() + submesh.firstIndex;
            const auto cache = meshopt_analyzeVertexCache(indices, submesh.indexCount, mesh.vertexCount, kCache, 0, 0);
            transforms += cache.vertices_transformed;
            triangles += submesh.indexCount / 3.0;
            const auto overdraw = meshopt_analyzeOverdraw(indices, submesh.indexCount,
                                                          reinterpret_cast<const float *>(decoded->vertices.data()),
                                                          mesh.vertexCount, mesh.vertexStride);
            shaded += overdraw.pixels_shaded;
            covered += overdraw.pixels_covered;
        }
        const Vector4 &step = mesh.attributes[0].step;
        worstStep =
            std::max(worstStep,
                     std::sqrt(double{step[0]} * step[0] + double{step[1]} * step[1] + double{step[2]} * step[2]) / 2);
    }
};

} // namespace

int main(int count, char **arguments)
{
    Totals totals;
    for (int i = 1; i < count; ++i) {
        const auto file = MappedFile::open(arguments[i]);
        const auto package = file ? Package::open(file->bytes()) : std::unexpected(file.error());
        if (!package) {
            std::fprintf(stderr, "%s: %s\n", arguments[i], vitrine::core::describe(package.error()).c_str());
            return 1;
        }
        for (std::size_t mesh = 0; mesh < package->meshes().size(); ++mesh)
            totals.add(*package, mesh);
    }
    std::printf("{\"vertexBytesPerSecond\":%.0f,\"meshBytesPerSecond\":%.0f,\"codedPart\":%.4f,\"acmr\":%.4f,"
                "\"overdraw\":%.4f,\"positionErrorMetres\":%.9f}\n",
                totals.storedBytes / totals.vertexSeconds, totals.floatBytes / totals.meshSeconds,
                totals.codedBytes / totals.floatBytes, totals.transforms / totals.triangles,
                totals.shaded / totals.covered, totals.worstStep);
    return 0;
}
