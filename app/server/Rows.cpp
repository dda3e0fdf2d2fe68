// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/Rows.h"

namespace vitrine::server {

namespace {

constexpr std::int64_t kPage = 1000;

} // namespace

core::Status forEachRow(core::LogTx &tx, const core::EntitySchema &schema,
                        const std::function<core::Status(const std::string &)> &visit)
{
    core::Query query{.limit = kPage};
    while (true) {
        VITRINE_TRY(std::vector<core::RawRow> rows, tx.selectRows(schema, query));
        for (core::RawRow &row : rows) {
            VITRINE_TRY(const std::string body, schema.outside(std::move(row.body)));
            VITRINE_CHECK(visit(body));
        }
        if (std::ssize(rows) < kPage)
            return {};
        query.where = {{"id", core::Compare::Greater, rows.back().id}};
    }
}

} // namespace vitrine::server
