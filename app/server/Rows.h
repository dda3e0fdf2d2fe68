// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/Store.h"

#include <functional>
#include <string>

namespace vitrine::server {

/// Calls `visit(document)` for each row of an entity, in the order of ids, without Secret fields. Ends with the first
/// failure, the store's or the visitor's.
[[nodiscard]] core::Status forEachRow(core::LogTx &tx, const core::EntitySchema &schema,
                                      const std::function<core::Status(const std::string &)> &visit);

} // namespace vitrine::server
