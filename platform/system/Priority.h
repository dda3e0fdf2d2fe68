// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vitrine::platform {

/// From now on the calling thread, and those that it starts, leave the processor to others that want it. Where the
/// system refuses, nothing changes.
void stepBack();

} // namespace vitrine::platform
