// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/Share.h"
#include "app/server/Tools.h"
#include "app/server/seed/SeedCatalogue.h"
#include "app/server/seed/SeedHistory.h"
#include "app/server/seed/SeedMedia.h"
#include "app/server/seed/SeedScale.h"

#include <cstdio>

namespace vitrine::server {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

namespace {

std::size_t addRows(const DemoCatalogue &catalogue, std::vector<SeedAct> &acts)
{
    for (const core::Vendor &vendor : catalogue.vendors)
        acts.push_back(seedAct("saveVendor", core::SaveVendor{vendor}));
    for (const core::Category &category : catalogue.categories)
        acts.push_back(seedAct("saveCategory", core::SaveCategory{category}));
    for (const core::Location &location : catalogue.locations)
        acts.push_back(seedAct("saveLocation", core::SaveLocation{location}));
    for (const DemoProduct &product : catalogue.products)
        acts.push_back(seedAct("saveProduct", core::SaveProduct{product.entity}));
    const std::size_t before = acts.size();
    for (const DemoProduct &product : catalogue.products)
        for (const DemoVariant &variant : product.variants)
            for (const DemoStock &stock : variant.stock)
                acts.push_back(seedAct("setStock", core::SetStock{variant.id, stock.location, stock.onHand}));
    return acts.size() - before;
}

/// Everything that can be wrong in a file is found before anything is written.
struct Demo {
    DemoCatalogue catalogue{};
    DemoHistory history{};
};

Result<Demo> readDemo(const SeedArguments &arguments)
{
    VITRINE_TRY(const std::filesystem::path share,
                shareFolder(arguments.share, std::filesystem::path("demo") / "vendors.json"));
    Demo demo;
    VITRINE_TRY(demo.catalogue, readDemoCatalogue(share / "demo"));
    VITRINE_TRY(demo.history, readDemoHistory(share / "demo", arguments.today));
    return demo;
}

std::string joined(const std::vector<std::string> &words)
{
    std::string all;
    for (const std::string &word : words)
        all += (all.empty() ? "" : ", ") + word;
    return all;
}

Status seedDemo(ServerShop &shop, SeedRun &run, Demo &demo, const SeedArguments &arguments)
{
    DemoCatalogue &catalogue = demo.catalogue;
    const http::AssetStore assets(assetsFolder(arguments.data));
    SeedMedia media(assets, mediaFolder(arguments.media));
    for (DemoProduct &product : catalogue.products)
        VITRINE_CHECK(media.add(product));
    std::vector<SeedAct> acts = media.acts();
    const std::size_t levels = addRows(catalogue, acts);
    VITRINE_CHECK(run.runAll(acts));
    std::printf("seeded %zu vendors, %zu categories, %zu products, %zu stock levels; %zu media files were not there\n",
                catalogue.vendors.size(), catalogue.categories.size(), catalogue.products.size(), levels,
                media.missing());
    VITRINE_TRY(const HistoryReport history, seedHistory(shop, run, catalogue, demo.history));
    if (history.wasThere)
        std::printf("its history was there already\n");
    else
        std::printf("seeded %zu customers, %zu orders, %zu reviews\n", history.customers, history.orders,
                    history.reviews);
    if (const auto feasts = demo.history.feasts.within(demo.history.firstDay(), demo.history.today);
        !history.wasThere && !feasts.empty())
        std::printf("among its days: %s\n", joined(feasts).c_str());
    return {};
}

} // namespace

Status seed(const SeedArguments &arguments)
{
    if (!arguments.isDemo && arguments.scale == 0)
        return fail(ErrorCode::InvalidArgument, "say what to seed: --demo, --scale N, or both");
    Demo demo;
    if (arguments.isDemo) {
        VITRINE_TRY(demo, readDemo(arguments));
    }
    SeedSources sources;
    VITRINE_TRY(const auto shop, ServerShop::openForSeeding(arguments.data, sources, sources));
    SeedRun run(*shop, sources);
    if (arguments.isDemo)
        VITRINE_CHECK(seedDemo(*shop, run, demo, arguments));
    if (arguments.scale > 0)
        VITRINE_CHECK(seedScale(run, arguments.scale));
    return {};
}

} // namespace vitrine::server
