// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/RenderCommand.h"

#include "app/client/FilmRender.h"
#include "app/client/RenderJob.h"
#include "app/client/ShaderCache.h"
#include "app/client/TracedStill.h"
#include "app/client/VirtualDisplay.h"
#include "qml/stage/StageStudio.h"
#include "render/import/ImportProcess.h"
#include "render/package/MappedFile.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <format>
#include <fstream>
#include <future>
#include <map>
#include <optional>

namespace vitrine::app {

namespace {

/// The packages of a run: those named as they are, those made of models in files without a name, which nobody has to
/// clear away.
class Packages
{
public:
    /// Of a model that is made into a package for these pictures, only the shadows that are seen in them are traced.
    explicit Packages(const std::vector<RenderJob> &jobs)
    {
        m_options.arePixelsPlain = true;
        for (const RenderJob &job : jobs)
            if (auto light = stage::StageStudio::groundLightOf(job.still.studio);
                !std::ranges::contains(m_options.groundLights, light.key, &render::GroundLight::key))
                m_options.groundLights.push_back(std::move(light));
    }

    /// Whether one is to be made, which takes a processor as long as starting to draw does.
    [[nodiscard]] bool mustMake(const std::string &model) const
    {
        const std::filesystem::path path(model);
        // The shop keeps its packages by their content's hash, without a suffix.
        return path.extension() != ".vpk" && !beginsAsPackage(path) && !m_made.contains(model);
    }

    /// Of one model at a time, on any thread.
    core::Result<QString> of(const std::string &model)
    {
        const auto known = m_made.find(model);
        if (known != m_made.end())
            return QString::fromStdString(known->second.path().string());
        if (!mustMake(model)) {
            VITRINE_CHECK(checkBytes(model));
            return QString::fromStdString(model);
        }
        VITRINE_TRY(auto file, render::UnnamedFile::create());
        const auto report = render::importInSandbox(model, file, m_options);
        if (!report)
            return std::unexpected(naming(model, report.error()));
        warn(model, *report);
        return QString::fromStdString(m_made.emplace(model, std::move(file)).first->second.path().string());
    }

    /// The person knows the model, not the package that was made of it.
    static core::Error inWordsOf(const RenderJob &job, core::Error error)
    {
        const std::string package = job.still.package.toStdString();
        const std::string name = QFileInfo(job.still.package).fileName().toStdString();
        if (error.where.empty() || error.where == package)
            error.where = job.model;
        else if (package != job.model && error.where.starts_with(name + ": "))
            error.where = job.model + error.where.substr(name.size());
        return error;
    }

private:
    static bool beginsAsPackage(const std::filesystem::path &path)
    {
        std::array<char, render::kPackageMagic.size()> first{};
        std::ifstream(path, std::ios::binary).read(first.data(), first.size());
        return first == render::kPackageMagic;
    }

    /// The shop's packages come by their content's hash; this one comes from anywhere. It costs a hundredth of the
    /// picture.
    static core::Status checkBytes(const std::string &model)
    {
        const auto file = render::MappedFile::open(model);
        const auto package = file ? render::Package::open(file->bytes()) : std::unexpected(file.error());
        const core::Status status = package ? package->verifyPayload() : std::unexpected(package.error());
        return status ? status : std::unexpected(naming(model, status.error()));
    }

    static void warn(const std::string &model, const render::ImportReport &report)
    {
        for (const auto &line : report.messages)
            if (line.severity == render::Severity::Warning)
                std::fprintf(stderr, "vitrine: warning: %s: %s%s\n", model.c_str(), line.text.c_str(),
                             line.where.empty() ? "" : (" (" + line.where + ")").c_str());
    }

    /// The importer names places within the model, or files beside it.
    static core::Error naming(const std::string &model, core::Error error)
    {
        const std::string name = std::filesystem::path(model).filename().string();
        if (error.where.empty() || error.where == name)
            error.where = model;
        else if (error.where != model)
            error.where = model + ": " + error.where;
        return error;
    }

    render::ImportOptions m_options;
    std::map<std::string, render::UnnamedFile> m_made;
};

/// One JSON line: another renderer can stand where this one stood.
void say(const std::string &output, const stage::StillCamera &camera)
{
    const auto &[position, rotation, fov] = camera;
    const QJsonObject line{
        {"output", QString::fromStdString(output)},
        {"position", QJsonArray{position.x(), position.y(), position.z()}},
        {"rotation", QJsonArray{rotation.x(), rotation.y(), rotation.z(), rotation.scalar()}},
        {"yfov", fov},
    };
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
}

core::Result<QImage> traced(stage::StillStage &still, const RenderJob &job)
{
    VITRINE_TRY(const auto parts, still.parts(job.still));
    const render::Package &package = parts.asset->package();
    const bool isMoved = job.still.animation >= 0 || !job.still.animationName.isEmpty();
    for (std::size_t node = 0; isMoved && node < package.nodes().size(); ++node)
        if (parts.asset->poseOf(node) != nullptr)
            return core::fail(core::ErrorCode::Unsupported, "what bends is traced at rest alone, without an animation");
    if (!package.lights().empty())
        std::fprintf(stderr, "vitrine: warning: %s: the model's own lights are not traced\n", job.model.c_str());
    return traceStill(parts, job.still.size, job.traced);
}

core::Status drawOne(const RenderOptions &options, RenderJob &job, Packages &packages, ShaderCache &shaders,
                     std::unique_ptr<stage::StillStage> &still)
{
    const auto effort = options.batch.empty() ? PictureEffort::Soon : PictureEffort::Small;
    std::future<core::Result<QString>> made;
    if (packages.mustMake(job.model)) {
        made = std::async(std::launch::async, [&] { return packages.of(job.model); });
    } else { // loaded while the stage starts
        VITRINE_TRY(job.still.package, packages.of(job.model));
    }
    if (!still) {
        VITRINE_TRY(still, stage::StillStage::create(job.still));
    }
    if (made.valid()) {
        VITRINE_TRY(job.still.package, made.get());
    }
    if (job.film) {
        const auto filmed = renderFilm(*still, job, options.sayProgress);
        if (!filmed)
            return std::unexpected(Packages::inWordsOf(job, filmed.error()));
        if (options.batch.empty()) { // as below; which shaders a film has, its shots say
            still.reset();
            shaders.noteAll(job);
        }
        return {};
    }
    auto image = still->draw(job.still);
    if (image && job.traced > 0)
        image = traced(*still, job);
    if (!image)
        return std::unexpected(Packages::inWordsOf(job, image.error()));
    // Each has a core of its own.
    auto encoded = std::async(std::launch::async, encodePicture, std::move(*image), job.format, effort);
    if (auto seen = still->checkSeen(job.still); !seen)
        return std::unexpected(Packages::inWordsOf(job, seen.error()));
    const stage::StillCamera camera = still->camera();
    // Quick 3D writes its shaders down as its scene goes. Of a list, that would be in vain: the next one's are others.
    if (options.batch.empty() && !shaders.hasAll(job)) {
        still.reset();
        shaders.noteAll(job);
    }
    const auto bytes = encoded.get();
    const auto written = bytes ? writePicture(*bytes, job.output) : std::unexpected(bytes.error());
    if (!written)
        return std::unexpected(core::Error{written.error().code, written.error().detail, job.output});
    if (options.sayCamera)
        say(job.output, camera);
    return {};
}

/// Of a list, what cannot be drawn is named, and the others are drawn; the first fault's kind is that of the whole.
core::Status drawAll(const RenderOptions &options, std::vector<RenderJob> jobs, ShaderCache &shaders,
                     std::unique_ptr<stage::StillStage> &still)
{
    Packages packages(jobs);
    std::optional<core::ErrorCode> first;
    std::size_t faults = 0;
    for (RenderJob &job : jobs) {
        const auto drawn = drawOne(options, job, packages, shaders, still);
        if (drawn)
            continue;
        if (options.batch.empty() || isFilmCancelled())
            return drawn;
        std::fprintf(stderr, "vitrine: %s\n", core::describe(drawn.error()).c_str());
        first = first.value_or(drawn.error().code);
        ++faults;
    }
    if (!first)
        return {};
    return core::fail(*first, std::format("{} of {} pictures could not be drawn", faults, jobs.size()), options.batch);
}

core::Status render(int argc, char **argv, const RenderOptions &options)
{
    VITRINE_TRY(auto jobs, renderJobs(options));
    for (const RenderJob &job : jobs)
        if (const auto writable = checkWritable(job.output); !writable)
            return std::unexpected(core::Error{writable.error().code,
                                               "the output cannot be written: " + writable.error().detail, job.output});
    VITRINE_TRY(const VirtualDisplay display, VirtualDisplay::ensure());
    // Never destroyed: see runRender.
    new QGuiApplication(argc, argv);
    ShaderCache shaders(options.batch.empty() ? options.model : options.batch);
    std::unique_ptr<stage::StillStage> still;
    auto status = drawAll(options, std::move(jobs), shaders, still);
    (void)still.release(); // as the application
    return status;
}

} // namespace

void runRender(int argc, char **argv, const RenderOptions &options)
{
    const auto status = render(argc, argv, options);
    if (!status)
        std::fprintf(stderr, "vitrine: %s\n", core::describe(status.error()).c_str());
    std::fflush(nullptr);
    // The pictures are on the disk, folders and processes of ours are gone. Taking the graphics driver and the fonts
    // down in order would take its time, and the system does it anyway.
    std::_Exit(status ? 0 : 1);
}

} // namespace vitrine::app
