// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Id.h"

#include <cstdint>
#include <span>

namespace vitrine::platform {

/// Fills `bytes` from the operating system's generator: good enough for keys and tokens. Any thread may call. Aborts
/// where the system has no randomness to give, since nothing secret could be made from then on.
void fillRandom(std::span<std::uint8_t> bytes);

/// The operating system's randomness. Any thread may call.
class SystemRandom final : public core::RandomSource
{
public:
    [[nodiscard]] std::uint64_t next() override;
};

} // namespace vitrine::platform
