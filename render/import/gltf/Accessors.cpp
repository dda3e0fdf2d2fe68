// SPDX-License-Identifier: GPL-3.0-or-later
// Document's accessors: what they say, and their values.
#include "render/import/ImportLimits.h"
#include "render/import/gltf/Document.h"

#include <algorithm>
#include <cstring>

namespace vitrine::render::gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

std::uint32_t bytesOf(ComponentType type)
{
    switch (type) {
    case ComponentType::I8:
    case ComponentType::U8:
        return 1;
    case ComponentType::I16:
    case ComponentType::U16:
        return 2;
    case ComponentType::U32:
    case ComponentType::F32:
        return 4;
    }
    return 4;
}

Result<ComponentType> readComponentType(const JsonObject &object)
{
    VITRINE_TRY(const std::uint64_t code, object.count("componentType"));
    switch (code) {
    case 5120:
    case 5121:
    case 5122:
    case 5123:
    case 5125:
    case 5126:
        return static_cast<ComponentType>(code);
    default:
        return fail(ErrorCode::InvalidArgument, std::to_string(code) + " is not a component type",
                    object.pointer("componentType"));
    }
}

Status readType(const JsonObject &object, Accessor &accessor)
{
    struct Type {
        std::string_view name;
        std::uint32_t components, columns;
    };
    constexpr std::array<Type, 7> kTypes = {{{"SCALAR", 1, 1},
                                             {"VEC2", 2, 1},
                                             {"VEC3", 3, 1},
                                             {"VEC4", 4, 1},
                                             {"MAT2", 4, 2},
                                             {"MAT3", 9, 3},
                                             {"MAT4", 16, 4}}};
    VITRINE_TRY(const std::string_view name, object.text("type"));
    const auto found = std::ranges::find(kTypes, name, &Type::name);
    if (found == kTypes.end())
        return fail(ErrorCode::InvalidArgument, "'" + std::string(name.substr(0, 20)) + "' is not an accessor type",
                    object.pointer("type"));
    accessor.components = found->components;
    accessor.columns = found->columns;
    return {};
}

Result<SparseValues> readSparse(const JsonObject &object, std::uint64_t count, std::size_t viewCount)
{
    SparseValues sparse;
    VITRINE_TRY(const std::uint64_t sparseCount, object.count("count", {}, 1));
    if (sparseCount > count)
        return fail(ErrorCode::InvalidArgument,
                    std::to_string(sparseCount) + " values for " + std::to_string(count) + " elements",
                    object.pointer("count"));
    sparse.count = static_cast<std::uint32_t>(sparseCount);
    VITRINE_TRY(const auto indices, object.object("indices"));
    VITRINE_TRY(const auto values, object.object("values"));
    if (!indices || !values)
        return fail(ErrorCode::InvalidArgument, "indices or values are missing", object.pointer());
    VITRINE_TRY(sparse.indicesView, indices->requiredIndex("bufferView", viewCount, "/bufferViews"));
    VITRINE_TRY(sparse.indicesOffset, indices->count("byteOffset", 0));
    VITRINE_TRY(sparse.indicesType, readComponentType(*indices));
    if (sparse.indicesType != ComponentType::U8 && sparse.indicesType != ComponentType::U16 &&
        sparse.indicesType != ComponentType::U32)
        return fail(ErrorCode::InvalidArgument, "indices must be unsigned", indices->pointer("componentType"));
    VITRINE_TRY(sparse.valuesView, values->requiredIndex("bufferView", viewCount, "/bufferViews"));
    VITRINE_TRY(sparse.valuesOffset, values->count("byteOffset", 0));
    return sparse;
}

Result<Accessor> readAccessor(const JsonObject &object, std::size_t viewCount)
{
    Accessor accessor;
    accessor.pointer = object.pointer();
    VITRINE_TRY(accessor.view, object.index("bufferView", viewCount, "/bufferViews"));
    VITRINE_TRY(accessor.offset, object.count("byteOffset", 0));
    VITRINE_TRY(accessor.count, object.count("count", {}, 1));
    if (accessor.count > limits::kIndices)
        return fail(ErrorCode::TooLarge,
                    std::to_string(accessor.count) + " elements (limit " + std::to_string(limits::kIndices) + ")",
                    object.pointer("count"));
    VITRINE_TRY(accessor.componentType, readComponentType(object));
    VITRINE_TRY(accessor.isNormalized, object.flag("normalized", false));
    VITRINE_CHECK(readType(object, accessor));
    for (const std::string_view key : {"min", "max"}) {
        VITRINE_TRY(const JsonArray bounds, object.array(key));
        if (object.has(key) && bounds.size() != accessor.components)
            return fail(ErrorCode::InvalidArgument,
                        std::to_string(bounds.size()) + " numbers where " + std::to_string(accessor.components) +
                            " are needed",
                        object.pointer(key));
    }
    accessor.hasBounds = object.has("min") && object.has("max");
    VITRINE_TRY(const auto sparse, object.object("sparse"));
    if (sparse) {
        VITRINE_TRY(accessor.sparse, readSparse(*sparse, accessor.count, viewCount));
    }
    return accessor;
}

/// Elements in memory: `first` + i × stride, each inside of the bytes.
struct Strided {
    const std::byte *first = nullptr;
    std::size_t stride = 0;
};

Result<Strided> locate(const BufferView &view, std::uint64_t offset, std::uint64_t count, std::uint32_t elementBytes,
                       std::uint32_t stride, const std::string &where)
{
    const std::uint64_t size = view.blob.bytes.size();
    const std::uint64_t step = stride == 0 ? elementBytes : stride;
    if (step < elementBytes)
        return fail(ErrorCode::InvalidArgument,
                    "elements of " + std::to_string(elementBytes) + " bytes do not fit a stride of " +
                        std::to_string(step),
                    where);
    const std::uint64_t needed = step * (count - 1) + elementBytes;
    if (offset > size || needed > size - offset)
        return fail(ErrorCode::InvalidArgument,
                    std::to_string(count) + " elements from byte " + std::to_string(offset) + " need " +
                        std::to_string(needed) + " bytes, " + view.pointer + " has " +
                        std::to_string(size - std::min(offset, size)),
                    where);
    return Strided{view.blob.bytes.data() + offset, step};
}

template <typename T>
T load(const std::byte *from)
{
    T value;
    std::memcpy(&value, from, sizeof value);
    return value;
}

template <typename T>
float scaled(T value, bool isNormalized)
{
    const auto number = static_cast<float>(value);
    if (!isNormalized)
        return number;
    return std::max(number / static_cast<float>(std::numeric_limits<T>::max()), -1.0F);
}

float asFloat(const std::byte *from, ComponentType type, bool isNormalized)
{
    switch (type) {
    case ComponentType::I8:
        return scaled(load<std::int8_t>(from), isNormalized);
    case ComponentType::U8:
        return scaled(load<std::uint8_t>(from), isNormalized);
    case ComponentType::I16:
        return scaled(load<std::int16_t>(from), isNormalized);
    case ComponentType::U16:
        return scaled(load<std::uint16_t>(from), isNormalized);
    case ComponentType::U32:
        return scaled(load<std::uint32_t>(from), isNormalized);
    case ComponentType::F32:
        return load<float>(from);
    }
    return 0;
}

std::uint32_t asInteger(const std::byte *from, ComponentType type)
{
    switch (type) {
    case ComponentType::U8:
        return load<std::uint8_t>(from);
    case ComponentType::U16:
        return load<std::uint16_t>(from);
    default:
        return load<std::uint32_t>(from);
    }
}

/// The columns of matrices start on multiples of four bytes.
std::uint32_t columnBytes(const Accessor &accessor)
{
    const std::uint32_t bytes = accessor.components / accessor.columns * bytesOf(accessor.componentType);
    return accessor.columns == 1 ? bytes : (bytes + 3) / 4 * 4;
}

std::size_t componentOffset(const Accessor &accessor, std::uint32_t c)
{
    const std::uint32_t rows = accessor.components / accessor.columns;
    return std::size_t{c / rows} * columnBytes(accessor) + std::size_t{c % rows} * bytesOf(accessor.componentType);
}

template <typename Value, typename Convert>
void copyElements(const Accessor &accessor, Strided from, std::size_t count, Value *into, Convert convert)
{
    const std::uint32_t components = accessor.components;
    std::array<std::size_t, 16> offsets{};
    for (std::uint32_t c = 0; c < components; ++c)
        offsets[c] = componentOffset(accessor, c);
    for (std::size_t i = 0; i < count; ++i)
        for (std::uint32_t c = 0; c < components; ++c)
            *into++ = convert(from.first + i * from.stride + offsets[c]);
}

template <typename Value, typename Convert>
Status applySparse(Document &document, const Accessor &accessor, std::vector<Value> &values, Convert convert)
{
    const SparseValues &sparse = *accessor.sparse;
    const std::string where = accessor.pointer + "/sparse";
    VITRINE_TRY(const BufferView indexView, document.view(sparse.indicesView));
    VITRINE_TRY(const BufferView valueView, document.view(sparse.valuesView));
    VITRINE_TRY(const Strided indices, locate(indexView, sparse.indicesOffset, sparse.count,
                                              bytesOf(sparse.indicesType), 0, where + "/indices"));
    VITRINE_TRY(const Strided from,
                locate(valueView, sparse.valuesOffset, sparse.count, accessor.elementBytes(), 0, where + "/values"));
    for (std::uint32_t i = 0; i < sparse.count; ++i) {
        const std::uint32_t target = asInteger(indices.first + i * indices.stride, sparse.indicesType);
        if (target >= accessor.count)
            return fail(ErrorCode::InvalidArgument,
                        "element " + std::to_string(target) + " of " + std::to_string(accessor.count),
                        where + "/indices");
        copyElements(accessor, {from.first + i * from.stride, from.stride}, 1,
                     values.data() + std::size_t{target} * accessor.components, convert);
    }
    return {};
}

template <typename Value, typename Convert>
Result<std::vector<Value>> readValues(Document &document, const Accessor &accessor, Convert convert)
{
    std::vector<Value> values;
    if (accessor.view != kNone) {
        VITRINE_TRY(const BufferView view, document.view(accessor.view));
        VITRINE_TRY(const Strided from, locate(view, accessor.offset, accessor.count, accessor.elementBytes(),
                                               view.stride, accessor.pointer));
        values.resize(accessor.count * accessor.components);
        copyElements(accessor, from, accessor.count, values.data(), convert);
    } else {
        values.resize(accessor.count * accessor.components);
    }
    if (accessor.sparse)
        VITRINE_CHECK(applySparse(document, accessor, values, convert));
    return values;
}

} // namespace

std::uint32_t Accessor::elementBytes() const { return columns * columnBytes(*this); }

std::uint32_t Accessor::componentBytes() const { return bytesOf(componentType); }

Status Document::readAccessors()
{
    VITRINE_TRY(const JsonArray list, m_root->array("accessors"));
    m_accessors.reserve(list.size());
    for (std::size_t i = 0; i < list.size(); ++i) {
        VITRINE_TRY(const JsonObject object, list.object(i));
        VITRINE_TRY(Accessor accessor, readAccessor(object, m_bufferViews.size()));
        m_accessors.push_back(std::move(accessor));
    }
    return {};
}

Result<std::vector<float>> Document::floats(std::int32_t index, std::uint32_t components)
{
    const Accessor &accessor = m_accessors[static_cast<std::size_t>(index)];
    if (accessor.components != components)
        return fail(ErrorCode::InvalidArgument,
                    std::to_string(accessor.components) + " components where " + std::to_string(components) +
                        " are needed",
                    accessor.pointer + "/type");
    if (accessor.count > limits::kVertices)
        return fail(ErrorCode::TooLarge,
                    std::to_string(accessor.count) + " elements (limit " + std::to_string(limits::kVertices) + ")",
                    accessor.pointer + "/count");
    return readValues<float>(*this, accessor, [&](const std::byte *from) {
        return asFloat(from, accessor.componentType, accessor.isNormalized);
    });
}

Result<std::vector<std::uint32_t>> Document::integers(std::int32_t index, std::uint32_t components)
{
    const Accessor &accessor = m_accessors[static_cast<std::size_t>(index)];
    if (accessor.components != components)
        return fail(ErrorCode::InvalidArgument,
                    std::to_string(accessor.components) + " components where " + std::to_string(components) +
                        " are needed",
                    accessor.pointer + "/type");
    if (accessor.componentType != ComponentType::U8 && accessor.componentType != ComponentType::U16 &&
        accessor.componentType != ComponentType::U32)
        return fail(ErrorCode::InvalidArgument, "must be unsigned integers", accessor.pointer + "/componentType");
    return readValues<std::uint32_t>(*this, accessor,
                                     [&](const std::byte *from) { return asInteger(from, accessor.componentType); });
}

} // namespace vitrine::render::gltf
