// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace vitrine::render {

/// Bits of a byte string, the lowest bit of each byte first. Beyond the end it reads zeros, and says so: decoders of
/// blocks need no test for each field.
class BitReader
{
public:
    explicit BitReader(std::span<const std::byte> bytes)
        : m_bytes(bytes)
    {
    }

    /// The next `count` bits, at most 32; the first one read is the lowest.
    std::uint32_t take(std::uint32_t count)
    {
        std::uint64_t bits = 0;
        const std::size_t first = m_position / 8;
        for (std::size_t i = 0; i < 5 && first + i < m_bytes.size(); ++i)
            bits |= std::to_integer<std::uint64_t>(m_bytes[first + i]) << (8 * i);
        bits >>= m_position % 8;
        m_position += count;
        return static_cast<std::uint32_t>(bits & ((std::uint64_t{1} << count) - 1));
    }
    void skip(std::uint32_t count) { m_position += count; }
    bool isOverrun() const { return m_position > m_bytes.size() * 8; }

private:
    std::span<const std::byte> m_bytes;
    std::size_t m_position = 0;
};

} // namespace vitrine::render
