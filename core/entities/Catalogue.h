// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities/Scope.h"
#include "core/schema/Entity.h"
#include "core/values/Text.h"

#include <array>

/// What is for sale, and how much of it lies where.
namespace vitrine::core {

struct Category;
struct Location;
struct Media;
struct Variant;
struct Vendor;

using Slug = Words<1, 80>;
using ShortName = Words<1, 120>;

enum class MediaKind : std::uint8_t { Model, Picture };

/// A file that belongs to products: a baked model or a picture. The bytes lie in the asset store under their SHA-256.
struct Media {
    Id<Media> id{};
    MediaKind kind = MediaKind::Picture;
    /// Lower-case hexadecimal SHA-256 of the bytes; the file is at /assets/<asset>.
    Indexed<std::string> asset{};
    Whole<0, 1'000'000'000'000> bytes{};
    /// "image/png"
    Words<3, 100> mediaType{"application/octet-stream"};
    Text alt{};

    bool operator==(const Media &) const = default;
};

/// Who makes or sells: a workshop, a shop in the bazaar, a company.
struct Vendor {
    Id<Vendor> id{};
    Unique<Slug> slug{};
    Searchable<Text> name{};
    Searchable<Text> tagline{};
    Text city{};
    double latitude = 0;
    double longitude = 0;
    /// The year in which they began.
    Whole<1000, 9999> since{};

    bool operator==(const Vendor &) const = default;
};

/// Which of two numbers is the better one, where products are compared.
enum class Better : std::uint8_t { None, More, Less };

/// Something that the products of a category can be compared by. A product's Fact of the same key has the value.
struct Spec {
    std::string key{};
    Text name{};
    /// "h", "kg"; empty for a bare number or for words.
    std::string unit{};
    Better better = Better::None;

    bool operator==(const Spec &) const = default;
};

struct Category {
    Id<Category> id{};
    Unique<Slug> slug{};
    Indexed<std::optional<Id<Category>>> parent{};
    Searchable<Text> name{};
    Indexed<std::int64_t> position{};
    /// In the order of the table. They hold for the categories below too.
    std::vector<Spec> specs{};

    bool operator==(const Category &) const = default;
};

/// One value of an option: "Indigo" of "Glaze".
struct OptionValue {
    std::string key{};
    Text name{};
    /// "#274690" where the value is shown as a swatch, else empty.
    std::string swatch{};

    bool operator==(const OptionValue &) const = default;
};

struct Option {
    std::string key{};
    Text name{};
    std::vector<OptionValue> values{};

    bool operator==(const Option &) const = default;
};

/// What is really bought: one choice of each option, with a price of its own.
struct Variant {
    Id<Variant> id{};
    Words<1, 64> sku{};
    /// Option key → value key, one entry for each option of the product.
    std::map<std::string, std::string> choices{};
    Money price{};
    /// The KHR_materials_variants name that the model shows for it; empty for the model's default.
    std::string modelVariant{};
    /// Asset of the picture on shelves and in the cart; empty for the product's first picture.
    std::string picture{};

    bool operator==(const Variant &) const = default;
};

/// A file of the product, with what a view needs to show it without a second read.
struct ProductMedia {
    Id<Media> media{};
    MediaKind kind = MediaKind::Picture;
    std::string asset{};
    Text alt{};

    bool operator==(const ProductMedia &) const = default;
};

/// One line of the specification table.
struct Fact {
    Text name{};
    Text value{};
    /// The Spec that it belongs to; empty where it stands for itself.
    std::string key{};
    /// The value in the spec's unit, where it is a number.
    std::optional<double> number{};

    bool operator==(const Fact &) const = default;
};

enum class ProductKind : std::uint8_t { Physical, Digital, Service };
enum class ProductState : std::uint8_t { Draft, Published, Archived };

struct Product {
    Id<Product> id{};
    Unique<Slug> slug{};
    Indexed<ProductState> state{ProductState::Draft};
    ProductKind kind = ProductKind::Physical;
    Indexed<Id<Category>> category{};
    Indexed<std::optional<Id<Vendor>>> vendor{};
    /// Place on the shelf of its category.
    Indexed<std::int64_t> position{};
    Searchable<Text> name{};
    Searchable<Text> tagline{};
    Searchable<Text> description{};
    std::vector<Option> options{};
    std::vector<Variant> variants{};
    std::vector<ProductMedia> media{};
    std::vector<Fact> facts{};
    std::vector<std::string> tags{};

    /// Null where the product has no such variant.
    [[nodiscard]] const Variant *variant(const Id<Variant> &wanted) const
    {
        for (const Variant &candidate : variants)
            if (candidate.id == wanted)
                return &candidate;
        return nullptr;
    }

    bool operator==(const Product &) const = default;
};

/// A place where stock lies: a shop or a warehouse.
struct Location {
    Id<Location> id{};
    Unique<Slug> code{};
    Text name{};
    double latitude = 0;
    double longitude = 0;
    Indexed<std::int64_t> position{};

    bool operator==(const Location &) const = default;
};

/// How much of one variant lies at one location. The row's checks keep the shop from ever selling what is not there.
struct StockLevel {
    Id<StockLevel> id{};
    Indexed<Id<Variant>> variant{};
    Indexed<Id<Location>> location{};
    Indexed<std::int64_t> onHand{};
    /// Promised to orders that have not left yet; part of onHand.
    Indexed<std::int64_t> reserved{};

    [[nodiscard]] std::int64_t available() const { return *onHand - *reserved; }
    /// One row for each variant and location, by construction.
    [[nodiscard]] static Id<StockLevel> idFor(Id<Variant> variant, Id<Location> location);

    bool operator==(const StockLevel &) const = default;
};

/// Whose a variant and its SKU are. Variants stand within their products, where no index can see them: this row is what
/// keeps two products from claiming one.
struct Sku {
    /// The variant's own id.
    Id<Sku> id{};
    Unique<std::string> code{};
    Indexed<Id<Product>> product{};

    [[nodiscard]] static Id<Sku> idFor(const Id<Variant> &variant) { return Id<Sku>(variant.uuid()); }

    bool operator==(const Sku &) const = default;
};

template <>
struct EntityTraits<Media> {
    static constexpr std::string_view kName = "media", kPlural = "media";
    static std::string scope(const Media &) { return scope::catalogue(); }
};
template <>
struct EntityTraits<Vendor> {
    static constexpr std::string_view kName = "vendor", kPlural = "vendors";
    static std::string scope(const Vendor &) { return scope::catalogue(); }
};
template <>
struct EntityTraits<Category> {
    static constexpr std::string_view kName = "category", kPlural = "categories";
    static std::string scope(const Category &) { return scope::catalogue(); }
};
template <>
struct EntityTraits<Product> {
    static constexpr std::string_view kName = "product", kPlural = "products";
    /// The shelves: all of the shop, and those of one category.
    static constexpr std::array<std::string_view, 2> kIndexes = {"state, position", "state, category, position"};
    static std::string scope(const Product &product)
    {
        return *product.state == ProductState::Published ? scope::catalogue() : scope::staff();
    }
};
template <>
struct EntityTraits<Sku> {
    static constexpr std::string_view kName = "sku", kPlural = "skus";
    static std::string scope(const Sku &) { return scope::server(); }
};
template <>
struct EntityTraits<Location> {
    static constexpr std::string_view kName = "location", kPlural = "locations";
    static std::string scope(const Location &) { return scope::catalogue(); }
};
template <>
struct EntityTraits<StockLevel> {
    static constexpr std::string_view kName = "stockLevel", kPlural = "stock-levels";
    static std::string scope(const StockLevel &) { return scope::catalogue(); }
    static constexpr std::array<std::string_view, 3> kChecks = {R"("onHand" >= 0)", R"("reserved" >= 0)",
                                                                R"("reserved" <= "onHand")"};
};

} // namespace vitrine::core
