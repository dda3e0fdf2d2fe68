// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Time.h"

#include <atomic>

namespace vitrine::tests {

/// A clock that stands still until it is moved. Any thread may call.
class ManualClock final : public core::Clock
{
public:
    core::Time now() const override { return core::Time(std::chrono::microseconds(m_now.load())); }
    void advance(std::chrono::microseconds by) { m_now += by.count(); }

private:
    std::atomic<std::int64_t> m_now = 1'700'000'000'000'000;
};

} // namespace vitrine::tests
