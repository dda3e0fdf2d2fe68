// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/ImportLimits.h"
#include "tests/render/FuzzEntries.h"

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <new>

#include <malloc.h>

namespace {

// The sandbox gives an import so much address space, and what asks for more gets std::bad_alloc and an error that says
// so. The address sanitizer would end the process instead, so the limit is kept here, for what one input takes.
std::atomic<std::int64_t> inUse = 0;
std::atomic<std::int64_t> before = 0;
std::atomic<bool> isRunning = false;

void *allocate(std::size_t size)
{
    constexpr auto kMost = static_cast<std::int64_t>(vitrine::render::limits::kAddressSpaceBytes);
    if (isRunning &&
        (size > static_cast<std::size_t>(kMost) || inUse - before + static_cast<std::int64_t>(size) > kMost))
        throw std::bad_alloc();
    void *memory = std::malloc(size == 0 ? 1 : size);
    if (memory == nullptr)
        throw std::bad_alloc();
    inUse += static_cast<std::int64_t>(malloc_usable_size(memory));
    return memory;
}

void release(void *memory) noexcept
{
    if (memory == nullptr)
        return;
    inUse -= static_cast<std::int64_t>(malloc_usable_size(memory));
    std::free(memory);
}

} // namespace

void *operator new(std::size_t size) { return allocate(size); }
void *operator new[](std::size_t size) { return allocate(size); }
void operator delete(void *memory) noexcept { release(memory); }
void operator delete[](void *memory) noexcept { release(memory); }
void operator delete(void *memory, std::size_t) noexcept { release(memory); }
void operator delete[](void *memory, std::size_t) noexcept { release(memory); }

// NOLINTBEGIN(bugprone-reserved-identifier): the sanitizers' own names.
// libFuzzer brings some of its own operators along.
extern "C" const char *__asan_default_options() { return "allocator_may_return_null=1:alloc_dealloc_mismatch=0"; }
extern "C" const char *__ubsan_default_options() { return "halt_on_error=1:print_stacktrace=1"; }
// Assimp forgets its half-made scene where it throws. The sandboxed process ends after one file.
extern "C" const char *__lsan_default_suppressions() { return "leak:libassimp\n"; }
// NOLINTEND(bugprone-reserved-identifier)

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    vitrine::test::importInPart();
    return 0;
}

// libFuzzer's entrance; which parser it is for is the program's own (CMakeLists.txt).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    before = inUse.load();
    isRunning = true;
    vitrine::test::VITRINE_FUZZ_ENTRY(std::as_bytes(std::span(data, size)));
    isRunning = false;
    return 0;
}
