// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/seed/SeedRun.h"

namespace vitrine::server {

/// Generated products of one variant with stock, for load tests: two entities each, and two more. What is there already
/// stays as it is.
[[nodiscard]] core::Status seedScale(SeedRun &run, std::int64_t products);

} // namespace vitrine::server
