// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <string>
#include <string_view>

/// What `vitrine-bake import --json` prints, and how a caller reads it.
namespace vitrine::render {

/// `{"ok":true}` or `{"ok":false,"code":"malformed","where":"/nodes/3","detail":"…"}`.
[[nodiscard]] std::string outcomeLine(const core::Status &status);

/// The same back. Anything else is an Internal error.
[[nodiscard]] core::Status parseOutcome(std::string_view line);

} // namespace vitrine::render
