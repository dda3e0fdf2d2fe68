// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <span>
#include <string>

namespace vitrine::server {

/// RFC 4180, with CRLF. A list or a map stands in its cell as JSON; what is left out is an empty cell.
[[nodiscard]] std::string csvHeader(std::span<const std::string> paths);
/// Corrupt where the document is no JSON.
[[nodiscard]] core::Result<std::string> csvRow(std::span<const std::string> paths, std::string_view document);

} // namespace vitrine::server
