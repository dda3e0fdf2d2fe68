// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

namespace vitrine::http {

/// The last seq known to be durable, for caches: what was read after loading `seq()` is at least as new as that, so it
/// may be served until `seq()` moves. Raised before an answer leaves, so that whoever got one reads its effect.
class LogHead
{
public:
    [[nodiscard]] std::int64_t seq() const { return m_seq.load(std::memory_order_acquire); }
    void raise(std::int64_t seq)
    {
        std::int64_t known = m_seq.load(std::memory_order_relaxed);
        while (known < seq && !m_seq.compare_exchange_weak(known, seq, std::memory_order_acq_rel)) {
        }
    }

private:
    std::atomic<std::int64_t> m_seq{0};
};

} // namespace vitrine::http
