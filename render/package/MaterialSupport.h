// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/PackageFormat.h"

namespace vitrine::render {

/// Light goes through it, and it is lit.
[[nodiscard]] bool isGlass(const MaterialRecord &material);
/// Glass that fills a closed surface.
[[nodiscard]] bool isBody(const MaterialRecord &material);
/// What it mirrors is more than a general gleam: where it is in a set is to be seen in it.
[[nodiscard]] bool isShiny(const MaterialRecord &material);
/// What is behind it is seen through it: it is drawn after what hides, from far to near.
[[nodiscard]] bool isSeenThrough(const MaterialRecord &material);
/// Its far sides are seen through its near ones: of glass that fills a body, and of what is there from both sides.
[[nodiscard]] bool showsFarSides(const MaterialRecord &material);

} // namespace vitrine::render
