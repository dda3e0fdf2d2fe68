// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commands/Registry.h"

#include <string>

namespace vitrine::http {

/// Has a server run a command, and waits for its answer. `server` is "http://127.0.0.1:8080"; `token` may be empty. The
/// server's own errors come as they are; Unavailable where it can't be reached, Timeout after 30 s of silence.
[[nodiscard]] core::Result<std::string> postCommand(const std::string &server, const std::string &token,
                                                    const core::CommandRequest &request);

} // namespace vitrine::http
