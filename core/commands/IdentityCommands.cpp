// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/Commands.h"

#include "core/values/Hex.h"

namespace vitrine::core {
namespace {

/// Idempotent by nature: a device that registers again, with another key, gets the same answer as long as it shows the
/// same token. Nobody else can take over its customer: the token's hash must agree.
Result<RegisterDeviceReply> registerDevice(Tx &tx, const Actor &, const RegisterDevice &command)
{
    if (!command.device.isSet())
        return fail(ErrorCode::InvalidArgument, "is unset", "device");
    if (!command.customer.isSet())
        return fail(ErrorCode::InvalidArgument, "is unset", "customer");

    if (!isSha256(*command.tokenHash))
        return fail(ErrorCode::InvalidArgument, "is no SHA-256 of 64 lower-case hexadecimal digits", "tokenHash");

    VITRINE_TRY(const auto device, tx.find(command.device));
    if (device) {
        if (**device->value.tokenHash != *command.tokenHash || *device->value.customer != command.customer)
            return fail(ErrorCode::PermissionDenied, "this device is registered with another token", "tokenHash");
        return RegisterDeviceReply{command.customer};
    }
    VITRINE_TRY(const auto customer, tx.find(command.customer));
    if (customer)
        return fail(ErrorCode::PermissionDenied, "this customer is known by other devices", "customer");
    VITRINE_CHECK(tx.insert(Customer{.id = command.customer, .createdAt = tx.now()}, "customer.registered"));
    VITRINE_CHECK(tx.insert(Device{.id = command.device,
                                   .customer = command.customer,
                                   .tokenHash = Unique<std::string>(*command.tokenHash),
                                   .createdAt = tx.now()},
                            "device.registered"));
    return RegisterDeviceReply{command.customer};
}

} // namespace

void addIdentityCommands(CommandRegistry &registry)
{
    registry.add<RegisterDevice>("registerDevice", "Make a device and its customer known.", Permission::Anyone,
                                 registerDevice);
}

void addShopCommands(CommandRegistry &registry, const CommandServices &services)
{
    addIdentityCommands(registry);
    addCatalogueCommands(registry);
    addCartCommands(registry);
    addOrderCommands(registry, services);
    addReviewCommands(registry);
}

} // namespace vitrine::core
