// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/platform/store/SqliteHome.h"

namespace vitrine::tests {

std::unique_ptr<StoreHome> makeStoreHome() { return std::make_unique<SqliteHome>(); }

} // namespace vitrine::tests
