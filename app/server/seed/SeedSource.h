// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities/Reviews.h"
#include "core/schema/Json.h"
#include "platform/system/Files.h"

/// The files of the demo shop, as they are written.
namespace vitrine::server::source {

using core::Text;

struct Vendor {
    core::Slug slug{};
    Text name{};
    Text tagline{};
    Text city{};
    double latitude = 0;
    double longitude = 0;
    core::Whole<1000, 9999> since{};
};

struct Location {
    core::Slug code{};
    Text name{};
    double latitude = 0;
    double longitude = 0;
};

struct Child {
    core::Slug slug{};
    Text name{};
};
struct Category {
    core::Slug slug{};
    Text name{};
    std::vector<Child> children{};
};

struct Spec {
    std::string key{};
    Text name{};
    std::string unit{};
    /// "more", "less", "".
    std::string better{};
};

struct Value {
    std::string key{};
    Text name{};
    std::optional<std::string> swatch{};
    std::string sku{};
    /// Taka on top of the price.
    std::optional<double> add{};
    std::optional<std::string> modelVariant{};
};
struct Option {
    std::string key{};
    Text name{};
    std::vector<Value> values{};
};
struct SpecValue {
    std::string en{};
    std::string bn{};
    std::optional<double> number{};
};

enum class Stock : std::uint8_t { Plenty, Some, Few, Out, Endless };

struct Product {
    core::Slug slug{};
    core::ProductKind kind = core::ProductKind::Physical;
    std::string category{};
    std::string vendor{};
    core::Words<1, 12> sku{};
    Text name{};
    Text tagline{};
    Text description{};
    std::optional<std::string> model{};
    std::optional<Text> alt{};
    std::vector<Option> options{};
    /// Taka.
    double price = 0;
    std::map<std::string, SpecValue> specs{};
    std::vector<std::string> tags{};
    Stock stock = Stock::Plenty;
};

struct Tree {
    Category category{};
    std::vector<Spec> specs{};
    std::vector<Product> products{};
};

struct FeastDay {
    /// In Bangladesh: "2026-10-21".
    std::string day{};
    /// The moon or the year's list of holidays has not been seen yet.
    std::optional<bool> isExpected{};
};
struct Feast {
    Text name{};
    /// From so many days before it until so many more is bought, a little more each day.
    core::Whole<1, 60> firstDayBefore{};
    core::Whole<0, 60> lastDayBefore{};
    /// How many times as much on the last of these days.
    double lift = 1;
    /// So many days, the feast the first of them, nobody works; of an ordinary day's orders this share comes.
    core::Whole<0, 10> closedDays{};
    double closedShare = 1;
    /// One at least in each year of the table, in the order of time.
    std::vector<FeastDay> days{};
};
/// demo/feasts.json
struct FeastTable {
    core::Whole<1900, 2999> firstYear{};
    core::Whole<1900, 2999> lastYear{};
    std::vector<Feast> feasts{};
};

struct District {
    core::Words<1, 60> division{};
    core::Words<1, 60> district{};
    core::Words<0, 12> postcode{};
    /// How many of a thousand shoppers live there; in what unit does not matter.
    core::Whole<1, 1000> weight{};
    /// Lines of addresses that are nobody's.
    std::vector<core::Words<1, 160>> places{};
};

/// demo/history.json
struct History {
    /// The day before which the history ends: "2026-11-20".
    std::string today{};
    core::Whole<1, 400> days{};
    double ordersPerDay = 0;
    std::vector<District> districts{};
    /// Given names.
    std::vector<Text> customers{};
};

/// demo/reviews.json is a list of these. Each is written once at most, of a product that it names.
struct Review {
    /// Slugs of products, folders of models, slugs of categories or trees.
    std::vector<std::string> of{};
    core::Stars stars{};
    core::Language language = core::Language::En;
    core::ReviewTitle title{};
    core::ReviewText text{};
};

/// Reads a whole file strictly; an error's place is "<file>: <field>".
template <typename T>
[[nodiscard]] core::Result<T> read(const std::filesystem::path &file)
{
    VITRINE_TRY(const std::string text, platform::readFile(file, std::uintmax_t{16} << 20));
    auto value = core::fromJson<T>(text, core::JsonReading::Strict);
    if (!value)
        value.error().where = platform::utf8(file) + ": " + value.error().where;
    return value;
}

} // namespace vitrine::server::source
