// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/Share.h"

#include "platform/system/Files.h"

#include <vector>

namespace vitrine::server {
namespace {

/// <prefix> of <prefix>/bin/vitrine-server.
std::filesystem::path prefix()
{
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::filesystem::current_path() : program.parent_path().parent_path();
}

} // namespace

core::Result<std::filesystem::path> shareFolder(const std::filesystem::path &chosen,
                                                const std::filesystem::path &wanted)
{
    std::vector<std::filesystem::path> candidates;
    if (!chosen.empty()) {
        candidates = {chosen};
    } else {
        const auto base = prefix();
        // A build folder lies in the checkout, one or two levels down.
        candidates = {base / "share" / "vitrine", base.parent_path() / "assets",
                      base.parent_path().parent_path() / "assets"};
    }
    std::error_code error;
    for (const auto &candidate : candidates)
        if (std::filesystem::exists(candidate / wanted, error))
            return candidate;
    return core::fail(core::ErrorCode::NotFound, "no " + platform::utf8(wanted) + " there",
                      platform::utf8(candidates.front()));
}

std::filesystem::path mediaFolder(const std::filesystem::path &chosen)
{
    if (!chosen.empty())
        return chosen;
    std::error_code error;
    for (const auto &candidate : {prefix() / "share" / "vitrine" / "media", prefix() / "media"})
        if (std::filesystem::is_directory(candidate, error))
            return candidate;
    return {};
}

} // namespace vitrine::server
