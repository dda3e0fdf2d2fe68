// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/ServerSync.h"
#include "tests/support/Shop.h"

#include <map>
#include <string>
#include <vector>

namespace vitrine::test {

namespace sync = core::sync;

/// A frame that the server said.
struct Heard {
    sync::Message message{};
    std::vector<std::string> payload{};
    std::vector<core::Change> changes{};

    template <typename M>
    [[nodiscard]] const M *as() const
    {
        return std::get_if<M>(&message);
    }
};

/// A device's connection to a shop without any socket: what is said goes in, what comes of it is carried out at once.
class Line
{
public:
    explicit Line(Shop &shop, std::string origin = "shop-1");

    void say(const sync::Message &message, std::string_view payload = {});
    void sayRaw(std::string_view frame);
    /// Says hello with the token of a shopper (tokens are names here), or with none.
    void hello(const std::string &token = {}, std::int64_t cursor = 0, const std::string &origin = "shop-1");
    /// Lets the server do all that it can without hearing more, and answers with what it said meanwhile.
    std::vector<Heard> hear();
    /// One piece of reading, where there is one to do.
    bool readOnce();
    void runCommands();

    Shop &shop;
    sync::ServerSync::Elapsed now{1000};
    /// While set, commands are given out and stay unanswered.
    bool holdsCommands = false;
    std::vector<core::CommandRequest> held;

private:
    sync::ServerSyncSettings m_settings;

public:
    sync::ServerSync server;
};

/// What a device keeps of what it hears: rows in wait until a checkpoint makes them its base.
struct Copy {
    std::map<std::string, std::string> base{};
    std::int64_t cursor = 0;
    std::string origin{};
    bool isFresh = false;

    /// Takes a frame in, and acknowledges through the line where it is a batch.
    void take(const Heard &heard, Line &line);
    /// The connection is gone, and with it what no checkpoint completed.
    void cut() { m_waiting.clear(); }

private:
    std::vector<core::Change> m_waiting;
    std::string m_newOrigin;
    bool m_fromEmpty = false;
};

/// What a device with these scopes should hold: "entity/id" → document.
[[nodiscard]] std::map<std::string, std::string> visibleRows(Shop &shop, const std::set<std::string> &scopes);

} // namespace vitrine::test
