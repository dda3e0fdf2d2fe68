// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/RateLimit.h"

#include <algorithm>

namespace vitrine::http {
namespace {

constexpr std::size_t kLeastSweep = 1024;

double seconds(RateLimit::Elapsed elapsed) { return std::chrono::duration<double>(elapsed).count(); }

} // namespace

RateLimit::RateLimit(double perSecond, double burst)
    : m_perSecond(perSecond)
    , m_burst(std::max(burst, 1.0))
{
}

bool RateLimit::allows(std::string_view address, Elapsed now)
{
    if (m_perSecond <= 0)
        return true;
    Shard &shard = m_shards[std::hash<std::string_view>()(address) % m_shards.size()];
    const std::scoped_lock lock(shard.mutex);
    auto found = shard.buckets.find(address);
    if (found == shard.buckets.end()) {
        if (shard.buckets.size() >= shard.sweepAt)
            forgetFull(shard, now);
        found = shard.buckets.emplace(std::string(address), Bucket{m_burst, now}).first;
    }
    Bucket &bucket = found->second;
    bucket.tokens = std::min(m_burst, bucket.tokens + seconds(now - bucket.at) * m_perSecond);
    bucket.at = now;
    if (bucket.tokens < 1)
        return false;
    bucket.tokens -= 1;
    return true;
}

void RateLimit::forgetFull(Shard &shard, Elapsed now) const
{
    std::erase_if(shard.buckets, [&](const auto &entry) {
        const Bucket &bucket = entry.second;
        return bucket.tokens + seconds(now - bucket.at) * m_perSecond >= m_burst;
    });
    shard.sweepAt = std::max(kLeastSweep, 2 * shard.buckets.size());
}

} // namespace vitrine::http
