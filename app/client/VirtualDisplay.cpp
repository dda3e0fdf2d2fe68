// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/VirtualDisplay.h"

#include <cstdlib>
#include <string>
#include <utility>

#ifdef __linux__
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>
#endif

namespace vitrine::app {

#ifdef __linux__

namespace {

constexpr int kStartMs = 5000;

bool isSet(const char *name)
{
    const char *value = std::getenv(name);
    return value != nullptr && *value != '\0';
}

/// Does a local X server answer? A display over the network is believed.
bool displayAnswers()
{
    const std::string display = std::getenv("DISPLAY");
    if (!display.starts_with(':') && !display.starts_with("unix:"))
        return true;
    const auto number = display.substr(display.find(':') + 1);
    const std::string path = "/tmp/.X11-unix/X" + number.substr(0, number.find('.'));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    // Servers listen on the abstract name, on the path, or on both.
    for (const bool abstract : {true, false}) {
        const int handle = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const std::size_t first = abstract ? 1 : 0;
        address.sun_path[0] = '\0';
        path.copy(address.sun_path + first, sizeof address.sun_path - 2);
        address.sun_path[first + path.size()] = '\0';
        const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + first + path.size());
        const bool answers = ::connect(handle, reinterpret_cast<const sockaddr *>(&address), length) == 0;
        ::close(handle);
        if (answers)
            return true;
    }
    return false;
}

/// The display number that Xvfb writes once it listens; empty if it does not come up.
std::string readDisplayNumber(int handle)
{
    std::string text;
    pollfd wait{handle, POLLIN, 0};
    while (!text.ends_with('\n') && ::poll(&wait, 1, kStartMs) > 0) {
        std::array<char, 16> buffer{};
        const auto got = ::read(handle, buffer.data(), buffer.size());
        if (got <= 0)
            return {};
        text.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return text.empty() ? text : text.substr(0, text.size() - 1);
}

} // namespace

core::Result<VirtualDisplay> VirtualDisplay::ensure()
{
    VirtualDisplay none;
    if (isSet("QT_QPA_PLATFORM") || isSet("WAYLAND_DISPLAY") || (isSet("DISPLAY") && displayAnswers()))
        return none;

    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
        return core::fail(core::ErrorCode::Unavailable, "no pipe for a virtual display");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipe[1], 3);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    // It ends with its last client, and so also when this process is killed.
    std::array<std::string, 9> words{"Xvfb",        "-displayfd", "3",   "-screen",   "0",
                                     "1280x720x24", "-nolisten",  "tcp", "-terminate"};
    std::array<char *, words.size() + 1> arguments{};
    for (std::size_t i = 0; i < words.size(); ++i)
        arguments[i] = words[i].data();
    pid_t server = 0;
    const int failed = ::posix_spawnp(&server, "Xvfb", &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(pipe[1]);
    const std::string number = failed == 0 ? readDisplayNumber(pipe[0]) : std::string();
    ::close(pipe[0]);
    if (failed == 0)
        none.m_server = server;
    if (number.empty())
        return core::fail(core::ErrorCode::Unavailable,
                          "there is no display server here, and no Xvfb could be started in its place");
    ::setenv("DISPLAY", (":" + number).c_str(), 1);
    return none;
}

VirtualDisplay::~VirtualDisplay()
{
    if (m_server > 0) {
        ::kill(static_cast<pid_t>(m_server), SIGTERM);
        ::waitpid(static_cast<pid_t>(m_server), nullptr, 0);
    }
}

#else

core::Result<VirtualDisplay> VirtualDisplay::ensure() { return VirtualDisplay(); }
VirtualDisplay::~VirtualDisplay() = default;

#endif

VirtualDisplay::VirtualDisplay(VirtualDisplay &&other) noexcept
    : m_server(std::exchange(other.m_server, 0))
{
}

} // namespace vitrine::app
