// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector3D>

namespace vitrine::render {

/// Khronos PBR Neutral, as composite.frag computes it: linear light to linear display values, 0 to 1.
[[nodiscard]] QVector3D pbrNeutral(QVector3D light);

/// The light that pbrNeutral() turns into these display values; those above 0.985 are taken as 0.985.
[[nodiscard]] QVector3D beforePbrNeutral(QVector3D shown);

[[nodiscard]] float decodeSrgb(float encoded);
[[nodiscard]] float encodeSrgb(float linear);

} // namespace vitrine::render
