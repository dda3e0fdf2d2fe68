// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/studio/Environment.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <memory>
#include <numbers>

#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_HDR
#define STBI_NO_STDIO
#define STBI_MAX_DIMENSIONS 8192
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
// Without its files it has no HDR pictures either, not even in memory.
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#endif
#include <stb/stb_image.h>
#include <stb/stb_image_write.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

namespace vitrine::render {

using core::ErrorCode;

namespace {
constexpr std::size_t kMaxFileBytes = std::size_t{192} << 20U;
}

Float3 EquirectImage::sample(Float3 direction) const
{
    constexpr float kPi = std::numbers::pi_v<float>;
    const float u = std::atan2(direction.z, direction.x) / (2 * kPi) + 0.5F;
    const float v = 0.5F - std::asin(std::clamp(direction.y, -1.0F, 1.0F)) / kPi;
    const float column = u * static_cast<float>(width) - 0.5F;
    const float row = std::clamp(v * static_cast<float>(height) - 0.5F, 0.0F, static_cast<float>(height - 1));
    const int left = static_cast<int>(std::floor(column));
    const int top = static_cast<int>(row);
    const float across = column - static_cast<float>(left);
    const float down = row - static_cast<float>(top);
    const auto at = [&](int x, int y) {
        const int wrapped = ((x % width) + width) % width;
        return pixels[static_cast<std::size_t>(std::min(y, height - 1)) * static_cast<std::size_t>(width) +
                      static_cast<std::size_t>(wrapped)];
    };
    return mix(mix(at(left, top), at(left + 1, top), across), mix(at(left, top + 1), at(left + 1, top + 1), across),
               down);
}

core::Result<EquirectImage> decodeHdr(std::span<const std::byte> bytes)
{
    const auto *data = reinterpret_cast<const stbi_uc *>(bytes.data());
    const int length = static_cast<int>(std::min(bytes.size(), kMaxFileBytes));
    if (stbi_is_hdr_from_memory(data, length) == 0)
        return core::fail(ErrorCode::Malformed, "not a Radiance HDR picture");
    EquirectImage image;
    int channels = 0;
    const std::unique_ptr<float, void (*)(void *)> texels(
        stbi_loadf_from_memory(data, length, &image.width, &image.height, &channels, 3), stbi_image_free);
    if (!texels)
        return core::fail(ErrorCode::Malformed, std::string("HDR picture: ") + stbi_failure_reason());
    if (image.width < 4 || image.height < 2 || image.height > 4096)
        return core::fail(ErrorCode::TooLarge, "an HDR surround has 4×2 to 8192×4096 pixels");
    image.pixels.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));
    const float *texel = texels.get();
    for (Float3 &pixel : image.pixels) {
        // Half floats end at 65504; an infinity in the cube map would spread over the whole picture.
        const auto bounded = [](float value) { return value >= 0 ? std::min(value, 60000.0F) : 0.0F; };
        pixel = {bounded(texel[0]), bounded(texel[1]), bounded(texel[2])};
        texel += 3;
    }
    return image;
}

std::vector<std::byte> encodeHdr(const EquirectImage &image)
{
    static_assert(sizeof(Float3) == 3 * sizeof(float));
    std::vector<std::byte> bytes;
    stbi_write_hdr_to_func(
        [](void *target, void *data, int size) {
            const auto *first = static_cast<const std::byte *>(data);
            auto &out = *static_cast<std::vector<std::byte> *>(target);
            out.insert(out.end(), first, first + size);
        },
        &bytes, image.width, image.height, 3, &image.pixels.front().x);
    return bytes;
}

EquirectImage paintEquirect(const Surround &surround, int height)
{
    EquirectImage image{.width = 2 * height, .height = height, .pixels = {}};
    image.pixels.reserve(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(height));
    const float step = std::numbers::pi_v<float> / static_cast<float>(height);
    for (int row = 0; row < height; ++row) {
        const float pitch = std::numbers::pi_v<float> / 2 - (static_cast<float>(row) + 0.5F) * step;
        for (int column = 0; column < image.width; ++column) {
            const float around = (static_cast<float>(column) + 0.5F) * step - std::numbers::pi_v<float>;
            image.pixels.push_back(
                surround({std::cos(around) * std::cos(pitch), std::sin(pitch), std::sin(around) * std::cos(pitch)}));
        }
    }
    return image;
}

core::Result<EquirectImage> readHdr(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file)
        return core::fail(ErrorCode::NotFound, "no light studio can be read here", path.string());
    const auto size = static_cast<std::size_t>(std::max<std::streamoff>(file.tellg(), 0));
    if (size > kMaxFileBytes)
        return core::fail(ErrorCode::TooLarge, "an HDR surround has at most 192 MiB", path.string());
    std::vector<std::byte> bytes(size);
    file.seekg(0);
    file.read(reinterpret_cast<char *>(bytes.data()), static_cast<std::streamsize>(size));
    auto image = decodeHdr(bytes);
    if (!image)
        image.error().where = path.string();
    return image;
}

std::vector<Patch> patchesOf(const EquirectImage &image)
{
    const float step = std::numbers::pi_v<float> / static_cast<float>(image.height);
    std::vector<Patch> patches;
    patches.reserve(image.pixels.size());
    for (int row = 0; row < image.height; ++row) {
        const float down = (static_cast<float>(row) + 0.5F) * step;
        const float area = 2 * std::sin(down) * std::sin(step / 2) * step;
        for (int column = 0; column < image.width; ++column) {
            const float around = (static_cast<float>(column) + 0.5F) * step - std::numbers::pi_v<float>;
            patches.push_back(
                {.towards = {std::sin(down) * std::cos(around), std::cos(down), std::sin(down) * std::sin(around)},
                 .area = area,
                 .light = image.pixels[patches.size()]});
        }
    }
    return patches;
}

Float3 mattLight(std::span<const Patch> patches, Float3 normal)
{
    Float3 sum;
    for (const Patch &patch : patches)
        sum += patch.light * (std::max(dot(patch.towards, normal), 0.0F) * patch.area);
    return sum * std::numbers::inv_pi_v<float>;
}

} // namespace vitrine::render
