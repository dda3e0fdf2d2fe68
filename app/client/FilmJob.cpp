// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/FilmJob.h"

#include "render/cinema/Film.h"

#include <charconv>
#include <cmath>
#include <filesystem>
#include <format>

namespace vitrine::app {

using core::ErrorCode;
using core::fail;

namespace {

core::Result<double> numberIn(const std::string &text, double low, double high, const char *option)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !(value >= low && value <= high))
        return fail(ErrorCode::InvalidArgument, std::format("expects a number from {} to {}", low, high), option);
    return value;
}

std::optional<VideoFormat> videoFormatOf(const std::string &path)
{
    std::string suffix = std::filesystem::path(path).extension().string();
    for (char &c : suffix)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (suffix == ".mp4" || suffix == ".mov")
        return VideoFormat::Mp4;
    if (suffix == ".webm")
        return VideoFormat::Webm;
    if (suffix == ".gif")
        return VideoFormat::Gif;
    return std::nullopt;
}

/// "%4d" or "%04d", once; anything else after a "%" is refused.
core::Result<FramePattern> patternOf(const std::string &path)
{
    const std::size_t sign = path.find('%');
    std::size_t end = sign + 1;
    std::size_t digits = 0;
    while (end < path.size() && path[end] >= '0' && path[end] <= '9' && end - sign < 4)
        digits = digits * 10 + static_cast<std::size_t>(path[end++] - '0');
    if (end >= path.size() || path[end] != 'd' || digits > 9 || path.find('%', end) != std::string::npos)
        return fail(ErrorCode::InvalidArgument, "expects one %04d in the name of a sequence, for the frame's number",
                    path);
    return FramePattern{path.substr(0, sign), std::max<std::size_t>(digits, 1), path.substr(end + 1)};
}

} // namespace

std::string FramePattern::pathOf(std::size_t frame) const
{
    std::string number = std::to_string(frame);
    if (number.size() < digits)
        number.insert(0, digits - number.size(), '0');
    return before + number + after;
}

core::Result<std::optional<FilmJob>> filmJob(const RenderOptions &options)
{
    if (options.film.empty()) {
        if (!options.shots.empty() || !options.at.empty())
            return fail(ErrorCode::InvalidArgument, "expects the name of a film too", "film");
        return std::nullopt;
    }
    FilmJob job{.name = options.film, .shots = options.shots, .at = {}, .frames = {}, .video = {}};
    VITRINE_TRY(job.framesPerSecond, numberIn(options.fps, 1, 120, "fps"));
    if (!options.at.empty()) {
        VITRINE_TRY(job.at, numberIn(options.at, 0, render::kMaxShotSeconds * render::kMaxShots, "at"));
        return job;
    }
    job.video = videoFormatOf(options.output);
    if (job.video && options.background == "transparent")
        return fail(ErrorCode::InvalidArgument, "a video knows no transparency; a sequence of pictures does",
                    "background");
    if (!job.video) {
        if (!options.output.contains('%'))
            return fail(ErrorCode::InvalidArgument,
                        "expects .mp4, .webm or .gif, a sequence such as frames/%04d.png, or one picture and --at",
                        options.output);
        VITRINE_TRY(job.frames, patternOf(options.output));
    }
    return job;
}

} // namespace vitrine::app
