// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/assimp/DaeReferences.h"

#include "render/import/assimp/PartGraph.h"
#include "render/import/assimp/faults/FileFault.h"
#include "render/import/assimp/faults/Lines.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

namespace vitrine::render {
namespace {

using core::ErrorCode;
using core::fail;

constexpr std::string_view kBlank = " \t\r\n";

/// The value of an attribute in the tag whose text this is; empty if it has none of that name.
std::string_view attribute(std::string_view tag, std::string_view name)
{
    for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
        const std::size_t equals = tag.find_first_not_of(kBlank, at + name.size());
        if (at == 0 || !kBlank.contains(tag[at - 1]) || equals == std::string_view::npos || tag[equals] != '=')
            continue;
        const std::size_t quote = tag.find_first_not_of(kBlank, equals + 1);
        if (quote == std::string_view::npos || (tag[quote] != '"' && tag[quote] != '\''))
            continue;
        const std::size_t end = tag.find(tag[quote], quote + 1);
        return end == std::string_view::npos ? std::string_view() : tag.substr(quote + 1, end - quote - 1);
    }
    return {};
}

/// Where the tag that starts here ends: values in quotes may have a '>', but no '<'.
std::size_t endOfTag(std::string_view text, std::size_t start)
{
    char quote = 0;
    std::size_t at = start + 1;
    for (; at < text.size() && text[at] != '<' && (text[at] != '>' || quote != 0); ++at)
        if (quote == 0 && (text[at] == '"' || text[at] == '\''))
            quote = text[at];
        else if (text[at] == quote)
            quote = 0;
    return std::min(at, text.size());
}

/// Calls `visit(text of the tag, where it starts)` for each `<element …>`.
template <typename Visitor>
void forEachTag(std::string_view text, std::string_view element, const Visitor &visit)
{
    const std::string start = "<" + std::string(element);
    for (std::size_t at = text.find(start); at != std::string_view::npos; at = text.find(start, at + 1)) {
        const std::size_t end = endOfTag(text, at);
        if (at + start.size() < end && kBlank.contains(text[at + start.size()]))
            visit(text.substr(at, end - at), at);
    }
}

/// The same text, and as long, with blanks where comments are.
std::string withoutComments(std::string_view text)
{
    constexpr std::string_view kEnd = "-->";
    std::string bare(text);
    for (std::size_t at = text.find("<!--"); at != std::string_view::npos; at = text.find("<!--", at)) {
        const std::size_t found = text.find(kEnd, at);
        const std::size_t end = found == std::string_view::npos ? text.size() : found + kEnd.size();
        for (; at < end; ++at)
            if (bare[at] != '\n')
                bare[at] = ' ';
    }
    return bare;
}

using Names = std::set<std::string_view>;

void addNames(std::string_view text, std::string_view element, std::string_view key, Names &names)
{
    forEachTag(text, element, [&](std::string_view tag, std::size_t) { names.insert(attribute(tag, key)); });
}

std::string missingFault(std::string_view element, const std::string &url)
{
    if (element == "instance_geometry")
        return "no geometry is '" + url + "'";
    if (element == "instance_controller")
        return "no controller is '" + url + "'";
    return "no node is '" + url + "'";
}

/// Of each `<element url="#…">` that names none of these, which Assimp leaves out without a word.
core::Status checkInstances(std::string_view text, std::string_view element, const Names &names,
                            const std::string &name)
{
    core::Status status;
    forEachTag(text, element, [&](std::string_view tag, std::size_t at) {
        const std::string_view url = attribute(tag, "url");
        const bool isKnown = url.starts_with('#') && names.contains(url.substr(1));
        if (!isKnown && !url.contains('&') && status) // An entity may stand for what is written out elsewhere.
            status = fail(ErrorCode::Malformed, missingFault(element, std::string(url.substr(0, 200))),
                          name + ": " + faults::lineAt(text, at));
    });
    return status;
}

/// Shapes and nodes that are not there. Assimp takes a controller for a geometry, and the other way round.
core::Status checkShapes(std::string_view text, const std::string &name)
{
    Names shapes;
    addNames(text, "geometry", "id", shapes);
    addNames(text, "controller", "id", shapes);
    Names nodes;
    for (const char *key : {"id", "sid", "name"}) // Assimp goes by each.
        addNames(text, "node", key, nodes);
    VITRINE_CHECK(checkInstances(text, "instance_geometry", shapes, name));
    VITRINE_CHECK(checkInstances(text, "instance_controller", shapes, name));
    return checkInstances(text, "instance_node", nodes, name);
}

/// Which nodes ask for which: those within a node count as its own.
class NodeReferences
{
public:
    explicit NodeReferences(std::string_view text)
    {
        std::vector<std::size_t> open; // Where each one that encloses this place starts in m_names.
        for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
            const std::string_view rest = text.substr(at);
            if (rest.starts_with("<!--"))
                at = std::min(text.find("-->", at), text.size() - 1);
            else if (rest.starts_with("</node>") && !open.empty())
                leave(open);
            else if (isTag(rest, "<node"))
                enter(rest.substr(0, rest.find('>')), open);
            else if (isTag(rest, "<instance_node"))
                ask(attribute(rest.substr(0, rest.find('>')), "url"), at);
        }
    }

    const PartGraph<std::string_view> &parts() const { return m_parts; }

private:
    static bool isTag(std::string_view rest, std::string_view start)
    {
        return rest.size() > start.size() && rest.starts_with(start) &&
               std::string_view(" \t\r\n>").contains(rest[start.size()]);
    }
    void enter(std::string_view tag, std::vector<std::size_t> &open)
    {
        if (tag.ends_with('/'))
            return;
        open.push_back(m_names.size());
        for (const std::string_view key : {"id", "sid", "name"}) // Assimp goes by each.
            if (const std::string_view name = attribute(tag, key); !name.empty())
                m_names.push_back(name);
    }
    void leave(std::vector<std::size_t> &open)
    {
        m_names.resize(open.back());
        open.pop_back();
    }
    void ask(std::string_view url, std::size_t at)
    {
        for (const std::string_view name : m_names)
            m_parts.add(name, url.substr(url.starts_with('#') ? 1 : 0), at);
    }

    std::vector<std::string_view> m_names; ///< Of all nodes that are open.
    PartGraph<std::string_view> m_parts;
};

core::Status checkEffects(std::string_view text, const std::string &name)
{
    Names effects;
    addNames(text, "effect", "id", effects);
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
                          name + ": " + faults::lineAt(text, at));
    });
    return status;
}

core::Status checkAll(std::string_view text, const std::string &name)
{
    VITRINE_CHECK(checkEffects(text, name));
    if (const auto at = NodeReferences(text).parts().circle())
        return fail(ErrorCode::Malformed, kPartOfItself, name + ": " + faults::lineAt(text, *at));
    return checkShapes(text, name);
}

} // namespace

core::Status checkDaeReferences(const Blob &file, const std::string &name)
{
    const std::string_view text = file.text();
    if (text.starts_with("PK")) // Assimp would look for a document within.
        return fail(ErrorCode::Unsupported, "a zipped document; COLLADA is read as text only", name);
    const core::Status status = text.contains("<!--") ? checkAll(withoutComments(text), name) : checkAll(text, name);
    // What is missing may be what was cut off.
    const auto fault = status ? std::nullopt : xmlFault(text);
    return fault ? fail(ErrorCode::Malformed, fault->what, name + ": " + fault->place) : status;
}

} // namespace vitrine::render
