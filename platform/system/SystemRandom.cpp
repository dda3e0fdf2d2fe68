// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/system/SystemRandom.h"

#include "core/values/Contract.h"

#if defined(_WIN32)
#include <windows.h>

#include <bcrypt.h>
#elif defined(__linux__)
#include <sys/random.h>

#include <cerrno>
#else
#include <cstdlib>
#endif

namespace vitrine::platform {

void fillRandom(std::span<std::uint8_t> bytes)
{
#if defined(_WIN32)
    const auto status =
        BCryptGenRandom(nullptr, bytes.data(), static_cast<ULONG>(bytes.size()), BCRYPT_USE_SYSTEM_PREFERRED_RNG);
    VITRINE_EXPECT(status == 0);
#elif defined(__linux__)
    while (!bytes.empty()) {
        const ssize_t count = getrandom(bytes.data(), bytes.size(), 0);
        if (count < 0 && errno == EINTR)
            continue;
        VITRINE_EXPECT(count > 0);
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
#else
    arc4random_buf(bytes.data(), bytes.size());
#endif
}

std::uint64_t SystemRandom::next()
{
    std::uint8_t bytes[8];
    fillRandom(bytes);
    std::uint64_t number = 0;
    for (const std::uint8_t byte : bytes)
        number = (number << 8) | byte;
    return number;
}

} // namespace vitrine::platform
