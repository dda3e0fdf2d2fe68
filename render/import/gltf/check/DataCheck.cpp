// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/gltf/check/FileCheck.h"

#include <algorithm>

namespace vitrine::render::gltf {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

/// A view as it is declared: what it has once it is decompressed.
struct View {
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
    std::uint64_t stride = 0;
    std::string pointer;
};

Result<View> readView(const Document &document, std::size_t index)
{
    VITRINE_TRY(const JsonObject object, document.bufferViews().object(index));
    View view;
    view.pointer = object.pointer();
    VITRINE_TRY(view.offset, object.count("byteOffset", 0));
    VITRINE_TRY(view.length, object.count("byteLength", {}, 1));
    VITRINE_TRY(view.stride, object.count("byteStride", 0));
    VITRINE_TRY(const std::int32_t buffer, object.requiredIndex("buffer", document.buffers().size(), "/buffers"));
    VITRINE_TRY(const JsonObject whole, document.buffers().object(static_cast<std::size_t>(buffer)));
    VITRINE_TRY(const std::uint64_t size, whole.count("byteLength", {}, 1));
    if (view.offset > size || view.length > size - view.offset)
        return fail(ErrorCode::InvalidArgument,
                    "bytes " + std::to_string(view.offset) + " to " + std::to_string(view.offset + view.length) +
                        " of a buffer of " + std::to_string(size),
                    object.pointer("byteLength"));
    if (object.has("byteStride") && (view.stride < 4 || view.stride > 252 || view.stride % 4 != 0))
        return fail(ErrorCode::InvalidArgument, std::to_string(view.stride) + " is not a multiple of 4 from 4 to 252",
                    object.pointer("byteStride"));
    if (view.stride > view.length)
        return fail(ErrorCode::InvalidArgument,
                    "the stride of " + std::to_string(view.stride) + " is larger than the view of " +
                        std::to_string(view.length),
                    object.pointer("byteStride"));
    return view;
}

class AccessorCheck
{
public:
    AccessorCheck(Document &document, const std::vector<View> &views)
        : m_document(document)
        , m_views(views)
    {
    }

    Status check(const Accessor &accessor)
    {
        const std::uint32_t component = accessor.componentBytes();
        if (accessor.isNormalized &&
            (accessor.componentType == ComponentType::F32 || accessor.componentType == ComponentType::U32))
            m_document.flaw("only bytes and shorts can be normalised", accessor.pointer + "/normalized");
        if (accessor.offset % component != 0)
            return misaligned("the byteOffset " + std::to_string(accessor.offset), component,
                              accessor.pointer + "/byteOffset");
        if (accessor.view != kNone)
            VITRINE_CHECK(checkView(accessor, m_views[static_cast<std::size_t>(accessor.view)]));
        return accessor.sparse ? checkSparse(accessor) : Status{};
    }

private:
    static Status misaligned(const std::string &what, std::uint32_t component, const std::string &where)
    {
        return fail(ErrorCode::InvalidArgument,
                    what + " is not a multiple of " + std::to_string(component) + ", the size of a component", where);
    }

    Status checkView(const Accessor &accessor, const View &view)
    {
        const std::uint32_t component = accessor.componentBytes();
        const std::uint64_t element = accessor.elementBytes();
        if ((accessor.offset + view.offset) % component != 0)
            return misaligned("the offset " + std::to_string(accessor.offset + view.offset) + " within the buffer",
                              component, accessor.pointer);
        if (view.stride != 0 && view.stride < element)
            return fail(ErrorCode::InvalidArgument,
                        "elements of " + std::to_string(element) + " bytes do not fit a stride of " +
                            std::to_string(view.stride),
                        accessor.pointer);
        return fits(accessor.offset, accessor.count, element, view.stride == 0 ? element : view.stride, view,
                    accessor.pointer);
    }

    static Status fits(std::uint64_t offset, std::uint64_t count, std::uint64_t element, std::uint64_t step,
                       const View &view, const std::string &where)
    {
        const std::uint64_t needed = step * (count - 1) + element;
        if (offset > view.length || needed > view.length - offset)
            return fail(ErrorCode::InvalidArgument,
                        std::to_string(count) + " elements from byte " + std::to_string(offset) + " need " +
                            std::to_string(needed) + " bytes, " + view.pointer + " has " +
                            std::to_string(view.length - std::min(offset, view.length)),
                        where);
        return {};
    }

    Status checkSparse(const Accessor &accessor)
    {
        const SparseValues &sparse = *accessor.sparse;
        const std::string where = accessor.pointer + "/sparse";
        const View &indices = m_views[static_cast<std::size_t>(sparse.indicesView)];
        const View &values = m_views[static_cast<std::size_t>(sparse.valuesView)];
        const std::uint64_t index =
            sparse.indicesType == ComponentType::U8 ? 1 : (sparse.indicesType == ComponentType::U16 ? 2 : 4);
        if (indices.stride != 0)
            m_document.flaw("only vertices can have a byteStride", where + "/indices/bufferView");
        if (values.stride != 0)
            m_document.flaw("only vertices can have a byteStride", where + "/values/bufferView");
        VITRINE_CHECK(fits(sparse.indicesOffset, sparse.count, index, index, indices, where + "/indices"));
        return fits(sparse.valuesOffset, sparse.count, accessor.elementBytes(), accessor.elementBytes(), values,
                    where + "/values");
    }

    Document &m_document;
    const std::vector<View> &m_views;
};

} // namespace

Status checkData(Document &document)
{
    for (std::size_t i = 0; i < document.buffers().size(); ++i)
        VITRINE_CHECK(document.checkBuffer(static_cast<std::int32_t>(i)));
    std::vector<View> views;
    for (std::size_t i = 0; i < document.bufferViews().size(); ++i) {
        VITRINE_TRY(views.emplace_back(), readView(document, i));
    }
    AccessorCheck check(document, views);
    for (const Accessor &accessor : document.accessors())
        VITRINE_CHECK(check.check(accessor));
    return {};
}

} // namespace vitrine::render::gltf
