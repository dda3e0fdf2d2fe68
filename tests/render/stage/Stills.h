// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/stage/StillStage.h"
#include "tests/render/stage/Boxes.h"

namespace vitrine::test {

/// A small picture of it in the softbox, before white.
[[nodiscard]] stage::Still stillOf(const BoxPackage &box);

/// By one stage for all pictures of the program: starting one takes longer than drawing.
[[nodiscard]] core::Result<QImage> draw(const stage::Still &still);

/// A moment of a film, by the same stage.
[[nodiscard]] core::Result<QImage> drawFilm(const stage::Still &still, const render::Film &film, double seconds);

/// Where the picture's alpha is nearly whole: the product without its shadow.
[[nodiscard]] QRect silhouette(const QImage &image);

} // namespace vitrine::test
