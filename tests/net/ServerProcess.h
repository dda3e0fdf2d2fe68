// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commands/Commands.h"
#include "platform/sqlite/SqliteStore.h"

#include <QProcess>

#include <filesystem>
#include <string>

namespace vitrine::test {

inline constexpr std::int64_t kMugPrice = 850'00;
inline constexpr std::int64_t kMugStock = 1000;

[[nodiscard]] core::Id<core::Product> mugId();
[[nodiscard]] core::Id<core::Variant> mugVariant();
[[nodiscard]] core::PlaceOrder mugOrder(core::Id<core::Order> id, std::int64_t quantity);

/// Writes a shop with one mug into an empty data folder.
void seedShop(const std::filesystem::path &data);

/// Opens the store of a data folder that no server has at the moment.
[[nodiscard]] std::unique_ptr<platform::SqliteStore> openStore(const std::filesystem::path &data);

/// The real vitrine-server on loopback, on a port that it keeps over restarts.
class ServerProcess
{
public:
    explicit ServerProcess(std::filesystem::path data)
        : m_data(std::move(data))
    {
    }
    ~ServerProcess();

    /// Waits until it listens. Fails the test where it does not.
    void start();
    /// The process is made; it will listen some time later.
    void startWithoutWaiting();
    /// SIGKILL. Returns when it is gone.
    void kill();
    /// SIGTERM, and waits for its end.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_process != nullptr; }
    /// Of the last start, until it listened.
    [[nodiscard]] std::int64_t startMilliseconds() const { return m_startMs; }

    /// Known after the first start.
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }
    [[nodiscard]] const std::filesystem::path &data() const { return m_data; }

private:
    std::filesystem::path m_data;
    std::unique_ptr<QProcess> m_process;
    int m_port = 0;
    std::int64_t m_startMs = 0;
};

} // namespace vitrine::test
