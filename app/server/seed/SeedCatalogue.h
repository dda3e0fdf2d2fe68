// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities/Catalogue.h"

#include <filesystem>
#include <string>
#include <vector>

/// The demo shop's catalogue as it is written by hand (assets/README.md says how) becomes entities. Ids are derived
/// from slugs, so that they are the same on every run and in every shop.
namespace vitrine::server {

/// How many pieces of a variant the catalogue wants at a place.
struct DemoStock {
    core::Id<core::Location> location{};
    std::int64_t onHand = 0;
};
struct DemoVariant {
    core::Id<core::Variant> id{};
    std::vector<DemoStock> stock{};
};

/// A product with what its entity does not say.
struct DemoProduct {
    core::Product entity{};
    /// The tree that it hangs on: "electronics".
    std::string tree{};
    /// The slug of its category.
    std::string category{};
    /// "headphones/headphones"; empty where it has no model.
    std::string model{};
    core::Text alt{};
    /// In the order of the entity's variants.
    std::vector<DemoVariant> variants{};
    /// What the shelf of everything begins with.
    bool isInWindow = false;
    /// Nothing of it is there at the moment.
    bool isOut = false;
    /// Digital goods and services: there are always more.
    bool isEndless = false;
};

struct DemoCatalogue {
    std::vector<core::Vendor> vendors{};
    std::vector<core::Location> locations{};
    /// Parents come before their children.
    std::vector<core::Category> categories{};
    std::vector<DemoProduct> products{};
};

/// Reads vendors.json, locations.json, catalogue/*.json and window.json of a share folder's demo/. Errors name the file
/// and the field.
[[nodiscard]] core::Result<DemoCatalogue> readDemoCatalogue(const std::filesystem::path &demo);

/// "headphones", "Rose gold" → "headphones.rose-gold.png": the picture of a model in one of its variants. The same in
/// assets/demo/media.py.
[[nodiscard]] std::string pictureName(const std::string &model, const std::string &modelVariant);
/// "headphones/headphones" → "headphones.vpk".
[[nodiscard]] std::string packageName(const std::string &model);

} // namespace vitrine::server
