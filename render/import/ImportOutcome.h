// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <string>
#include <string_view>

/// What `vitrine-bake import --json` prints, and how a caller reads it.
namespace vitrine::render {

/// `{"ok":true,"report":{"packageBytes":…,"messages":[{"severity":"warning","text":"…","where":"…"}],…}}` or
/// `{"ok":false,"code":"malformed","where":"/nodes/3","detail":"…"}`.
/// `report` is the report's JSON already: whoever prints it knows how structs are written.
[[nodiscard]] std::string outcomeLine(const core::Result<std::string> &report);

/// How many bytes the model's files had, or why it did not go well. All else is in the package. Anything else is an
/// Internal error.
[[nodiscard]] core::Result<std::uint64_t> parseOutcome(std::string_view line);

} // namespace vitrine::render
