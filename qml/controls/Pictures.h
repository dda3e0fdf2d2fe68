// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities/Catalogue.h"

#include <QUrl>

#include <functional>
#include <map>

namespace vitrine::qml {

/// Where a view finds the picture of an asset: `image://asset/<sha256>` in the client, a file in tests.
using PictureUrl = std::function<QUrl(const std::string &asset)>;

/// Pieces of each variant that can be bought, over all locations.
using StockByVariant = std::map<core::Id<core::Variant>, std::int64_t>;

/// Pieces of a variant; 0 where nothing is known of it.
[[nodiscard]] inline std::int64_t stockOf(const StockByVariant &stock, const core::Id<core::Variant> &variant)
{
    const auto found = stock.find(variant);
    return found == stock.end() ? 0 : found->second;
}

/// The asset that shows a variant: its own picture or the product's first one. Empty where there is none.
[[nodiscard]] inline std::string pictureOf(const core::Product &product, const core::Variant *variant)
{
    if (variant != nullptr && !variant->picture.empty())
        return variant->picture;
    for (const core::ProductMedia &media : product.media) {
        if (media.kind == core::MediaKind::Picture)
            return media.asset;
    }
    return {};
}

/// What was chosen, in words: "Indigo, large". Empty for a product without options.
[[nodiscard]] inline core::Text choicesOf(const core::Product &product, const core::Variant &variant)
{
    core::Text words;
    for (const core::Option &option : product.options) {
        const auto choice = variant.choices.find(option.key);
        if (choice == variant.choices.end())
            continue;
        for (const core::OptionValue &value : option.values) {
            if (value.key != choice->second)
                continue;
            words.en += (words.en.empty() ? "" : ", ") + value.name.in(core::Language::En);
            words.bn += (words.bn.empty() ? "" : ", ") + value.name.in(core::Language::Bn);
        }
    }
    return words;
}

} // namespace vitrine::qml
