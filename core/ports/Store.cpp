// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ports/Store.h"

#include <future>

namespace vitrine::core {

Status Store::write(Work work)
{
    // A promise, not a semaphore: its shared state outlives whichever side is last.
    std::promise<Status> outcome;
    auto future = outcome.get_future();
    submit(std::move(work), [&outcome](Status status) { outcome.set_value(std::move(status)); });
    return future.get();
}

} // namespace vitrine::core
