// SPDX-License-Identifier: GPL-3.0-or-later
// vitrine-bench-rate PORT PATH RATE CONNECTIONS SECONDS: asks a server on loopback for PATH, RATE times a second, and
// prints as JSON how long answers took. A request's time counts from when it was due, not from when it could be sent:
// a server that stalls can't hide the requests that its stall held back. The first second warms up and is not counted.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto kWarmUp = 1s;

struct Plan {
    std::uint16_t port = 0;
    std::string request{};
    std::chrono::nanoseconds interval{}; ///< Between two requests of one connection.
    std::size_t connections = 0;
    Clock::time_point begin{};
    Clock::time_point end{};
};

/// One keep-alive connection with at most one request open.
class Connection
{
public:
    Connection(const Plan &plan, Clock::time_point firstDue)
        : m_plan(plan)
        , m_due(firstDue)
        , m_socket(socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(plan.port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            throw std::runtime_error("no connection");
        const int on = 1;
        setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection() { close(m_socket); }

    [[nodiscard]] int socketNumber() const { return m_socket; }
    [[nodiscard]] bool isWaiting() const { return m_isWaiting; }
    [[nodiscard]] Clock::time_point due() const { return m_due; }

    /// Only where none is open.
    void ask()
    {
        const std::string &request = m_plan.request;
        if (send(m_socket, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size()))
            throw std::runtime_error("a request could not be sent");
        m_isWaiting = true;
    }

    /// There are bytes to read. True: an answer is whole, and the next request has its turn.
    [[nodiscard]] bool receive()
    {
        char bytes[16 * 1024];
        const ssize_t count = recv(m_socket, bytes, sizeof bytes, 0);
        if (count <= 0)
            throw std::runtime_error("the server closed a connection");
        m_answer.append(bytes, static_cast<std::size_t>(count));
        if (m_answer.size() < answerLength())
            return false;
        if (!m_answer.starts_with("HTTP/1.1 200"))
            throw std::runtime_error("the server answers " + m_answer.substr(0, m_answer.find('\r')));
        m_answer.clear();
        m_due += m_plan.interval;
        m_isWaiting = false;
        return true;
    }

private:
    /// More than there is while the head is not whole.
    [[nodiscard]] std::size_t answerLength() const
    {
        const std::size_t head = m_answer.find("\r\n\r\n");
        if (head == std::string::npos)
            return m_answer.size() + 1;
        constexpr std::string_view kLength = "content-length: ";
        const std::size_t field = m_answer.find(kLength);
        if (field == std::string::npos || field > head)
            throw std::runtime_error("an answer without its length");
        std::size_t length = 0;
        std::from_chars(m_answer.data() + field + kLength.size(), m_answer.data() + head, length);
        return head + 4 + length;
    }

    const Plan &m_plan;
    Clock::time_point m_due;
    const int m_socket;
    bool m_isWaiting = false;
    std::string m_answer;
};

class Load
{
public:
    explicit Load(const Plan &plan)
        : m_plan(plan)
        , m_epoll(epoll_create1(0))
    {
        for (std::size_t i = 0; i < plan.connections; ++i) {
            // Spread over the interval, so that they do not ask all at once.
            const auto offset =
                plan.interval * static_cast<std::int64_t>(i) / static_cast<std::int64_t>(plan.connections);
            const auto &made = m_connections.emplace_back(std::make_unique<Connection>(plan, plan.begin + offset));
            epoll_event event{.events = EPOLLIN, .data = {.ptr = made.get()}};
            epoll_ctl(m_epoll, EPOLL_CTL_ADD, made->socketNumber(), &event);
        }
    }
    Load(const Load &) = delete;
    Load &operator=(const Load &) = delete;
    ~Load() { close(m_epoll); }

    /// How long each counted answer took.
    std::vector<std::chrono::nanoseconds> run()
    {
        std::vector<std::chrono::nanoseconds> times;
        for (auto now = Clock::now(); now < m_plan.end; now = Clock::now()) {
            auto next = m_plan.end;
            for (const auto &connection : m_connections) {
                if (!connection->isWaiting() && connection->due() <= now)
                    connection->ask();
                if (!connection->isWaiting())
                    next = std::min(next, connection->due());
            }
            receive(next - now, times);
        }
        return times;
    }

private:
    void receive(std::chrono::nanoseconds patience, std::vector<std::chrono::nanoseconds> &times)
    {
        const timespec timeout{.tv_sec = patience / 1s, .tv_nsec = (patience % 1s).count()};
        epoll_event events[64];
        const int count = epoll_pwait2(m_epoll, events, static_cast<int>(std::size(events)), &timeout, nullptr);
        const auto now = Clock::now();
        for (int i = 0; i < count; ++i) {
            auto &connection = *static_cast<Connection *>(events[i].data.ptr);
            const auto due = connection.due();
            if (connection.receive() && due >= m_plan.begin + kWarmUp)
                times.push_back(now - due);
        }
    }

    const Plan &m_plan;
    const int m_epoll;
    std::vector<std::unique_ptr<Connection>> m_connections;
};

double milliseconds(const std::vector<std::chrono::nanoseconds> &sorted, double share)
{
    const auto at = static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1));
    return std::chrono::duration<double, std::milli>(sorted[at]).count();
}

} // namespace

int main(int argc, char **argv)
try {
    if (argc != 6)
        throw std::runtime_error("usage: vitrine-bench-rate PORT PATH RATE CONNECTIONS SECONDS");
    // Otherwise the kernel rounds every wait up by 50 µs.
    prctl(PR_SET_TIMERSLACK, 1UL);
    const double rate = std::stod(argv[3]);
    const double seconds = std::stod(argv[5]);
    Plan plan{.port = static_cast<std::uint16_t>(std::stoi(argv[1])),
              .request = "GET " + std::string(argv[2]) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
              .connections = static_cast<std::size_t>(std::stoul(argv[4])),
              .begin = Clock::now() + 100ms};
    plan.interval =
        std::chrono::nanoseconds(static_cast<std::int64_t>(1e9 * static_cast<double>(plan.connections) / rate));
    plan.end = plan.begin + kWarmUp + std::chrono::nanoseconds(static_cast<std::int64_t>(1e9 * seconds));

    std::vector<std::chrono::nanoseconds> times = Load(plan).run();
    if (times.empty())
        throw std::runtime_error("no answer came");
    std::ranges::sort(times);
    std::printf("{\"rate\": %.1f, \"p50\": %.4f, \"p99\": %.4f, \"p999\": %.4f, \"max\": %.4f}\n",
                static_cast<double>(times.size()) / seconds, milliseconds(times, 0.5), milliseconds(times, 0.99),
                milliseconds(times, 0.999), milliseconds(times, 1));
    return 0;
} catch (const std::exception &error) {
    std::fprintf(stderr, "vitrine-bench-rate: %s\n", error.what());
    return 1;
}
