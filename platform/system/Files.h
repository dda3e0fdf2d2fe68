// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace vitrine::platform {

/// The path as UTF-8, for messages and for libraries that take it so.
[[nodiscard]] std::string utf8(const std::filesystem::path &path);

/// The whole file. NotFound where there is none, TooLarge over `maxBytes`, Unavailable where reading fails.
[[nodiscard]] core::Result<std::string> readFile(const std::filesystem::path &path,
                                                 std::uintmax_t maxBytes = std::uintmax_t{1} << 30);

/// Replaces the file's content so that after a crash or a power cut it is the old one or the new one, whole: written
/// beside it, synced, renamed. StorageFull or Unavailable where it fails; the old one then still stands.
[[nodiscard]] core::Status writeFileAtomically(const std::filesystem::path &path, std::string_view content);

/// A copy of a file, on disk when it answers: by the file system's own means where it has them, so that a large one
/// costs little. What is at `to` is overwritten, not atomically: give it its name by replaceFile. NotFound,
/// StorageFull, Unavailable.
[[nodiscard]] core::Status copyFile(const std::filesystem::path &from, const std::filesystem::path &to);

/// Gives a finished file its name, in place of what has it now, durably. Both on one file system. Unavailable
/// where it fails.
[[nodiscard]] core::Status replaceFile(const std::filesystem::path &finished, const std::filesystem::path &path);

/// The path lies on a medium that takes no writes from anybody: a snapshot, a disc. False where that can't be told.
[[nodiscard]] bool isOnReadOnlyMedium(const std::filesystem::path &path);

} // namespace vitrine::platform
