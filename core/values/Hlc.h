// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Id.h"

#include <algorithm>

namespace vitrine::core {

/// A hybrid logical clock's reading (Kulkarni et al. 2014): wall time, a counter for what happens within one tick or
/// while the wall clock lags, and the device as the last tie-break. Orders changes of one thing across devices.
struct Hlc {
    Time at{};
    std::int64_t counter = 0;
    Uuid device{};

    auto operator<=>(const Hlc &) const = default;
};

/// The next reading after everything seen so far: never earlier than `last`, whatever the wall clock says.
[[nodiscard]] inline Hlc nextHlc(const Hlc &last, Time now, const Uuid &device)
{
    if (now > last.at)
        return {now, 0, device};
    return {last.at, last.counter + 1, device};
}

} // namespace vitrine::core
