// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/FilmJob.h"
#include "app/client/WholeFile.h"

#include <QImage>
#include <QProcess>

#include <memory>

namespace vitrine::app {

/// A video, made by an ffmpeg that is fed whole frames through a pipe. The file appears with finish(), whole; without
/// it there is none.
class VideoFile
{
public:
    /// Fails with Unavailable where there is no ffmpeg, with Unsupported where it cannot write the format.
    [[nodiscard]] static core::Result<std::unique_ptr<VideoFile>> create(const std::string &path, VideoFormat format,
                                                                         QSize size, double framesPerSecond);
    ~VideoFile();

    /// All of one size, RGB888. Fails with what ffmpeg said last, with StorageFull where that is why.
    [[nodiscard]] core::Status add(const QImage &frame);
    [[nodiscard]] core::Status finish();

private:
    VideoFile(WholeFile file, std::string path)
        : m_file(std::move(file))
        , m_path(std::move(path))
    {
    }
    std::unexpected<core::Error> failure();

    WholeFile m_file;
    std::string m_path;
    QProcess m_ffmpeg;
    QByteArray m_said;
};

} // namespace vitrine::app
