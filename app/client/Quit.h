// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vitrine::app {

/// SIGTERM and SIGINT end the program as closing its window does: through the event loop, with everything put away.
/// Needs the application object.
void quitOnSignals();

} // namespace vitrine::app
