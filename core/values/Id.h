// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "core/values/Time.h"

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace vitrine::core {

/// Where chance comes from is always passed in: the operating system's in programs, a seeded one in tests.
class RandomSource
{
public:
    virtual ~RandomSource() = default;
    [[nodiscard]] virtual std::uint64_t next() = 0;
};

/// SplitMix64: for tests, simulations and seeded content. Never for keys or tokens.
class SeededRandom final : public RandomSource
{
public:
    explicit SeededRandom(std::uint64_t seed)
        : m_state(seed)
    {
    }
    std::uint64_t next() override;

private:
    std::uint64_t m_state;
};

/// A 128-bit identifier, UUID version 7 (RFC 9562): ids made later sort later, also as text and as bytes.
/// All zero is the unset id.
class Uuid
{
public:
    using Bytes = std::array<std::uint8_t, 16>;

    constexpr Uuid() = default;
    constexpr explicit Uuid(const Bytes &bytes)
        : m_bytes(bytes)
    {
    }

    [[nodiscard]] static Uuid make(Time time, RandomSource &random);
    /// "0190a1b2-…", 36 characters, either case. Any UUID version is taken.
    [[nodiscard]] static Result<Uuid> parse(std::string_view text);
    /// Contract: `bytes` holds 16.
    [[nodiscard]] static Uuid fromBytes(std::span<const std::uint8_t> bytes);
    /// The same id for the same name, in every process: a namespace of our own by UUID version 8 over a 128-bit hash.
    /// For content that is seeded, not for secrets.
    [[nodiscard]] static Uuid named(std::string_view name);

    [[nodiscard]] std::string text() const;
    [[nodiscard]] const Bytes &bytes() const { return m_bytes; }
    [[nodiscard]] bool isSet() const { return *this != Uuid(); }

    auto operator<=>(const Uuid &) const = default;

private:
    Bytes m_bytes{};
};

/// An id that can't be mistaken for the id of something else. `Tag` is the entity.
template <typename Tag>
class Id
{
public:
    constexpr Id() = default;
    constexpr explicit Id(Uuid uuid)
        : m_uuid(uuid)
    {
    }

    [[nodiscard]] static Id make(Time time, RandomSource &random) { return Id(Uuid::make(time, random)); }
    [[nodiscard]] static Id named(std::string_view name) { return Id(Uuid::named(name)); }

    [[nodiscard]] const Uuid &uuid() const { return m_uuid; }
    [[nodiscard]] std::string text() const { return m_uuid.text(); }
    [[nodiscard]] bool isSet() const { return m_uuid.isSet(); }

    auto operator<=>(const Id &) const = default;

private:
    Uuid m_uuid{};
};

} // namespace vitrine::core

template <>
struct std::hash<vitrine::core::Uuid> {
    std::size_t operator()(const vitrine::core::Uuid &id) const noexcept
    {
        std::uint64_t low = 0;
        std::memcpy(&low, id.bytes().data() + 8, sizeof low);
        return static_cast<std::size_t>(low);
    }
};

template <typename Tag>
struct std::hash<vitrine::core::Id<Tag>> {
    std::size_t operator()(const vitrine::core::Id<Tag> &id) const noexcept
    {
        return std::hash<vitrine::core::Uuid>()(id.uuid());
    }
};
