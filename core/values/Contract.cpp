// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/values/Contract.h"

#include <cstdio>
#include <cstdlib>

namespace vitrine::core {

void contractBroken(std::string_view condition, std::string_view file, int line)
{
    std::fprintf(stderr, "%.*s:%d: broken contract: %.*s\n", static_cast<int>(file.size()), file.data(), line,
                 static_cast<int>(condition.size()), condition.data());
    std::abort();
}

} // namespace vitrine::core
