// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities/Sales.h"
#include "core/values/Result.h"

namespace vitrine::core {

/// What lengths alone can't say of an address: a number that can be called, a country that there is, in Bangladesh a
/// district of its division, and words that are one line of plain text. InvalidArgument, with the field's path.
[[nodiscard]] Status checkAddress(const PostalAddress &address);

} // namespace vitrine::core
