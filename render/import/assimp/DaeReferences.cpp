// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/DaeReferences.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace vitrine::render {
namespace {

using core::ErrorCode;
using core::fail;

/// The value of an attribute in the tag whose text this is; empty if it has none of that name.
std::string_view attribute(std::string_view tag, std::string_view name)
{
    for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
        const std::size_t quote = at + name.size() + 1;
        const bool isWhole = at > 0 && std::string_view(" \t\r\n").contains(tag[at - 1]);
        if (!isWhole || quote >= tag.size() || tag[quote - 1] != '=' || (tag[quote] != '"' && tag[quote] != '\''))
            continue;
        const std::size_t end = tag.find(tag[quote], quote + 1);
        return end == std::string_view::npos ? std::string_view() : tag.substr(quote + 1, end - quote - 1);
    }
    return {};
}

/// Calls `visit(text of the tag, where it starts)` for each `<element …>`.
template <typename Visitor>
void forEachTag(std::string_view text, std::string_view element, const Visitor &visit)
{
    const std::string start = "<" + std::string(element);
    for (std::size_t at = text.find(start); at != std::string_view::npos; at = text.find(start, at + 1)) {
        const std::size_t end = std::min(text.find('>', at), text.size());
        if (at + start.size() < end && std::string_view(" \t\r\n").contains(text[at + start.size()]))
            visit(text.substr(at, end - at), at);
    }
}

} // namespace

core::Status checkDaeReferences(const Blob &file, const std::string &name)
{
    const std::string_view text(reinterpret_cast<const char *>(file.bytes.data()), file.bytes.size());
    if (text.starts_with("PK")) // Assimp would look for a document within.
        return fail(ErrorCode::Unsupported, "a zipped document; COLLADA is read as text only", name);
    std::set<std::string_view> effects;
    forEachTag(text, "effect", [&](std::string_view tag, std::size_t) { effects.insert(attribute(tag, "id")); });
    core::Status status;
    forEachTag(text, "material", [&](std::string_view, std::size_t at) {
        const std::size_t end = std::min(text.find("</material", at), text.size());
        bool isKnown = false;
        std::string_view asked;
        forEachTag(text.substr(at, end - at), "instance_effect", [&](std::string_view tag, std::size_t) {
            asked = attribute(tag, "url");
            isKnown = isKnown || (asked.starts_with('#') && effects.contains(asked.substr(1)));
        });
        if (!isKnown && status)
            status = fail(ErrorCode::Malformed, "no effect is '" + std::string(asked.substr(0, 200)) + "'",
                          name + ": line " + std::to_string(1 + std::ranges::count(text.substr(0, at), '\n')));
    });
    return status;
}

} // namespace vitrine::render
