// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/seed/SeedScale.h"

#include <algorithm>
#include <cstdio>

namespace vitrine::server {

using core::Id;
using core::Result;
using core::Status;

namespace {

/// Products in one act. Longer ones make fewer commits, over which each page that was touched is written once.
constexpr std::int64_t kChunk = 20'000;

/// One after the other, as ids that are made with the time are: rows are then appended, not scattered.
core::Uuid sampleId(std::string_view kind, std::int64_t number)
{
    core::Uuid::Bytes bytes = core::Uuid::named(kind).bytes();
    auto rest = static_cast<std::uint64_t>(number);
    for (std::size_t i = bytes.size(); i > 10; rest >>= 8)
        bytes[--i] = static_cast<std::uint8_t>(rest);
    return core::Uuid(bytes);
}

core::Product sampleProduct(std::int64_t number, Id<core::Category> category)
{
    const std::string words = std::to_string(number);
    const std::string slug = "sample-" + words;
    core::Product product{.id = Id<core::Product>(sampleId("product/sample", number)), .slug = core::Slug(slug)};
    product.state = core::ProductState::Published;
    product.category = category;
    product.position = number;
    product.name = core::Text{"Sample product " + words, "নমুনা পণ্য " + words};
    product.tagline = core::Text{"One of many, for measuring.", "অনেকের একটি, মাপার জন্য।"};
    product.description = core::Text{"This product was generated so that the shop can be measured under load. It has a "
                                     "description of an ordinary length, one variant and a price.",
                                     "লোড মাপার জন্য এই পণ্যটি তৈরি করা হয়েছে।"};
    product.variants.push_back({.id = Id<core::Variant>(sampleId("variant/sample", number)),
                                .sku = "SAMPLE-" + words,
                                .price = {100'00 + number % 900 * 100, core::Currency::bdt()}});
    product.tags = {"sample"};
    return product;
}

/// Products first to last with their stock, in one act and under one key. A command for each would spend most of the
/// time on reading JSON that was just written and on answers that nobody asks for again.
class Samples final : public core::PreparedCommand
{
public:
    Samples(std::int64_t first, std::int64_t last, Id<core::Category> category, Id<core::Location> location)
        : m_first(first)
        , m_last(last)
        , m_category(category)
        , m_location(location)
    {
    }

    Result<std::string> run(core::Tx &tx, const core::Actor &) const override
    {
        std::vector<core::StockLevel> levels;
        for (std::int64_t number = m_first; number <= m_last; ++number) {
            const core::Product product = sampleProduct(number, m_category);
            VITRINE_TRY(const auto known, tx.findRow(core::schemaOf<core::Product>(), product.id.uuid()));
            if (known)
                continue;
            VITRINE_CHECK(tx.insert(product, "product.saved"));
            const Id<core::Variant> variant = product.variants.front().id;
            const core::Sku sku{core::Sku::idFor(variant), product.variants.front().sku.value, product.id};
            VITRINE_CHECK(tx.insert(sku, "sku.claimed"));
            levels.push_back({.id = core::StockLevel::idFor(variant, m_location),
                              .variant = variant,
                              .location = m_location,
                              .onHand = 1'000'000});
        }
        // These ids are scattered, whatever the variants' are; in their order each page is touched once.
        std::ranges::sort(levels, {}, &core::StockLevel::id);
        for (const core::StockLevel &level : levels)
            VITRINE_CHECK(tx.insert(level, "stock.counted"));
        return std::string("{}");
    }
    std::string body() const override { return std::to_string(m_first) + '-' + std::to_string(m_last); }

private:
    const std::int64_t m_first;
    const std::int64_t m_last;
    const Id<core::Category> m_category;
    const Id<core::Location> m_location;
};

} // namespace

Status seedScale(SeedRun &run, std::int64_t products)
{
    const core::Category category{
        .id = Id<core::Category>::named("category/samples"), .slug = "samples", .name = core::Text{"Samples", "নমুনা"}};
    const core::Location location{
        .id = Id<core::Location>::named("location/samples"), .code = "samples", .name = {"Sample store", "নমুনা গুদাম"}};
    VITRINE_CHECK(run.runAll({seedAct("saveCategory", core::SaveCategory{category}),
                              seedAct("saveLocation", core::SaveLocation{location})}));
    for (std::int64_t first = 1; first <= products; first += kChunk) {
        const std::int64_t last = std::min(products, first + kChunk - 1);
        const auto samples = std::make_shared<Samples>(first, last, category.id, location.id);
        SeedAct act{
            {core::Uuid::named("seed/samples/" + samples->body()), "samples", {}}, core::Actor::owner(), {}, samples};
        VITRINE_CHECK(run.runAll({act}));
    }
    std::printf("seeded %lld sample products\n", static_cast<long long>(products));
    return {};
}

} // namespace vitrine::server
