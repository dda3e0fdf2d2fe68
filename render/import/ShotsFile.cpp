// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/ShotsFile.h"

#include "render/cinema/FilmText.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <format>

namespace vitrine::render {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

/// As FilmNames.h finds them in the package.
bool isSame(std::string_view one, std::string_view other)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return !one.empty() && std::ranges::equal(one, other, {}, lower, lower);
}
bool isSame(const SceneText &text, std::string_view name) { return isSame(text.en, name) || isSame(text.bn, name); }

bool hasSpot(const Scene &scene, std::string_view name)
{
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (error == std::errc() && end == name.data() + name.size() && number >= 1 && number <= scene.hotspots.size())
        return true;
    return std::ranges::any_of(scene.hotspots, [&](const SceneHotspot &spot) { return isSame(spot.title, name); });
}

bool hasPart(const Scene &scene, std::string_view name)
{
    return std::ranges::any_of(scene.nodes, [&](const SceneNode &node) {
        return node.part && (isSame(node.name, name) || isSame(node.part->name, name));
    });
}

bool hasAnimation(const Scene &scene, std::string_view name)
{
    return std::ranges::any_of(scene.animations, [&](const SceneAnimation &animation) {
        return isSame(animation.name, name) || isSame(animation.title, name);
    });
}

Status checkAim(const Aim &aim, const Scene &scene)
{
    const std::string place = std::format("{}:{}", aim.line, aim.column);
    if (aim.kind == AimKind::Part && !hasPart(scene, aim.name))
        return fail(ErrorCode::NotFound, "no part of the model is called '" + aim.name + "'", place);
    if (aim.kind == AimKind::Spot && !hasSpot(scene, aim.name))
        return fail(ErrorCode::NotFound, "no hotspot of the model is called '" + aim.name + "'", place);
    return {};
}

Status checkNames(const std::vector<Film> &films, const Scene &scene)
{
    for (const Film &film : films)
        for (const Shot &shot : film.shots) {
            for (const Aim *aim : {&shot.lookFrom, &shot.lookTo, &shot.focusFrom, &shot.focusTo})
                VITRINE_CHECK(checkAim(*aim, scene));
            if (!shot.variant.empty() && !std::ranges::contains(scene.variants, shot.variant, &SceneVariant::name))
                return fail(ErrorCode::NotFound, "the model has no variant '" + shot.variant + "'", film.name);
            if (!shot.animation.empty() && !hasAnimation(scene, shot.animation))
                return fail(ErrorCode::NotFound, "the model has no animation '" + shot.animation + "'", film.name);
        }
    return {};
}

} // namespace

Result<std::string> readShots(ModelFiles &files, const std::string &name, const Scene &scene)
{
    const std::string beside = std::filesystem::path(name).replace_extension(".shots").string();
    const auto file = files.read(beside);
    if (!file && file.error().code == ErrorCode::NotFound)
        return std::string();
    if (!file)
        return std::unexpected(file.error());
    std::string text(file->text());
    const auto films = readFilms(text);
    auto status = films ? checkNames(*films, scene) : Status(std::unexpected(films.error()));
    if (status)
        return text;
    status.error().where = beside + ":" + status.error().where;
    return core::passOn(status);
}

} // namespace vitrine::render
