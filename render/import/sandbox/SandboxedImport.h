// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/Import.h"
#include "render/import/sandbox/Sandbox.h"

#include <filesystem>
#include <functional>

namespace vitrine::render::sandbox {

/// Forks a child, shuts it in and lets it import `input` into `output`. The parent reads nothing of the model: it opens
/// the files that the child asks for beneath the model's folder, watches the clock, and checks the finished package.
/// `output` appears whole, by renaming, or not at all. Call it from a process with one thread (vitrine-bake). Returns
/// how many bytes the files had that the child asked for.
[[nodiscard]] core::Result<std::uint64_t>
importForked(const std::filesystem::path &input, const std::filesystem::path &output, const ImportOptions &options);

/// The same into a file that is open for reading and writing, and empty. Its content is whole only after success.
[[nodiscard]] core::Result<std::uint64_t> importForked(const std::filesystem::path &input, int output,
                                                       const ImportOptions &options);

/// Runs a function in such a child, without a model: what it returns is the result. For `vitrine-bake self-test`.
[[nodiscard]] core::Status runShutIn(const std::function<core::Status(const Walls &)> &body);

} // namespace vitrine::render::sandbox
