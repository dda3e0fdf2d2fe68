// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/FuzzEntries.h"

#include <cstdint>

// libFuzzer's entrance; which parser it is for is the program's own (CMakeLists.txt).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    vitrine::test::VITRINE_FUZZ_ENTRY(std::as_bytes(std::span(data, size)));
    return 0;
}
