// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/package/GroundKey.h"

#include <charconv>
#include <cmath>
#include <format>
#include <optional>

namespace vitrine::render {
namespace {

constexpr std::size_t kKeyDigits = 16;
constexpr std::size_t kPartDigits = 4; // of x and of z, which tell y
constexpr float kSteps = 32767;

std::optional<std::uint64_t> digits(std::string_view text)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

int stepsOf(float part) { return static_cast<int>(std::lround((part + 1) * kSteps)); }

std::optional<float> part(std::string_view text)
{
    const auto value = digits(text);
    return value ? std::optional(static_cast<float>(*value) / kSteps - 1) : std::nullopt;
}

} // namespace

std::string textOf(const GroundLight &light)
{
    std::string text = std::format("{:016x}", light.key.light);
    for (const auto &[x, y, z] : light.towards)
        text += std::format("{:04x}{:04x}", stepsOf(x), stepsOf(z));
    return text;
}

core::Result<GroundLight> readGroundLight(std::string_view text)
{
    const auto wrong = [] { return core::fail(core::ErrorCode::InvalidArgument, "no light that falls on a ground"); };
    constexpr std::size_t kDirection = 2 * kPartDigits;
    if (text.size() < kKeyDigits || (text.size() - kKeyDigits) % kDirection != 0)
        return wrong();
    const auto key = digits(text.substr(0, kKeyDigits));
    if (!key)
        return wrong();
    GroundLight light{.key = {*key}, .towards = {}};
    for (text.remove_prefix(kKeyDigits); !text.empty(); text.remove_prefix(kDirection)) {
        const auto x = part(text.substr(0, kPartDigits));
        const auto z = part(text.substr(kPartDigits, kPartDigits));
        if (!x || !z)
            return wrong();
        const float height = 1 - *x * *x - *z * *z;
        if (!(height > 0))
            return wrong();
        light.towards.push_back({*x, std::sqrt(height), *z});
    }
    return light;
}

} // namespace vitrine::render
