// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/studio/Direction.h"

#include <array>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <vector>

namespace vitrine::render {

/// A surround as an equirectangular picture: rows from the zenith down, columns once around; linear RGB.
struct EquirectImage {
    int width = 0;
    int height = 0;
    std::vector<Float3> pixels;

    /// Bilinear. Column u = atan2(z, x) / 2π + ½, as Qt Quick 3D reads such pictures.
    [[nodiscard]] Float3 sample(Float3 direction) const;
};

/// Reads a Radiance `.hdr` of at most 8192×4096. Fails with NotFound, TooLarge or Malformed.
[[nodiscard]] core::Result<EquirectImage> readHdr(const std::filesystem::path &path);
[[nodiscard]] core::Result<EquirectImage> decodeHdr(std::span<const std::byte> bytes);
/// Writes one: eight bits of the brightest channel, which all three share the exponent of.
[[nodiscard]] std::vector<std::byte> encodeHdr(const EquirectImage &image);

/// The light from a direction (unit length). Called from several threads at once.
using Surround = std::function<Float3(Float3 direction)>;

/// The surround as a picture twice as wide as high.
[[nodiscard]] EquirectImage paintEquirect(const Surround &surround, int height);

/// Takes a mip pyramid of a cube map: level, face (+X −X +Y −Y +Z −Z), row, column; linear RGB.
struct CubeMap {
    int size = 0;
    std::vector<std::array<std::vector<Float3>, 6>> levels;
};

/// The direction of a point on a face, (0,0) its first texel's corner and (1,1) its last one's; unit length.
[[nodiscard]] Float3 cubeDirection(int face, float across, float down);

/// A texel of a surround's picture: where its light falls from, and how much.
struct Patch {
    Float3 towards;
    float area = 0; ///< Steradians.
    Float3 light;
};
/// As many as the picture has texels, in its order.
[[nodiscard]] std::vector<Patch> patchesOf(const EquirectImage &image);
/// The light that a matt white face with this normal sends back.
[[nodiscard]] Float3 mattLight(std::span<const Patch> patches, Float3 normal);

struct BakeOptions {
    int size = 256;    ///< Of a face of the sharpest level, a power of two, at least 64.
    int samples = 512; ///< Per texel of the blurred levels.
    unsigned threads = 2;
};

/// The cube map that Quick 3D's light probe reads without filtering it again: levels 0 to n−2 are the surround as
/// GGX surfaces of roughness level/(n−2) reflect it (split-sum, N = V), the last level is the irradiance ÷ π.
/// Deterministic: the same input gives the same bytes on every run and number of threads.
[[nodiscard]] CubeMap prefilter(const Surround &surround, const BakeOptions &options);

/// The light that a matt white face with this normal sends back, read from the last level.
[[nodiscard]] Float3 diffuseAt(const CubeMap &prefiltered, Float3 normal);

/// The light from a direction as a surface of this roughness, 0 to 1, mirrors it. Of a map that was not filtered: its
/// first level.
[[nodiscard]] Float3 probeAt(const CubeMap &prefiltered, Float3 direction, float roughness);

/// Gives `map` the last level of another: what falls on matt surfaces.
void takeIrradiance(CubeMap &map, const CubeMap &other);

/// Multiplies all light by `factor`.
void scale(CubeMap &map, float factor);

/// The factor after which a matt white face lit as in the picture's bright side reads `whiteReads` (sRGB, 0 to 255).
/// `matt` gives what such a face sends back, by its normal.
[[nodiscard]] float exposureFor(const Surround &matt, float whiteReads);

/// KTX 1, RGBA16F, with the key by which Quick 3D knows a baked probe.
[[nodiscard]] std::vector<std::byte> encodeKtx(const CubeMap &prefiltered);

/// What encodeKtx() wrote. Fails with Malformed for anything else.
[[nodiscard]] core::Result<CubeMap> decodeProbe(std::span<const std::byte> ktx);

/// Its last level alone, as diffuseAt() takes it. Fails with Malformed for anything else.
[[nodiscard]] core::Result<CubeMap> decodeIrradiance(std::span<const std::byte> ktx);

} // namespace vitrine::render
