// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

/// Some of a block's texels: bit i is texel i.
namespace vitrine::render::bc7 {

inline constexpr std::uint32_t kEveryTexel = 0xffff;

template <typename Visit>
void forEachTexel(std::uint32_t subset, const Visit &visit)
{
    for (; subset != 0; subset &= subset - 1)
        visit(static_cast<std::size_t>(std::countr_zero(subset)));
}

} // namespace vitrine::render::bc7
