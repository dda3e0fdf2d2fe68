// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/studio/StudioFolder.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace vitrine::render {

using core::ErrorCode;
using core::fail;

namespace {

core::Result<Studio> readStudio(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    const std::string json{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (!file)
        return fail(ErrorCode::Unavailable, "cannot be read", path.string());
    auto studio = Studio::parse(json);
    if (!studio)
        studio.error().where = path.string() + ": " + studio.error().where;
    return studio;
}

} // namespace

std::filesystem::path studioFolder(const std::filesystem::path &programFolder)
{
    std::error_code error;
    for (const char *share : {"../share/vitrine/studios", "../share/studios"}) {
        const std::filesystem::path found = std::filesystem::canonical(programFolder / share, error);
        if (!error && std::filesystem::is_directory(found, error))
            return found;
    }
    return programFolder / "studios";
}

core::Result<std::vector<GroundLight>> groundLightsIn(const std::filesystem::path &folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (at->path().extension() == ".json")
            files.push_back(at->path());
    if (error)
        return fail(ErrorCode::NotFound, "no light studios: " + error.message(), folder.string());
    std::ranges::sort(files);
    std::vector<GroundLight> lights;
    for (const std::filesystem::path &path : files) {
        VITRINE_TRY(const Studio studio, readStudio(path));
        if (studio.ground.shadow > 0)
            lights.push_back(groundLightOf(studio));
    }
    return lights;
}

} // namespace vitrine::render
