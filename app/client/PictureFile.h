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

/// The bytes of a picture's file, on any thread. Fails with Unsupported where Qt has no plugin for the format.
[[nodiscard]] core::Result<QByteArray> encodePicture(const QImage &image, PictureFormat format, PictureEffort effort);

/// Whether a file could be written there: before hours of work are done for it. Fails as writePicture() does.
[[nodiscard]] core::Status checkWritable(const std::string &path);

/// Writes a picture's file, whole or not at all. Fails with PermissionDenied or NotFound where it cannot be made, with
/// StorageFull where its bytes have no room.
[[nodiscard]] core::Status writePicture(const QByteArray &bytes, const std::string &path);

} // namespace vitrine::app
