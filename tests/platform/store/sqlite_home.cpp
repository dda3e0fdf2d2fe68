// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/store/SqliteHome.h"
#include "tests/platform/store/SqliteReplicaHome.h"

namespace vitrine::tests {

std::unique_ptr<StoreHome> makeStoreHome() { return std::make_unique<SqliteHome>(); }

std::unique_ptr<ReplicaHome> makeReplicaHome() { return std::make_unique<SqliteReplicaHome>(); }

} // namespace vitrine::tests
