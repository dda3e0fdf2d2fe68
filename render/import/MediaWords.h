// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Text.h"

#include <vector>

namespace vitrine::render::words {

/// What importMessages() has of pictures, of files that are no glTF, of films and studios, and of the import's own
/// processes.
[[nodiscard]] std::vector<core::Text> mediaMessages();

} // namespace vitrine::render::words
