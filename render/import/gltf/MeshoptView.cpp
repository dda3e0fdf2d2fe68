// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/MeshoptView.h"

#include "render/import/ImportLimits.h"

#include <meshoptimizer.h>

namespace vitrine::render::gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::Status;

struct Coded {
    std::span<const unsigned char> bytes;
    std::uint64_t count = 0;
    std::uint64_t stride = 0;
};

// The library only asserts what these check.
Status decode(const JsonObject &extension, std::string_view mode, const Coded &coded, std::vector<std::byte> &into)
{
    int result = 0;
    if (mode == "ATTRIBUTES") {
        if (coded.stride == 0 || coded.stride % 4 != 0 || coded.stride > 256)
            return fail(ErrorCode::InvalidArgument, "not a multiple of 4 up to 256", extension.pointer("byteStride"));
        result =
            meshopt_decodeVertexBuffer(into.data(), coded.count, coded.stride, coded.bytes.data(), coded.bytes.size());
    } else if (mode == "TRIANGLES" || mode == "INDICES") {
        if (coded.stride != 2 && coded.stride != 4)
            return fail(ErrorCode::InvalidArgument, "neither 2 nor 4", extension.pointer("byteStride"));
        if (mode == "TRIANGLES" && coded.count % 3 != 0)
            return fail(ErrorCode::InvalidArgument, "not a multiple of 3", extension.pointer("count"));
        result = mode == "TRIANGLES" ? meshopt_decodeIndexBuffer(into.data(), coded.count, coded.stride,
                                                                 coded.bytes.data(), coded.bytes.size())
                                     : meshopt_decodeIndexSequence(into.data(), coded.count, coded.stride,
                                                                   coded.bytes.data(), coded.bytes.size());
    } else {
        return fail(ErrorCode::InvalidArgument, "not a mode of EXT_meshopt_compression", extension.pointer("mode"));
    }
    if (result != 0)
        return fail(ErrorCode::Malformed, "the compressed data is damaged", extension.pointer());
    return {};
}

Status filter(const JsonObject &extension, std::string_view name, const Coded &coded, std::vector<std::byte> &values)
{
    const auto badStride = [&] {
        return fail(ErrorCode::InvalidArgument, "does not suit the filter " + std::string(name),
                    extension.pointer("byteStride"));
    };
    if (name.empty() || name == "NONE")
        return {};
    if (name == "OCTAHEDRAL") {
        if (coded.stride != 4 && coded.stride != 8)
            return badStride();
        meshopt_decodeFilterOct(values.data(), coded.count, coded.stride);
    } else if (name == "QUATERNION") {
        if (coded.stride != 8)
            return badStride();
        meshopt_decodeFilterQuat(values.data(), coded.count, coded.stride);
    } else if (name == "EXPONENTIAL") {
        if (coded.stride % 4 != 0)
            return badStride();
        meshopt_decodeFilterExp(values.data(), coded.count, coded.stride);
    } else {
        return fail(ErrorCode::InvalidArgument, "not a filter of EXT_meshopt_compression", extension.pointer("filter"));
    }
    return {};
}

} // namespace

core::Result<Blob> decodeMeshoptView(const Blob &blob, const JsonObject &extension, std::uint64_t viewLength)
{
    Coded coded;
    coded.bytes = {reinterpret_cast<const unsigned char *>(blob.bytes.data()), blob.bytes.size()};
    VITRINE_TRY(coded.count, extension.count("count", {}, 1));
    VITRINE_TRY(coded.stride, extension.count("byteStride", {}, 1));
    VITRINE_TRY(const std::string_view mode, extension.text("mode"));
    VITRINE_TRY(const std::string_view filterName, extension.text("filter"));
    if (coded.count > limits::kIndices || coded.stride > 256 || coded.count * coded.stride > limits::kModelFileBytes)
        return fail(ErrorCode::TooLarge,
                    std::to_string(coded.count) + " elements of " + std::to_string(coded.stride) + " bytes",
                    extension.pointer("count"));
    if (coded.count * coded.stride != viewLength)
        return fail(ErrorCode::InvalidArgument, "count × byteStride is not the view's byteLength",
                    extension.pointer("count"));
    std::vector<std::byte> values(coded.count * coded.stride);
    VITRINE_CHECK(decode(extension, mode, coded, values));
    VITRINE_CHECK(filter(extension, filterName, coded, values));
    return Blob::of(std::move(values));
}

} // namespace vitrine::render::gltf
