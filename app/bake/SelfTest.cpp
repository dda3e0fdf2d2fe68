// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bake/Commands.h"
#include "render/import/sandbox/SandboxedImport.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <csignal>
#include <fcntl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace vitrine::bake {
namespace {

using core::ErrorCode;
using core::fail;
using core::Status;
using render::sandbox::Walls;

Status mustBeRefused(bool isDone, const char *what)
{
    return isDone ? Status(fail(ErrorCode::Internal, std::string("the sandbox let through: ") + what)) : Status{};
}

Status openForReading() { return mustBeRefused(open("/etc/passwd", O_RDONLY) >= 0, "opening /etc/passwd"); }

Status openForWriting()
{
    return mustBeRefused(open("/tmp/vitrine-escape", O_WRONLY | O_CREAT, 0600) >= 0, "creating a file");
}

Status makeSocket()
{
    VITRINE_CHECK(mustBeRefused(socket(AF_UNIX, SOCK_STREAM, 0) >= 0, "a local socket"));
    return mustBeRefused(socket(AF_INET, SOCK_STREAM, 0) >= 0, "a network socket");
}

Status startProgram()
{
    std::array<char *, 1> none = {nullptr};
    execve("/bin/true", none.data(), none.data());
    return {}; // Whoever is still here was refused.
}

Status makeProcess()
{
    const pid_t pid = fork();
    if (pid == 0)
        _exit(0);
    return mustBeRefused(pid > 0, "fork");
}

Status signalParent() { return mustBeRefused(kill(getppid(), 0) == 0, "a signal to the parent"); }

Status makeThread()
{
    int value = 0;
    std::thread([&value] { value = 1; }).join();
    return value == 1 ? Status{} : Status(fail(ErrorCode::Internal, "threads do not work"));
}

/// Ends as a refusal to give memory, which the caller sees as an error.
Status takeMemory()
{
    try {
        std::vector<std::vector<char>> blocks;
        blocks.reserve(2048);
        for (std::size_t i = 0; i < 2048; ++i)
            blocks.emplace_back(std::size_t{1} << 20U, 'x');
    } catch (const std::bad_alloc &) {
        return {};
    }
    return mustBeRefused(true, "2 GiB of memory");
}

Status crash() { std::abort(); }

Status hang()
{
    for (;;)
        pause();
}

Status say(const Walls &walls)
{
    // Through the one door that is open: the report.
    return walls.hasLandlock ? Status(fail(ErrorCode::Conflict, "seccomp, limits and Landlock"))
                             : Status(fail(ErrorCode::Conflict, "seccomp and limits; no Landlock in this kernel"));
}

using Attempt = std::pair<std::string_view, Status (*)()>;
constexpr std::array<Attempt, 10> kAttempts = {{{"read", openForReading},
                                                {"write", openForWriting},
                                                {"socket", makeSocket},
                                                {"exec", startProgram},
                                                {"fork", makeProcess},
                                                {"signal", signalParent},
                                                {"thread", makeThread},
                                                {"memory", takeMemory},
                                                {"crash", crash},
                                                {"hang", hang}}};

} // namespace

int runSelfTest(const std::string &attempt)
{
    if (attempt == "walls") {
        const auto said = render::sandbox::runShutIn(say);
        std::printf("%s\n", said ? "nothing" : said.error().detail.c_str());
        return 0;
    }
    for (const auto &[name, body] : kAttempts) {
        if (name != attempt)
            continue;
        const auto held = render::sandbox::runShutIn([run = body](const Walls &) { return run(); });
        std::printf("%s: %s\n", attempt.c_str(), held ? "held" : core::describe(held.error()).c_str());
        return held ? 0 : 1;
    }
    std::fprintf(stderr, "vitrine-bake: no such attempt\n");
    return 2;
}

} // namespace vitrine::bake
