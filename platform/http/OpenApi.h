// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commands/Registry.h"

#include <string>

namespace vitrine::http {

/// The description of the whole API (OpenAPI 3.1, JSON), derived from the entities and the registered commands.
[[nodiscard]] std::string openApi(const core::CommandRegistry &registry);

} // namespace vitrine::http
