// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/cinema/FilmNames.h"

#include "render/cinema/FilmPresets.h"
#include "render/cinema/FilmText.h"

#include <algorithm>
#include <charconv>

namespace vitrine::render {
namespace {

bool isSame(std::string_view one, std::string_view other)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return !one.empty() && std::ranges::equal(one, other, {}, lower, lower);
}

bool isSame(const Package &package, const LocalText &text, std::string_view name)
{
    return isSame(package.text(text.en), name) || isSame(package.text(text.bn), name);
}

template <typename Records, typename Predicate>
std::int32_t indexWhere(const Records &records, Predicate fits)
{
    const auto found = std::ranges::find_if(records, fits);
    return found == records.end() ? kNone : static_cast<std::int32_t>(found - records.begin());
}

} // namespace

std::int32_t partNamed(const Package &package, std::string_view name)
{
    const std::int32_t byNode = indexWhere(package.parts(), [&](const PartRecord &part) {
        return isSame(package.text(package.nodes()[static_cast<std::size_t>(part.node)].name), name);
    });
    if (byNode != kNone)
        return byNode;
    return indexWhere(package.parts(), [&](const PartRecord &part) { return isSame(package, part.name, name); });
}

std::int32_t spotNamed(const Package &package, std::string_view name)
{
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (error == std::errc() && end == name.data() + name.size() && number >= 1 && number <= package.hotspots().size())
        return static_cast<std::int32_t>(number - 1);
    return indexWhere(package.hotspots(), [&](const HotspotRecord &spot) { return isSame(package, spot.title, name); });
}

std::int32_t animationNamed(const Package &package, std::string_view name)
{
    return indexWhere(package.animations(), [&](const AnimationRecord &animation) {
        return isSame(package.text(animation.name), name) || isSame(package, animation.title, name);
    });
}

std::vector<Film> filmsOf(const Package &package)
{
    const FilmShape shape = shapeOf(package);
    std::vector<Film> films;
    if (!package.shots().empty())
        films = readFilms(package.shots()).value_or(std::vector<Film>{});
    if (films.empty())
        return presetFilms(shape);
    if (Film around = turntable(); !std::ranges::contains(films, around.name, &Film::name))
        films.push_back(std::move(around));
    return films;
}

} // namespace vitrine::render
