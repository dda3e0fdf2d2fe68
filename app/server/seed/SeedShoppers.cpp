// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/seed/SeedShoppers.h"

#include "core/values/Contract.h"

#include <algorithm>

namespace vitrine::server {

using core::Id;

namespace {

/// Known from the first day on; the others come one after the other.
constexpr double kFirstShare = 0.55;

std::string number(std::size_t value, std::size_t digits)
{
    std::string text = std::to_string(value);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
}

/// What costs less is bought more often.
double affordable(const core::Money &price)
{
    const std::int64_t taka = price.minorUnits / 100;
    if (taka < 1'000)
        return 4;
    if (taka < 5'000)
        return 2;
    return taka < 20'000 ? 1.2 : 0.7;
}

bool isByThePiece(const DemoProduct &product)
{
    return product.tree == "groceries" || product.tree == "food" || product.tree == "medicine";
}

} // namespace

Shoppers::Shoppers(const DemoCatalogue &catalogue, const source::History &history, Dice &dice)
    : m_catalogue(catalogue)
    , m_dice(dice)
{
    std::vector<double> districts;
    districts.reserve(history.districts.size());
    double sum = 0;
    for (const source::District &district : history.districts)
        districts.push_back(sum += static_cast<double>(district.weight.value));
    for (std::size_t i = 0; i < history.customers.size(); ++i)
        addCustomer(i, history, districts);
    // Some things are simply liked more than others, and what stands in the window is seen by everybody.
    sum = 0;
    m_productSums.reserve(catalogue.products.size());
    for (const DemoProduct &product : catalogue.products)
        m_productSums.push_back(sum += affordable(product.entity.variants.front().price) *
                                       static_cast<double>(m_dice.between(product.isInWindow ? 7 : 4, 10)));
}

void Shoppers::addCustomer(std::size_t number, const source::History &history, const std::vector<double> &districts)
{
    const std::string name = "demo/" + std::to_string(number);
    const source::District &district = history.districts[m_dice.pick(districts)];
    const core::Text &called = history.customers[number];
    // 010 is no operator's: nobody is called by mistake.
    Customer customer{
        .actor = core::Actor::shopper(Id<core::Device>::named("device/" + name),
                                      Id<core::Customer>::named("customer/" + name)),
        .address = {.name = called.in(m_dice.chance(0.55) ? core::Language::Bn : core::Language::En),
                    .phone = "01000-" + server::number(number + 1, 6),
                    .division = district.division,
                    .district = district.district,
                    .line =
                        *district.places[static_cast<std::size_t>(m_dice.between(0, std::ssize(district.places) - 1))]},
        .isFar = *district.district != "Dhaka"};
    if (!district.postcode->empty())
        customer.address.postcode = district.postcode;
    const double before = m_customerSums.empty() ? 0 : m_customerSums.back();
    m_customerSums.push_back(before + 1 / static_cast<double>(number + 40));
    m_customers.push_back(std::move(customer));
}

core::RegisterDevice Shoppers::registration(std::size_t customer) const
{
    const core::Actor &actor = m_customers[customer].actor;
    core::SeededRandom random(std::hash<Id<core::Device>>()(actor.device));
    std::string hash;
    for (int i = 0; i < 64; ++i)
        hash += "0123456789abcdef"[random.next() % 16];
    return {actor.device, actor.customer, hash};
}

std::size_t Shoppers::somebody(double elapsed)
{
    const double share = std::min(1.0, kFirstShare + (1 - kFirstShare) * elapsed);
    const auto known = std::max<std::size_t>(1, static_cast<std::size_t>(share * static_cast<double>(count())));
    return m_dice.pick(std::span(m_customerSums).first(known));
}

std::optional<core::OrderedLine> Shoppers::line(const DemoProduct &product, std::set<std::size_t> &taken)
{
    const auto index = static_cast<std::size_t>(&product - m_catalogue.products.data());
    if (!taken.insert(index).second)
        return std::nullopt;
    const auto &variants = product.entity.variants;
    // The first one is the one in the picture.
    const std::size_t chosen =
        m_dice.chance(0.4) ? 0 : static_cast<std::size_t>(m_dice.between(0, std::ssize(variants) - 1));
    std::int64_t quantity = 1;
    if (isByThePiece(product))
        quantity = m_dice.between(1, 4);
    else if (!product.isEndless && m_dice.chance(0.08))
        quantity = 2;
    return core::OrderedLine{product.entity.id, variants[chosen].id, quantity, variants[chosen].price};
}

core::PlaceOrder Shoppers::wish(std::size_t customer, core::Time at, core::Time outSince)
{
    core::PlaceOrder order{.order = Id<core::Order>::make(at, m_dice.source()),
                           .address = m_customers[customer].address};
    static constexpr std::array<double, 4> kLines = {0.62, 0.86, 0.96, 1.0};
    const std::size_t lines = m_dice.pick(kLines) + 1;
    std::set<std::size_t> taken;
    for (int tries = 0; tries < 40 && order.lines.size() < lines; ++tries) {
        const DemoProduct &product = m_catalogue.products[m_dice.pick(m_productSums)];
        const bool fits = order.lines.empty() || !product.isEndless;
        if (!fits || (product.isOut && at >= outSince))
            continue;
        if (auto wanted = line(product, taken))
            order.lines.push_back(*wanted);
        // What is not sent by courier is ordered by itself.
        if (!order.lines.empty() && product.isEndless)
            break;
    }
    const bool isSent = order.lines.empty() || !product(order.lines.front().product).isEndless;
    if (m_dice.chance(isSent ? 0.14 : 0.75)) {
        order.paymentMethod = core::PaymentMethod::TestCard;
        order.paymentToken = "test_approved";
    }
    return order;
}

const DemoProduct &Shoppers::product(const Id<core::Product> &id) const
{
    const auto found =
        std::ranges::find(m_catalogue.products, id, [](const DemoProduct &product) { return product.entity.id; });
    VITRINE_EXPECT(found != m_catalogue.products.end());
    return *found;
}

} // namespace vitrine::server
