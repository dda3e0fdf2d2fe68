// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Time.h"

namespace vitrine::platform {

/// The machine's clock. Any thread may call.
class SystemClock final : public core::Clock
{
public:
    [[nodiscard]] core::Time now() const override;
};

} // namespace vitrine::platform
