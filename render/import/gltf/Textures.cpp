// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/Textures.h"

#include "render/import/ImportLimits.h"
#include "render/import/gltf/Uri.h"
#include "render/import/image/ImageDecoder.h"

#include <array>

namespace vitrine::render::gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

Result<Wrap> readWrap(const JsonObject &sampler, std::string_view key)
{
    VITRINE_TRY(const std::uint64_t code, sampler.count(key, 10497));
    switch (code) {
    case 10497:
        return Wrap::Repeat;
    case 33648:
        return Wrap::MirroredRepeat;
    case 33071:
        return Wrap::ClampToEdge;
    default:
        return fail(ErrorCode::InvalidArgument, std::to_string(code) + " is not a wrapping mode", sampler.pointer(key));
    }
}

/// The better first.
constexpr std::array<const char *, 2> kImageExtensions = {"KHR_texture_basisu", "EXT_texture_webp"};

} // namespace

Result<Textures> Textures::open(Document &document)
{
    if (document.images().size() > limits::kTextures)
        return fail(ErrorCode::TooLarge,
                    std::to_string(document.images().size()) + " images (limit " + std::to_string(limits::kTextures) +
                        ")",
                    "/images");
    Textures textures(document);
    textures.m_loaded.resize(document.images().size());
    for (std::size_t i = 0; i < document.textures().size(); ++i) {
        VITRINE_TRY(const JsonObject texture, document.textures().object(i));
        VITRINE_TRY([[maybe_unused]] const auto source, texture.index("source", document.images().size(), "/images"));
        VITRINE_TRY([[maybe_unused]] const auto sampler,
                    texture.index("sampler", document.samplers().size(), "/samplers"));
        for (const char *name : kImageExtensions) {
            VITRINE_TRY(const auto extension, texture.extension(name));
            if (extension) {
                VITRINE_TRY([[maybe_unused]] const auto other,
                            extension->index("source", document.images().size(), "/images"));
            }
        }
    }
    for (std::size_t i = 0; i < document.samplers().size(); ++i) {
        VITRINE_TRY([[maybe_unused]] const JsonObject sampler, document.samplers().object(i));
    }
    for (std::size_t i = 0; i < document.images().size(); ++i) {
        VITRINE_TRY(const JsonObject image, document.images().object(i));
        VITRINE_TRY([[maybe_unused]] const auto view,
                    image.index("bufferView", document.bufferViewCount(), "/bufferViews"));
    }
    return textures;
}

Status Textures::readSlot(const JsonObject &owner, std::string_view key, TextureSlot &into)
{
    VITRINE_TRY(const auto info, owner.object(key));
    if (!info)
        return {};
    VITRINE_TRY(const std::int32_t index, info->requiredIndex("index", m_document.textures().size(), "/textures"));
    VITRINE_TRY(const JsonObject texture, m_document.textures().object(static_cast<std::size_t>(index)));
    VITRINE_TRY(std::uint64_t uvSet, info->count("texCoord", 0));
    VITRINE_CHECK(readSampler(texture, into));
    VITRINE_CHECK(readTransform(*info, into));
    VITRINE_TRY(const auto transform, info->extension("KHR_texture_transform"));
    if (transform) {
        VITRINE_TRY(uvSet, transform->count("texCoord", uvSet));
    }
    if (uvSet > 1) {
        scene().warn("texture coordinate set " + std::to_string(uvSet) +
                         " is not supported, only 0 and 1; the "
                         "texture is left out",
                     info->pointer("texCoord"));
        return {};
    }
    into.uvSet = static_cast<std::uint32_t>(uvSet);
    VITRINE_TRY(into.texture, image(texture));
    return {};
}

Status Textures::readSampler(const JsonObject &texture, TextureSlot &into) const
{
    VITRINE_TRY(const std::int32_t index, texture.index("sampler", m_document.samplers().size(), "/samplers"));
    if (index == kNone)
        return {};
    VITRINE_TRY(const JsonObject sampler, m_document.samplers().object(static_cast<std::size_t>(index)));
    VITRINE_TRY(into.wrapU, readWrap(sampler, "wrapS"));
    VITRINE_TRY(into.wrapV, readWrap(sampler, "wrapT"));
    VITRINE_TRY(const std::uint64_t mag, sampler.count("magFilter", 9729));
    if (mag != 9728 && mag != 9729)
        return fail(ErrorCode::InvalidArgument, std::to_string(mag) + " is not a filter", sampler.pointer("magFilter"));
    into.magFilter = mag == 9728 ? Filter::Nearest : Filter::Linear;
    VITRINE_TRY(const std::uint64_t min, sampler.count("minFilter", 9987));
    switch (min) {
    case 9728:
        into.minFilter = Filter::Nearest, into.mipFilter = MipFilter::None;
        break;
    case 9729:
        into.minFilter = Filter::Linear, into.mipFilter = MipFilter::None;
        break;
    case 9984:
        into.minFilter = Filter::Nearest, into.mipFilter = MipFilter::Nearest;
        break;
    case 9985:
        into.minFilter = Filter::Linear, into.mipFilter = MipFilter::Nearest;
        break;
    case 9986:
        into.minFilter = Filter::Nearest, into.mipFilter = MipFilter::Linear;
        break;
    case 9987:
        into.minFilter = Filter::Linear, into.mipFilter = MipFilter::Linear;
        break;
    default:
        return fail(ErrorCode::InvalidArgument, std::to_string(min) + " is not a filter", sampler.pointer("minFilter"));
    }
    return {};
}

Status Textures::readTransform(const JsonObject &info, TextureSlot &into) const
{
    VITRINE_TRY(const auto transform, info.extension("KHR_texture_transform"));
    if (!transform)
        return {};
    VITRINE_TRY([[maybe_unused]] const bool hasOffset, transform->numbers("offset", into.offset));
    VITRINE_TRY([[maybe_unused]] const bool hasScale, transform->numbers("scale", into.scale));
    VITRINE_TRY(const double rotation, transform->number("rotation", 0));
    into.rotation = static_cast<float>(rotation);
    return {};
}

Result<std::int32_t> Textures::image(const JsonObject &texture)
{
    const std::size_t count = m_document.images().size();
    VITRINE_TRY(const std::int32_t source, texture.index("source", count, "/images"));
    bool hasImage = source != kNone;
    // The extensions' images first: the plain one beside them is for readers that know no better.
    for (const char *name : kImageExtensions) {
        VITRINE_TRY(const auto extension, texture.extension(name));
        if (!extension)
            continue;
        VITRINE_TRY(const std::int32_t other, extension->index("source", count, "/images"));
        if (other == kNone)
            continue;
        VITRINE_TRY(const std::int32_t loaded, load(other));
        if (loaded != kNone)
            return loaded;
        hasImage = true;
    }
    if (!hasImage)
        scene().warn("the texture has no image and is left out", texture.pointer());
    if (source == kNone)
        return kNone;
    return load(source);
}

Result<std::int32_t> Textures::load(std::int32_t index)
{
    auto &loaded = m_loaded[static_cast<std::size_t>(index)];
    if (loaded)
        return *loaded;
    VITRINE_TRY(const JsonObject object, m_document.images().object(static_cast<std::size_t>(index)));
    VITRINE_TRY(Blob bytes, imageBytes(object));
    if (imageKind(bytes.bytes) == ImageKind::Unknown)
        return fail(ErrorCode::Malformed, "not a PNG, JPEG, WebP or KTX2 image", object.pointer());
    if (const auto size = imageSize(bytes.bytes); !size && size.error().code == ErrorCode::Unsupported) {
        scene().warn(size.error().detail + " are not supported; the texture is left out", object.pointer());
        loaded = kNone;
        return kNone;
    }
    SceneImage image;
    VITRINE_TRY(image.name, object.name());
    image.encoded = std::move(bytes);
    image.where = object.pointer();
    loaded = static_cast<std::int32_t>(scene().images.size());
    scene().images.push_back(std::move(image));
    return *loaded;
}

Status Textures::checkUnused()
{
    for (std::size_t i = 0; i < m_loaded.size(); ++i) {
        if (m_loaded[i])
            continue;
        VITRINE_TRY(const JsonObject object, m_document.images().object(i));
        VITRINE_TRY(const std::string_view uri, object.text("uri"));
        if (isElsewhere(uri))
            scene().warn("a file outside of the model's folder is named, and not read", object.pointer("uri"));
        else
            VITRINE_CHECK(imageBytes(object).transform([](const Blob &) {}));
    }
    return {};
}

Result<Blob> Textures::imageBytes(const JsonObject &object)
{
    VITRINE_TRY(const std::int32_t view, object.index("bufferView", m_document.bufferViewCount(), "/bufferViews"));
    VITRINE_TRY(const std::string_view uri, object.text("uri"));
    if (view != kNone && object.has("uri"))
        return fail(ErrorCode::InvalidArgument, "both a bufferView and a uri", object.pointer());
    if (view != kNone) {
        VITRINE_TRY(BufferView found, m_document.view(view));
        return std::move(found.blob);
    }
    if (!object.has("uri"))
        return fail(ErrorCode::InvalidArgument, "neither a bufferView nor a uri", object.pointer());
    return readUri(uri, m_document.files(), object.pointer("uri"));
}

} // namespace vitrine::render::gltf
