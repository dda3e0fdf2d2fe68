// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/Commands.h"

#include <algorithm>
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
    VITRINE_CHECK(checkOptions(product));
    VITRINE_CHECK(checkVariants(product));
    VITRINE_CHECK(checkFacts(product));
    VITRINE_TRY(const auto category, tx.find(*product.category));
    if (!category)
        return fail(ErrorCode::NotFound, "no such category", "product.category");
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
    if (vendor.latitude < -90 || vendor.latitude > 90)
        return fail(ErrorCode::InvalidArgument, "is not within -90 and 90", "vendor.latitude");
    if (vendor.longitude < -180 || vendor.longitude > 180)
        return fail(ErrorCode::InvalidArgument, "is not within -180 and 180", "vendor.longitude");
    return save(tx, vendor, "vendor", "vendor.saved");
}

Result<SavedReply> saveMedia(Tx &tx, const Actor &, const SaveMedia &command)
{
    return save(tx, command.media, "media", "media.saved");
}

Result<SavedReply> saveLocation(Tx &tx, const Actor &, const SaveLocation &command)
{
    VITRINE_CHECK(checkSlug(*command.location.code, "location.code"));
    return save(tx, command.location, "location", "location.saved");
}

Result<SavedReply> setStock(Tx &tx, const Actor &, const SetStock &command)
{
    VITRINE_TRY(const auto location, tx.find(command.location));
    if (!location)
        return fail(ErrorCode::NotFound, "no such location", "location");
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
