// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities/Sales.h"

/// What those who bought a product say of it.
namespace vitrine::core {

using Stars = Whole<1, 5>;
using ReviewTitle = Words<0, 80>;
using ReviewText = Words<1, 2000, true>;

/// Seen by everybody, with no more of who wrote it than a first name: the customer and the order never leave the store.
struct Review {
    Id<Review> id{};
    Indexed<Id<Product>> product{};
    Secret<Indexed<Id<Customer>>> customer{};
    Secret<Id<Order>> order{};
    /// Order and product: what can be reviewed once.
    Secret<Unique<std::string>> line{};
    /// A first name.
    Personal<std::string> author{};
    Stars stars{};
    ReviewTitle title{};
    ReviewText text{};
    /// What it was written in. Reviews are not translated.
    Language language = Language::En;
    Indexed<Time> createdAt{};

    [[nodiscard]] static std::string lineOf(const Id<Order> &order, const Id<Product> &product)
    {
        return order.text() + '/' + product.text();
    }

    bool operator==(const Review &) const = default;
};

/// How many reviews gave a product how many stars. A row of its own, since each review of the product changes it.
struct ProductRating {
    Id<ProductRating> id{};
    Indexed<Id<Product>> product{};
    std::int64_t one = 0;
    std::int64_t two = 0;
    std::int64_t three = 0;
    std::int64_t four = 0;
    std::int64_t five = 0;

    /// One row for each product, by construction.
    [[nodiscard]] static Id<ProductRating> idFor(const Id<Product> &product)
    {
        return Id<ProductRating>::named("rating/" + product.text());
    }
    void add(Stars stars);
    [[nodiscard]] std::int64_t reviews() const { return one + two + three + four + five; }
    /// 1 to 5; 0 where there is no review.
    [[nodiscard]] double average() const;

    bool operator==(const ProductRating &) const = default;
};

template <>
struct EntityTraits<Review> {
    static constexpr std::string_view kName = "review", kPlural = "reviews";
    /// A product's page, newest first.
    static constexpr std::array<std::string_view, 1> kIndexes = {"product, createdAt"};
    static std::string scope(const Review &) { return scope::catalogue(); }
};
template <>
struct EntityTraits<ProductRating> {
    static constexpr std::string_view kName = "productRating", kPlural = "product-ratings";
    static std::string scope(const ProductRating &) { return scope::catalogue(); }
};

} // namespace vitrine::core
