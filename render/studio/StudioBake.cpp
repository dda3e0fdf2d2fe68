// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/studio/StudioBake.h"

#include "render/package/Xxh64.h"
#include "render/studio/Panorama.h"
#include "render/studio/Scenery.h"

#include <algorithm>
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

core::Result<std::vector<std::byte>> bakeBytes(const std::vector<std::byte> &bytes, bool isDescription,
                                               const BakeOptions &options)
{
    Studio studio;
    Surround surround;
    EquirectImage image;
    if (isDescription) {
        VITRINE_TRY(studio, Studio::parse({reinterpret_cast<const char *>(bytes.data()), bytes.size()}));
        surround = surroundOf(studio.surround, studio.whitePointKelvin);
    } else {
        VITRINE_TRY(image, decodeHdr(bytes));
        surround = [&](Float3 direction) { return image.sample(direction); };
    }
    CubeMap map = prefilter(surround, options);
    scale(map, exposureFor(map, studio.whiteReads));
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
