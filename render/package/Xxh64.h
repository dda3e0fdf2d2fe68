// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace vitrine::render {

/// XXH64 with seed 0, as its specification defines it (https://github.com/Cyan4973/xxHash, doc/xxhash_spec.md):
/// finds accidental damage at memory speed. No protection against intent; signatures are the asset store's.
class Xxh64
{
public:
    void update(std::span<const std::byte> bytes);
    [[nodiscard]] std::uint64_t digest() const;

    [[nodiscard]] static std::uint64_t of(std::span<const std::byte> bytes)
    {
        Xxh64 hash;
        hash.update(bytes);
        return hash.digest();
    }

private:
    static constexpr std::uint64_t kPrime1 = 0x9E3779B185EBCA87ULL;
    static constexpr std::uint64_t kPrime2 = 0xC2B2AE3D27D4EB4FULL;

    std::array<std::uint64_t, 4> m_lanes = {kPrime1 + kPrime2, kPrime2, 0, 0 - kPrime1};
    std::array<std::byte, 32> m_pending{};
    std::size_t m_pendingBytes = 0;
    std::uint64_t m_totalBytes = 0;
};

} // namespace vitrine::render
