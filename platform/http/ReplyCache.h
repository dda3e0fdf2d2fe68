// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <drogon/HttpResponse.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace vitrine::http {

/// One thread's ready answers. An answer depends on the address, the caller's scopes and the store alone; it was read
/// after LogHead::changes() was loaded, so it is right for as long as that has not moved. Then all are dropped.
class ReplyCache
{
public:
    struct Entry {
        drogon::HttpResponsePtr response{};
        std::string etag{};
    };

    /// Null where there is none for this state.
    [[nodiscard]] const Entry *find(std::string_view key, std::int64_t changes)
    {
        if (changes != m_changes)
            drop(changes);
        const auto found = m_entries.find(key);
        return found == m_entries.end() ? nullptr : &found->second;
    }
    /// `changes` as it was before the answer was read.
    void keep(std::string_view key, std::int64_t changes, Entry entry)
    {
        const std::size_t bytes = key.size() + entry.response->body().size();
        if (changes != m_changes || m_bytes + bytes > kMaxBytes)
            drop(changes);
        m_bytes += bytes;
        m_entries.insert_or_assign(std::string(key), std::move(entry));
    }

private:
    static constexpr std::size_t kMaxBytes = std::size_t{16} << 20;

    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    void drop(std::int64_t changes)
    {
        m_changes = changes;
        m_bytes = 0;
        m_entries.clear();
    }

    std::int64_t m_changes = -1;
    std::size_t m_bytes = 0;
    std::unordered_map<std::string, Entry, TextHash, std::equal_to<>> m_entries;
};

} // namespace vitrine::http
