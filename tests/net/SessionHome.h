// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/net/NetShopSession.h"
#include "platform/system/SystemClock.h"
#include "platform/system/SystemRandom.h"

#include <chrono>
#include <functional>

namespace vitrine::test {

/// Lets the event loop work until it holds. False where it does not within a generous time.
[[nodiscard]] bool waitUntil(const std::function<bool()> &holds,
                             std::chrono::seconds patience = std::chrono::seconds(30));

/// A device: a data folder, and a session on it that can be closed and opened again.
class SessionHome
{
public:
    SessionHome(std::filesystem::path folder, std::string serverUrl)
        : m_folder(std::move(folder))
        , m_url(std::move(serverUrl))
    {
    }
    ~SessionHome() { close(); }

    /// Before open().
    void setServer(std::string url) { m_url = std::move(url); }
    [[nodiscard]] core::Status open();
    void close();
    net::NetShopSession &session() { return *m_session; }
    [[nodiscard]] core::ShopSession::Guard guard() const { return m_guard; }

    /// A command's answers so far.
    struct Submission {
        std::vector<core::SubmitOutcome> outcomes{};
        [[nodiscard]] bool isQueued() const { return !outcomes.empty(); }
        [[nodiscard]] bool isFinal() const { return !outcomes.empty() && outcomes.back().isFinal; }
    };
    template <typename C>
    std::shared_ptr<Submission> submit(const std::string &name, const C &command)
    {
        auto submission = std::make_shared<Submission>();
        m_session->submit(m_guard, name, command, [submission](core::SubmitOutcome outcome) {
            submission->outcomes.push_back(std::move(outcome));
        });
        return submission;
    }
    std::shared_ptr<Submission> addMugs(std::int64_t quantity);

    /// Reads and waits for it.
    template <typename T>
    core::Result<T> read(std::function<core::Result<T>(core::ReadTx &)> work)
    {
        std::optional<core::Result<T>> value;
        m_session->read<T>(m_guard, std::move(work), [&value](core::Result<T> read) { value = std::move(read); });
        if (!waitUntil([&] { return value.has_value(); }))
            return core::fail(core::ErrorCode::Timeout, "no answer to a read");
        return std::move(*value);
    }
    [[nodiscard]] std::int64_t mugsInCart();
    [[nodiscard]] std::vector<core::QueuedCommand> outbox();

    [[nodiscard]] bool isOnline() const { return m_session->state().connection == core::Connection::Online; }
    [[nodiscard]] const std::filesystem::path &folder() const { return m_folder; }

private:
    std::filesystem::path m_folder;
    std::string m_url;
    platform::SystemClock m_clock;
    platform::SystemRandom m_random;
    core::ShopSession::Guard m_guard = std::make_shared<int>();
    std::unique_ptr<net::NetShopSession> m_session;
};

} // namespace vitrine::test
