// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/RenderCommand.h"

#include "app/client/VirtualDisplay.h"
#include "qml/stage/StillStage.h"
#include "render/import/ImportProcess.h"

#include <CLI/CLI.hpp>
#include <QColor>
#include <QFile>
#include <QGuiApplication>
#include <QImageWriter>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <vector>

namespace vitrine::app {

using core::ErrorCode;

namespace {

// zlib's fastest levels: the deflating of a 1280×720 picture costs more than drawing it.
constexpr int kFastPng = 85;
// Pictures of a batch are kept and sent: small counts more than soon.
constexpr int kSmallPng = 20;

struct Job {
    std::string model;
    std::string output;
    stage::Still still;
};

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

core::Status parseCamera(const std::string &text, stage::Still &still)
{
    if (text.empty())
        return {};
    int used = 0;
    if (std::sscanf(text.c_str(), "gltf:%d%n", &still.fileCamera, &used) == 1 &&
        static_cast<std::size_t>(used) == text.size() && still.fileCamera >= 0)
        return {};
    still.fileCamera = -1;
    auto &[yaw, pitch, distance] = still.orbit;
    if (std::sscanf(text.c_str(), "%lf,%lf,%lf%n", &yaw, &pitch, &distance, &used) != 3 ||
        static_cast<std::size_t>(used) != text.size() || !(pitch >= -89 && pitch <= 89) ||
        !(distance >= 0.05 && distance <= 50) || !(yaw >= -3600 && yaw <= 3600))
        return core::fail(
            ErrorCode::InvalidArgument,
            "expects YAW,PITCH,DISTANCE (degrees, and 1 for the distance that fills the picture) or gltf:N", "camera");
    return {};
}

core::Result<Job> makeJob(const RenderOptions &options)
{
    Job job{.model = options.model, .output = options.output, .still = {}};
    if (job.model.empty() || job.output.empty())
        return core::fail(ErrorCode::InvalidArgument, "expects a model and an --output");
    VITRINE_TRY(job.still.size, parseSize(options.size));
    VITRINE_CHECK(parseCamera(options.camera, job.still));
    job.still.studio = QString::fromStdString(options.studio);
    job.still.variant = QString::fromStdString(options.variant);
    job.still.background = QString::fromStdString(options.background);
    if (!options.background.empty() && options.background != "transparent" &&
        !QColor::fromString(job.still.background).isValid())
        return core::fail(ErrorCode::InvalidArgument, "expects a colour, such as #f4f0e8, or transparent",
                          "background");
    return job;
}

core::Result<std::vector<Job>> readBatch(const RenderOptions &defaults)
{
    QFile file(QString::fromStdString(defaults.batch));
    if (!file.open(QIODevice::ReadOnly))
        return core::fail(ErrorCode::NotFound, "the list cannot be read", defaults.batch);
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isArray())
        return core::fail(ErrorCode::Malformed, "expects a JSON array of pictures", defaults.batch);
    std::vector<Job> jobs;
    for (const QJsonValue value : document.array()) {
        const QJsonObject entry = value.toObject();
        RenderOptions one = defaults;
        const std::map<QString, std::string *> fields{
            {"model", &one.model},   {"output", &one.output},         {"size", &one.size},      {"studio", &one.studio},
            {"camera", &one.camera}, {"background", &one.background}, {"variant", &one.variant}};
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

/// A package as it is; a model imported into the folder first.
core::Result<QString> packageOf(const std::string &model, const QTemporaryDir &folder,
                                std::map<std::string, QString> &made)
{
    const std::filesystem::path path(model);
    if (path.extension() == ".vpk")
        return QString::fromStdString(model);
    if (const auto known = made.find(model); known != made.end())
        return known->second;
    const QString package = folder.filePath(QString::number(made.size()) + ".vpk");
    VITRINE_TRY(const auto report, render::importInSandbox(path, package.toStdString()));
    made.emplace(model, package);
    return package;
}

core::Status writePng(const QImage &image, const std::string &path, int quality)
{
    QSaveFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly))
        return core::fail(ErrorCode::PermissionDenied, file.errorString().toStdString(), path);
    QImageWriter writer(&file, "png");
    writer.setQuality(quality);
    if (!writer.write(image) || !file.commit())
        return core::fail(ErrorCode::StorageFull, "the picture could not be written", path);
    return {};
}

core::Status drawAll(std::vector<Job> jobs, int quality, std::unique_ptr<stage::StillStage> &still)
{
    const QTemporaryDir folder;
    std::map<std::string, QString> made;
    for (Job &job : jobs) {
        VITRINE_TRY(job.still.package, packageOf(job.model, folder, made));
        if (!still) {
            VITRINE_TRY(still, stage::StillStage::create(job.still));
        }
        auto image = still->draw(job.still);
        if (!image) {
            if (image.error().where.empty())
                image.error().where = job.model;
            return core::passOn(image);
        }
        VITRINE_CHECK(writePng(*image, job.output, quality));
    }
    return {};
}

core::Status render(int argc, char **argv, const RenderOptions &options)
{
    std::vector<Job> jobs;
    if (options.batch.empty()) {
        VITRINE_TRY(auto job, makeJob(options));
        jobs.push_back(std::move(job));
    } else {
        VITRINE_TRY(jobs, readBatch(options));
    }
    VITRINE_TRY(const VirtualDisplay display, VirtualDisplay::ensure());
    // Neither the application nor the stage is ever destroyed: see runRender.
    new QGuiApplication(argc, argv);
    QGuiApplication::setApplicationName("vitrine");
    QGuiApplication::setOrganizationName("vitrine");
    std::unique_ptr<stage::StillStage> still;
    auto status = drawAll(std::move(jobs), options.batch.empty() ? kFastPng : kSmallPng, still);
    (void)still.release();
    return status;
}

} // namespace

CLI::App *addRenderCommand(CLI::App &program, RenderOptions &options)
{
    CLI::App *command = program.add_subcommand("render", "Draw a still picture of a model");
    auto *model = command->add_option("model", options.model, "A .glb, .gltf, .obj or a baked .vpk");
    command->add_option("-o,--output", options.output, "The PNG to write");
    command->add_option("--size", options.size, "WIDTHxHEIGHT")->capture_default_str();
    command->add_option("--studio", options.studio, "A light studio's name, or an equirectangular .hdr")
        ->capture_default_str();
    command->add_option("--camera", options.camera, "YAW,PITCH,DISTANCE around the product, or gltf:N");
    command->add_option("--background", options.background, "A colour, or transparent; the shop's backdrop otherwise");
    command->add_option("--variant", options.variant, "A material variant's name");
    command->add_option("--batch", options.batch, "A JSON list of {model, output, size, camera, background, variant}")
        ->excludes(model);
    return command;
}

void runRender(int argc, char **argv, const RenderOptions &options)
{
    const auto status = render(argc, argv, options);
    if (!status)
        std::fprintf(stderr, "vitrine: %s\n", core::describe(status.error()).c_str());
    std::fflush(nullptr);
    // The pictures are on the disk, folders and processes of ours are gone. Taking the scene, the graphics driver and
    // the fonts down in order would take a tenth of what the picture took, and the system does it anyway.
    std::_Exit(status ? 0 : 1);
}

} // namespace vitrine::app
