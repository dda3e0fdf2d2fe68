// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/seed/SeedCatalogue.h"
#include "app/server/seed/SeedSource.h"

#include <map>
#include <set>

namespace vitrine::server {

/// Deals out demo/reviews.json: whose turn it is to say which words of a product. The closest name that any words are
/// of decides: what fits all mugs need not fit the one that has its own.
class SeedReviews
{
public:
    /// Both must outlive this.
    SeedReviews(const DemoCatalogue &catalogue, const std::vector<source::Review> &reviews);
    SeedReviews(const SeedReviews &) = delete;
    SeedReviews &operator=(const SeedReviews &) = delete;

    /// Words for this product that nobody has used yet, which are used with that; null where there are none, or where
    /// it is too early for the next of them. `elapsed` is the part of the history that is over.
    [[nodiscard]] const source::Review *take(const DemoProduct &product, double elapsed);
    [[nodiscard]] bool isReviewed(const DemoProduct &product) const { return m_reviewed.contains(&product); }

private:
    struct Words {
        const source::Review *review = nullptr;
        bool isUsed = false;
    };
    /// All words of one name.
    struct Pool {
        std::vector<Words *> words{};
        /// So many of the products that draw from it have no review yet.
        std::ptrdiff_t silent = 0;
        /// Each name starts at a time of its own.
        double phase = 0;
    };

    std::vector<Words> m_words;
    std::map<std::string, Pool> m_pools;
    std::map<const DemoProduct *, Pool *> m_poolOf;
    std::set<const DemoProduct *> m_reviewed;
};

} // namespace vitrine::server
