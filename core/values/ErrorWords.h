// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"
#include "core/values/Text.h"

namespace vitrine::core {

/// The HTTP status that answers a failure of this kind. The one place where codes become statuses.
[[nodiscard]] int httpStatus(ErrorCode code);

/// One sentence for the user, in both languages: what it means for them, and what they can do. Says nothing of the
/// error's detail, which is for developers.
[[nodiscard]] const Text &userWords(ErrorCode code);

} // namespace vitrine::core
