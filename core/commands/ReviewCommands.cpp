// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/Commands.h"

#include <algorithm>
#include <array>

namespace vitrine::core {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

/// What stands before a name in Bangladesh's address books and is not what somebody is called by.
bool isTitle(std::string_view word)
{
    static constexpr std::array<std::string_view, 15> kTitles = {"Md",  "Md.",   "Mst",   "Mst.", "Mohammad",
                                                                 "Dr.", "Mr.",   "Mrs.",  "Ms.",  "মো.",
                                                                 "মোঃ", "মোছা.", "মোছাঃ", "ডা.",  "ড."};
    return std::ranges::contains(kTitles, word);
}

/// "Md. Rafiq Uddin" → "Rafiq". The whole where it is all titles.
std::string firstName(std::string_view name)
{
    std::string_view rest = name;
    while (!rest.empty()) {
        rest.remove_prefix(std::min(rest.find_first_not_of(kBlank), rest.size()));
        const std::string_view word = rest.substr(0, rest.find_first_of(kBlank));
        if (!word.empty() && !isTitle(word))
            return std::string(word);
        rest.remove_prefix(word.size());
    }
    return std::string(name);
}

/// The actor's own order that was delivered and holds the product.
Result<Order> reviewedOrder(Tx &tx, const Actor &actor, const WriteReview &command)
{
    VITRINE_TRY(std::optional<Row<Order>> found, tx.find(command.order));
    // Somebody else's order is as unknown as none, also to those who run the shop: a review is the shopper's own.
    if (!found || *found->value.customer != actor.customer)
        return fail(ErrorCode::NotFound, "no such order", "order");
    Order &order = found->value;
    if (std::ranges::find(order.lines, command.product, &OrderLine::product) == order.lines.end())
        return fail(ErrorCode::NotFound, "the order holds no such product", "product");
    // By its history: an order that came back later had been delivered too.
    if (std::ranges::find(order.history, OrderState::Delivered, &OrderEvent::state) == order.history.end())
        return fail(ErrorCode::Conflict, "only what was delivered can be reviewed", "order");
    return std::move(order);
}

Status addRating(Tx &tx, const Id<Product> &product, Stars stars)
{
    const Id<ProductRating> id = ProductRating::idFor(product);
    VITRINE_TRY(std::optional<Row<ProductRating>> found, tx.find(id));
    Row<ProductRating> rating = found.value_or(Row<ProductRating>{ProductRating{.id = id, .product = product}, 0});
    rating.value.add(stars);
    return tx.update(rating, "rating.counted");
}

Result<WriteReviewReply> writeReview(Tx &tx, const Actor &actor, const WriteReview &command)
{
    if (!command.review.isSet())
        return fail(ErrorCode::InvalidArgument, "is unset", "review");
    if (command.text.value.find_first_not_of(kBlank) == std::string::npos)
        return fail(ErrorCode::InvalidArgument, "says nothing", "text");
    VITRINE_TRY(const Order order, reviewedOrder(tx, actor, command));
    const std::string line = Review::lineOf(command.order, command.product);
    VITRINE_TRY(const auto before, tx.findBy<Review>("line", line));
    if (before)
        return fail(ErrorCode::Conflict, "this order's product was reviewed already", "product");
    VITRINE_CHECK(tx.insert(Review{.id = command.review,
                                   .product = command.product,
                                   .customer = Indexed<Id<Customer>>(actor.customer),
                                   .order = command.order,
                                   .line = Unique<std::string>(line),
                                   .author = firstName(*order.address->name),
                                   .stars = command.stars,
                                   .title = command.title,
                                   .text = command.text,
                                   .language = command.language,
                                   .createdAt = tx.now()},
                            "review.written"));
    VITRINE_CHECK(addRating(tx, command.product, command.stars));
    return WriteReviewReply{command.review};
}

} // namespace

void addReviewCommands(CommandRegistry &registry)
{
    registry.add<WriteReview>("writeReview", "Say what a delivered order's product is like, once.", Permission::Shop,
                              writeReview);
}

} // namespace vitrine::core
