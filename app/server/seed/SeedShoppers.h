// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/seed/SeedCatalogue.h"
#include "app/server/seed/SeedRhythm.h"
#include "core/commands/Commands.h"

#include <set>

namespace vitrine::server {

/// Who shops in the demo, and what they would like.
class Shoppers
{
public:
    /// All must outlive this.
    Shoppers(const DemoCatalogue &catalogue, const source::History &history, Dice &dice);

    [[nodiscard]] std::size_t count() const { return m_customers.size(); }
    [[nodiscard]] const core::Actor &actor(std::size_t customer) const { return m_customers[customer].actor; }
    /// What makes the customer known. The token that would fit its hash is known to nobody.
    [[nodiscard]] core::RegisterDevice registration(std::size_t customer) const;

    /// Somebody who is a customer when so much of the history (0 to 1) is over. The first ones buy the most.
    [[nodiscard]] std::size_t somebody(double elapsed);
    /// What they order at that time. Products that are out can be had until `outSince`.
    [[nodiscard]] core::PlaceOrder wish(std::size_t customer, core::Time at, core::Time outSince);

    [[nodiscard]] bool livesFar(std::size_t customer) const { return m_customers[customer].isFar; }
    /// Contract: of the catalogue.
    [[nodiscard]] const DemoProduct &product(const core::Id<core::Product> &id) const;

private:
    struct Customer {
        core::Actor actor{};
        core::PostalAddress address{};
        bool isFar = false;
    };

    void addCustomer(std::size_t number, const source::History &history, const std::vector<double> &districts);
    [[nodiscard]] std::optional<core::OrderedLine> line(const DemoProduct &product, std::set<std::size_t> &taken);

    const DemoCatalogue &m_catalogue;
    Dice &m_dice;
    std::vector<Customer> m_customers;
    std::vector<double> m_customerSums;
    std::vector<double> m_productSums;
};

} // namespace vitrine::server
