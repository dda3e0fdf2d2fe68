// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entities/Scope.h"

#include <cstdint>
#include <initializer_list>
#include <set>
#include <string>

namespace vitrine::core {

struct Device;

/// What somebody may do. Roles (cashier, manager…) are sets of these.
enum class Permission : std::uint8_t {
    Anyone, ///< Asks for nothing: also those who are not known yet.
    Shop,   ///< Own cart, orders, addresses.
    ManageCatalogue,
    ManageStock,
    ManageOrders,
};

/// On whose behalf a command runs. Made by the server from the token, or by a device for itself.
struct Actor {
    Id<Device> device{};
    Id<Customer> customer{};
    std::set<Permission> permissions{};

    [[nodiscard]] bool may(Permission permission) const
    {
        return permission == Permission::Anyone || permissions.contains(permission);
    }
    [[nodiscard]] bool isKnown() const { return !permissions.empty(); }
    /// Scopes whose rows this actor may read.
    [[nodiscard]] std::set<std::string> scopes() const;
    /// Stable text that says who this is; part of what an idempotency key is bound to.
    [[nodiscard]] std::string name() const;

    [[nodiscard]] static Actor nobody() { return {}; }
    [[nodiscard]] static Actor shopper(Id<Device> device, Id<Customer> customer);
    /// Whoever holds the machine: the command line and the seed.
    [[nodiscard]] static Actor owner();
};

} // namespace vitrine::core
