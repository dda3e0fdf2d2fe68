// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/ReportMeasures.h"

#include <algorithm>
#include <cmath>

namespace vitrine::render {
namespace {

constexpr double kMillimetres = 1000;
/// Of directions in 2 × 16 bits (render/mesh).
constexpr double kOctahedralDegrees = 0.003;

/// How many times as large as it is stored each node shows its mesh, at most.
std::vector<double> scalesOf(const Package &package)
{
    std::vector<double> scales;
    for (const NodeRecord &node : package.nodes()) {
        double scale = 0;
        for (const float side : node.scale)
            scale = std::max(scale, static_cast<double>(std::abs(side)));
        scales.push_back(node.parent == kNone ? scale : scale * scales[static_cast<std::size_t>(node.parent)]);
    }
    return scales;
}

/// A package may hold any number.
double sound(float number) { return std::isfinite(number) && number > 0 ? static_cast<double>(number) : 0; }

double halfDiagonal(const VertexAttribute &attribute)
{
    double sum = 0;
    for (std::size_t c = 0; c < 3; ++c)
        sum += sound(attribute.step[c]) * sound(attribute.step[c]);
    return std::sqrt(sum) / 2;
}

} // namespace

ImportReport::Precision precisionOf(const Package &package)
{
    ImportReport::Precision worst;
    const std::vector<double> scales = scalesOf(package);
    for (std::size_t n = 0; n < scales.size(); ++n) {
        const std::int32_t mesh = package.nodes()[n].mesh;
        if (mesh == kNone)
            continue;
        for (const VertexAttribute &attribute :
             package.attributesOf(package.meshes()[static_cast<std::size_t>(mesh)])) {
            if (attribute.coding == VertexCoding::Octahedral16)
                worst.normalDegrees = kOctahedralDegrees;
            if (attribute.coding != VertexCoding::Unorm16)
                continue;
            if (attribute.semantic == VertexSemantic::Position)
                worst.positionMillimetres =
                    std::max(worst.positionMillimetres, halfDiagonal(attribute) * scales[n] * kMillimetres);
            if (attribute.semantic == VertexSemantic::TexCoord0 || attribute.semantic == VertexSemantic::TexCoord1)
                worst.textureCoordinates =
                    std::max({worst.textureCoordinates, sound(attribute.step[0]) / 2, sound(attribute.step[1]) / 2});
        }
    }
    return worst;
}

ImportReport::Order orderOf(const Package &package)
{
    const OrderRecord *order = package.order();
    if (order == nullptr)
        return {};
    return {sound(order->transformsBefore), sound(order->transformsAfter), sound(order->overdrawBefore),
            sound(order->overdrawAfter)};
}

std::vector<ImportReport::Level> levelsOf(const Package &package)
{
    std::size_t count = 0;
    for (std::size_t mesh = 0; mesh < package.meshes().size(); ++mesh)
        count = std::max(count, package.lodsOf(mesh).size());
    std::vector<ImportReport::Level> levels(count);
    const std::vector<double> scales = scalesOf(package);
    for (std::size_t n = 0; n < scales.size(); ++n) {
        const std::int32_t shown = package.nodes()[n].mesh;
        if (shown == kNone)
            continue;
        const auto mesh = static_cast<std::size_t>(shown);
        const auto lods = package.lodsOf(mesh);
        for (std::size_t level = 0; level < count; ++level) {
            if (lods.empty()) {
                levels[level].triangles += package.meshes()[mesh].indexCount / 3;
                continue;
            }
            const LodRecord &lod = lods[std::min(level, lods.size() - 1)];
            levels[level].triangles += lod.indexCount / 3;
            levels[level].errorMillimetres =
                std::max(levels[level].errorMillimetres, sound(lod.error) * scales[n] * kMillimetres);
        }
    }
    return levels;
}

std::vector<ImportReport::Compression> compressionOf(const Package &package)
{
    std::vector<ImportReport::Compression> formats;
    for (const TextureRecord &texture : package.textures()) {
        auto found = std::ranges::find(formats, texture.format, &ImportReport::Compression::format);
        if (found == formats.end())
            found = formats.insert(formats.end(), {texture.format, 0, 0, 0});
        ++found->textures;
        for (const MipRecord &mip : package.mipsOf(texture)) {
            found->bytes += mip.bytes;
            found->bareBytes += pixelBytes(PixelFormat::Rgba8, mip.width, mip.height);
        }
    }
    return formats;
}

} // namespace vitrine::render
