// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commands/Commands.h"
#include "tests/support/TemporaryFolder.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace vitrine::test {

/// The end of a program that was run to its end.
struct ToolRun {
    int status = -1;
    std::string out{};
    std::string err{};
};
/// Runs vitrine-server with these arguments.
[[nodiscard]] ToolRun runTool(const std::vector<std::string> &arguments, const std::string &input = {});

/// A real vitrine-server on a free port of loopback, over a folder that may outlive it.
class RunningServer
{
public:
    /// Waits until it listens. Fails the test where it does not.
    explicit RunningServer(const std::filesystem::path &data, const std::vector<std::string> &options = {});
    /// SIGKILL, where it still runs.
    ~RunningServer();
    RunningServer(const RunningServer &) = delete;
    RunningServer &operator=(const RunningServer &) = delete;

    void kill();
    /// SIGTERM or SIGINT.
    void signal(int number);
    /// The exit status, when it has ended.
    [[nodiscard]] int wait();
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] std::string ownerToken() const;

private:
    std::filesystem::path m_data;
    pid_t m_process = -1;
    int m_port = 0;
};

struct Response {
    int status = 0;
    std::map<std::string, std::string> headers{}; ///< Lower-case names.
    std::string body{};

    [[nodiscard]] std::string header(const std::string &name) const
    {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
};

using Headers = std::vector<std::pair<std::string, std::string>>;

/// One keep-alive connection, blocking, byte for byte what the test says.
class Wire
{
public:
    explicit Wire(int port);
    ~Wire();
    Wire(Wire &&other) noexcept;
    Wire &operator=(Wire &&) = delete;

    void send(const std::string &bytes);
    /// Nothing where the server closed the connection before a whole answer.
    [[nodiscard]] std::optional<Response> receive(bool isHead = false);
    Response ask(const std::string &method, const std::string &target, const Headers &headers = {},
                 const std::string &body = {});
    Response get(const std::string &target, const Headers &headers = {}) { return ask("GET", target, headers); }
    /// Posts a command as JSON. An empty key leaves the header out.
    Response command(const std::string &name, const std::string &body, const std::string &token,
                     const std::string &key);

    // As a WebSocket, after opening one.
    [[nodiscard]] bool openSync();
    void sendFrame(const std::string &text, int opcode = 1);
    /// The next text frame; nothing where the server has closed.
    [[nodiscard]] std::optional<std::string> receiveFrame();

private:
    [[nodiscard]] bool fill();

    int m_socket;
    std::string m_buffer;
};

/// A shop with a mug of which there are `pieces`, written without a server. Ids by name, as tests name them.
void seedMug(const std::filesystem::path &data, std::int64_t pieces);
/// A running server over such a shop with 100 pieces, in a folder that goes with it.
struct ServedMug {
    TemporaryFolder folder;
    std::optional<RunningServer> server;

    explicit ServedMug(const std::vector<std::string> &options = {})
    {
        seedMug(folder.path(), 100);
        server.emplace(folder.path(), options);
    }
};
[[nodiscard]] std::string mugProduct();
[[nodiscard]] std::string mugVariant();
/// A new UUID, different at each call in this process.
[[nodiscard]] std::string freshKey();
/// Registers a device whose token is `token`.
void registerShopper(Wire &wire, const std::string &token);
[[nodiscard]] std::string addToCartBody(std::int64_t quantity);
[[nodiscard]] std::string placeOrderBody(const std::string &order);

} // namespace vitrine::test
