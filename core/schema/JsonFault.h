// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <simdjson.h>

#include <string_view>

namespace vitrine::core {

/// What is wrong with a text that the parser refused with `refusal`, and where: the parser itself says only what. Reads
/// the text a second time, field by field, so it is for errors alone. InvalidArgument for a number that is written well
/// and does not fit 64 bits, Malformed with the byte's place for everything else; both with the field's path as far as
/// the text could be followed.
[[nodiscard]] Error explainJsonFault(std::string_view text, simdjson::error_code refusal);

} // namespace vitrine::core
