// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Id.h"

#include <string>

namespace vitrine::core {

struct Customer;

/// Who may see a row: each has one scope, and a replica subscribes to scopes.
namespace scope {

/// Everybody, signed in or not.
[[nodiscard]] inline std::string catalogue() { return "catalogue"; }
/// One customer, on all of that customer's devices.
[[nodiscard]] inline std::string customer(const Id<Customer> &id) { return "customer/" + id.text(); }
/// Those who run the shop.
[[nodiscard]] inline std::string staff() { return "staff"; }
/// The server alone: never in a sync, an answer or an export of the API.
[[nodiscard]] inline std::string server() { return "server"; }

} // namespace scope
} // namespace vitrine::core
