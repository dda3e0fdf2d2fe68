// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "render/import/ImportReport.h"

#include <string>
#include <string_view>

/// What `vitrine-bake import --json` prints, and how a caller reads it.
namespace vitrine::render {

/// `{"ok":true,"messages":[{"severity":"warning","text":"…","where":"…"}]}` or
/// `{"ok":false,"code":"malformed","where":"/nodes/3","detail":"…"}`.
[[nodiscard]] std::string outcomeLine(const core::Result<ImportReport> &report);

/// Whether it went well, and why not. The messages are in the package. Anything else is an Internal error.
[[nodiscard]] core::Status parseOutcome(std::string_view line);

} // namespace vitrine::render
