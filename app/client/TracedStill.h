// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "qml/stage/StillStage.h"

#include <QImage>

namespace vitrine::app {

/// The same picture by following light: `samples` paths for each pixel. Says how far it is on the standard error
/// stream. Fails as render::tracePicture() does.
[[nodiscard]] core::Result<QImage> traceStill(const stage::StillParts &parts, QSize size, int samples);

} // namespace vitrine::app
