// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/Store.h"
#include "platform/http/Identity.h"

#include <optional>
#include <string>
#include <string_view>

namespace vitrine::http {

/// A read of the API: /v1/<plural>, or one row of it. Views lie in the request.
struct EntityAddress {
    const core::EntitySchema *schema = nullptr;
    /// Id or handle; nothing for the list.
    std::optional<std::string_view> row{};
};

struct EntityAnswer {
    std::string body{};
    /// Strong, with its quotes.
    std::string etag{};
};

inline constexpr std::int64_t kMaxListed = 100;
inline constexpr std::int64_t kListedByDefault = 20;

/// Nothing where the path is no entity's.
[[nodiscard]] std::optional<EntityAddress> entityAddress(std::string_view path);

/// The row as it is stored, without a parse. NotFound also for rows that this caller may not see: who asks learns
/// nothing of their existence.
[[nodiscard]] core::Result<EntityAnswer> readEntity(core::LogTx &tx, const Caller &caller,
                                                    const EntityAddress &address);

/// {"items":[…],"next":"<id>"} in the order of ids; `next` stands there where more follow, for `after`. The query is as
/// in the address: limit (1 to 100), after, and any indexed field. InvalidArgument with the parameter as the place.
[[nodiscard]] core::Result<EntityAnswer> listEntities(core::LogTx &tx, const Caller &caller,
                                                      const core::EntitySchema &schema, std::string_view query);

/// May a query name this column? Secret ones it may not: an answer that depends on them would tell of them.
[[nodiscard]] bool isFilter(const core::EntitySchema &schema, const core::Column &column);

/// "%41+b" → "A b". Nothing where an escape is broken.
[[nodiscard]] std::optional<std::string> percentDecoded(std::string_view text);

} // namespace vitrine::http
