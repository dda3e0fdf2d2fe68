// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/Commands.h"

#include "core/values/Hex.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace vitrine::core {
namespace {

/// Creates or replaces; nothing is written where nothing changed, so that a seed can run again.
template <Entity T>
Result<SavedReply> save(Tx &tx, const T &value, std::string_view field, std::string_view event)
{
    if (!value.id.isSet())
        return fail(ErrorCode::InvalidArgument, "is unset", std::string(field) + ".id");
    VITRINE_TRY(std::optional<Row<T>> row, tx.find(value.id));
    if (row && row->value == value)
        return SavedReply{row->version};
    Row<T> changed{value, row ? row->version : 0};
    VITRINE_CHECK(tx.update(changed, event));
    return SavedReply{changed.version};
}

std::string at(std::string_view list, std::size_t index, std::string_view rest)
{
    return "product." + std::string(list) + '[' + std::to_string(index) + "]." + std::string(rest);
}

Status checkSlug(const Slug &slug, std::string where)
{
    const bool plain =
        std::ranges::all_of(*slug, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
    if (!plain)
        return fail(ErrorCode::InvalidArgument, "only a–z, 0–9 and - can stand in an address", std::move(where));
    return {};
}

Status checkOptions(const Product &product)
{
    std::set<std::string> keys;
    for (std::size_t i = 0; i < product.options.size(); ++i) {
        const Option &option = product.options[i];
        if (option.key.empty() || !keys.insert(option.key).second)
            return fail(ErrorCode::InvalidArgument, "is empty or given twice", at("options", i, "key"));
        if (option.values.empty())
            return fail(ErrorCode::InvalidArgument, "an option needs values", at("options", i, "values"));
        std::set<std::string> values;
        for (const OptionValue &value : option.values)
            if (value.key.empty() || !values.insert(value.key).second)
                return fail(ErrorCode::InvalidArgument, "a value's key is empty or given twice",
                            at("options", i, "values"));
    }
    return {};
}

/// Each variant chooses one known value of each option, no two alike; prices in one currency.
Status checkVariants(const Product &product)
{
    if (product.variants.empty())
        return fail(ErrorCode::InvalidArgument, "a product needs at least one variant", "product.variants");
    std::set<Id<Variant>> ids;
    std::set<std::string> skus;
    std::set<std::map<std::string, std::string>> choices;
    for (std::size_t i = 0; i < product.variants.size(); ++i) {
        const Variant &variant = product.variants[i];
        if (!variant.id.isSet() || !ids.insert(variant.id).second)
            return fail(ErrorCode::InvalidArgument, "is unset or given twice", at("variants", i, "id"));
        if (!skus.insert(*variant.sku).second)
            return fail(ErrorCode::InvalidArgument, "given twice", at("variants", i, "sku"));
        if (variant.price.minorUnits < 0 || !variant.price.currency.isSet())
            return fail(ErrorCode::InvalidArgument, "needs a currency and can't be negative",
                        at("variants", i, "price"));
        if (variant.price.currency != product.variants.front().price.currency)
            return fail(ErrorCode::InvalidArgument, "another currency than the first variant's",
                        at("variants", i, "price.currency"));
        if (variant.choices.size() != product.options.size() || !choices.insert(variant.choices).second)
            return fail(ErrorCode::InvalidArgument, "needs one value of each option, and no two variants the same",
                        at("variants", i, "choices"));
        for (const Option &option : product.options) {
            const auto choice = variant.choices.find(option.key);
            if (choice == variant.choices.end() ||
                std::ranges::find(option.values, choice->second, &OptionValue::key) == option.values.end())
                return fail(ErrorCode::InvalidArgument, "names no value of option '" + option.key + "'",
                            at("variants", i, "choices"));
        }
    }
    return {};
}

Status checkName(const Text &name, std::string where)
{
    if (name.en.empty() && name.bn.empty())
        return fail(ErrorCode::InvalidArgument, "is empty in both languages", std::move(where));
    return {};
}

/// In degrees, as on a map.
Status checkPlace(double latitude, double longitude, const std::string &where)
{
    if (!(std::abs(latitude) <= 90))
        return fail(ErrorCode::InvalidArgument, "is not within -90 and 90 degrees", where + ".latitude");
    if (!(std::abs(longitude) <= 180))
        return fail(ErrorCode::InvalidArgument, "is not within -180 and 180 degrees", where + ".longitude");
    return {};
}

/// What a product shows must be known: its media as they are stored, each variant's picture as one of them all.
Status checkMedia(Tx &tx, const Product &product)
{
    for (std::size_t i = 0; i < product.media.size(); ++i) {
        const ProductMedia &shown = product.media[i];
        VITRINE_TRY(const auto media, tx.find(shown.media));
        if (!media)
            return fail(ErrorCode::NotFound, "no such media", at("media", i, "media"));
        if (*media->value.asset != shown.asset || media->value.kind != shown.kind)
            return fail(ErrorCode::InvalidArgument, "is not what the media says", at("media", i, "asset"));
    }
    for (std::size_t i = 0; i < product.variants.size(); ++i) {
        const std::string &picture = product.variants[i].picture;
        if (picture.empty())
            continue;
        VITRINE_TRY(const auto known, tx.select<Media>({.where = {{"asset", Compare::Equal, picture}}, .limit = 1}));
        if (known.empty())
            return fail(ErrorCode::NotFound, "no media has this asset", at("variants", i, "picture"));
    }
    return {};
}

/// Takes the product's variants and SKUs for it, and gives back those that it no longer has.
Status claimSkus(Tx &tx, const Product &product)
{
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; i < product.variants.size(); ++i) {
        VITRINE_TRY(const auto row, tx.find(Sku::idFor(product.variants[i].id)));
        if (row && *row->value.product != product.id)
            return fail(ErrorCode::Conflict, "is another product's variant", at("variants", i, "id"));
        if (!row || *row->value.code != product.variants[i].sku.value)
            wanted.push_back(i);
    }
    // Given back before they are taken, so that two variants may change their SKUs with one another.
    VITRINE_TRY(const auto held,
                tx.select<Sku>({.where = {{"product", Compare::Equal, product.id.uuid()}}, .limit = 10'000}));
    for (const Row<Sku> &row : held) {
        const Variant *kept = product.variant(Id<Variant>(row.value.id.uuid()));
        if (kept == nullptr || kept->sku.value != *row.value.code)
            VITRINE_CHECK(tx.erase(row, "sku.released"));
    }
    for (const std::size_t i : wanted) {
        const Variant &variant = product.variants[i];
        VITRINE_TRY(const auto taken, tx.findBy<Sku>("code", variant.sku.value));
        if (taken)
            return fail(ErrorCode::Conflict, "is another product's SKU", at("variants", i, "sku"));
        VITRINE_CHECK(tx.insert(Sku{Sku::idFor(variant.id), variant.sku.value, product.id}, "sku.claimed"));
    }
    return {};
}

/// A key says which specification a fact is of, so a product has each once.
Status checkFacts(const Product &product)
{
    std::set<std::string_view> keys;
    for (std::size_t i = 0; i < product.facts.size(); ++i)
        if (const std::string &key = product.facts[i].key; !key.empty() && !keys.insert(key).second)
            return fail(ErrorCode::InvalidArgument, "given twice", at("facts", i, "key"));
    return {};
}

Status checkSpecs(const Category &category)
{
    std::set<std::string_view> keys;
    for (std::size_t i = 0; i < category.specs.size(); ++i)
        if (const std::string &key = category.specs[i].key; key.empty() || !keys.insert(key).second)
            return fail(ErrorCode::InvalidArgument, "is empty or given twice",
                        "category.specs[" + std::to_string(i) + "].key");
    return {};
}

Result<SavedReply> saveProduct(Tx &tx, const Actor &, const SaveProduct &command)
{
    const Product &product = command.product;
    VITRINE_CHECK(checkSlug(*product.slug, "product.slug"));
    VITRINE_CHECK(checkName(*product.name, "product.name"));
    VITRINE_CHECK(checkOptions(product));
    VITRINE_CHECK(checkVariants(product));
    VITRINE_CHECK(checkFacts(product));
    VITRINE_TRY(const auto category, tx.find(*product.category));
    if (!category)
        return fail(ErrorCode::NotFound, "no such category", "product.category");
    VITRINE_CHECK(checkMedia(tx, product));
    VITRINE_CHECK(claimSkus(tx, product));
    if (*product.vendor) {
        VITRINE_TRY(const auto vendor, tx.find(**product.vendor));
        if (!vendor)
            return fail(ErrorCode::NotFound, "no such vendor", "product.vendor");
    }
    return save(tx, product, "product", "product.saved");
}

Result<SavedReply> saveCategory(Tx &tx, const Actor &, const SaveCategory &command)
{
    VITRINE_CHECK(checkSlug(*command.category.slug, "category.slug"));
    VITRINE_CHECK(checkName(*command.category.name, "category.name"));
    VITRINE_CHECK(checkSpecs(command.category));
    // Walking up from the new parent must not come back here, or the tree would have a ring.
    std::optional<Id<Category>> above = *command.category.parent;
    for (int depth = 0; above; ++depth) {
        if (*above == command.category.id || depth > 32)
            return fail(ErrorCode::InvalidArgument, "a category can't lie within itself", "category.parent");
        VITRINE_TRY(const auto parent, tx.find(*above));
        if (!parent)
            return fail(ErrorCode::NotFound, "no such category", "category.parent");
        above = *parent->value.parent;
    }
    return save(tx, command.category, "category", "category.saved");
}

Result<SavedReply> saveVendor(Tx &tx, const Actor &, const SaveVendor &command)
{
    const Vendor &vendor = command.vendor;
    VITRINE_CHECK(checkSlug(*vendor.slug, "vendor.slug"));
    VITRINE_CHECK(checkName(*vendor.name, "vendor.name"));
    VITRINE_CHECK(checkPlace(vendor.latitude, vendor.longitude, "vendor"));
    return save(tx, vendor, "vendor", "vendor.saved");
}

Result<SavedReply> saveMedia(Tx &tx, const Actor &, const SaveMedia &command)
{
    if (!isSha256(*command.media.asset))
        return fail(ErrorCode::InvalidArgument, "is no SHA-256 of 64 lower-case hexadecimal digits", "media.asset");
    const std::string &type = command.media.mediaType.value;
    const std::size_t slash = type.find('/');
    if (slash == 0 || slash == std::string::npos || slash + 1 == type.size())
        return fail(ErrorCode::InvalidArgument, "is no media type, such as image/png", "media.mediaType");
    return save(tx, command.media, "media", "media.saved");
}

Result<SavedReply> saveLocation(Tx &tx, const Actor &, const SaveLocation &command)
{
    VITRINE_CHECK(checkSlug(*command.location.code, "location.code"));
    VITRINE_CHECK(checkName(command.location.name, "location.name"));
    VITRINE_CHECK(checkPlace(command.location.latitude, command.location.longitude, "location"));
    return save(tx, command.location, "location", "location.saved");
}

Result<SavedReply> setStock(Tx &tx, const Actor &, const SetStock &command)
{
    VITRINE_TRY(const auto location, tx.find(command.location));
    if (!location)
        return fail(ErrorCode::NotFound, "no such location", "location");
    VITRINE_TRY(const auto sku, tx.find(Sku::idFor(command.variant)));
    if (!sku)
        return fail(ErrorCode::NotFound, "no such variant", "variant");
    const Id<StockLevel> id = StockLevel::idFor(command.variant, command.location);
    VITRINE_TRY(std::optional<Row<StockLevel>> found, tx.find(id));
    Row<StockLevel> row = found.value_or(
        Row<StockLevel>{StockLevel{.id = id, .variant = command.variant, .location = command.location}, 0});
    if (command.onHand < *row.value.reserved)
        return fail(ErrorCode::InvalidArgument,
                    std::to_string(*row.value.reserved) + " pieces are promised to orders already", "onHand");
    if (found && *row.value.onHand == command.onHand.value)
        return SavedReply{row.version};
    row.value.onHand = command.onHand.value;
    VITRINE_CHECK(tx.update(row, "stock.counted"));
    return SavedReply{row.version};
}

} // namespace

void addCatalogueCommands(CommandRegistry &registry)
{
    registry.add<SaveCategory>("saveCategory", "Create or replace a category.", Permission::ManageCatalogue,
                               saveCategory);
    registry.add<SaveVendor>("saveVendor", "Create or replace a vendor.", Permission::ManageCatalogue, saveVendor);
    registry.add<SaveMedia>("saveMedia", "Create or replace the record of a file.", Permission::ManageCatalogue,
                            saveMedia);
    registry.add<SaveProduct>("saveProduct", "Create or replace a product with its options and variants.",
                              Permission::ManageCatalogue, saveProduct);
    registry.add<SaveLocation>("saveLocation", "Create or replace a place where stock lies.", Permission::ManageStock,
                               saveLocation);
    registry.add<SetStock>("setStock", "Set how many pieces of a variant lie at a location.", Permission::ManageStock,
                           setStock);
}

} // namespace vitrine::core
