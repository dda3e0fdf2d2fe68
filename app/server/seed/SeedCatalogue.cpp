// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/seed/SeedCatalogue.h"

#include "app/server/seed/SeedSource.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace vitrine::server {

using core::ErrorCode;
using core::fail;
using core::Id;
using core::Result;
using core::Status;

namespace {

constexpr std::size_t kMaxVariants = 12;
constexpr std::int64_t kEndless = 100'000;
/// The order of the trees on the shop's shelves; others follow by their names.
constexpr std::array<std::string_view, 8> kTrees = {"electronics", "home",     "fashion", "crafts",
                                                    "groceries",   "medicine", "food",    "digital"};

/// What one tree's products may name.
struct Known {
    std::set<std::string, std::less<>> vendors;
    std::vector<core::Location> locations;
};

/// Where in a file something is wrong.
struct Place {
    std::string file;
    std::string path;

    [[nodiscard]] Place at(std::string_view field) const
    {
        return {file, path + (path.empty() ? "" : ".") + std::string(field)};
    }
    [[nodiscard]] Place at(std::string_view list, std::size_t index) const
    {
        return at(std::string(list) + '[' + std::to_string(index) + ']');
    }
    [[nodiscard]] std::unexpected<core::Error> fault(std::string what) const
    {
        return fail(ErrorCode::InvalidArgument, std::move(what), file + ": " + path);
    }
};

/// Taka with at most two decimals → paisa.
Result<core::Money> money(double taka, const Place &place)
{
    const double paisa = std::round(taka * 100);
    if (std::abs(taka * 100 - paisa) > 1e-6 || std::abs(paisa) > 1e12)
        return place.fault("is no amount in taka with at most two decimals");
    return core::Money{static_cast<std::int64_t>(paisa), core::Currency::bdt()};
}

Result<core::Better> better(const std::string &word, const Place &place)
{
    if (word.empty())
        return core::Better::None;
    if (word == "more")
        return core::Better::More;
    if (word == "less")
        return core::Better::Less;
    return place.fault("'" + word.substr(0, 40) + "' is none of more, less or nothing");
}

/// Numbers of pieces that depend on the variant and the place alone: what is added to the catalogue changes no other
/// product's stock.
std::vector<DemoStock> stockOf(const Id<core::Variant> &variant, source::Stock word,
                               const std::vector<core::Location> &locations)
{
    using enum source::Stock;
    std::vector<DemoStock> stock;
    core::SeededRandom chance(std::hash<core::Uuid>()(variant.uuid()));
    const auto between = [&](std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(chance.next() % static_cast<std::uint64_t>(high - low + 1));
    };
    // Few lie in one place, and which one is as much chance as how many.
    const std::size_t only = static_cast<std::size_t>(between(0, std::ssize(locations) - 1));
    for (std::size_t i = 0; i < locations.size(); ++i) {
        const bool isFirst = i == 0;
        std::int64_t pieces = 0;
        if (word == Plenty)
            pieces = isFirst ? between(30, 90) : between(8, 40);
        else if (word == Some)
            pieces = isFirst ? between(4, 12) : std::max<std::int64_t>(0, between(-6, 7));
        else if (word == Few)
            pieces = i == only ? between(1, 3) : 0;
        else if (word == Endless)
            pieces = isFirst ? kEndless : 0;
        if (pieces > 0 || (isFirst && word == Out))
            stock.push_back({locations[i].id, pieces});
    }
    return stock;
}

/// All combinations of the options' values, the last option turning fastest.
Status addVariants(const source::Product &from, const Place &place, core::Product &product)
{
    VITRINE_TRY(const core::Money base, money(from.price, place.at("price")));
    std::size_t count = 1;
    for (std::size_t i = 0; i < from.options.size(); ++i) {
        if (from.options[i].values.empty())
            return place.at("options", i).at("values").fault("an option needs values");
        count *= from.options[i].values.size();
        if (count > kMaxVariants)
            return place.at("options").fault("make more than " + std::to_string(kMaxVariants) + " variants");
    }
    for (std::size_t number = 0; number < count; ++number) {
        core::Variant variant{.sku = core::Words<1, 64>(*from.sku), .price = base};
        std::size_t rest = number;
        std::size_t turns = count;
        for (std::size_t i = 0; i < from.options.size(); ++i) {
            const source::Option &option = from.options[i];
            turns /= option.values.size();
            const std::size_t chosen = rest / turns;
            rest %= turns;
            const source::Value &value = option.values[chosen];
            variant.choices[option.key] = value.key;
            variant.sku.value += '-' + value.sku;
            VITRINE_TRY(const core::Money more,
                        money(value.add.value_or(0), place.at("options", i).at("values", chosen).at("add")));
            VITRINE_TRY(variant.price, core::add(variant.price, more));
            if (variant.modelVariant.empty())
                variant.modelVariant = value.modelVariant.value_or("");
        }
        variant.id = Id<core::Variant>::named("variant/" + *variant.sku);
        product.variants.push_back(std::move(variant));
    }
    return {};
}

/// In the order of the tree's specifications.
Status addFacts(const source::Product &from, const std::vector<source::Spec> &specs, const Place &place,
                core::Product &product)
{
    for (const auto &[key, value] : from.specs)
        if (std::ranges::find(specs, key, &source::Spec::key) == specs.end())
            return place.at("specs").at(key).fault("is no specification of this tree");
    for (const source::Spec &spec : specs)
        if (const auto value = from.specs.find(spec.key); value != from.specs.end())
            product.facts.push_back({spec.name, {value->second.en, value->second.bn}, spec.key, value->second.number});
    return {};
}

std::vector<core::Option> options(const std::vector<source::Option> &from)
{
    std::vector<core::Option> options;
    for (const source::Option &option : from) {
        core::Option &made = options.emplace_back(core::Option{option.key, option.name, {}});
        for (const source::Value &value : option.values)
            made.values.push_back({value.key, value.name, value.swatch.value_or("")});
    }
    return options;
}

Result<DemoProduct> product(const source::Product &from, const source::Tree &tree, const Known &known,
                            const Place &place)
{
    if (std::ranges::find(tree.category.children, from.category, [](const auto &child) { return *child.slug; }) ==
        tree.category.children.end())
        return place.at("category").fault("'" + from.category.substr(0, 80) + "' is no category of this tree");
    if (!known.vendors.contains(from.vendor))
        return place.at("vendor").fault("no vendor is called '" + from.vendor.substr(0, 80) + "'");
    if (from.model && !from.alt)
        return place.at("alt").fault("a model needs words for those who can't see it");
    DemoProduct made{.tree = *tree.category.slug,
                     .category = from.category,
                     .model = from.model.value_or(""),
                     .alt = from.alt.value_or(core::Text()),
                     .isOut = from.stock == source::Stock::Out,
                     .isEndless = from.stock == source::Stock::Endless};
    core::Product &entity = made.entity;
    entity = {.id = Id<core::Product>::named("product/" + *from.slug),
              .slug = from.slug,
              .state = core::ProductState::Published,
              .kind = from.kind,
              .category = Id<core::Category>::named("category/" + from.category),
              .vendor = std::optional(Id<core::Vendor>::named("vendor/" + from.vendor)),
              .name = from.name,
              .tagline = from.tagline,
              .description = from.description,
              .options = options(from.options),
              .tags = from.tags};
    VITRINE_CHECK(addVariants(from, place, entity));
    VITRINE_CHECK(addFacts(from, tree.specs, place, entity));
    for (const core::Variant &variant : entity.variants)
        made.variants.push_back({variant.id, stockOf(variant.id, from.stock, known.locations)});
    return made;
}

Status addCategories(const source::Tree &tree, const Place &place, DemoCatalogue &catalogue)
{
    const auto idOf = [](const core::Slug &slug) { return Id<core::Category>::named("category/" + *slug); };
    core::Category root{.id = idOf(tree.category.slug),
                        .slug = tree.category.slug,
                        .name = tree.category.name,
                        .position = std::ssize(catalogue.categories) + 1};
    for (std::size_t i = 0; i < tree.specs.size(); ++i) {
        const source::Spec &spec = tree.specs[i];
        VITRINE_TRY(const core::Better which, better(spec.better, place.at("specs", i).at("better")));
        root.specs.push_back({spec.key, spec.name, spec.unit, which});
    }
    catalogue.categories.push_back(std::move(root));
    for (const source::Child &child : tree.category.children)
        catalogue.categories.push_back({.id = idOf(child.slug),
                                        .slug = child.slug,
                                        .parent = std::optional(idOf(tree.category.slug)),
                                        .name = child.name,
                                        .position = std::ssize(catalogue.categories) + 1});
    return {};
}

Status addTree(const std::filesystem::path &file, const Known &known, DemoCatalogue &catalogue,
               std::set<std::string> &skus)
{
    VITRINE_TRY(const auto tree, source::read<source::Tree>(file));
    const Place place{platform::utf8(file), {}};
    VITRINE_CHECK(addCategories(tree, place, catalogue));
    for (std::size_t i = 0; i < tree.products.size(); ++i) {
        const Place here = place.at("products", i);
        VITRINE_TRY(DemoProduct made, product(tree.products[i], tree, known, here));
        if (std::ranges::contains(catalogue.products, *made.entity.slug, [](const auto &p) { return *p.entity.slug; }))
            return here.at("slug").fault("'" + **made.entity.slug + "' is another product's already");
        for (const core::Variant &variant : made.entity.variants)
            if (!skus.insert(*variant.sku).second)
                return here.at("sku").fault("'" + *variant.sku + "' is another variant's already");
        catalogue.products.push_back(std::move(made));
    }
    return {};
}

/// On the shelf of everything the window comes first; behind it the trees take turns, so that it does not go on with
/// thirty headphones.
Status placeOnShelf(DemoCatalogue &catalogue, const std::filesystem::path &file)
{
    VITRINE_TRY(const auto window, source::read<std::vector<std::string>>(file));
    std::map<std::string, std::int64_t> placed;
    std::map<std::string, std::int64_t> trees;
    for (DemoProduct &product : catalogue.products) {
        const std::int64_t tree = trees.try_emplace(product.tree, std::ssize(trees)).first->second;
        product.entity.position = 1'000 + placed[product.tree]++ * 100 + tree;
    }
    for (std::size_t i = 0; i < window.size(); ++i) {
        const auto found = std::ranges::find(catalogue.products, window[i],
                                             [](const DemoProduct &product) { return **product.entity.slug; });
        if (found == catalogue.products.end())
            return fail(ErrorCode::InvalidArgument, "no product is called '" + window[i].substr(0, 80) + "'",
                        platform::utf8(file) + ": [" + std::to_string(i) + ']');
        found->entity.position = static_cast<std::int64_t>(i) + 1;
        found->isInWindow = true;
    }
    return {};
}

Result<std::vector<std::filesystem::path>> treeFiles(const std::filesystem::path &folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    if (error || files.empty())
        return fail(ErrorCode::NotFound, "no catalogue there", platform::utf8(folder));
    std::ranges::sort(files, {}, [](const std::filesystem::path &file) {
        const std::string name = file.stem().string();
        return std::pair(std::ranges::find(kTrees, name) - kTrees.begin(), name);
    });
    return files;
}

std::string stem(const std::string &model) { return model.substr(model.rfind('/') + 1); }

} // namespace

Result<DemoCatalogue> readDemoCatalogue(const std::filesystem::path &demo)
{
    DemoCatalogue catalogue;
    Known known;
    VITRINE_TRY(const auto vendors, source::read<std::vector<source::Vendor>>(demo / "vendors.json"));
    for (const source::Vendor &from : vendors) {
        catalogue.vendors.push_back({.id = Id<core::Vendor>::named("vendor/" + *from.slug),
                                     .slug = from.slug,
                                     .name = from.name,
                                     .tagline = from.tagline,
                                     .city = from.city,
                                     .latitude = from.latitude,
                                     .longitude = from.longitude,
                                     .since = from.since});
        known.vendors.insert(*from.slug);
    }
    VITRINE_TRY(const auto locations, source::read<std::vector<source::Location>>(demo / "locations.json"));
    if (locations.empty())
        return fail(ErrorCode::InvalidArgument, "a shop needs a place", platform::utf8(demo / "locations.json"));
    for (const source::Location &from : locations)
        catalogue.locations.push_back({.id = Id<core::Location>::named("location/" + *from.code),
                                       .code = from.code,
                                       .name = from.name,
                                       .latitude = from.latitude,
                                       .longitude = from.longitude,
                                       .position = std::ssize(catalogue.locations) + 1});
    known.locations = catalogue.locations;
    VITRINE_TRY(const auto files, treeFiles(demo / "catalogue"));
    std::set<std::string> skus;
    for (const std::filesystem::path &file : files)
        VITRINE_CHECK(addTree(file, known, catalogue, skus));
    VITRINE_CHECK(placeOnShelf(catalogue, demo / "window.json"));
    return catalogue;
}

std::string packageName(const std::string &model) { return stem(model) + ".vpk"; }

std::string pictureName(const std::string &model, const std::string &modelVariant)
{
    std::string name = stem(model);
    if (!modelVariant.empty())
        name += '.';
    for (const char c : modelVariant) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool isPlain = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
        name += isPlain ? lower : '-';
    }
    return name + ".png";
}

} // namespace vitrine::server
