// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/studio/Environment.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace vitrine::render {

/// Raised whenever the same input bakes to other bytes, so that no cache hands out an old one.
inline constexpr int kStudioBakeVersion = 3;

/// Bakes a studio's `.json` or an equirectangular `.hdr` into a light probe's KTX. Takes about two seconds of one
/// core; call it off the GUI thread. Fails as Studio::parse() and readHdr() do.
[[nodiscard]] core::Result<std::vector<std::byte>> bakeStudio(const std::filesystem::path &input,
                                                              const BakeOptions &options);

/// The same through a folder of finished bakes, named by the content of the input and the options: returns the path
/// of the KTX in it, baked now if it is not there. Two processes may do this at once. Fails with Unavailable or
/// StorageFull where the folder cannot be written.
[[nodiscard]] core::Result<std::filesystem::path>
cachedStudio(const std::filesystem::path &input, const std::filesystem::path &cacheFolder, const BakeOptions &options);

/// The same light as a Radiance picture of 2048 × 1024 for programs that trace rays: exposed as the bake is, before the
/// studio's own exposure, and with the live lights as discs as wide as the ground's key. Fails as bakeStudio() does.
[[nodiscard]] core::Result<std::vector<std::byte>> paintSurround(const std::filesystem::path &input,
                                                                 const BakeOptions &options);

/// The same light by direction, for a ray tracer of our own. `baked` is the studio's finished bake, which tells how the
/// light was exposed without baking it again. Fails as bakeStudio() does, and with Malformed for what is no bake.
[[nodiscard]] core::Result<Surround> surroundAsBaked(const std::filesystem::path &input,
                                                     std::span<const std::byte> baked);

/// The PNG of the place behind the product (Panorama.h); nothing for an .hdr and for a studio that stands before the
/// house's backdrop. Fails as bakeStudio() does.
[[nodiscard]] core::Result<std::optional<std::vector<std::byte>>> paintBackdrop(const std::filesystem::path &input);

/// Writes a file under another name and renames it, so that nobody reads half of it.
[[nodiscard]] core::Status replaceFile(const std::filesystem::path &path, std::span<const std::byte> bytes);

} // namespace vitrine::render
