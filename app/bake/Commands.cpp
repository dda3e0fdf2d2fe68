// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bake/Commands.h"

#include "core/schema/Json.h"
#include "render/import/ImportOutcome.h"
#include "render/import/ImportReport.h"
#include "render/import/ReportWords.h"
#include "render/import/sandbox/SandboxedImport.h"
#include "render/package/MappedFile.h"
#include "render/studio/StudioFolder.h"

#include <csignal>
#include <cstdio>
#include <utility>

#include <sys/prctl.h>

namespace vitrine::bake {
namespace {

using core::Error;
using core::Result;
using render::ImportReport;

/// In English as logs have it; else for people alone, without the code's name.
int complain(const Error &error, core::Language language)
{
    const std::string words = language == core::Language::En ? core::describe(error)
                                                             : render::words::place(error.where, language) + ": " +
                                                                   render::words::message(error.detail, language);
    std::fprintf(stderr, "vitrine-bake: %s\n", words.c_str());
    return 1;
}

Result<ImportReport> reportOn(Result<render::MappedFile> opened, std::uint64_t fileBytes, bool isThorough)
{
    VITRINE_TRY(const render::MappedFile file, std::move(opened));
    VITRINE_TRY(const render::Package package, render::Package::open(file.bytes()));
    if (isThorough)
        VITRINE_CHECK(package.verifyPayload());
    return render::reportOf(package, file.bytes().size(), fileBytes);
}

/// Beside this program.
std::filesystem::path installedStudios()
{
    std::error_code error;
    return render::studioFolder(std::filesystem::read_symlink("/proc/self/exe", error).parent_path());
}

Result<std::vector<render::GroundLight>> groundLightsOf(const ImportArguments &arguments)
{
    if (arguments.groundLights.empty())
        return render::groundLightsIn(arguments.studios.empty() ? installedStudios() : arguments.studios);
    std::vector<render::GroundLight> lights;
    for (const std::string &text : arguments.groundLights) {
        VITRINE_TRY(lights.emplace_back(), render::readGroundLight(text));
    }
    return lights;
}

/// An error may name a place within its file, or none.
Error naming(const std::string &path, Error error)
{
    const std::string name = std::filesystem::path(path).filename().string();
    if (error.where.empty())
        error.where = path;
    else if (!error.where.contains(name))
        error.where = path + ": " + error.where;
    return error;
}

int answer(const ImportArguments &arguments, const Result<ImportReport> &report)
{
    if (arguments.isJson) {
        const auto json = report ? Result<std::string>(core::toJson(*report)) : std::unexpected(report.error());
        std::printf("%s\n", render::outcomeLine(json).c_str());
        return report ? 0 : 1;
    }
    if (!report)
        return complain(report.error(), arguments.language);
    std::fputs(render::inWords(*report, arguments.language).c_str(), stdout);
    return 0;
}

} // namespace

int runImport(const ImportArguments &arguments)
{
    const bool isNamed = arguments.descriptor < 0;
    if (!isNamed) // Who gave the file is the only one who can read it.
        prctl(PR_SET_PDEATHSIG, SIGKILL);
    const auto lights = groundLightsOf(arguments);
    if (!lights)
        return answer(arguments, std::unexpected(lights.error()));
    std::error_code isNone; // which is no such file
    if (isNamed && std::filesystem::equivalent(arguments.model, arguments.package, isNone))
        return answer(arguments, core::fail(core::ErrorCode::InvalidArgument,
                                            "the output cannot be written: it is the model itself", arguments.package));
    const render::ImportOptions options{.maxTextureSide = arguments.maxTextureSide,
                                        .arePixelsPlain = arguments.arePixelsPlain,
                                        .groundLights = *lights,
                                        .unitMetres = arguments.unitMetres,
                                        .up = arguments.up};
    const auto done = isNamed ? render::sandbox::importForked(arguments.model, arguments.package, options)
                              : render::sandbox::importForked(arguments.model, arguments.descriptor, options);
    const auto report = done ? reportOn(isNamed ? render::MappedFile::open(arguments.package)
                                                : render::MappedFile::fromDescriptor(arguments.descriptor),
                                        *done, false)
                             : Result<ImportReport>(std::unexpected(done.error()));
    // What is wrong with the output is no fault of the model's; who reads JSON knows the model.
    if (report || arguments.isJson || report.error().where == arguments.package)
        return answer(arguments, report);
    return answer(arguments, std::unexpected(naming(arguments.model, report.error())));
}

int runInfo(const InfoArguments &arguments)
{
    const auto report = reportOn(render::MappedFile::open(arguments.package), 0, true);
    if (!report && arguments.isJson) {
        std::printf("%s\n", render::outcomeLine(std::unexpected(report.error())).c_str());
        return 1;
    }
    if (!report)
        return complain(naming(arguments.package, report.error()), arguments.language);
    if (arguments.isJson)
        std::printf("%s\n", core::toJson(*report).c_str());
    else
        std::fputs(render::inWords(*report, arguments.language).c_str(), stdout);
    return 0;
}

} // namespace vitrine::bake
