// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace vitrine::platform {

/// From now on large blocks go back to the system when they are freed, and the threads share two heaps: a program that
/// shows one product after the other for weeks stays as small as it was. For the start of main(), before any thread.
/// Only glibc needs it.
void giveMemoryBack();

} // namespace vitrine::platform
