// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <QFunctionPointer>

namespace vitrine::app {

/// A function of a module that lies beside the program: what few runs need, and what takes long to load. The module
/// stays until the program ends. Fails with Unavailable.
[[nodiscard]] core::Result<QFunctionPointer> functionOfModule(const char *module, const char *function);

} // namespace vitrine::app
