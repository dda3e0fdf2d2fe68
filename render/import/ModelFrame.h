// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ImportScene.h"

namespace vitrine::render {

enum class UpAxis : std::uint8_t { Y, Z };

/// How the numbers of a file stand for places: 1 of them is this many metres, and this axis points upwards.
struct ModelFrame {
    float unitMetres = 1;
    UpAxis up = UpAxis::Y;

    bool operator==(const ModelFrame &) const = default;
};

/// Places a scene that stands in `frame` in metres with Y upwards, by its root nodes: names, parts and shapes stay.
void toMetresAndYUp(Scene &scene, const ModelFrame &frame);

/// By quarters of a turn about X; one that is positive brings Y to where Z was.
void turnAndScale(Scene &scene, int quarters, float scale);

} // namespace vitrine::render
