// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/RunningServer.h"

#include <catch2/catch_test_macros.hpp>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

namespace vitrine::test {

Wire::Wire(int port)
    : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0);
    const int on = 1;
    setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    // A server that hangs fails the test instead of holding it.
    const timeval limit{20, 0};
    setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
}

Wire::~Wire()
{
    if (m_socket >= 0)
        close(m_socket);
}

Wire::Wire(Wire &&other) noexcept
    : m_socket(std::exchange(other.m_socket, -1))
    , m_buffer(std::move(other.m_buffer))
{
}

void Wire::send(const std::string &bytes)
{
    for (std::size_t sent = 0; sent < bytes.size();) {
        const ssize_t some = ::send(m_socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (some <= 0)
            return;
        sent += static_cast<std::size_t>(some);
    }
}

bool Wire::fill()
{
    char chunk[65536];
    const ssize_t got = recv(m_socket, chunk, sizeof chunk, 0);
    if (got > 0)
        m_buffer.append(chunk, static_cast<std::size_t>(got));
    return got > 0;
}

std::optional<Response> Wire::receive(bool isHead)
{
    std::size_t end = 0;
    while ((end = m_buffer.find("\r\n\r\n")) == std::string::npos)
        if (!fill())
            return std::nullopt;
    Response response;
    response.status = std::stoi(m_buffer.substr(9, 3));
    for (std::size_t at = m_buffer.find("\r\n") + 2; at < end + 2;) {
        const std::size_t eol = m_buffer.find("\r\n", at);
        const std::size_t colon = m_buffer.find(':', at);
        std::string name = m_buffer.substr(at, colon - at);
        std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
        response.headers[name] = m_buffer.substr(colon + 2, eol - colon - 2);
        at = eol + 2;
    }
    m_buffer.erase(0, end + 4);
    const bool hasBody = !isHead && response.status != 304 && response.status != 204 && response.status != 101;
    const std::string length = response.header("content-length");
    const std::size_t size = hasBody && !length.empty() ? std::stoul(length) : 0;
    while (m_buffer.size() < size)
        if (!fill())
            return std::nullopt;
    response.body = m_buffer.substr(0, size);
    m_buffer.erase(0, size);
    return response;
}

Response Wire::ask(const std::string &method, const std::string &target, const Headers &headers,
                   const std::string &body)
{
    std::string request = method + ' ' + target + " HTTP/1.1\r\nHost: shop\r\n";
    for (const auto &[name, value] : headers)
        request += name + ": " + value + "\r\n";
    if (!body.empty() || method == "POST")
        request += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    send(request + "\r\n" + body);
    const auto response = receive(method == "HEAD");
    REQUIRE(response.has_value());
    return *response;
}

Response Wire::command(const std::string &name, const std::string &body, const std::string &token,
                       const std::string &key)
{
    Headers headers{{"Content-Type", "application/json"}};
    if (!token.empty())
        headers.emplace_back("Authorization", "Bearer " + token);
    if (!key.empty())
        headers.emplace_back("Idempotency-Key", key);
    return ask("POST", "/v1/commands/" + name, headers, body);
}

bool Wire::openSync()
{
    return ask("GET", "/v1/sync",
               {{"Upgrade", "websocket"},
                {"Connection", "Upgrade"},
                {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="},
                {"Sec-WebSocket-Version", "13"}})
               .status == 101;
}

void Wire::sendFrame(const std::string &text, int opcode)
{
    std::string frame(1, static_cast<char>(0x80 | opcode));
    if (text.size() < 126) {
        frame += static_cast<char>(0x80 | text.size());
    } else {
        const int bytes = text.size() < 65536 ? 2 : 8;
        frame += static_cast<char>(0x80 | (bytes == 2 ? 126 : 127));
        for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
            frame += static_cast<char>((text.size() >> shift) & 0xff);
    }
    // A mask of zeros is a mask too.
    send(frame + std::string(4, '\0') + text);
}

std::optional<std::string> Wire::receiveFrame()
{
    const auto need = [this](std::size_t bytes) {
        while (m_buffer.size() < bytes)
            if (!fill())
                return false;
        return true;
    };
    while (need(2)) {
        const int opcode = m_buffer[0] & 0x0f;
        std::size_t size = m_buffer[1] & 0x7f;
        std::size_t head = 2;
        if (size >= 126) {
            head += size == 126 ? 2 : 8;
            if (!need(head))
                return std::nullopt;
            size = 0;
            for (std::size_t i = 2; i < head; ++i)
                size = (size << 8) | static_cast<unsigned char>(m_buffer[i]);
        }
        if (!need(head + size))
            return std::nullopt;
        std::string text = m_buffer.substr(head, size);
        m_buffer.erase(0, head + size);
        if (opcode == 1)
            return text;
        if (opcode == 8)
            return std::nullopt;
    }
    return std::nullopt;
}

} // namespace vitrine::test
