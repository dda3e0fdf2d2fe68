// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/import/Import.h"
#include "render/import/ImportReport.h"
#include "render/import/UnnamedFile.h"

#include <filesystem>

namespace vitrine::render {

/// Imports a stranger's model: starts the `vitrine-bake` found beside the running program, which reads the model in a
/// sandbox (1 GiB, 20 s, no network, only the model's folder), and waits for it. `output` appears whole or not at
/// all. Blocks for as long as the import takes, so not on the GUI thread; any other thread, several at once. Without a
/// ground key, those of the installed studios are traced.
/// Fails with the importer's own error and place, with Timeout, or with NotFound if there is no vitrine-bake.
[[nodiscard]] core::Result<ImportReport> importInSandbox(const std::filesystem::path &input,
                                                         const std::filesystem::path &output,
                                                         const ImportOptions &options = {});

/// The same into a file without a name: whatever becomes of this process, nothing is left behind, and vitrine-bake ends
/// with the thread that called. The file's content is whole only after success.
[[nodiscard]] core::Result<ImportReport> importInSandbox(const std::filesystem::path &input, const UnnamedFile &output,
                                                         const ImportOptions &options = {});

} // namespace vitrine::render
