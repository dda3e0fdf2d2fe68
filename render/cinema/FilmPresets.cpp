// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/cinema/FilmPresets.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vitrine::render {
namespace {

/// More would be a list, not a film.
constexpr std::size_t kMostDetails = 5;

Shot still(double seconds, double yaw, double pitch, double distance)
{
    Shot shot;
    shot.seconds = seconds;
    shot.yaw = {yaw, yaw};
    shot.pitch = {pitch, pitch};
    shot.distance = {distance, distance};
    return shot;
}

Shot moving(double seconds, Span yaw, Span pitch, Span distance)
{
    Shot shot;
    shot.seconds = seconds;
    shot.yaw = yaw;
    shot.pitch = pitch;
    shot.distance = distance;
    return shot;
}

Film reveal()
{
    Film film{.name = "reveal", .english = "The reveal", .bengali = "উন্মোচন", .shots = {}};
    Shot near = moving(3.5, {48, 22}, {4, 9}, {0.5, 0.56});
    near.lensMm = {85, 85};
    near.stop = {2.8, 2.8};
    near.vignette = {0.3, 0.3};
    near.bloom = {0.25, 0.25};
    near.light = "gallery";
    Shot over = moving(3.5, {-64, -44}, {36, 26}, {0.74, 0.8});
    over.lensMm = {70, 70};
    over.stop = {4, 4};
    over.vignette = {0.24, 0.24};
    over.bloom = {0.2, 0.2};
    over.light = "gallery";
    over.blendSeconds = 0.6;
    Shot whole = moving(5, {-78, -28}, {16, 12}, {1.24, 1});
    whole.light = "softbox";
    whole.blendSeconds = 0.8;
    whole.ease = Ease::Out;
    film.shots = {near, over, whole};
    return film;
}

Film details(const FilmShape &shape)
{
    Film film{.name = "details", .english = "The details", .bengali = "খুঁটিনাটি", .shots = {}};
    for (const FilmShape::Spot &spot : shape.spots) {
        if (film.shots.size() == kMostDetails)
            break;
        const double side = film.shots.size() % 2 == 0 ? 1 : -1;
        const double pitch = std::clamp(spot.pitch, 6.0, 58.0);
        Shot shot = moving(3.2, {spot.yaw + 16 * side, spot.yaw - 4 * side}, {pitch, pitch + 4}, {0.5, 0.42});
        shot.lookFrom = shot.lookTo = shot.focusFrom = shot.focusTo = {.kind = AimKind::Spot, .name = spot.name};
        shot.lensMm = {75, 75};
        shot.stop = {4, 4};
        shot.vignette = {0.16, 0.16};
        shot.blendSeconds = film.shots.empty() ? 0 : 0.5;
        film.shots.push_back(shot);
    }
    Shot whole = still(2.6, -28, 12, 1);
    whole.distance.from = 0.86;
    whole.blendSeconds = 0.7;
    whole.ease = Ease::Out;
    film.shots.push_back(whole);
    return film;
}

Film inside()
{
    Film film{.name = "inside", .english = "What is inside", .bengali = "ভেতরে যা আছে", .shots = {}};
    Shot whole = moving(1.6, {-28, -28}, {12, 12}, {1, 1.02});
    whole.ease = Ease::In;
    Shot opens = moving(4, {-28, 18}, {12, 20}, {1.02, 1});
    opens.apart = {0, 1};
    Shot around = moving(4.5, {18, 92}, {20, 10}, {1, 0.84});
    around.apart = {1, 1};
    Shot closes = moving(4, {92, 152}, {10, 14}, {0.84, 1});
    closes.apart = {1, 0};
    film.shots = {whole, opens, around, closes};
    return film;
}

} // namespace

FilmShape shapeOf(const Package &package)
{
    FilmShape shape;
    shape.comesApart =
        std::ranges::any_of(package.parts(), [](const PartRecord &part) { return part.offset != Vector3{}; });
    for (std::size_t i = 0; i < package.hotspots().size(); ++i) {
        const Vector3 &out = package.hotspots()[i].normal;
        constexpr double kDegrees = 180 / std::numbers::pi;
        shape.spots.push_back({std::to_string(i + 1), std::atan2(out[0], out[2]) * kDegrees,
                               std::asin(std::clamp(out[1], -1.0F, 1.0F)) * kDegrees});
    }
    return shape;
}

Film turntable()
{
    Film film{.name = "turntable", .english = "All around", .bengali = "চারপাশ থেকে", .shots = {}};
    Shot shot = moving(12, {-28, 332}, {12, 12}, {1, 1});
    shot.ease = Ease::Linear;
    film.shots.push_back(shot);
    return film;
}

std::vector<Film> presetFilms(const FilmShape &shape)
{
    std::vector<Film> films = {reveal(), turntable()};
    if (!shape.spots.empty())
        films.push_back(details(shape));
    if (shape.comesApart)
        films.push_back(inside());
    return films;
}

} // namespace vitrine::render
