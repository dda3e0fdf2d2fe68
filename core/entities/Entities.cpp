// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entities/Reviews.h"

#include <algorithm>

namespace vitrine::core {

Id<StockLevel> StockLevel::idFor(Id<Variant> variant, Id<Location> location)
{
    return Id<StockLevel>::named("stock/" + variant.text() + '/' + location.text());
}

Id<Cart> Cart::idFor(const Id<Customer> &customer) { return Id<Cart>::named("cart/" + customer.text()); }

std::int64_t Cart::pieces() const
{
    std::int64_t pieces = 0;
    for (const CartLine &line : lines)
        pieces += line.quantity;
    return pieces;
}

void ProductRating::add(Stars stars)
{
    const std::array<std::int64_t *, 5> counts = {&one, &two, &three, &four, &five};
    ++*counts[static_cast<std::size_t>(stars.value - 1)];
}

double ProductRating::average() const
{
    const std::int64_t sum = one + 2 * two + 3 * three + 4 * four + 5 * five;
    return reviews() == 0 ? 0 : static_cast<double>(sum) / static_cast<double>(reviews());
}

std::span<const EntitySchema *const> allEntities()
{
    static const std::array<const EntitySchema *, 16> schemas = {
        &schemaOf<Category>(), &schemaOf<Vendor>(),     &schemaOf<Media>(),         &schemaOf<Product>(),
        &schemaOf<Location>(), &schemaOf<StockLevel>(), &schemaOf<Customer>(),      &schemaOf<Device>(),
        &schemaOf<Address>(),  &schemaOf<Cart>(),       &schemaOf<Order>(),         &schemaOf<Payment>(),
        &schemaOf<Counter>(),  &schemaOf<Review>(),     &schemaOf<ProductRating>(), &schemaOf<Sku>(),
    };
    return schemas;
}

const EntitySchema *entityNamed(std::string_view name)
{
    const auto found = std::ranges::find(allEntities(), name, [](const EntitySchema *schema) { return schema->name; });
    return found == allEntities().end() ? nullptr : *found;
}

const EntitySchema *entityPlural(std::string_view plural)
{
    const auto found =
        std::ranges::find(allEntities(), plural, [](const EntitySchema *schema) { return schema->plural; });
    return found == allEntities().end() ? nullptr : *found;
}

} // namespace vitrine::core
