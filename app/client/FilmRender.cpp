// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/FilmRender.h"

#include "app/client/VideoFile.h"
#include "app/client/WholeFile.h"
#include "render/cinema/FilmText.h"
#include "render/cinema/FilmTime.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <format>
#include <future>
#include <system_error>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace vitrine::app {

using core::ErrorCode;
using core::fail;

namespace {

std::atomic<bool> s_isCancelled{false};

// A terminal that is closed hangs up.
#ifdef SIGHUP
constexpr std::array kEnds = {SIGINT, SIGTERM, SIGHUP};
#else
constexpr std::array kEnds = {SIGINT, SIGTERM};
#endif

/// While it lives, Ctrl-C and a polite end are noticed between two frames. What is ignored, as by nohup, stays so.
class Cancelling
{
public:
    Cancelling()
    {
        for (std::size_t i = 0; i < kEnds.size(); ++i) {
            m_before[i] = std::signal(kEnds[i], [](int) { s_isCancelled = true; });
            if (m_before[i] == SIG_IGN)
                std::signal(kEnds[i], SIG_IGN);
        }
    }
    ~Cancelling()
    {
        for (std::size_t i = 0; i < kEnds.size(); ++i)
            std::signal(kEnds[i], m_before[i]);
    }
    Cancelling(const Cancelling &) = delete;
    Cancelling &operator=(const Cancelling &) = delete;

private:
    std::array<void (*)(int), kEnds.size()> m_before{};
};

/// The pictures of a sequence, under other names until keep(): only a whole one takes the place of an older one.
class Pictures
{
public:
    Pictures(FramePattern pattern, PictureFormat format)
        : m_pattern(std::move(pattern))
        , m_format(format)
    {
    }
    ~Pictures()
    {
        (void)wait();
        std::error_code ignored;
        for (; m_kept < m_frames; ++m_kept)
            std::filesystem::remove(WholeFile::nameBeside(m_pattern.pathOf(m_kept + 1)), ignored);
    }
    Pictures(const Pictures &) = delete;
    Pictures &operator=(const Pictures &) = delete;

    /// One is encoded while the next is drawn.
    core::Status add(QImage frame)
    {
        VITRINE_CHECK(wait());
        const std::string name = WholeFile::nameBeside(m_pattern.pathOf(++m_frames));
        m_pending =
            std::async(std::launch::async, [image = std::move(frame), name, format = m_format]() -> core::Status {
                VITRINE_TRY(const QByteArray bytes, encodePicture(image, format, PictureEffort::Soon));
                return writePicture(bytes, name);
            });
        return {};
    }
    core::Status keep()
    {
        VITRINE_CHECK(wait());
        for (; m_kept < m_frames; ++m_kept) {
            const std::string path = m_pattern.pathOf(m_kept + 1);
            VITRINE_CHECK(WholeFile::putInPlace(WholeFile::nameBeside(path), path));
        }
        return {};
    }

private:
    core::Status wait() { return m_pending.valid() ? m_pending.get() : core::Status{}; }

    FramePattern m_pattern;
    PictureFormat m_format;
    std::size_t m_frames = 0;
    std::size_t m_kept = 0;
    std::future<core::Status> m_pending;
};

void say(std::size_t frame, std::size_t frames, bool asJson)
{
    if (asJson) {
        std::printf("{\"frame\":%zu,\"frames\":%zu}\n", frame, frames);
        std::fflush(stdout);
    }
#ifdef Q_OS_UNIX
    const bool isWatched = isatty(STDERR_FILENO) != 0;
#else
    const bool isWatched = false;
#endif
    if (isWatched)
        std::fprintf(stderr, "\rvitrine: frame %zu of %zu%s", frame, frames, frame == frames ? "\n" : "");
    else if (!asJson && (frame == frames || frame * 10 / frames != (frame - 1) * 10 / frames))
        std::fprintf(stderr, "vitrine: frame %zu of %zu\n", frame, frames);
}

core::Result<std::vector<render::Film>> filmsIn(const std::string &path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, "the films cannot be read", path);
    // One byte more than there may be is enough to be refused.
    const QByteArray text = file.read(static_cast<qint64>(render::kMaxFilmText) + 1);
    auto films = render::readFilms({text.constData(), static_cast<std::size_t>(text.size())});
    if (!films)
        films.error().where = path + ":" + films.error().where;
    return films;
}

core::Result<render::Film> filmOf(stage::StillStage &still, const RenderJob &job)
{
    VITRINE_TRY(const auto films, job.film->shots.empty() ? still.films(job.still) : filmsIn(job.film->shots));
    const auto found = std::ranges::find(films, job.film->name, &render::Film::name);
    if (found != films.end())
        return *found;
    std::string names;
    for (const render::Film &film : films)
        names += (names.empty() ? "" : ", ") + film.name;
    return fail(ErrorCode::NotFound, "there is no such film; there are " + names, job.film->name);
}

/// Draws every frame into `add`.
template <typename Add>
core::Status drawFrames(stage::StillStage &still, const RenderJob &job, const render::Film &film, bool saysProgress,
                        Add add)
{
    const Cancelling cancelling;
    const std::size_t frames = render::frameCount(film, job.film->framesPerSecond);
    for (std::size_t frame = 0; frame < frames; ++frame) {
        VITRINE_TRY(QImage image,
                    still.drawFilm(job.still, film, static_cast<double>(frame) / job.film->framesPerSecond));
        if (s_isCancelled)
            return fail(ErrorCode::Unavailable, "cancelled; nothing was written", job.output);
        VITRINE_CHECK(add(std::move(image)));
        say(frame + 1, frames, saysProgress);
    }
    return {};
}

} // namespace

bool isFilmCancelled() { return s_isCancelled; }

core::Status renderFilm(stage::StillStage &still, const RenderJob &job, bool saysProgress)
{
    VITRINE_TRY(const render::Film film, filmOf(still, job));
    if (job.film->at) {
        constexpr double kRounding = 0.001; // of who says it in milliseconds
        if (*job.film->at > render::lengthOf(film) + kRounding)
            return fail(core::ErrorCode::InvalidArgument,
                        std::format("the film ends at {:g} s", render::lengthOf(film)), "at");
        VITRINE_TRY(const QImage image, still.drawFilm(job.still, film, *job.film->at));
        VITRINE_TRY(const QByteArray bytes, encodePicture(image, job.format, PictureEffort::Small));
        VITRINE_CHECK(writePicture(bytes, job.output));
        say(1, 1, saysProgress);
        return {};
    }
    if (job.film->video) {
        VITRINE_TRY(const auto video,
                    VideoFile::create(job.output, *job.film->video, job.still.size, job.film->framesPerSecond));
        VITRINE_CHECK(
            drawFrames(still, job, film, saysProgress, [&](const QImage &image) { return video->add(image); }));
        return video->finish();
    }
    Pictures pictures(*job.film->frames, job.format);
    VITRINE_CHECK(
        drawFrames(still, job, film, saysProgress, [&](QImage image) { return pictures.add(std::move(image)); }));
    return pictures.keep();
}

} // namespace vitrine::app
