// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ModelFiles.h"

namespace vitrine::render::gltf {

/// The bytes that a URI of a glTF file names: inside a `data:` URI (base64 or percent-coded), or a file by a relative
/// path. Every other scheme is refused. `where` is the JSON pointer of the URI.
[[nodiscard]] core::Result<Blob> readUri(std::string_view uri, ModelFiles &files, const std::string &where);

/// Whether a URI is sound and names something that is no file of the model's folder: "https://…".
[[nodiscard]] bool isElsewhere(std::string_view uri);

} // namespace vitrine::render::gltf
