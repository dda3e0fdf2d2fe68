// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/EntityReads.h"

#include "core/entities/Sales.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace vitrine::http {

using core::ColumnKind;
using core::ColumnValue;
using core::Compare;
using core::EntitySchema;
using core::ErrorCode;
using core::fail;
using core::RawRow;
using core::Result;
using core::Status;

namespace {

struct ListQuery {
    std::int64_t limit = kListedByDefault;
    std::vector<core::Condition> where{};
};

std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

/// Integer columns also hold times and truth values.
std::optional<std::int64_t> integerValue(const std::string &text)
{
    if (text == "true" || text == "false")
        return text == "true" ? 1 : 0;
    if (const auto number = wholeNumber(text))
        return number;
    if (const auto time = core::parseTime(text))
        return std::int64_t{time->time_since_epoch().count()};
    return std::nullopt;
}

Result<ColumnValue> columnValue(const core::Column &column, std::string text)
{
    const auto refuse = [&](std::string_view expected) {
        return fail(ErrorCode::InvalidArgument, "expected " + std::string(expected), std::string(column.name));
    };
    switch (column.kind) {
    case ColumnKind::Text:
        if (!column.choices.empty() && !std::ranges::contains(column.choices, text))
            return refuse("one of " + core::joinChoices(column.choices));
        return text;
    case ColumnKind::Integer:
        if (const auto number = integerValue(text))
            return *number;
        return refuse("a whole number, a time, true or false");
    case ColumnKind::Id:
        if (const auto id = core::Uuid::parse(text))
            return *id;
        return refuse("a UUID");
    }
    return refuse("another value");
}

Status readParameter(const EntitySchema &schema, const std::string &name, std::string value, ListQuery &query)
{
    if (name == "limit") {
        const auto limit = wholeNumber(value);
        if (!limit || *limit < 1 || *limit > kMaxListed)
            return fail(ErrorCode::InvalidArgument, "expected 1 to " + std::to_string(kMaxListed), name);
        query.limit = *limit;
        return {};
    }
    if (name == "after") {
        const auto id = core::Uuid::parse(value);
        if (!id)
            return fail(ErrorCode::InvalidArgument, "expected the 'next' of the page before", name);
        query.where.push_back({"id", Compare::Greater, *id});
        return {};
    }
    const core::Column *column = schema.column(name);
    if (column == nullptr || !isFilter(schema, *column))
        return fail(ErrorCode::InvalidArgument, "unknown parameter", name.substr(0, 80));
    VITRINE_TRY(ColumnValue wanted, columnValue(*column, std::move(value)));
    query.where.push_back({column->name, Compare::Equal, std::move(wanted)});
    return {};
}

Result<ListQuery> parseQuery(const EntitySchema &schema, std::string_view text)
{
    ListQuery query;
    std::set<std::string> given;
    while (!text.empty()) {
        const std::string_view pair = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(text.size(), pair.size() + 1));
        if (pair.empty())
            continue;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        const auto name = percentDecoded(pair.substr(0, equals));
        auto value = percentDecoded(pair.substr(std::min(pair.size(), equals + 1)));
        if (!name || !value)
            return fail(ErrorCode::Malformed, "broken percent-encoding in the query");
        if (!given.insert(*name).second)
            return fail(ErrorCode::InvalidArgument, "given twice", name->substr(0, 80));
        VITRINE_CHECK(readParameter(schema, *name, std::move(*value), query));
    }
    return query;
}

/// One query for each scope, since conditions are joined by "and"; merged by id.
Result<std::vector<RawRow>> selectVisible(core::LogTx &tx, const Caller &caller, const EntitySchema &schema,
                                          const ListQuery &list)
{
    std::vector<RawRow> rows;
    const auto take = [&](const std::vector<core::Condition> &scope) -> core::Status {
        core::Query query{.where = list.where, .limit = list.limit + 1};
        query.where.insert(query.where.end(), scope.begin(), scope.end());
        VITRINE_TRY(std::vector<RawRow> found, tx.selectRows(schema, query));
        const auto middle = static_cast<std::ptrdiff_t>(rows.size());
        std::ranges::move(found, std::back_inserter(rows));
        std::ranges::inplace_merge(rows, rows.begin() + middle, {}, &RawRow::id);
        return {};
    };
    for (const std::string &scope : caller.scopes)
        VITRINE_CHECK(take({{"scope", Compare::Equal, scope}}));
    if (caller.seesCustomers)
        VITRINE_CHECK(take({{"scope", Compare::GreaterOrEqual, std::string(Caller::kCustomers)},
                            {"scope", Compare::Less, std::string(Caller::kAfterCustomers)}}));
    return rows;
}

} // namespace

std::optional<std::string> percentDecoded(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i] == '+' ? ' ' : text[i];
            continue;
        }
        unsigned byte = 0;
        if (text.size() - i < 3)
            return std::nullopt;
        const auto [end, error] = std::from_chars(text.data() + i + 1, text.data() + i + 3, byte, 16);
        if (error != std::errc() || end != text.data() + i + 3)
            return std::nullopt;
        out += static_cast<char>(byte);
        i += 2;
    }
    return out;
}

std::optional<EntityAddress> entityAddress(std::string_view path)
{
    if (!path.starts_with("/v1/"))
        return std::nullopt;
    path.remove_prefix(4);
    const std::size_t slash = path.find('/');
    EntityAddress address{.schema = core::entityPlural(path.substr(0, slash))};
    if (address.schema == nullptr)
        return std::nullopt;
    if (slash != std::string_view::npos) {
        address.row = path.substr(slash + 1);
        if (address.row->empty() || address.row->contains('/'))
            return std::nullopt;
    }
    return address;
}

bool isFilter(const EntitySchema &schema, const core::Column &column)
{
    return !schema.hasSecrets || std::ranges::contains(schema.csvPaths(), column.name);
}

Result<EntityAnswer> readEntity(core::LogTx &tx, const Caller &caller, const EntityAddress &address)
{
    const EntitySchema &schema = *address.schema;
    std::optional<RawRow> row;
    if (const auto id = core::Uuid::parse(*address.row)) {
        VITRINE_TRY(row, tx.findRow(schema, *id));
    } else if (!schema.handle.empty()) {
        const core::Query query{.where = {{schema.handle, Compare::Equal, std::string(*address.row)}}, .limit = 1};
        VITRINE_TRY(std::vector<RawRow> rows, tx.selectRows(schema, query));
        if (!rows.empty())
            row = std::move(rows.front());
    }
    if (!row || !caller.maySee(row->scope))
        return fail(ErrorCode::NotFound,
                    "no " + std::string(schema.name) + " '" + std::string(address.row->substr(0, 80)) + "'");
    VITRINE_TRY(std::string body, schema.outside(std::move(row->body)));
    return EntityAnswer{std::move(body), '"' + std::to_string(row->version) + '"'};
}

Result<EntityAnswer> listEntities(core::LogTx &tx, const Caller &caller, const EntitySchema &schema,
                                  std::string_view query)
{
    VITRINE_TRY(const ListQuery list, parseQuery(schema, query));
    VITRINE_TRY(std::vector<RawRow> rows, selectVisible(tx, caller, schema, list));
    VITRINE_TRY(const std::int64_t head, tx.head());
    const bool hasMore = rows.size() > static_cast<std::size_t>(list.limit);
    if (hasMore)
        rows.resize(static_cast<std::size_t>(list.limit));

    std::string body = R"({"items":[)";
    const std::string next = hasMore ? rows.back().id.text() : std::string();
    for (RawRow &row : rows) {
        if (body.back() != '[')
            body += ',';
        VITRINE_TRY(const std::string item, schema.outside(std::move(row.body)));
        body += item;
    }
    body += hasMore ? R"(],"next":")" + next + "\"}" : "]}";
    // A list depends on the address, the caller's scopes and the log alone, so the log's head names its state.
    return EntityAnswer{std::move(body), "\"log-" + std::to_string(head) + '"'};
}

} // namespace vitrine::http
