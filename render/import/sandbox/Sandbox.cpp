// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/sandbox/Sandbox.h"

#include "render/import/ImportLimits.h"

#include <array>
#include <cerrno>
#include <system_error>

#include <linux/landlock.h>
#include <malloc.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace vitrine::render::sandbox {
namespace {

using core::ErrorCode;
using core::fail;
using core::Status;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
// A sanitizer maps terabytes of shadow memory and reads /proc when it reports.
constexpr bool kIsSanitized = true;
#else
constexpr bool kIsSanitized = false;
#endif

std::unexpected<core::Error> systemError(const char *what, int number)
{
    return fail(ErrorCode::Unavailable, std::string(what) + ": " + std::generic_category().message(number));
}

/// `grace` is what lies between the signal that names the limit and the end.
Status limit(__rlimit_resource resource, rlim_t value, const char *name, rlim_t grace = 0)
{
    const struct rlimit bound = {value, value + grace};
    if (setrlimit(resource, &bound) != 0)
        return systemError(name, errno);
    return {};
}

Status raiseLimits()
{
    // Each malloc arena reserves 64 MiB of address space; two threads need no more than two.
    mallopt(M_ARENA_MAX, 2);
    if (!kIsSanitized)
        VITRINE_CHECK(limit(RLIMIT_AS, limits::kAddressSpaceBytes, "limiting memory"));
    VITRINE_CHECK(limit(RLIMIT_CPU, limits::kSeconds, "limiting processor time", 1));
    VITRINE_CHECK(limit(RLIMIT_FSIZE, limits::kPackageBytes, "limiting the file size"));
    VITRINE_CHECK(limit(RLIMIT_NOFILE, 256, "limiting open files"));
    return limit(RLIMIT_CORE, 0, "forbidding core dumps");
}

/// An empty rule set: nothing below "/" may be read, written or run, whatever seccomp lets through.
bool raiseLandlock()
{
    const long abi = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (abi < 1)
        return false;
    struct landlock_ruleset_attr rules{};
    rules.handled_access_fs = LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE |
                              LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR |
                              LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |
                              LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
                              LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
                              LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
    const long descriptor = syscall(SYS_landlock_create_ruleset, &rules, sizeof rules.handled_access_fs, 0);
    if (descriptor < 0)
        return false;
    const bool isShut = syscall(SYS_landlock_restrict_self, descriptor, 0) == 0;
    close(static_cast<int>(descriptor));
    return isShut;
}

/// Memory, threads, time, and the descriptors that are open already.
constexpr auto kAllowed = std::to_array<int>({
    SCMP_SYS(read),           SCMP_SYS(readv),        SCMP_SYS(write),
    SCMP_SYS(writev),         SCMP_SYS(pread64),      SCMP_SYS(pwrite64),
    SCMP_SYS(lseek),          SCMP_SYS(close),        SCMP_SYS(fstat),
    SCMP_SYS(mmap),           SCMP_SYS(munmap),       SCMP_SYS(mremap),
    SCMP_SYS(mprotect),       SCMP_SYS(madvise),      SCMP_SYS(brk),
    SCMP_SYS(futex),          SCMP_SYS(rseq),         SCMP_SYS(set_robust_list),
    SCMP_SYS(exit),           SCMP_SYS(exit_group),   SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
    SCMP_SYS(clock_gettime),  SCMP_SYS(gettimeofday), SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),      SCMP_SYS(sched_yield),  SCMP_SYS(sched_getaffinity),
    SCMP_SYS(getpid),         SCMP_SYS(gettid),       SCMP_SYS(getrandom),
    SCMP_SYS(sendmsg),        SCMP_SYS(recvmsg),      SCMP_SYS(restart_syscall),
});

int fillFilter(scmp_filter_ctx filter)
{
    for (const int call : kAllowed)
        if (const int error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0); error != 0)
            return error;
    // Signals to itself alone: abort() must end as an abort.
    if (const int error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
                                           scmp_arg_cmp{0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(getpid()), 0});
        error != 0)
        return error;
    // Threads, but no processes. clone3 hides its flags behind a pointer: glibc falls back to clone on ENOSYS.
    constexpr scmp_datum_t kThread = CLONE_VM | CLONE_THREAD | CLONE_SIGHAND;
    if (const int error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1,
                                           scmp_arg_cmp{0, SCMP_CMP_MASKED_EQ, kThread, kThread});
        error != 0)
        return error;
    if (kIsSanitized)
        for (const int call : {SCMP_SYS(openat), SCMP_SYS(readlink), SCMP_SYS(prctl), SCMP_SYS(getrlimit),
                               SCMP_SYS(prlimit64), SCMP_SYS(getuid), SCMP_SYS(newfstatat), SCMP_SYS(ioctl)})
            if (const int error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0); error != 0)
                return error;
    return seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
}

Status raiseSeccomp()
{
    // All else fails with EPERM: libraries that ask for something harmless go on, and nothing gets through.
    const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (filter == nullptr)
        return fail(ErrorCode::Unavailable, "no seccomp filter can be made");
    int error = fillFilter(filter);
    if (error == 0)
        error = seccomp_load(filter);
    seccomp_release(filter);
    return error == 0 ? Status{} : systemError("loading the seccomp filter", -error);
}

} // namespace

core::Result<Walls> enter()
{
    VITRINE_CHECK(raiseLimits());
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return systemError("giving up privileges", errno);
    Walls walls;
    walls.hasLimits = true;
    walls.hasLandlock = !kIsSanitized && raiseLandlock();
    VITRINE_CHECK(raiseSeccomp());
    walls.hasSeccomp = true;
    return walls;
}

} // namespace vitrine::render::sandbox
