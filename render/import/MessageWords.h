// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Text.h"

#include <vector>

namespace vitrine::render::words {

/// The messages and the errors of importers, and words that stand in them. "{}" is anything; what stands there is
/// looked up in turn. The first that fits counts, so that what is general stands last. The test style.messages finds
/// what is missing.
[[nodiscard]] const std::vector<core::Text> &importMessages();

} // namespace vitrine::render::words
