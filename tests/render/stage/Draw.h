// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/stage/StillStage.h"

namespace vitrine::test {

/// The picture, in which the product was seen. One stage draws all pictures of the program, since starting one takes
/// longer than drawing; it is gone before the application is.
core::Result<QImage> draw(const stage::Still &still);

} // namespace vitrine::test
