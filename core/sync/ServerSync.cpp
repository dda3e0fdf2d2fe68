// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/ServerSync.h"

#include "core/entities/Sales.h"

namespace vitrine::core::sync {

Result<std::optional<Actor>> actorOfTokenHash(ReadTx &tx, std::string_view tokenHash)
{
    VITRINE_TRY(const auto device, tx.findBy<Device>("tokenHash", std::string(tokenHash)));
    if (!device)
        return std::nullopt;
    return Actor::shopper(device->value.id, *device->value.customer);
}

} // namespace vitrine::core::sync
