// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/package/Xxh64.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace vitrine::render {
namespace {

constexpr std::uint64_t kPrime1 = 0x9E3779B185EBCA87ULL;
constexpr std::uint64_t kPrime2 = 0xC2B2AE3D27D4EB4FULL;
constexpr std::uint64_t kPrime3 = 0x165667B19E3779F9ULL;
constexpr std::uint64_t kPrime4 = 0x85EBCA77C2B2AE63ULL;
constexpr std::uint64_t kPrime5 = 0x27D4EB2F165667C5ULL;

template <typename T>
T read(const std::byte *from)
{
    T value;
    std::memcpy(&value, from, sizeof value);
    return value;
}

std::uint64_t round(std::uint64_t lane, std::uint64_t input) { return std::rotl(lane + input * kPrime2, 31) * kPrime1; }

void consume(std::array<std::uint64_t, 4> &lanes, const std::byte *stripe)
{
    for (std::size_t i = 0; i < 4; ++i)
        lanes[i] = round(lanes[i], read<std::uint64_t>(stripe + i * 8));
}

} // namespace

void Xxh64::update(std::span<const std::byte> bytes)
{
    m_totalBytes += bytes.size();
    if (m_pendingBytes > 0) {
        const std::size_t taken = std::min(bytes.size(), m_pending.size() - m_pendingBytes);
        std::copy_n(bytes.begin(), taken, m_pending.begin() + static_cast<std::ptrdiff_t>(m_pendingBytes));
        m_pendingBytes += taken;
        bytes = bytes.subspan(taken);
        if (m_pendingBytes < m_pending.size())
            return;
        consume(m_lanes, m_pending.data());
        m_pendingBytes = 0;
    }
    std::array<std::uint64_t, 4> lanes = m_lanes;
    for (; bytes.size() >= 32; bytes = bytes.subspan(32))
        consume(lanes, bytes.data());
    m_lanes = lanes;
    std::ranges::copy(bytes, m_pending.begin());
    m_pendingBytes = bytes.size();
}

std::uint64_t Xxh64::digest() const
{
    std::uint64_t hash = kPrime5;
    if (m_totalBytes >= 32) {
        hash =
            std::rotl(m_lanes[0], 1) + std::rotl(m_lanes[1], 7) + std::rotl(m_lanes[2], 12) + std::rotl(m_lanes[3], 18);
        for (const std::uint64_t lane : m_lanes)
            hash = (hash ^ round(0, lane)) * kPrime1 + kPrime4;
    }
    hash += m_totalBytes;
    const std::byte *at = m_pending.data();
    std::size_t left = m_pendingBytes;
    for (; left >= 8; at += 8, left -= 8)
        hash = std::rotl(hash ^ round(0, read<std::uint64_t>(at)), 27) * kPrime1 + kPrime4;
    if (left >= 4) {
        hash = std::rotl(hash ^ (read<std::uint32_t>(at) * kPrime1), 23) * kPrime2 + kPrime3;
        at += 4, left -= 4;
    }
    for (; left > 0; ++at, --left)
        hash = std::rotl(hash ^ (std::to_integer<std::uint64_t>(*at) * kPrime5), 11) * kPrime1;
    hash = (hash ^ (hash >> 33)) * kPrime2;
    hash = (hash ^ (hash >> 29)) * kPrime3;
    return hash ^ (hash >> 32);
}

} // namespace vitrine::render
