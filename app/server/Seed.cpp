// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/ServerShop.h"
#include "app/server/Share.h"
#include "app/server/Tools.h"
#include "platform/http/AssetStore.h"
#include "platform/system/Files.h"

#include <algorithm>
#include <cstdio>

namespace vitrine::server {

using core::CommandRequest;
using core::ErrorCode;
using core::fail;
using core::Id;
using core::Result;
using core::Status;

namespace {

/// A model that is to be baked, stored, and entered as a product's media.
struct ModelEntry {
    Id<core::Product> product{};
    std::string file{};
    core::Text alt{};
};
struct StockEntry {
    Id<core::Variant> variant{};
    Id<core::Location> location{};
    core::Whole<0, 1'000'000'000> onHand{};
};
/// demo/catalogue.json
struct Catalogue {
    std::vector<core::Category> categories{};
    std::vector<core::Location> locations{};
    std::vector<core::Product> products{};
    std::vector<ModelEntry> models{};
    std::vector<StockEntry> stock{};
};

/// Named by what it says, so that a second run repeats the first and writes nothing.
template <core::Record C>
CommandRequest seedCommand(std::string name, const C &command)
{
    CommandRequest request{{}, std::move(name), core::toJson(command)};
    request.key = core::Uuid::named("seed/" + request.name + '/' + request.body);
    return request;
}

Result<Catalogue> readCatalogue(const std::filesystem::path &file)
{
    VITRINE_TRY(const std::string text, platform::readFile(file, std::uintmax_t{16} << 20));
    auto catalogue = core::fromJson<Catalogue>(text, core::JsonReading::Strict);
    if (!catalogue)
        catalogue.error().where = platform::utf8(file) + ": " + catalogue.error().where;
    return catalogue;
}

/// Puts files into the asset store and makes their Media rows.
class MediaIntake
{
public:
    MediaIntake(const http::AssetStore &assets, std::filesystem::path folder, std::vector<CommandRequest> &commands)
        : m_assets(assets)
        , m_folder(std::move(folder))
        , m_commands(commands)
    {
    }

    /// Nothing where there is no such file: the shop then shows the product without it.
    [[nodiscard]] Result<std::optional<core::ProductMedia>> take(const std::string &name, core::MediaKind kind,
                                                                 const core::Text &alt)
    {
        const std::filesystem::path file = m_folder / name;
        std::error_code error;
        if (m_folder.empty() || !std::filesystem::is_regular_file(file, error)) {
            ++m_missing;
            return std::nullopt;
        }
        VITRINE_TRY(std::string asset, m_assets.putFile(file));
        const core::Media media{.id = Id<core::Media>::named("media/" + asset),
                                .kind = kind,
                                .asset = asset,
                                .bytes = static_cast<std::int64_t>(std::filesystem::file_size(file, error)),
                                .mediaType =
                                    kind == core::MediaKind::Picture ? "image/png" : "application/vnd.vitrine.package",
                                .alt = alt};
        m_commands.push_back(seedCommand("saveMedia", core::SaveMedia{media}));
        return core::ProductMedia{media.id, kind, std::move(asset), alt};
    }
    [[nodiscard]] int missing() const { return m_missing; }

private:
    const http::AssetStore &m_assets;
    const std::filesystem::path m_folder;
    std::vector<CommandRequest> &m_commands;
    int m_missing = 0;
};

Status addMedia(const ModelEntry &entry, core::Product &product, MediaIntake &intake)
{
    const std::string stem = std::filesystem::path(entry.file).stem().string();
    VITRINE_TRY(const auto package, intake.take(stem + ".vpk", core::MediaKind::Model, entry.alt));
    if (package)
        product.media.push_back(*package);
    for (core::Variant &variant : product.variants) {
        VITRINE_TRY(const auto picture, intake.take(*variant.sku + ".png", core::MediaKind::Picture, entry.alt));
        if (!picture)
            continue;
        variant.picture = picture->asset;
        if (std::ranges::none_of(product.media,
                                 [](const auto &media) { return media.kind == core::MediaKind::Picture; }))
            product.media.push_back(*picture);
    }
    return {};
}

Status seedDemo(ServerShop &shop, const SeedArguments &arguments)
{
    const std::filesystem::path wanted = std::filesystem::path("demo") / "catalogue.json";
    VITRINE_TRY(const std::filesystem::path share, shareFolder(arguments.share, wanted));
    VITRINE_TRY(Catalogue catalogue, readCatalogue(share / wanted));
    std::vector<CommandRequest> commands;
    const http::AssetStore assets(assetsFolder(arguments.data));
    MediaIntake intake(assets, mediaFolder(arguments.media), commands);
    for (const ModelEntry &entry : catalogue.models) {
        const auto product = std::ranges::find(catalogue.products, entry.product, &core::Product::id);
        if (product == catalogue.products.end())
            return fail(ErrorCode::InvalidArgument, "the model '" + entry.file + "' is of no product of the catalogue");
        VITRINE_CHECK(addMedia(entry, *product, intake));
    }
    for (const core::Category &category : catalogue.categories)
        commands.push_back(seedCommand("saveCategory", core::SaveCategory{category}));
    for (const core::Location &location : catalogue.locations)
        commands.push_back(seedCommand("saveLocation", core::SaveLocation{location}));
    for (const core::Product &product : catalogue.products)
        commands.push_back(seedCommand("saveProduct", core::SaveProduct{product}));
    for (const StockEntry &stock : catalogue.stock)
        commands.push_back(seedCommand("setStock", core::SetStock{stock.variant, stock.location, stock.onHand}));
    VITRINE_CHECK(shop.runAll(commands));
    std::printf("seeded %zu categories, %zu products, %zu stock levels; %d media files were not there\n",
                catalogue.categories.size(), catalogue.products.size(), catalogue.stock.size(), intake.missing());
    return {};
}

core::Product generatedProduct(std::int64_t number, Id<core::Category> category)
{
    const std::string slug = "sample-" + std::to_string(number);
    const std::string words = std::to_string(number);
    core::Product product{.id = Id<core::Product>::named("product/" + slug), .slug = core::Slug(slug)};
    product.state = core::ProductState::Published;
    product.category = category;
    product.position = number;
    product.name = core::Text{"Sample product " + words, "নমুনা পণ্য " + words};
    product.tagline = core::Text{"One of many, for measuring.", "অনেকের একটি, মাপার জন্য।"};
    product.description = core::Text{"This product was generated so that the shop can be measured under load. It has a "
                                     "description of an ordinary length, one variant and a price.",
                                     "লোড মাপার জন্য এই পণ্যটি তৈরি করা হয়েছে।"};
    product.variants.push_back({.id = Id<core::Variant>::named("variant/" + slug),
                                .sku = "SAMPLE-" + words,
                                .price = {100'00 + number % 900 * 100, core::Currency::bdt()}});
    product.tags = {"sample"};
    return product;
}

/// Each product is two entities: itself, and the stock of its one variant.
Status seedCount(ServerShop &shop, std::int64_t count)
{
    constexpr std::int64_t kChunk = 5000;
    const core::Category category{
        .id = Id<core::Category>::named("category/samples"), .slug = "samples", .name = core::Text{"Samples", "নমুনা"}};
    const core::Location location{
        .id = Id<core::Location>::named("location/samples"), .code = "samples", .name = {"Sample store", "নমুনা গুদাম"}};
    std::vector<CommandRequest> commands{seedCommand("saveCategory", core::SaveCategory{category}),
                                         seedCommand("saveLocation", core::SaveLocation{location})};
    for (std::int64_t number = 1; number <= count; ++number) {
        const core::Product product = generatedProduct(number, category.id);
        commands.push_back(seedCommand("saveProduct", core::SaveProduct{product}));
        commands.push_back(
            seedCommand("setStock", core::SetStock{product.variants.front().id, location.id, 1'000'000}));
        if (std::ssize(commands) >= kChunk || number == count) {
            VITRINE_CHECK(shop.runAll(commands));
            commands.clear();
        }
    }
    std::printf("seeded %lld sample products\n", static_cast<long long>(count));
    return {};
}

} // namespace

Status seed(const SeedArguments &arguments)
{
    if (!arguments.isDemo && arguments.count == 0)
        return fail(ErrorCode::InvalidArgument, "say what to seed: --demo, --count N, or both");
    VITRINE_TRY(const auto shop, ServerShop::open(arguments.data, Access::Owned));
    if (arguments.isDemo)
        VITRINE_CHECK(seedDemo(*shop, arguments));
    if (arguments.count > 0)
        VITRINE_CHECK(seedCount(*shop, arguments.count));
    return {};
}

} // namespace vitrine::server
