// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/RenderJob.h"

namespace vitrine::app {

/// Draws the film of a job and writes it: each frame by its number, none by the clock, so that a second time gives the
/// same bytes. Says on stderr how far it is and, where asked to, on stdout as a JSON line for each frame. Ctrl-C ends
/// it between two frames. Whatever fails leaves nothing of it behind.
[[nodiscard]] core::Status renderFilm(stage::StillStage &still, const RenderJob &job, bool saysProgress);
/// Ctrl-C ended one.
[[nodiscard]] bool isFilmCancelled();

} // namespace vitrine::app
