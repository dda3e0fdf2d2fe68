// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commands/Registry.h"
#include "core/ports/Store.h"
#include "core/sync/Messages.h"

namespace vitrine::core::sync {

/// The actor of the device whose token hashes to this. Nothing where there is none.
[[nodiscard]] Result<std::optional<Actor>> actorOfTokenHash(ReadTx &tx, std::string_view tokenHash);

} // namespace vitrine::core::sync
