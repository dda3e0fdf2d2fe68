// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace vitrine::test {

/// Checks a picture against `NAME.png` of this folder: the colour distance must be −22 dB at most (model-viewer's
/// limit), SSIM 0.99 at least. Where it fails, actual, expected and difference lie side by side in the build folder,
/// and the failure says where. With VITRINE_UPDATE_GOLDENS in the environment the picture becomes the expected one
/// instead.
void checkGolden(const QString &name, const QImage &actual);

} // namespace vitrine::test
