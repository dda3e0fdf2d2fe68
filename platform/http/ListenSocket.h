// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <cstdint>
#include <string>
#include <utility>

namespace vitrine::http {

/// A port that is ours before the HTTP library opens it. The library opens one listening socket a thread on the same
/// port, can't find a free one by itself for all of them, and ends the process where a port is taken; so the port is
/// reserved here first, and a failure is a value.
class ListenSocket
{
public:
    /// Port 0 takes a free one. Unavailable where another program listens there; InvalidArgument where `host` is no
    /// address of this machine.
    [[nodiscard]] static core::Result<ListenSocket> reserve(const std::string &host, std::uint16_t port);

    ListenSocket(ListenSocket &&other) noexcept
        : m_socket(std::exchange(other.m_socket, -1))
        , m_port(other.m_port)
    {
    }
    ListenSocket &operator=(ListenSocket &&) = delete;
    ~ListenSocket();

    [[nodiscard]] std::uint16_t port() const { return m_port; }

private:
    ListenSocket(int socket, std::uint16_t port)
        : m_socket(socket)
        , m_port(port)
    {
    }

    int m_socket;
    std::uint16_t m_port;
};

} // namespace vitrine::http
