// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/RenderJob.h"

#include "render/scene/OrbitCamera.h"

#include <QColor>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>
#include <format>
#include <map>

namespace vitrine::app {

using core::ErrorCode;

namespace {

constexpr int kMostSamples = 65536;

core::Result<QSize> parseSize(const std::string &text)
{
    int width = 0;
    int height = 0;
    int used = 0;
    if (std::sscanf(text.c_str(), "%dx%d%n", &width, &height, &used) != 2 ||
        static_cast<std::size_t>(used) != text.size() || width < 16 || height < 16 || width > 8192 || height > 8192)
        return core::fail(ErrorCode::InvalidArgument, "expects WIDTHxHEIGHT, 16 to 8192 pixels each", "size");
    return QSize(width, height);
}

core::Status checkRange(const char *what, double value, double least, double most)
{
    if (value >= least && value <= most)
        return {};
    return core::fail(ErrorCode::InvalidArgument,
                      std::format("a {} of {} is not from {} to {}", what, value, least, most), "camera");
}

core::Status parseCamera(const std::string &text, stage::Still &still)
{
    if (text.empty())
        return {};
    int used = 0;
    if (std::sscanf(text.c_str(), "gltf:%d%n", &still.fileCamera, &used) == 1 &&
        static_cast<std::size_t>(used) == text.size() && still.fileCamera >= 0)
        return {};
    still.fileCamera = -1;
    constexpr std::string_view kOfFile = "gltf:";
    if (text.starts_with(kOfFile) && text.size() > kOfFile.size()) {
        still.fileCameraName = QString::fromStdString(text.substr(kOfFile.size()));
        return {};
    }
    auto &[yaw, pitch, distance] = still.orbit;
    if (std::sscanf(text.c_str(), "%lf,%lf,%lf%n", &yaw, &pitch, &distance, &used) != 3 ||
        static_cast<std::size_t>(used) != text.size())
        return core::fail(
            ErrorCode::InvalidArgument,
            "expects YAW,PITCH,DISTANCE (degrees, and 1 for the distance that fills the picture), gltf:N or gltf:NAME",
            "camera");
    VITRINE_CHECK(checkRange("yaw", yaw, -3600, 3600));
    VITRINE_CHECK(checkRange("distance", distance, 0.05, 50));
    // The floor is there in a still as well: from below it, only the dark undersides of things are to be seen.
    const double lowest = render::OrbitCamera::Limits{}.minPitch;
    VITRINE_CHECK(checkRange("pitch", std::max(pitch, lowest), lowest, 89));
    if (pitch < lowest) {
        std::fprintf(stderr, "vitrine: warning: the camera stays above the floor: a pitch of %g is drawn from %g\n",
                     pitch, lowest);
        pitch = lowest;
    }
    return {};
}

core::Status parseMotion(const RenderOptions &options, stage::Still &still)
{
    int used = 0;
    if (!options.apart.empty() &&
        (std::sscanf(options.apart.c_str(), "%lf%n", &still.apart, &used) != 1 ||
         static_cast<std::size_t>(used) != options.apart.size() || !(still.apart >= 0 && still.apart <= 1)))
        return core::fail(ErrorCode::InvalidArgument, "expects a number from 0 to 1", "apart");
    if (options.animation.empty())
        return {};
    const std::size_t at = options.animation.rfind('@');
    const std::string which = options.animation.substr(0, at);
    const std::string when = at == std::string::npos ? "" : options.animation.substr(at + 1);
    if (which.empty() || std::sscanf(when.c_str(), "%lf%n", &still.seconds, &used) != 1 ||
        static_cast<std::size_t>(used) != when.size() || !(still.seconds >= 0))
        return core::fail(ErrorCode::InvalidArgument, "expects N@SECONDS or NAME@SECONDS", "animation");
    if (std::sscanf(which.c_str(), "%d%n", &still.animation, &used) != 1 ||
        static_cast<std::size_t>(used) != which.size() || still.animation < 0) {
        still.animation = -1;
        still.animationName = QString::fromStdString(which);
    }
    return {};
}

core::Status parseWall(const std::string &text, stage::Still &still)
{
    if (text.empty())
        return {};
    const QStringList words = QString::fromStdString(text).split(',');
    bool isNumber = words.size() == 4;
    const double strength = isNumber ? words[3].toDouble(&isNumber) : 0;
    const auto colorOf = [&](qsizetype word) { return QColor::fromString(words.value(word)); };
    if (!isNumber || !(strength >= 0 && strength <= 1) || !colorOf(0).isValid() || !colorOf(1).isValid() ||
        !colorOf(2).isValid())
        return core::fail(ErrorCode::InvalidArgument,
                          "expects three colours and a number from 0 to 1, such as #0d1015,#191d25,#3f3e3e,0.5",
                          "wall");
    still.wall = {.top = colorOf(0), .bottom = colorOf(1), .lamp = colorOf(2), .lampStrength = strength};
    return {};
}

core::Status parseTraced(const std::string &text, int &samples)
{
    int used = 0;
    if (!text.empty() && (std::sscanf(text.c_str(), "%d%n", &samples, &used) != 1 ||
                          static_cast<std::size_t>(used) != text.size() || samples < 1 || samples > kMostSamples))
        return core::fail(ErrorCode::InvalidArgument, "expects how many samples a pixel gets, 1 to 65536", "traced");
    return {};
}

core::Result<RenderJob> makeJob(const RenderOptions &options)
{
    RenderJob job{.model = options.model, .output = options.output, .still = {}};
    if (job.model.empty() || job.output.empty())
        return core::fail(ErrorCode::InvalidArgument, "expects a model and an --output");
    VITRINE_TRY(job.film, filmJob(options));
    if (!job.film || !job.film->video) {
        VITRINE_TRY(job.format, pictureFormatOf(job.output));
    }
    VITRINE_TRY(job.still.size, parseSize(options.size));
    VITRINE_CHECK(parseCamera(options.camera, job.still));
    VITRINE_CHECK(parseMotion(options, job.still));
    VITRINE_CHECK(parseTraced(options.traced, job.traced));
    job.still.fine = options.fine;
    VITRINE_CHECK(parseWall(options.wall, job.still));
    job.still.studio = QString::fromStdString(options.studio);
    job.still.variant = QString::fromStdString(options.variant);
    job.still.background = QString::fromStdString(options.background);
    if (!options.background.empty() && options.background != "transparent" &&
        !QColor::fromString(job.still.background).isValid())
        return core::fail(ErrorCode::InvalidArgument, "expects a colour, such as #f4f0e8, or transparent",
                          "background");
    if (options.background == "transparent" && job.format == PictureFormat::Jpeg)
        return core::fail(ErrorCode::InvalidArgument, "a JPEG knows no transparency; a PNG or a WebP does",
                          "background");
    return job;
}

core::Result<std::vector<RenderJob>> readBatch(const RenderOptions &defaults)
{
    QFile file(QString::fromStdString(defaults.batch));
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(ErrorCode::NotFound, "the list cannot be read", defaults.batch);
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isArray())
        return core::fail(ErrorCode::Malformed, "expects a JSON array of pictures", defaults.batch);
    std::vector<RenderJob> jobs;
    for (const QJsonValue value : document.array()) {
        const QJsonObject entry = value.toObject();
        RenderOptions one = defaults;
        const std::map<QString, std::string *> fields{
            {"model", &one.model},     {"output", &one.output}, {"size", &one.size},
            {"studio", &one.studio},   {"camera", &one.camera}, {"background", &one.background},
            {"variant", &one.variant}, {"apart", &one.apart},   {"animation", &one.animation},
            {"film", &one.film},       {"at", &one.at},         {"traced", &one.traced}};
        const std::string where = "[" + std::to_string(jobs.size()) + "]";
        for (const QString &key : entry.keys()) {
            const auto field = fields.find(key);
            if (field == fields.end() || !entry[key].isString())
                return core::fail(ErrorCode::InvalidArgument, "no such field, or no text",
                                  where + "." + key.toStdString());
            *field->second = entry[key].toString().toStdString();
        }
        auto job = makeJob(one);
        if (!job) {
            job.error().where = where + "." + job.error().where;
            return core::passOn(job);
        }
        jobs.push_back(std::move(*job));
    }
    return jobs;
}

} // namespace

core::Result<std::vector<RenderJob>> renderJobs(const RenderOptions &options)
{
    if (!options.batch.empty())
        return readBatch(options);
    VITRINE_TRY(auto job, makeJob(options));
    return std::vector{std::move(job)};
}

} // namespace vitrine::app
