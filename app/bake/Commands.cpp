// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bake/Commands.h"

#include "render/import/ImportOutcome.h"
#include "render/import/ImportReport.h"
#include "render/import/sandbox/SandboxedImport.h"
#include "render/package/MappedFile.h"

#include <cstdio>

namespace vitrine::bake {
namespace {

using core::Error;
using core::Result;
using render::ImportReport;

int complain(const Error &error)
{
    std::fprintf(stderr, "vitrine-bake: %s\n", core::describe(error).c_str());
    return 1;
}

Result<ImportReport> readReport(const std::string &path, bool isThorough)
{
    VITRINE_TRY(const render::MappedFile file, render::MappedFile::open(path));
    VITRINE_TRY(const render::Package package, render::Package::open(file.bytes()));
    if (isThorough)
        VITRINE_CHECK(package.verifyPayload());
    return render::reportOf(package, file.bytes().size());
}

} // namespace

int runImport(const ImportArguments &arguments)
{
    const auto done = render::sandbox::importForked(arguments.model, arguments.package, {arguments.maxTextureSide});
    if (arguments.isJson) {
        std::printf("%s\n", render::outcomeLine(done).c_str());
        return done ? 0 : 1;
    }
    if (!done)
        return complain(done.error());
    const auto report = readReport(arguments.package, false);
    if (!report)
        return complain(report.error());
    std::fputs(render::inWords(*report).c_str(), stdout);
    return 0;
}

int runInfo(const std::string &package)
{
    const auto report = readReport(package, true);
    if (!report)
        return complain(report.error());
    std::fputs(render::inWords(*report).c_str(), stdout);
    return 0;
}

} // namespace vitrine::bake
