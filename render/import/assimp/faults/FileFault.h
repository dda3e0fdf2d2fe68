// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/ModelFiles.h"
#include "render/import/assimp/ModelFormat.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// Assimp says that a file is broken, but seldom where. What it has refused is read once more for its first fault.
namespace vitrine::render {

struct FileFault {
    std::string what;
    std::string place; ///< "line 12" or "byte 84"
};

/// What Assimp said of a file, marked as a library's words: they are English in every language. What we told it
/// ourselves stays as it is.
[[nodiscard]] std::string wordsOfLibrary(const std::string &said);

/// Nothing where the fault is none of the form. `said` is what Assimp said of the file.
[[nodiscard]] std::optional<FileFault> findFault(const Blob &file, const ModelFormat &format, const std::string &said);

[[nodiscard]] std::optional<FileFault> objFault(std::string_view text);
[[nodiscard]] std::optional<FileFault> stlFault(std::string_view text);
[[nodiscard]] std::optional<FileFault> plyFault(std::string_view text);
/// COLLADA.
[[nodiscard]] std::optional<FileFault> xmlFault(std::string_view text);
[[nodiscard]] std::optional<FileFault> threeDsFault(std::string_view bytes);

} // namespace vitrine::render
