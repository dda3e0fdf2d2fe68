// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/system/SystemClock.h"

namespace vitrine::platform {

core::Time SystemClock::now() const
{
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

} // namespace vitrine::platform
