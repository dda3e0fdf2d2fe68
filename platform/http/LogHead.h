// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

namespace vitrine::http {

/// How far the store has come, for figures and for caches. What was read after loading `changes()` is at least as new
/// as that, so it may be served until `changes()` moves. Moved on before an answer leaves, so that whoever got one
/// reads its effect. Rows of the server alone are not in the log, so a count of changes stands beside the log's head.
class LogHead
{
public:
    [[nodiscard]] std::int64_t seq() const { return m_seq.load(std::memory_order_relaxed); }
    [[nodiscard]] std::int64_t changes() const { return m_changes.load(std::memory_order_acquire); }

    /// Something became durable, up to this seq.
    void moveOn(std::int64_t seq)
    {
        std::int64_t known = m_seq.load(std::memory_order_relaxed);
        while (known < seq && !m_seq.compare_exchange_weak(known, seq, std::memory_order_relaxed)) {
        }
        m_changes.fetch_add(1, std::memory_order_acq_rel);
    }

private:
    std::atomic<std::int64_t> m_seq{0};
    std::atomic<std::int64_t> m_changes{0};
};

} // namespace vitrine::http
