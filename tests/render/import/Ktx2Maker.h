// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

/// KTX2 files made by test code, byte by byte after the specification.
namespace vitrine::test {

/// Bits in the order in which texture blocks keep them: the lowest of each byte first.
class Bits
{
public:
    void add(std::uint64_t value, std::size_t count)
    {
        for (std::size_t i = 0; i < count; ++i, ++m_count) {
            if (m_count % 8 == 0)
                m_bytes.push_back(std::byte{0});
            if (i < 64 && (value >> i & 1U) != 0)
                m_bytes.back() |= std::byte{1} << (m_count % 8);
        }
    }
    const std::vector<std::byte> &bytes() const { return m_bytes; }

private:
    std::vector<std::byte> m_bytes;
    std::size_t m_count = 0;
};

/// A picture of one level.
struct Ktx2 {
    std::uint32_t vulkanFormat = 0;
    std::uint32_t width = 1;
    std::uint32_t height = 1;
    std::uint32_t faces = 1;
    std::uint32_t packing = 0;
    std::uint8_t colorModel = 1;
    std::uint8_t firstChannel = 0;
    std::vector<std::byte> level;
    std::uint64_t levelOffset = 0;   ///< 0: where it really is.
    std::uint64_t unpackedBytes = 0; ///< 0: as many as there are.

    std::vector<std::byte> bytes() const
    {
        constexpr std::size_t kDescriptorAt = 104;
        constexpr std::size_t kDescriptorBytes = 44;
        Bits bits;
        for (const unsigned byte : {0xabU, 0x4bU, 0x54U, 0x58U, 0x20U, 0x32U, 0x30U, 0xbbU, 0x0dU, 0x0aU, 0x1aU, 0x0aU})
            bits.add(byte, 8);
        for (const std::uint32_t value : {vulkanFormat, 1U, width, height, 0U, 0U, faces, 1U, packing})
            bits.add(value, 32);
        bits.add(kDescriptorAt, 32);
        bits.add(kDescriptorBytes, 32);
        bits.add(0, 64);  // no keys
        bits.add(0, 128); // no global data
        bits.add(levelOffset != 0 ? levelOffset : kDescriptorAt + kDescriptorBytes, 64);
        bits.add(level.size(), 64);
        bits.add(unpackedBytes != 0 ? unpackedBytes : level.size(), 64);
        bits.add(kDescriptorBytes, 32);
        bits.add(0, 64);
        bits.add(colorModel, 8);
        bits.add(0, 120 + 24);
        bits.add(firstChannel, 8);
        bits.add(0, 96);
        std::vector<std::byte> file = bits.bytes();
        file.insert(file.end(), level.begin(), level.end());
        return file;
    }
};

} // namespace vitrine::test
