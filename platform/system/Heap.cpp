// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/system/Heap.h"

#include <cstdlib> // says whether this is glibc

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace vitrine::platform {

void giveMemoryBack()
{
#if defined(__GLIBC__)
    // By default the threshold grows with what is freed, to 32 MiB: textures then lie in the heap, and what little
    // stays between them keeps all of it. Eight heaps a core hold a share of that each.
    constexpr int kOwnMapping = 256 * 1024;
    mallopt(M_MMAP_THRESHOLD, kOwnMapping);
    mallopt(M_ARENA_MAX, 2);
#endif
}

} // namespace vitrine::platform
