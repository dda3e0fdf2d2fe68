// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/FilmJob.h"
#include "app/client/PictureFile.h"
#include "app/client/RenderCommand.h"
#include "qml/stage/StillStage.h"

#include <vector>

namespace vitrine::app {

/// One picture to draw, as the command line or an entry of a batch asks for it.
struct RenderJob {
    std::string model;
    std::string output;
    PictureFormat format = PictureFormat::Png;
    std::optional<FilmJob> film{}; ///< In place of the one picture.
    int traced = 0;                ///< Paths for each pixel; 0: none.
    stage::Still still;            ///< Its package is still to be found or made.
};

/// The one picture of `options`, or all of its batch. Fails with InvalidArgument, `where` the option or the field of
/// the list ("[3].camera"); with NotFound or Malformed for the list itself.
[[nodiscard]] core::Result<std::vector<RenderJob>> renderJobs(const RenderOptions &options);

} // namespace vitrine::app
