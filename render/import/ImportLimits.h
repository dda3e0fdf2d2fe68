// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

/// What an import may use at most. All checked before anything is allocated for it.
namespace vitrine::render::limits {

inline constexpr std::uint64_t kModelFileBytes = 256ULL << 20U;
inline constexpr std::uint64_t kAllFilesBytes = 512ULL << 20U;
inline constexpr std::uint64_t kJsonBytes = 64ULL << 20U;
inline constexpr std::size_t kJsonDepth = 64;
inline constexpr std::uint32_t kNodes = 65'536;
inline constexpr std::uint32_t kPrimitives = 65'536;
/// Of all primitives together, as read.
inline constexpr std::uint64_t kVertices = 8'000'000;
inline constexpr std::uint64_t kIndices = 24'000'000;
inline constexpr std::uint32_t kMorphTargets = 1'024;
/// Of one primitive, where its targets' weights move: targets × vertices.
inline constexpr std::uint64_t kMorphMoves = 8'000'000;
inline constexpr std::uint32_t kTextureSide = 8'192;
inline constexpr std::uint32_t kTextures = 512;
/// Of all textures together, decoded, in full size.
inline constexpr std::uint64_t kTextureBytes = 1ULL << 30U;
inline constexpr std::uint32_t kVariants = 1'024;
inline constexpr std::uint64_t kVariantTableEntries = 4'000'000;
inline constexpr std::uint32_t kHotspots = 1'024;
/// Places where a model's lights stand.
inline constexpr std::uint32_t kLights = 256;
inline constexpr std::uint32_t kAnimations = 1'024;
/// Of all animations together.
inline constexpr std::uint32_t kChannels = 65'536;
inline constexpr std::uint64_t kKeyFloats = 16'000'000;
inline constexpr std::size_t kNameBytes = 1'024;
inline constexpr std::size_t kMessages = 200;

/// Of the sandboxed process (sandbox/Sandbox.h).
inline constexpr std::uint64_t kAddressSpaceBytes = 1ULL << 30U;
inline constexpr std::uint64_t kPackageBytes = 1ULL << 30U;
/// Processor and wall time. Callers are promised an answer within 20 s, with what comes before and after; the
/// largest product of the house takes 8 s of processor time, on two cores 4.
inline constexpr std::uint32_t kSeconds = 18;

} // namespace vitrine::render::limits
