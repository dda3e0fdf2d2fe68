// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities/Catalogue.h"
#include "core/values/Hlc.h"

/// Who buys, what lies in carts, and what was ordered and paid.
namespace vitrine::core {

struct Order;

/// A shopper. A device makes one for itself at its first start, with no network; a name comes with the first order.
struct Customer {
    Id<Customer> id{};
    Personal<std::string> name{};
    Personal<std::string> phone{};
    Personal<std::string> email{};
    Time createdAt{};

    bool operator==(const Customer &) const = default;
};

/// An installation of the client that may act for a customer. It proves itself by a token of which we keep the hash.
struct Device {
    Id<Device> id{};
    Indexed<Id<Customer>> customer{};
    /// Lower-case hexadecimal SHA-256 of the bearer token.
    Secret<Unique<std::string>> tokenHash{};
    Time createdAt{};

    bool operator==(const Device &) const = default;
};

/// An address as couriers in Bangladesh need it. Elsewhere division and district are state and city.
struct PostalAddress {
    Words<1, 80> name{};
    Words<6, 20> phone{};
    Words<1, 60> division{};
    Words<1, 60> district{};
    Words<1, 200> line{};
    std::optional<Words<0, 12>> postcode{};
    Words<2, 2> country{"BD"};

    bool operator==(const PostalAddress &) const = default;
};

/// An entry of a customer's address book.
struct Address {
    Id<Address> id{};
    Indexed<Id<Customer>> customer{};
    Personal<PostalAddress> postal{};
    bool isDefault = false;

    bool operator==(const Address &) const = default;
};

using LineQuantity = Whole<0, 99>;

struct CartLine {
    Id<Product> product{};
    Id<Variant> variant{};
    /// 0 marks a removed line: kept so that an older change from another device can't bring it back.
    LineQuantity quantity{};
    /// When and where the line was changed last.
    Hlc changed{};

    bool operator==(const CartLine &) const = default;
};

/// One cart for each customer, shared by all devices; merged line by line.
struct Cart {
    Id<Cart> id{};
    Indexed<Id<Customer>> customer{};
    std::vector<CartLine> lines{};

    [[nodiscard]] static Id<Cart> idFor(const Id<Customer> &customer);
    /// Pieces in all lines.
    [[nodiscard]] std::int64_t pieces() const;

    bool operator==(const Cart &) const = default;
};

enum class OrderState : std::uint8_t {
    Draft, ///< Placed; cash on delivery still to be confirmed.
    Confirmed,
    Packed,
    OutForDelivery,
    Delivered,
    Completed,
    Cancelled,
    Returned,
    Refunded,
};

enum class PaymentMethod : std::uint8_t { CashOnDelivery, TestCard };
enum class PaymentState : std::uint8_t { Due, Authorised, Paid, Declined, Refunded, Cancelled };

/// What was taken for a line, and from where.
struct Allocation {
    Id<Location> location{};
    std::int64_t quantity = 0;

    bool operator==(const Allocation &) const = default;
};

/// A line as it was sold: later changes of the product do not touch it.
struct OrderLine {
    Id<Product> product{};
    Id<Variant> variant{};
    std::string sku{};
    Text name{};
    /// The chosen values in words: "Indigo, large".
    Text choices{};
    std::string picture{};
    ProductKind kind = ProductKind::Physical;
    Whole<1, 99> quantity{};
    Money unitPrice{};
    Money total{};
    std::vector<Allocation> allocations{};

    bool operator==(const OrderLine &) const = default;
};

struct OrderEvent {
    OrderState state = OrderState::Draft;
    Time at{};

    bool operator==(const OrderEvent &) const = default;
};

struct Order {
    Id<Order> id{};
    Indexed<Id<Customer>> customer{};
    /// "V-1000042", given by the server. Nothing while the order waits on a device to be sent.
    Unique<std::optional<std::string>> number{};
    Indexed<OrderState> state{OrderState::Draft};
    Indexed<Time> placedAt{};
    std::vector<OrderLine> lines{};
    Personal<PostalAddress> address{};
    PaymentMethod paymentMethod = PaymentMethod::CashOnDelivery;
    PaymentState paymentState = PaymentState::Due;
    Money subtotal{};
    Money delivery{};
    Money total{};
    std::vector<OrderEvent> history{};

    bool operator==(const Order &) const = default;
};

struct Payment {
    Id<Payment> id{};
    Indexed<Id<Order>> order{};
    Indexed<Id<Customer>> customer{};
    PaymentMethod method = PaymentMethod::CashOnDelivery;
    Indexed<PaymentState> state{PaymentState::Due};
    Money amount{};
    /// The provider's own name for the payment; empty for cash.
    std::string providerReference{};
    Time createdAt{};

    bool operator==(const Payment &) const = default;
};

/// A number that counts up: order numbers, later invoice numbers.
struct Counter {
    Id<Counter> id{};
    Unique<std::string> name{};
    Indexed<std::int64_t> value{};

    bool operator==(const Counter &) const = default;
};

template <>
struct EntityTraits<Customer> {
    static constexpr std::string_view kName = "customer", kPlural = "customers";
    static std::string scope(const Customer &customer) { return scope::customer(customer.id); }
};
template <>
struct EntityTraits<Device> {
    static constexpr std::string_view kName = "device", kPlural = "devices";
    static std::string scope(const Device &) { return scope::server(); }
};
template <>
struct EntityTraits<Address> {
    static constexpr std::string_view kName = "address", kPlural = "addresses";
    static std::string scope(const Address &address) { return scope::customer(*address.customer); }
};
template <>
struct EntityTraits<Cart> {
    static constexpr std::string_view kName = "cart", kPlural = "carts";
    static std::string scope(const Cart &cart) { return scope::customer(*cart.customer); }
};
template <>
struct EntityTraits<Order> {
    static constexpr std::string_view kName = "order", kPlural = "orders";
    static std::string scope(const Order &order) { return scope::customer(*order.customer); }
};
template <>
struct EntityTraits<Payment> {
    static constexpr std::string_view kName = "payment", kPlural = "payments";
    static std::string scope(const Payment &payment) { return scope::customer(*payment.customer); }
};
template <>
struct EntityTraits<Counter> {
    static constexpr std::string_view kName = "counter", kPlural = "counters";
    static std::string scope(const Counter &) { return scope::server(); }
};

/// All entities of the shop, in the order in which stores create and exports list them. A new entity is added here.
[[nodiscard]] std::span<const EntitySchema *const> allEntities();
/// By name ("product"); null where there is none.
[[nodiscard]] const EntitySchema *entityNamed(std::string_view name);
/// By the word in addresses ("products"); null where there is none.
[[nodiscard]] const EntitySchema *entityPlural(std::string_view plural);

} // namespace vitrine::core
