// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <vector>

namespace vitrine::render {

/// The fault of one that goes in a circle.
inline constexpr const char *kPartOfItself = "a node is a part of itself, or lies 256 deep";

/// Which of a file's nodes stand below which. Assimp follows them for as long as its stack holds.
template <typename Name>
class PartGraph
{
public:
    /// `at`: where the file says so.
    void add(const Name &whole, const Name &part, std::size_t at) { m_parts[whole].push_back({part, at}); }

    /// Where the file makes a node a part of itself, or the 256th of a line of nodes each below the other.
    [[nodiscard]] std::optional<std::size_t> circle() const
    {
        Levels levels;
        for (const auto &[name, parts] : m_parts)
            if (levels.try_emplace(name, 0).second)
                if (const auto at = circleFrom(name, levels, 1))
                    return at;
        return std::nullopt;
    }

private:
    static constexpr int kDeepest = 256;

    struct Part {
        Name name;
        std::size_t at;
    };
    /// How many levels a node has with its own; 0 while that is being counted.
    using Levels = std::map<Name, int>;

    std::optional<std::size_t> circleFrom(const Name &name, Levels &levels, int depth) const
    {
        int deepest = 1;
        if (const auto found = m_parts.find(name); found != m_parts.end())
            for (const Part &part : found->second) {
                const auto [below, isNew] = levels.try_emplace(part.name, 0);
                if ((!isNew && below->second == 0) || depth + std::max(below->second, 1) >= kDeepest)
                    return part.at;
                if (isNew)
                    if (const auto at = circleFrom(part.name, levels, depth + 1))
                        return at;
                deepest = std::max(deepest, below->second + 1);
            }
        levels[name] = deepest;
        return std::nullopt;
    }

    std::map<Name, std::vector<Part>> m_parts;
};

} // namespace vitrine::render
