// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/seed/SeedRun.h"
#include "platform/http/AssetStore.h"

#include <map>

namespace vitrine::server {

struct DemoProduct;

/// Puts the demo's packages and pictures into the asset store, each once however many products show it, and makes the
/// commands that enter them.
class SeedMedia
{
public:
    /// An empty folder is one without files.
    SeedMedia(const http::AssetStore &assets, std::filesystem::path folder)
        : m_assets(assets)
        , m_folder(std::move(folder))
    {
    }

    /// Gives the product its package, its first picture, and each variant its own. What is not there is left out and
    /// counted: the shop then shows the product without it.
    [[nodiscard]] core::Status add(DemoProduct &product);

    [[nodiscard]] const std::vector<SeedAct> &acts() const { return m_acts; }
    [[nodiscard]] std::size_t missing() const { return m_missing; }

private:
    /// Nothing where there is no such file.
    [[nodiscard]] core::Result<std::optional<core::ProductMedia>> take(const std::string &name, core::MediaKind kind,
                                                                       const core::Text &alt);

    const http::AssetStore &m_assets;
    const std::filesystem::path m_folder;
    std::map<std::string, std::optional<core::ProductMedia>> m_taken;
    std::vector<SeedAct> m_acts;
    std::size_t m_missing = 0;
};

} // namespace vitrine::server
