// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/Entity.h"
#include "core/values/Id.h"
#include "core/values/Time.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine::core {

/// An entity as it is stored, with the version that a change of it must name.
template <typename T>
struct Row {
    T value{};
    std::int64_t version = 0;
};

/// The same without its C++ type. `body` is the whole document, secrets included.
struct RawRow {
    Uuid id{};
    std::int64_t version = 0;
    std::string scope{};
    std::string body{};

    bool operator==(const RawRow &) const = default;
};

enum class Compare : std::uint8_t { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };

struct Condition {
    std::string_view column; ///< An indexed field, "id" or "scope". Contract: exists. The view must outlive the query.
    Compare compare = Compare::Equal;
    ColumnValue value{};
};

/// A selection by indexed fields. Conditions are joined by "and".
struct Query {
    std::vector<Condition> where{};
    std::string_view orderBy = "id";
    bool descending = false;
    std::int64_t limit = 1000;
    std::int64_t offset = 0;
};

/// One entry of the change log.
struct Change {
    std::int64_t seq = 0;
    /// Entries of one transaction share this; it is the seq of the first of them.
    std::int64_t transaction = 0;
    std::string scope{};
    std::string entity{};
    Uuid id{};
    std::int64_t version = 0;
    /// What happened, in the shop's words: "order.placed".
    std::string event{};
    /// The document after the change as others may see it; nothing where the row was deleted, or left this scope.
    std::optional<std::string> body{};

    bool operator==(const Change &) const = default;
};

/// The first answer to a command, kept under its idempotency key.
struct StoredAnswer {
    Uuid key{};
    /// Hash of the command's name, actor and body: the same key with another one is a Conflict.
    std::string fingerprint{};
    /// JSON of the reply, or of the error.
    std::string answer{};
    bool isError = false;
    /// Last log entry of the command's transaction; 0 where it changed nothing.
    std::int64_t seq = 0;
};

/// Reading within one consistent snapshot. Used by one thread at a time; dies with the call that it was passed to.
class ReadTx
{
public:
    virtual ~ReadTx() = default;

    [[nodiscard]] virtual Result<std::optional<RawRow>> findRow(const EntitySchema &schema, const Uuid &id) = 0;
    [[nodiscard]] virtual Result<std::vector<RawRow>> selectRows(const EntitySchema &schema, const Query &query) = 0;
    [[nodiscard]] virtual Result<std::int64_t> countRows(const EntitySchema &schema,
                                                         const std::vector<Condition> &where) = 0;

    /// Nothing where no such row exists; Corrupt where it can't be read.
    template <Entity T>
    [[nodiscard]] Result<std::optional<Row<T>>> find(const Id<T> &id)
    {
        VITRINE_TRY(const std::optional<RawRow> raw, findRow(schemaOf<T>(), id.uuid()));
        if (!raw)
            return std::nullopt;
        VITRINE_TRY(T value, detail::decode<T>(raw->body));
        return Row<T>{std::move(value), raw->version};
    }

    /// As find, but NotFound where no such row exists.
    template <Entity T>
    [[nodiscard]] Result<Row<T>> get(const Id<T> &id)
    {
        VITRINE_TRY(std::optional<Row<T>> row, find(id));
        if (!row)
            return fail(ErrorCode::NotFound, "no " + std::string(EntityTraits<T>::kName) + ' ' + id.text());
        return std::move(*row);
    }

    template <Entity T>
    [[nodiscard]] Result<std::vector<Row<T>>> select(const Query &query)
    {
        VITRINE_TRY(const std::vector<RawRow> raw, selectRows(schemaOf<T>(), query));
        std::vector<Row<T>> rows;
        rows.reserve(raw.size());
        for (const RawRow &row : raw) {
            VITRINE_TRY(T value, detail::decode<T>(row.body));
            rows.push_back({std::move(value), row.version});
        }
        return rows;
    }

    /// The first row whose column has this value; nothing where there is none.
    template <Entity T>
    [[nodiscard]] Result<std::optional<Row<T>>> findBy(std::string_view column, ColumnValue value)
    {
        Query query{.where = {{column, Compare::Equal, std::move(value)}}, .limit = 1};
        VITRINE_TRY(std::vector<Row<T>> rows, select<T>(query));
        if (rows.empty())
            return std::nullopt;
        return std::move(rows.front());
    }
};

/// A transaction that changes the shop. What a command writes is seen by others together, with its log entries, or not
/// at all. Not for keeping: it dies with the command that it was passed to.
class Tx : public ReadTx
{
public:
    /// The time of this transaction: the same at every call.
    [[nodiscard]] virtual Time now() const = 0;
    [[nodiscard]] virtual RandomSource &random() = 0;

    /// Writes a row and its log entry. `expectedVersion` 0 means that it must not exist yet. Conflict where it exists
    /// or has another version; InvalidArgument with the column as the place where another row has a unique value or a
    /// check fails. Answers with the new version.
    [[nodiscard]] virtual Result<std::int64_t> writeRow(const EntitySchema &schema, const EncodedRow &row,
                                                        std::int64_t expectedVersion, std::string_view event) = 0;
    /// Deletes a row and logs that. Conflict where its version is another; NotFound where it is not there.
    [[nodiscard]] virtual Status eraseRow(const EntitySchema &schema, const Uuid &id, std::int64_t expectedVersion,
                                          std::string_view event) = 0;

    [[nodiscard]] virtual Result<std::optional<StoredAnswer>> storedAnswer(const Uuid &key) = 0;
    [[nodiscard]] virtual Status storeAnswer(const StoredAnswer &answer) = 0;

    /// The last log entry written by this transaction; 0 before the first.
    [[nodiscard]] virtual std::int64_t lastSeq() const = 0;

    /// Runs `body`; where it fails, all that it wrote is undone and the transaction goes on.
    [[nodiscard]] virtual Status nested(const std::function<Status()> &body) = 0;

    template <Entity T>
    [[nodiscard]] Status insert(const T &value, std::string_view event)
    {
        VITRINE_CHECK(writeRow(schemaOf<T>(), detail::encode(value), 0, event).transform([](auto) {}));
        return {};
    }

    /// Writes a changed row. `row.version` becomes the new one.
    template <Entity T>
    [[nodiscard]] Status update(Row<T> &row, std::string_view event)
    {
        VITRINE_TRY(row.version, writeRow(schemaOf<T>(), detail::encode(row.value), row.version, event));
        return {};
    }

    template <Entity T>
    [[nodiscard]] Status erase(const Row<T> &row, std::string_view event)
    {
        return eraseRow(schemaOf<T>(), row.value.id.uuid(), row.version, event);
    }
};

} // namespace vitrine::core
