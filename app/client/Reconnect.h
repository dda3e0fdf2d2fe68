// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace vitrine::app {

/// Calls `retry` when another try to reach the shop makes sense before the back-off ends: the window is looked at
/// again, or the system says that there is a network again. Lasts as long as `context`. GUI thread.
void retryWhenPromising(QObject *context, const std::function<void()> &retry);

} // namespace vitrine::app
