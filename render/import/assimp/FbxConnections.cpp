// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/FbxConnections.h"

#include "render/import/assimp/FbxRecords.h"
#include "render/import/assimp/PartGraph.h"
#include "render/import/assimp/faults/Lines.h"

#include <set>

namespace vitrine::render {
namespace {

/// A value of this type; a null pointer where there is none.
template <typename T>
const T *valueOf(const FbxRecord &record, std::size_t index)
{
    return index < record.values.size() ? std::get_if<T>(&record.values[index]) : nullptr;
}

/// Nodes are the objects "Model"; what else is connected may well lead back, as a skin's bones to its node.
std::set<std::uint64_t> nodesOf(const std::vector<FbxRecord> &records)
{
    std::set<std::uint64_t> nodes;
    for (const FbxRecord &record : records)
        if (const auto *id = valueOf<std::uint64_t>(record, 0);
            id != nullptr && record.section == "Objects" && record.name == "Model")
            nodes.insert(*id);
    return nodes;
}

/// Whether it connects objects, and not with a property ("OP") or two of those ("PP").
bool isOfObjects(const FbxRecord &record)
{
    const auto *kind = valueOf<std::string_view>(record, 0);
    const auto *property = valueOf<std::string_view>(record, 3);
    const bool namesProperty = property != nullptr && !property->empty();
    return record.section == "Connections" && record.name == "C" && kind != nullptr && *kind != "PP" &&
           !(*kind == "OP" && namesProperty);
}

PartGraph<std::uint64_t> partsOf(const std::vector<FbxRecord> &records)
{
    const std::set<std::uint64_t> nodes = nodesOf(records);
    PartGraph<std::uint64_t> parts;
    for (const FbxRecord &record : records) {
        const auto *part = valueOf<std::uint64_t>(record, 1);
        const auto *whole = valueOf<std::uint64_t>(record, 2);
        if (part != nullptr && whole != nullptr && nodes.contains(*part) && nodes.contains(*whole) &&
            isOfObjects(record))
            parts.add(*whole, *part, record.at);
    }
    return parts;
}

} // namespace

core::Status checkFbxConnections(const Blob &file, const std::string &name)
{
    const std::string_view text = file.text();
    const auto at = partsOf(fbxRecords(text)).circle();
    if (!at)
        return {};
    return core::fail(core::ErrorCode::Malformed, kPartOfItself,
                      name + ": " + (isFbxBinary(text) ? faults::byte(*at) : faults::lineAt(text, *at)));
}

} // namespace vitrine::render
