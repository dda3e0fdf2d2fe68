// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/PictureFile.h"
#include "app/client/RenderCommand.h"

#include <optional>

namespace vitrine::app {

enum class VideoFormat { Mp4, Webm, Gif };

/// The name of each picture of a sequence: "frames/%04d.png".
struct FramePattern {
    std::string before;
    std::size_t digits = 1;
    std::string after;

    /// Of a frame, counted from 1.
    [[nodiscard]] std::string pathOf(std::size_t frame) const;
};

/// A film to draw, or a moment of it.
struct FilmJob {
    std::string name;
    std::string shots; ///< A file with films other than the product's; empty: the product's.
    double framesPerSecond = 30;
    /// One of them: the moment of the one picture, the sequence, the video.
    std::optional<double> at;
    std::optional<FramePattern> frames;
    std::optional<VideoFormat> video;
};

/// What the options ask for; nothing where they name no film. Fails with InvalidArgument, `where` the option.
[[nodiscard]] core::Result<std::optional<FilmJob>> filmJob(const RenderOptions &options);

} // namespace vitrine::app
