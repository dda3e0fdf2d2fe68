// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/seed/SeedMedia.h"

#include "app/server/seed/SeedCatalogue.h"

#include <algorithm>

namespace vitrine::server {

using core::Id;
using core::Result;
using core::Status;

Result<std::optional<core::ProductMedia>> SeedMedia::take(const std::string &name, core::MediaKind kind,
                                                          const core::Text &alt)
{
    if (const auto known = m_taken.find(name); known != m_taken.end()) {
        auto media = known->second;
        if (media)
            media->alt = alt;
        return media;
    }
    const std::filesystem::path file = m_folder / name;
    std::error_code error;
    if (m_folder.empty() || !std::filesystem::is_regular_file(file, error)) {
        ++m_missing;
        m_taken[name] = std::nullopt;
        return std::nullopt;
    }
    VITRINE_TRY(const std::string asset, m_assets.putFile(file));
    const core::Media media{.id = Id<core::Media>::named("media/" + asset),
                            .kind = kind,
                            .asset = asset,
                            .bytes = static_cast<std::int64_t>(std::filesystem::file_size(file, error)),
                            .mediaType =
                                kind == core::MediaKind::Picture ? "image/png" : "application/vnd.vitrine.package",
                            .alt = alt};
    m_acts.push_back(seedAct("saveMedia", core::SaveMedia{media}));
    m_taken[name] = core::ProductMedia{media.id, kind, asset, alt};
    return m_taken[name];
}

Status SeedMedia::add(DemoProduct &product)
{
    if (product.model.empty())
        return {};
    core::Product &entity = product.entity;
    VITRINE_TRY(const auto package, take(packageName(product.model), core::MediaKind::Model, product.alt));
    if (package)
        entity.media.push_back(*package);
    for (core::Variant &variant : entity.variants) {
        VITRINE_TRY(const auto picture,
                    take(pictureName(product.model, variant.modelVariant), core::MediaKind::Picture, product.alt));
        if (!picture)
            continue;
        variant.picture = picture->asset;
        if (std::ranges::none_of(entity.media,
                                 [](const auto &media) { return media.kind == core::MediaKind::Picture; }))
            entity.media.push_back(*picture);
    }
    return {};
}

} // namespace vitrine::server
