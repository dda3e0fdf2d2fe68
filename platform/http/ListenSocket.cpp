// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/ListenSocket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>

namespace vitrine::http {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

struct Address {
    sockaddr_storage storage{};
    socklen_t size = 0;

    sockaddr *plain() { return reinterpret_cast<sockaddr *>(&storage); }
};

std::optional<Address> parseAddress(const std::string &host, std::uint16_t port)
{
    Address address;
    if (host.contains(':')) {
        auto &v6 = reinterpret_cast<sockaddr_in6 &>(address.storage);
        v6.sin6_family = AF_INET6;
        v6.sin6_port = htons(port);
        address.size = sizeof v6;
        return inet_pton(AF_INET6, host.c_str(), &v6.sin6_addr) == 1 ? std::optional(address) : std::nullopt;
    }
    auto &v4 = reinterpret_cast<sockaddr_in &>(address.storage);
    v4.sin_family = AF_INET;
    v4.sin_port = htons(port);
    address.size = sizeof v4;
    return inet_pton(AF_INET, host.c_str(), &v4.sin_addr) == 1 ? std::optional(address) : std::nullopt;
}

std::uint16_t boundPort(int socket)
{
    Address bound{.storage = {}, .size = sizeof(sockaddr_storage)};
    getsockname(socket, bound.plain(), &bound.size);
    return ntohs(bound.storage.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6 &>(bound.storage).sin6_port
                                                     : reinterpret_cast<sockaddr_in &>(bound.storage).sin_port);
}

/// The socket, or -1 with errno set.
int bindTo(Address address, bool shares)
{
    const int handle = socket(address.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    setsockopt(handle, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (shares)
        setsockopt(handle, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
    if (bind(handle, address.plain(), address.size) == 0)
        return handle;
    const int error = errno;
    close(handle);
    errno = error;
    return -1;
}

} // namespace

Result<ListenSocket> ListenSocket::reserve(const std::string &host, std::uint16_t port)
{
    const auto refuse = [&] {
        return fail(errno == EADDRNOTAVAIL ? ErrorCode::InvalidArgument : ErrorCode::Unavailable,
                    "can't listen on " + host + ':' + std::to_string(port) + ": " + std::strerror(errno));
    };
    std::optional<Address> address = parseAddress(host, port);
    if (!address)
        return fail(ErrorCode::InvalidArgument, "'" + host + "' is no IP address");
    if (port != 0) {
        // Without sharing first: with it, a second server would silently get every other connection of the first.
        const int alone = bindTo(*address, false);
        if (alone < 0)
            return refuse();
        close(alone);
    }
    const int handle = bindTo(*address, true);
    if (handle < 0)
        return refuse();
    return ListenSocket(handle, boundPort(handle));
}

ListenSocket::~ListenSocket()
{
    if (m_socket >= 0)
        close(m_socket);
}

} // namespace vitrine::http
