// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <QImage>

#include <string>

namespace vitrine::app {

enum class PictureFormat { Png, Jpeg, Webp };

/// The format that a file's suffix names, in any case. Fails with InvalidArgument, naming those that there are.
[[nodiscard]] core::Result<PictureFormat> pictureFormatOf(const std::string &path);

/// How much work a picture that loses nothing is worth: pictures of a batch are kept and sent, so small counts more
/// than soon.
enum class PictureEffort { Soon, Small };

/// Writes a picture, whole or not at all. Fails with PermissionDenied or NotFound where the file cannot be made, with
/// Unsupported where Qt has no plugin for the format, with StorageFull where its bytes have no room.
[[nodiscard]] core::Status writePicture(const QImage &image, const std::string &path, PictureFormat format,
                                        PictureEffort effort);

} // namespace vitrine::app
