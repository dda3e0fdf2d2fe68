// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commands/Registry.h"
#include "core/entities/Reviews.h"
#include "core/ports/PaymentProvider.h"

#include <vector>

/// The commands of the shop and their replies. What each does stands beside its function in the .cpp of its area.
namespace vitrine::core {

/// A device introduces itself and its customer, whose ids it made itself, and names the token that it will show from
/// then on by its hash alone: the token itself is never part of a command, which is stored and logged.
struct RegisterDevice {
    Id<Device> device{};
    Id<Customer> customer{};
    /// Lower-case hexadecimal SHA-256 of the bearer token that this device will use.
    Words<64, 64> tokenHash{};
};
struct RegisterDeviceReply {
    Id<Customer> customer{};
};

struct AddToCart {
    Id<Product> product{};
    Id<Variant> variant{};
    Whole<1, 99> quantity{};
    Hlc at{};
};
/// 0 removes the line.
struct SetCartQuantity {
    Id<Variant> variant{};
    LineQuantity quantity{};
    Hlc at{};
};
struct CartReply {
    std::int64_t pieces = 0;
};

struct OrderedLine {
    Id<Product> product{};
    Id<Variant> variant{};
    Whole<1, 99> quantity{};
    /// What the shopper saw. Another price on the server is answered with a counter-offer.
    Money unitPrice{};
};
struct PlaceOrder {
    Id<Order> order{};
    std::vector<OrderedLine> lines{};
    PostalAddress address{};
    PaymentMethod paymentMethod = PaymentMethod::CashOnDelivery;
    std::optional<std::string> paymentToken{};
};
/// What the shop can do instead of what was asked: today's price, and how many there are.
struct OfferedLine {
    Id<Product> product{};
    Id<Variant> variant{};
    std::int64_t quantity = 0;
    std::int64_t available = 0;
    Money unitPrice{};
};
enum class OrderOutcome : std::uint8_t { Accepted, CounterOffer };
struct PlaceOrderReply {
    OrderOutcome outcome = OrderOutcome::Accepted;
    Id<Order> order{};
    std::optional<std::string> number{};
    Money total{};
    /// Filled for a counter-offer: nothing was ordered.
    std::vector<OfferedLine> offer{};
};

struct CancelOrder {
    Id<Order> order{};
};
struct AdvanceOrder {
    Id<Order> order{};
    OrderState to = OrderState::Confirmed;
};
struct OrderReply {
    OrderState state = OrderState::Draft;
};

/// Creates or replaces a row of the catalogue whole. Its id decides which.
struct SaveCategory {
    Category category{};
};
struct SaveVendor {
    Vendor vendor{};
};
struct SaveMedia {
    Media media{};
};
struct SaveProduct {
    Product product{};
};
struct SaveLocation {
    Location location{};
};
/// Counts stock: sets what lies at a location.
struct SetStock {
    Id<Variant> variant{};
    Id<Location> location{};
    Whole<0, 1'000'000'000> onHand{};
};
struct SavedReply {
    std::int64_t version = 0;
};

/// Says what a delivered order's product is like. The device makes the review's id; the author's first name is the
/// order's.
struct WriteReview {
    Id<Review> review{};
    Id<Order> order{};
    Id<Product> product{};
    Stars stars{};
    ReviewTitle title{};
    ReviewText text{};
    Language language = Language::En;
};
struct WriteReviewReply {
    Id<Review> review{};
};

/// What commands need beside the transaction. Outlives the registry that it is given to.
struct CommandServices {
    std::vector<const PaymentProvider *> payments{};
};

void addIdentityCommands(CommandRegistry &registry);
void addCartCommands(CommandRegistry &registry);
void addOrderCommands(CommandRegistry &registry, const CommandServices &services);
void addCatalogueCommands(CommandRegistry &registry);
void addReviewCommands(CommandRegistry &registry);
/// All of the above: what the server runs.
void addShopCommands(CommandRegistry &registry, const CommandServices &services);
/// What a device runs on top of its replica while the server has not answered: the same functions where the device
/// knows enough, a cautious guess (PlaceOrder takes no stock and gives no number) where only the server can decide.
void addPredictions(CommandRegistry &registry);

/// The flat charge for delivering an order within the country. `isCarried`: something of it goes by courier; files and
/// services do not.
[[nodiscard]] Money deliveryCharge(Money subtotal, bool isCarried);

} // namespace vitrine::core
