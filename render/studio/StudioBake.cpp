// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/studio/StudioBake.h"

#include "render/Curves.h"
#include "render/package/Xxh64.h"
#include "render/studio/Panorama.h"
#include "render/studio/Scenery.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <fstream>
#include <random>
#include <system_error>

namespace vitrine::render {

using core::ErrorCode;

namespace {

core::Result<std::vector<std::byte>> readFile(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file)
        return core::fail(ErrorCode::NotFound, "no light studio can be read here", path.string());
    std::vector<std::byte> bytes(static_cast<std::size_t>(std::max<std::streamoff>(file.tellg(), 0)));
    file.seekg(0);
    file.read(reinterpret_cast<char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    return bytes;
}

/// What a file describes: the light around a product, before its exposure.
struct Lit {
    Surround surround;
    Studio studio; ///< The defaults for an .hdr.
};

/// A live light where a ray tracer looks for it: among what surrounds the product.
struct Disc {
    Float3 towards;
    float radius; ///< Radians.
    Float3 light;

    [[nodiscard]] float cover(Float3 direction) const
    {
        constexpr float kBorder = 0.003F; // about a pixel, or the disc's size would depend on the grid
        const float away = std::acos(std::clamp(dot(direction, towards), -1.0F, 1.0F));
        return std::clamp(0.5F - (away - radius) / kBorder, 0.0F, 1.0F);
    }
};

/// The lamps, each spread over its disc.
std::vector<Disc> discsOf(const Studio &studio)
{
    std::vector<Disc> discs;
    const float radius = radians(std::max(studio.ground.lampWidth, 2.0F) / 2);
    for (const StudioLight &light : studio.lights) {
        const float density = 1 / (2 * (1 - std::cos(radius))); // π ÷ 2π(1 − cos)
        discs.push_back({directionTowards(light.yawDegrees, light.pitchDegrees), radius,
                         lightOf(light, studio.whitePointKelvin) * density});
    }
    return discs;
}

core::Result<Lit> readLight(const std::vector<std::byte> &bytes, bool isDescription)
{
    if (isDescription) {
        VITRINE_TRY(const auto studio, Studio::parse({reinterpret_cast<const char *>(bytes.data()), bytes.size()}));
        return Lit{surroundOf(studio.surround, studio.whitePointKelvin), studio};
    }
    VITRINE_TRY(auto image, decodeHdr(bytes));
    return Lit{[image = std::move(image)](Float3 direction) { return image.sample(direction); }, {}};
}

/// The light times `factor`, and the lamps.
Surround withLamps(const Lit &lit, float factor)
{
    return [surround = lit.surround, discs = discsOf(lit.studio), factor](Float3 direction) {
        Float3 light = surround(direction) * factor;
        for (const Disc &disc : discs)
            light += disc.light * disc.cover(direction);
        return light;
    };
}

/// How much brighter a bake is than what it was made of, by what falls on six faces.
float exposureOf(const CubeMap &irradiance, const Surround &surround)
{
    constexpr int kRows = 192;
    const std::vector<Patch> patches = patchesOf(paintEquirect(surround, kRows));
    float baked = 0;
    float raw = 0;
    for (int face = 0; face < 6; ++face) {
        const int size = static_cast<int>(std::lround(std::sqrt(irradiance.levels.back()[0].size())));
        const int texel = size / 2;
        const float middle = (static_cast<float>(texel) + 0.5F) / static_cast<float>(size);
        const Float3 normal = cubeDirection(face, middle, middle);
        baked += luminance(diffuseAt(irradiance, normal));
        raw += luminance(mattLight(patches, normal));
    }
    return raw > 0 ? baked / raw : 1;
}

float exposureOfBake(const CubeMap &prefiltered, float whiteReads)
{
    return exposureFor([&](Float3 normal) { return diffuseAt(prefiltered, normal); }, whiteReads);
}

core::Result<std::vector<std::byte>> bakeBytes(const std::vector<std::byte> &bytes, bool isDescription,
                                               const BakeOptions &options)
{
    VITRINE_TRY(const Lit lit, readLight(bytes, isDescription));
    CubeMap map = prefilter(lit.surround, options);
    scale(map, exposureOfBake(map, lit.studio.whiteReads));
    return encodeKtx(map);
}

bool isDescription(const std::filesystem::path &path) { return path.extension() == ".json"; }

core::Error naming(const std::filesystem::path &input, core::Error error)
{
    error.where = input.string() + (error.where.empty() ? "" : ": " + error.where);
    return error;
}

} // namespace

core::Result<std::vector<std::byte>> bakeStudio(const std::filesystem::path &input, const BakeOptions &options)
{
    VITRINE_TRY(const auto bytes, readFile(input));
    auto baked = bakeBytes(bytes, isDescription(input), options);
    if (!baked)
        return std::unexpected(naming(input, baked.error()));
    return baked;
}

core::Result<std::vector<std::byte>> paintSurround(const std::filesystem::path &input, const BakeOptions &options)
{
    constexpr int kRows = 1024;
    VITRINE_TRY(const auto bytes, readFile(input));
    const auto lit = readLight(bytes, isDescription(input));
    if (!lit)
        return std::unexpected(naming(input, lit.error()));
    // The factor comes from the same bake, so that both pictures have the same light to the last digit.
    const float factor = exposureOfBake(prefilter(lit->surround, options), lit->studio.whiteReads);
    return encodeHdr(paintEquirect(withLamps(*lit, factor), kRows));
}

core::Result<Surround> surroundAsBaked(const std::filesystem::path &input, std::span<const std::byte> baked)
{
    VITRINE_TRY(const auto bytes, readFile(input));
    const auto lit = readLight(bytes, isDescription(input));
    if (!lit)
        return std::unexpected(naming(input, lit.error()));
    VITRINE_TRY(const CubeMap irradiance, decodeIrradiance(baked));
    return withLamps(*lit, exposureOf(irradiance, lit->surround));
}

core::Result<std::optional<std::vector<std::byte>>> paintBackdrop(const std::filesystem::path &input)
{
    if (!isDescription(input))
        return std::nullopt;
    VITRINE_TRY(const auto bytes, readFile(input));
    auto studio = Studio::parse({reinterpret_cast<const char *>(bytes.data()), bytes.size()});
    if (!studio)
        return std::unexpected(naming(input, studio.error()));
    if (!studio->backdrop)
        return std::nullopt;
    return encodePng(paintPanorama(*studio->backdrop, studio->whitePointKelvin));
}

core::Result<std::filesystem::path> cachedStudio(const std::filesystem::path &input,
                                                 const std::filesystem::path &cacheFolder, const BakeOptions &options)
{
    VITRINE_TRY(const auto bytes, readFile(input));
    const auto path = cacheFolder / std::format("studio-{}-{}-{}-{:016x}.ktx", kStudioBakeVersion, options.size,
                                                options.samples, Xxh64::of(bytes));
    std::error_code ignored;
    if (std::filesystem::is_regular_file(path, ignored))
        return path;
    auto baked = bakeBytes(bytes, isDescription(input), options);
    if (!baked)
        return std::unexpected(naming(input, baked.error()));
    std::filesystem::create_directories(cacheFolder, ignored);
    VITRINE_CHECK(replaceFile(path, *baked));
    return path;
}

core::Status replaceFile(const std::filesystem::path &path, std::span<const std::byte> bytes)
{
    const auto partial = path.string() + std::format(".{:08x}.partial", std::random_device{}());
    {
        std::ofstream file(partial, std::ios::binary | std::ios::trunc);
        if (!file)
            return core::fail(ErrorCode::Unavailable, "cannot be written", path.string());
        file.write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        file.close();
        if (!file) {
            std::error_code ignored;
            std::filesystem::remove(partial, ignored);
            return core::fail(ErrorCode::StorageFull, "the file could not be written whole", path.string());
        }
    }
    std::error_code error;
    std::filesystem::rename(partial, path, error);
    if (error) {
        std::filesystem::remove(partial, error);
        return core::fail(ErrorCode::Unavailable, "cannot be replaced", path.string());
    }
    return {};
}

} // namespace vitrine::render
