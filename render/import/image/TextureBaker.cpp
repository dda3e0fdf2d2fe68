// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/image/TextureBaker.h"

#include "render/import/ImportLimits.h"
#include "render/import/image/Mipmaps.h"
#include "render/texture/Bc7Picture.h"

#include <algorithm>
#include <deque>
#include <future>

namespace vitrine::render {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

/// Texels that may be in work at once: each costs about 14 bytes while it is decoded and reduced.
constexpr std::uint64_t kTexelsInWork = 24ULL << 20U;
constexpr std::size_t kThreads = 2;

struct Baked {
    struct Level {
        ImageSize size;
        std::vector<std::byte> bytes;
    };
    std::vector<Level> levels;
    PixelFormat format = PixelFormat::Bc7;
    bool isTransparent = false;
};

Result<Baked> bakeOne(std::span<const std::byte> encoded, ColorSpace colorSpace, const ImportOptions &options)
{
    VITRINE_TRY(Image image, decodeImage(encoded));
    const std::vector<Image> levels = mipChain(std::move(image), colorSpace, options.maxTextureSide);
    Baked baked;
    baked.isTransparent = hasTransparency(levels.front());
    baked.format = options.arePixelsPlain ? PixelFormat::Rgba8 : PixelFormat::Bc7;
    for (const Image &level : levels) {
        const std::span texels(level.texels.get(), level.byteCount());
        const auto bytes = std::as_bytes(texels);
        baked.levels.push_back(
            {level.size, options.arePixelsPlain
                             ? std::vector(bytes.begin(), bytes.end())
                             : encodeBc7(texels, level.size.width, level.size.height, baked.isTransparent)});
    }
    return baked;
}

std::unexpected<core::Error> at(core::Error error, const SceneImage &image)
{
    error.where = image.where;
    return std::unexpected(std::move(error));
}

/// Sizes of all, before anything is decoded.
Result<std::vector<std::uint64_t>> texelCounts(const Scene &scene, const std::vector<TextureUse> &textures)
{
    std::vector<std::uint64_t> counts;
    std::uint64_t total = 0;
    for (const TextureUse &use : textures) {
        const SceneImage &image = scene.images[use.image];
        const auto size = imageSize(image.encoded.bytes);
        if (!size)
            return at(size.error(), image);
        counts.push_back(std::uint64_t{size->width} * size->height);
        total += counts.back() * 4;
        if (total > limits::kTextureBytes)
            return fail(ErrorCode::TooLarge,
                        "more than " + std::to_string(limits::kTextureBytes) + " bytes of decoded textures together",
                        image.where);
    }
    return counts;
}

Status store(const Baked &baked, TextureRecord record, PackageWriter &writer, PackageContents &out)
{
    record.width = baked.levels.front().size.width;
    record.height = baked.levels.front().size.height;
    record.format = baked.format;
    record.firstMip = static_cast<std::uint32_t>(out.mips.size());
    record.mipCount = static_cast<std::uint32_t>(baked.levels.size());
    record.hasAlpha = baked.isTransparent ? 1 : 0;
    for (const auto &[size, bytes] : baked.levels) {
        VITRINE_TRY(const std::uint64_t offset, writer.append(bytes));
        out.mips.push_back({offset, bytes.size(), size.width, size.height});
    }
    out.textures.push_back(record);
    return {};
}

} // namespace

Status bakeTextures(Scene &scene, const std::vector<TextureUse> &textures, const ImportOptions &options,
                    PackageWriter &writer, PackageContents &out)
{
    VITRINE_TRY(const std::vector<std::uint64_t> counts, texelCounts(scene, textures));
    std::deque<std::future<Result<Baked>>> inWork;
    std::uint64_t texelsInWork = 0;
    std::size_t next = 0;
    for (std::size_t i = 0; i < textures.size(); ++i) {
        while (next < textures.size() && inWork.size() < kThreads &&
               (inWork.empty() || texelsInWork + counts[next] <= kTexelsInWork)) {
            const auto encoded = scene.images[textures[next].image].encoded.bytes;
            inWork.push_back(
                std::async(std::launch::async, bakeOne, encoded, textures[next].colorSpace, std::cref(options)));
            texelsInWork += counts[next++];
        }
        const SceneImage &image = scene.images[textures[i].image];
        const Result<Baked> baked = inWork.front().get();
        inWork.pop_front();
        texelsInWork -= counts[i];
        if (!baked)
            return at(baked.error(), image);
        if (std::uint64_t{baked->levels.front().size.width} * baked->levels.front().size.height < counts[i])
            scene.note("the texture was reduced to " + std::to_string(baked->levels.front().size.width) + "×" +
                           std::to_string(baked->levels.front().size.height),
                       image.where);
        TextureRecord record{};
        record.name = writer.text(image.name);
        record.colorSpace = textures[i].colorSpace;
        VITRINE_CHECK(store(*baked, record, writer, out));
    }
    return {};
}

} // namespace vitrine::render
