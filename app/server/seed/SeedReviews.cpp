// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/seed/SeedReviews.h"

#include <algorithm>

namespace vitrine::server {

namespace {

/// The names under which words can be of a product, the closest first.
std::vector<std::string> namesOf(const DemoProduct &product)
{
    std::vector<std::string> names{**product.entity.slug, product.category};
    // A service that shows a model is not the thing.
    if (product.entity.kind == core::ProductKind::Physical && !product.model.empty()) {
        names.push_back(product.model.substr(product.model.rfind('/') + 1));
        names.push_back(product.model.substr(0, product.model.find('/')));
    }
    names.push_back(product.tree);
    return names;
}

} // namespace

SeedReviews::SeedReviews(const DemoCatalogue &catalogue, const std::vector<source::Review> &reviews)
{
    for (const source::Review &review : reviews)
        m_words.push_back({&review});
    for (Words &words : m_words)
        for (const std::string &name : words.review->of) {
            Pool &pool = m_pools[name];
            pool.words.push_back(&words);
            pool.phase = static_cast<double>(core::Uuid::named(name).bytes()[15]) / 256;
        }
    for (const DemoProduct &product : catalogue.products) {
        const std::vector<std::string> names = namesOf(product);
        const auto closest = std::ranges::find_if(names, [&](const auto &name) { return m_pools.contains(name); });
        if (closest == names.end())
            continue;
        m_poolOf[&product] = &m_pools[*closest];
        ++m_pools[*closest].silent;
    }
}

const source::Review *SeedReviews::take(const DemoProduct &product, double elapsed)
{
    const auto found = m_poolOf.find(&product);
    if (found == m_poolOf.end())
        return nullptr;
    Pool &pool = *found->second;
    const auto used = std::ranges::count(pool.words, true, &Words::isUsed);
    const auto next = std::ranges::find(pool.words, false, &Words::isUsed);
    const bool isFirst = !isReviewed(product);
    // What several could have written goes round before it comes to the same one again.
    if (next == pool.words.end() || (!isFirst && std::ssize(pool.words) - used <= pool.silent))
        return nullptr;
    // Spread over the whole time; a thing that is seldom bought waits less for its first.
    const double pace = isFirst ? 1.3 : 1.15;
    if (elapsed * pace < (static_cast<double>(used) + pool.phase) / static_cast<double>(pool.words.size()))
        return nullptr;
    (*next)->isUsed = true;
    if (m_reviewed.insert(&product).second)
        --pool.silent;
    return (*next)->review;
}

} // namespace vitrine::server
