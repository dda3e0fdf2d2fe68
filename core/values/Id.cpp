// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/values/Id.h"

#include "core/values/Contract.h"
#include "core/values/Hex.h"

#include <algorithm>

namespace vitrine::core {
namespace {

bool isDashPosition(std::size_t at) { return at == 8 || at == 13 || at == 18 || at == 23; }

std::uint64_t mix(std::uint64_t z)
{
    // The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

void writeBigEndian(std::uint8_t *out, std::uint64_t value, int bytes)
{
    for (int i = bytes - 1; i >= 0; --i, value >>= 8)
        out[i] = static_cast<std::uint8_t>(value);
}

void setVersion(Uuid::Bytes &bytes, std::uint8_t version)
{
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | (version << 4));
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | 0x80);
}

} // namespace

std::uint64_t SeededRandom::next()
{
    m_state += 0x9e3779b97f4a7c15ULL;
    return mix(m_state);
}

Uuid Uuid::make(Time time, RandomSource &random)
{
    Bytes bytes;
    const auto sinceEpoch = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    writeBigEndian(bytes.data(), static_cast<std::uint64_t>(std::max<std::int64_t>(sinceEpoch, 0)), 6);
    writeBigEndian(bytes.data() + 6, random.next(), 2);
    writeBigEndian(bytes.data() + 8, random.next(), 8);
    setVersion(bytes, 7);
    return Uuid(bytes);
}

Uuid Uuid::named(std::string_view name)
{
    // FNV-1a twice with different offsets, each finalised: spread enough for ids of seeded content.
    std::uint64_t high = 0xcbf29ce484222325ULL;
    std::uint64_t low = 0x84222325cbf29ce4ULL;
    for (const char c : name) {
        high = (high ^ static_cast<std::uint8_t>(c)) * 0x100000001b3ULL;
        low = (low ^ static_cast<std::uint8_t>(c)) * 0x100000001b3ULL;
        low ^= high >> 47;
    }
    Bytes bytes;
    writeBigEndian(bytes.data(), mix(high), 8);
    writeBigEndian(bytes.data() + 8, mix(low), 8);
    setVersion(bytes, 8);
    return Uuid(bytes);
}

Result<Uuid> Uuid::parse(std::string_view text)
{
    const auto refuse = [&] {
        return fail(ErrorCode::InvalidArgument, "'" + std::string(text.substr(0, 40)) + "' is no UUID");
    };
    if (text.size() != 36)
        return refuse();
    Bytes bytes{};
    std::size_t digit = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (isDashPosition(at)) {
            if (text[at] != '-')
                return refuse();
            continue;
        }
        const int value = hexValue(text[at]);
        if (value < 0)
            return refuse();
        bytes[digit / 2] = static_cast<std::uint8_t>((bytes[digit / 2] << 4) | value);
        ++digit;
    }
    return Uuid(bytes);
}

Uuid Uuid::fromBytes(std::span<const std::uint8_t> bytes)
{
    VITRINE_EXPECT(bytes.size() == 16);
    Bytes copy;
    std::ranges::copy(bytes, copy.begin());
    return Uuid(copy);
}

std::string Uuid::text() const
{
    std::string text(36, '-');
    std::size_t digit = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (isDashPosition(at))
            continue;
        const std::uint8_t byte = m_bytes[digit / 2];
        text[at] = kHexDigits[digit % 2 == 0 ? byte >> 4 : byte & 0x0f];
        ++digit;
    }
    return text;
}

} // namespace vitrine::core
