// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/VideoFile.h"

#include <QStandardPaths>

#include <array>
#include <span>

namespace vitrine::app {

using core::ErrorCode;
using core::fail;

namespace {

struct Encoder {
    const char *name;
    QStringList options;
};

// The best first. Quality is that of the eye: what a film of a product shows has soft gradients, which block early.
std::span<const Encoder> encodersOf(VideoFormat format)
{
    static const std::array<Encoder, 4> kMp4 = {
        Encoder{"libx264", {"-preset", "medium", "-crf", "17", "-pix_fmt", "yuv420p"}},
        Encoder{"libopenh264", {"-b:v", "12M", "-pix_fmt", "yuv420p"}},
        Encoder{"libvpx-vp9", {"-b:v", "0", "-crf", "28", "-row-mt", "1", "-pix_fmt", "yuv420p"}},
        Encoder{"mpeg4", {"-q:v", "2", "-pix_fmt", "yuv420p"}},
    };
    static const std::array<Encoder, 2> kWebm = {
        Encoder{
            "libvpx-vp9",
            {"-b:v", "0", "-crf", "26", "-row-mt", "1", "-deadline", "good", "-cpu-used", "3", "-pix_fmt", "yuv420p"}},
        Encoder{"libvpx", {"-b:v", "10M", "-crf", "8", "-pix_fmt", "yuv420p"}},
    };
    static const std::array<Encoder, 1> kGif = {Encoder{"gif", {"-loop", "0"}}};
    switch (format) {
    case VideoFormat::Mp4:
        break;
    case VideoFormat::Webm:
        return kWebm;
    case VideoFormat::Gif:
        return kGif;
    }
    return kMp4;
}

const char *containerOf(VideoFormat format)
{
    return format == VideoFormat::Mp4 ? "mp4" : format == VideoFormat::Webm ? "webm" : "gif";
}

core::Result<Encoder> encoderOf(const QString &program, VideoFormat format)
{
    QProcess ask;
    ask.start(program, {"-hide_banner", "-encoders"});
    if (!ask.waitForFinished(20'000))
        return fail(ErrorCode::Unavailable, "ffmpeg does not say what it can write", program.toStdString());
    const QByteArray known = ask.readAllStandardOutput();
    for (const Encoder &encoder : encodersOf(format))
        if (known.contains(QByteArray(" ") + encoder.name + " "))
            return encoder;
    return fail(ErrorCode::Unsupported, std::string("the ffmpeg that is installed writes no ") + containerOf(format),
                program.toStdString());
}

QStringList argumentsOf(VideoFormat format, const Encoder &encoder, QSize size, double framesPerSecond,
                        const std::string &file)
{
    QStringList words{"-hide_banner",
                      "-nostats",
                      "-loglevel",
                      "error",
                      "-y",
                      "-f",
                      "rawvideo",
                      "-pix_fmt",
                      "rgb24",
                      "-video_size",
                      QStringLiteral("%1x%2").arg(size.width()).arg(size.height()),
                      "-framerate",
                      QString::number(framesPerSecond),
                      "-i",
                      "pipe:0",
                      "-an"};
    if (format == VideoFormat::Gif)
        words << "-vf" << "split[a][b];[a]palettegen=stats_mode=diff[p];[b][p]paletteuse=dither=sierra2_4a";
    else // Players take HD for BT.709; said and meant.
        words << "-vf" << "scale=out_color_matrix=bt709:out_range=tv" << "-colorspace" << "bt709" << "-color_primaries"
              << "bt709" << "-color_trc" << "iec61966-2-1" << "-color_range" << "tv";
    words << "-c:v" << encoder.name << encoder.options;
    if (format == VideoFormat::Mp4)
        words << "-movflags" << "+faststart";
    // No time of day and no version in it: the same film is the same bytes.
    words << "-map_metadata" << "-1" << "-fflags" << "+bitexact" << "-flags:v" << "+bitexact" << "-f"
          << containerOf(format) << QString::fromStdString(file);
    return words;
}

} // namespace

core::Result<std::unique_ptr<VideoFile>> VideoFile::create(const std::string &path, VideoFormat format, QSize size,
                                                           double framesPerSecond)
{
    if (format != VideoFormat::Gif && (size.width() % 2 != 0 || size.height() % 2 != 0))
        return fail(ErrorCode::InvalidArgument, "the sides of a video are even numbers of pixels", "size");
    const QString program = QStandardPaths::findExecutable(QStringLiteral("ffmpeg"));
    if (program.isEmpty())
        return fail(ErrorCode::Unavailable,
                    "videos are made by ffmpeg, and there is none here; a sequence such as frames/%04d.png needs none",
                    path);
    VITRINE_TRY(const Encoder encoder, encoderOf(program, format));
    VITRINE_TRY(WholeFile file, WholeFile::create(path));
    const QStringList words = argumentsOf(format, encoder, size, framesPerSecond, file.openName());
    std::unique_ptr<VideoFile> video(new VideoFile(std::move(file), path));
    video->m_ffmpeg.setStandardOutputFile(QProcess::nullDevice());
    video->m_ffmpeg.start(program, words);
    if (!video->m_ffmpeg.waitForStarted())
        return fail(ErrorCode::Unavailable, "ffmpeg cannot be started", program.toStdString());
    return video;
}

VideoFile::~VideoFile()
{
    if (m_ffmpeg.state() == QProcess::NotRunning)
        return;
    m_ffmpeg.kill();
    m_ffmpeg.waitForFinished();
}

std::unexpected<core::Error> VideoFile::failure()
{
    m_ffmpeg.waitForFinished(2'000);
    m_said += m_ffmpeg.readAllStandardError();
    const QList<QByteArray> lines = m_said.trimmed().split('\n');
    const std::string last = lines.last().trimmed().toStdString();
    const bool isFull = m_said.contains("No space left on device");
    return fail(isFull ? ErrorCode::StorageFull : ErrorCode::Unavailable,
                last.empty() ? "ffmpeg ended without a word" : "ffmpeg: " + last, m_path);
}

core::Status VideoFile::add(const QImage &frame)
{
    const qsizetype bytes = qsizetype{3} * frame.width();
    for (int y = 0; y < frame.height(); ++y)
        m_ffmpeg.write(reinterpret_cast<const char *>(frame.constScanLine(y)), bytes);
    // What it has not taken yet is memory of ours.
    while (m_ffmpeg.bytesToWrite() > 0)
        if (!m_ffmpeg.waitForBytesWritten(-1))
            return failure();
    return {};
}

core::Status VideoFile::finish()
{
    m_ffmpeg.closeWriteChannel();
    m_ffmpeg.waitForFinished(-1);
    if (m_ffmpeg.exitStatus() != QProcess::NormalExit || m_ffmpeg.exitCode() != 0)
        return failure();
    return m_file.commit();
}

} // namespace vitrine::app
