// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/Json.h"
#include "core/schema/JsonSchema.h"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// One aggregate is one row: id, version, scope, the indexed fields as typed columns, and the whole as a document.
/// Everything that a store, the sync, the API and the exports need of an entity is derived here from its struct.
namespace vitrine::core {

/// Specialised beside each entity:
///   static constexpr std::string_view kName = "product", kPlural = "products";
///   static std::string scope(const Product &);
/// and where needed `static constexpr std::array<std::string_view, N> kChecks`: SQL conditions over columns that hold
/// for every row, whatever the code above believes; and `kIndexes`: indexed fields that are asked for together, such as
/// "state, position" for rows of one state in the order of their position.
template <typename T>
struct EntityTraits;

template <typename T>
concept Entity = Record<T> && requires(const T &entity) {
    { entity.id } -> std::same_as<const Id<T> &>;
    { EntityTraits<T>::kName } -> std::convertible_to<std::string_view>;
    { EntityTraits<T>::kPlural } -> std::convertible_to<std::string_view>;
    { EntityTraits<T>::scope(entity) } -> std::same_as<std::string>;
};

/// What a column holds. Ids are 16 bytes.
using ColumnValue = std::variant<std::monostate, std::int64_t, std::string, Uuid>;

enum class ColumnKind : std::uint8_t { Integer, Text, Id };

struct Column {
    std::string_view name;
    ColumnKind kind;
    bool isUnique;
    /// What an enumeration's column can hold; empty for others.
    std::vector<std::string> choices;
};

/// An entity taken apart for storing.
struct EncodedRow {
    Uuid id;
    std::string scope;
    std::vector<ColumnValue> columns; ///< In the order of EntitySchema::columns.
    std::string body;                 ///< The whole struct as JSON, secrets included.
};

/// An entity type without its C++ type: what generic code (stores, migrations, routes, exports) works on.
struct EntitySchema {
    std::string_view name;
    std::string_view plural;
    std::vector<Column> columns;
    std::vector<std::string_view> checks;
    /// Further indexes over several columns, each in its order.
    std::vector<std::vector<std::string_view>> indexes;
    bool hasSecrets = false;
    /// The column that names a row in an address ("slug"); empty where there is none.
    std::string_view handle;

    /// Reads a stored document of any age and takes it apart anew. Corrupt where it can't be read.
    Result<EncodedRow> (*encode)(std::string_view body) = nullptr;
    /// The same for who keeps the document as it is: the answer's body is empty, which saves half of the time.
    Result<EncodedRow> (*dissect)(std::string_view body) = nullptr;
    /// Reads a stored document and writes it anew without its Secret fields. Used through outside().
    Result<std::string> (*withoutSecrets)(std::string_view body) = nullptr;
    /// Writes the JSON schema of the struct.
    void (*describe)(JsonWriter &) = nullptr;
    /// The dotted paths of the CSV columns, in order.
    std::vector<std::string> (*csvPaths)() = nullptr;

    /// The document as others may see it: as it is, byte for byte, where the struct has nothing secret. Corrupt where
    /// it has and the document can't be read.
    [[nodiscard]] Result<std::string> outside(std::string body) const
    {
        return hasSecrets ? withoutSecrets(body) : Result<std::string>(std::move(body));
    }

    /// Nothing where no column is called so.
    [[nodiscard]] const Column *column(std::string_view column) const
    {
        for (const Column &candidate : columns)
            if (candidate.name == column)
                return &candidate;
        return nullptr;
    }
};

namespace detail {

template <typename T>
consteval ColumnKind columnKind()
{
    if constexpr (IdField<T>)
        return ColumnKind::Id;
    else if constexpr (IntegerField<T> || WholeField<T> || std::same_as<T, bool> || std::same_as<T, Time>)
        return ColumnKind::Integer;
    else if constexpr (OptionalField<T>)
        return columnKind<typename T::value_type>();
    else {
        static_assert(std::same_as<T, std::string> || WordsField<T> || std::is_enum_v<T>,
                      "a field of this type can't be a column");
        return ColumnKind::Text;
    }
}

template <typename T>
std::vector<std::string> columnChoices()
{
    if constexpr (OptionalField<T>)
        return columnChoices<typename T::value_type>();
    else if constexpr (std::is_enum_v<T>)
        return enumNames<T>();
    else
        return {};
}

template <typename T>
ColumnValue columnValue(const T &value)
{
    if constexpr (OptionalField<T>)
        return value ? columnValue(*value) : ColumnValue();
    else if constexpr (std::same_as<T, Uuid>)
        return value;
    else if constexpr (IdField<T>)
        return value.uuid();
    else if constexpr (WholeField<T>)
        return value.value;
    else if constexpr (std::same_as<T, Time>)
        return static_cast<std::int64_t>(value.time_since_epoch().count());
    else if constexpr (IntegerField<T> || std::same_as<T, bool>)
        return static_cast<std::int64_t>(value);
    else if constexpr (std::is_enum_v<T>)
        return enumName(value);
    else if constexpr (WordsField<T>)
        return value.value;
    else
        return std::string(value);
}

template <Entity T>
Result<T> decode(std::string_view body)
{
    auto entity = fromJson<T>(body, JsonReading::Stored);
    if (!entity)
        return fail(ErrorCode::Corrupt,
                    std::string(EntityTraits<T>::kName) + " row can't be read: " + describe(entity.error()));
    return entity;
}

template <Entity T>
EncodedRow dissect(const T &entity)
{
    EncodedRow row{entity.id.uuid(), EntityTraits<T>::scope(entity), {}, {}};
    forEachFieldIndex<T>([&](auto i) {
        constexpr std::size_t kIndex = decltype(i)::value;
        if constexpr (isColumn<FieldType<T, kIndex>>())
            row.columns.push_back(columnValue(unwrap(boost::pfr::get<kIndex>(entity))));
    });
    return row;
}

template <Entity T>
EncodedRow encode(const T &entity)
{
    EncodedRow row = dissect(entity);
    row.body = toJson(entity, JsonAudience::Store);
    return row;
}

template <typename T>
void appendCsvPaths(const std::string &prefix, std::vector<std::string> &paths)
{
    forEachFieldIndex<T>([&](auto i) {
        constexpr std::size_t kIndex = decltype(i)::value;
        using Field = FieldType<T, kIndex>;
        if constexpr (!hasMark<Field>(FieldMark::Secret)) {
            const std::string path = prefix + std::string(fieldNames<T>()[kIndex]);
            if constexpr (Record<Unwrapped<Field>>)
                appendCsvPaths<Unwrapped<Field>>(path + '.', paths);
            else
                paths.push_back(path);
        }
    });
}

template <typename T>
consteval bool holdsSecrets()
{
    if constexpr (hasMark<T>(FieldMark::Secret))
        return true;
    else if constexpr (MarkedField<T>)
        return holdsSecrets<Unwrapped<T>>();
    else if constexpr (OptionalField<T> || ListField<T>)
        return holdsSecrets<typename T::value_type>();
    else if constexpr (MapField<T>)
        return holdsSecrets<typename T::mapped_type>();
    else if constexpr (Record<T>)
        return []<std::size_t... I>(std::index_sequence<I...>) {
            return (holdsSecrets<FieldType<T, I>>() || ...);
        }(std::make_index_sequence<kFieldCount<T>>{});
    else
        return false;
}

/// "state, position" → its words.
inline std::vector<std::string_view> splitColumns(std::string_view list)
{
    std::vector<std::string_view> columns;
    for (std::size_t begin = 0; begin < list.size();) {
        const std::size_t end = std::min(list.find(", ", begin), list.size());
        columns.push_back(list.substr(begin, end - begin));
        begin = end + 2;
    }
    return columns;
}

template <Entity T>
EntitySchema makeSchema()
{
    EntitySchema schema;
    schema.name = EntityTraits<T>::kName;
    schema.plural = EntityTraits<T>::kPlural;
    // Secrets within records too: what is logged and synced is the document without them.
    schema.hasSecrets = holdsSecrets<T>();
    forEachFieldIndex<T>([&](auto i) {
        constexpr std::size_t kIndex = decltype(i)::value;
        using Field = FieldType<T, kIndex>;
        if constexpr (isColumn<Field>()) {
            constexpr bool kUnique = hasMark<Field>(FieldMark::Unique);
            schema.columns.push_back(
                {fieldNames<T>()[kIndex], columnKind<Unwrapped<Field>>(), kUnique, columnChoices<Unwrapped<Field>>()});
            if (kUnique && !hasMark<Field>(FieldMark::Secret))
                schema.handle = fieldNames<T>()[kIndex];
        }
    });
    if constexpr (requires { EntityTraits<T>::kChecks; })
        schema.checks.assign(EntityTraits<T>::kChecks.begin(), EntityTraits<T>::kChecks.end());
    if constexpr (requires { EntityTraits<T>::kIndexes; })
        for (const std::string_view columns : EntityTraits<T>::kIndexes)
            schema.indexes.push_back(splitColumns(columns));
    schema.encode = [](std::string_view body) -> Result<EncodedRow> {
        VITRINE_TRY(const T entity, decode<T>(body));
        return encode(entity);
    };
    schema.dissect = [](std::string_view body) -> Result<EncodedRow> {
        VITRINE_TRY(const T entity, decode<T>(body));
        return dissect(entity);
    };
    schema.withoutSecrets = [](std::string_view body) -> Result<std::string> {
        VITRINE_TRY(const T entity, decode<T>(body));
        return toJson(entity, JsonAudience::Outside);
    };
    schema.describe = [](JsonWriter &writer) { writeJsonSchema<T>(writer); };
    schema.csvPaths = [] {
        std::vector<std::string> paths;
        appendCsvPaths<T>({}, paths);
        return paths;
    };
    return schema;
}

} // namespace detail

/// The one schema of an entity. Thread-safe; lives for ever.
template <Entity T>
[[nodiscard]] const EntitySchema &schemaOf()
{
    static const EntitySchema schema = detail::makeSchema<T>();
    return schema;
}

} // namespace vitrine::core
