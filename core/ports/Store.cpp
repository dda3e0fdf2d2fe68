// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ports/Store.h"

#include <future>

namespace vitrine::core {

Status Store::write(Work work)
{
    std::promise<Status> outcome;
    auto future = outcome.get_future();
    // The store's thread owns the promise: on this stack it could be gone while set_value() still wakes us.
    submit(std::move(work),
           [outcome = std::move(outcome)](Status status) mutable { outcome.set_value(std::move(status)); });
    return future.get();
}

} // namespace vitrine::core
