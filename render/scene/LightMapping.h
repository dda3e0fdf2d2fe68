// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/Package.h"

#include <QByteArray>
#include <QVariantMap>

#include <vector>

/// A model's own lights (KHR_lights_punctual) in Quick 3D. They shine beside the studio's.
namespace vitrine::render {

/// The lights that are shown, ascending: those that send the most to the product, as many as a shader has room for
/// beside the studio's.
[[nodiscard]] std::vector<std::size_t> shownLights(const Package &package);

/// By how much all of them are dimmed, alike: files count in watts, lumens and suns, and the studio's exposure is for a
/// studio. They never give the product's middle more than twice what turns a white face white.
[[nodiscard]] float lightScale(const Package &package);

/// The QML document of such a light.
[[nodiscard]] QByteArray lightQml(const LightRecord &light);

[[nodiscard]] QVariantMap lightProperties(const LightRecord &light, float scale);

} // namespace vitrine::render
