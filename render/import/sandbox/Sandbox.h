// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <string>

/// The walls around the process that reads a stranger's model. Linux only; see render/README.md for what each wall
/// holds and where.
namespace vitrine::render::sandbox {

/// Which walls stand, for `vitrine-bake self-test` and for the log.
struct Walls {
    bool hasSeccomp = false;
    bool hasLandlock = false;
    bool hasLimits = false;
};

/// Shuts the calling process in, for good: resource limits, no new privileges, Landlock where the kernel has it, and a
/// seccomp filter under which no file can be opened, no socket made, no program started and no process forked.
/// Threads may be made. Files come through BrokeredFiles. Call it with one thread running. Fails if a wall that
/// every supported kernel has cannot be raised; the caller must then end without reading the model.
[[nodiscard]] core::Result<Walls> enter();

} // namespace vitrine::render::sandbox
