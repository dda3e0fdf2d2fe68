// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sync_server_line.h"

#include <catch2/catch_test_macros.hpp>

namespace vitrine::test {

using core::Result;

Line::Line(Shop &of, std::string origin)
    : shop(of)
    , m_settings{.origin = std::move(origin),
                 .heartbeat = std::chrono::seconds(15),
                 .identify = [](core::ReadTx &tx, std::string_view token) { return sync::actorOfTokenHash(tx, token); }}
    , server(m_settings, now)
{
}

void Line::say(const sync::Message &message, std::string_view payload)
{
    server.received(sync::encode(message, payload), now);
}

void Line::sayRaw(std::string_view frame) { server.received(frame, now); }

void Line::hello(const std::string &token, std::int64_t cursor, const std::string &origin)
{
    sync::Hello hello{.origin = origin, .cursor = cursor};
    if (!token.empty())
        hello.token = token;
    say(hello);
}

bool Line::readOnce()
{
    if (!server.wantsRead())
        return false;
    REQUIRE(shop.store
                ->read([&](core::LogTx &tx) -> core::Status {
                    server.read(tx);
                    return {};
                })
                .has_value());
    return true;
}

void Line::runCommands()
{
    while (auto command = server.nextCommand()) {
        if (holdsCommands) {
            held.push_back(std::move(*command));
            continue;
        }
        Result<std::string> reply = shop.runJson(command->name, command->body, server.actor(), command->key);
        const std::int64_t seq = reply ? shop.head() : 0;
        server.answered(command->key, core::CommandAnswer{std::move(reply), seq, false});
        server.committed(shop.head());
    }
}

std::vector<Heard> Line::hear()
{
    do {
        runCommands();
    } while (readOnce());
    std::vector<Heard> all;
    for (const std::string &text : server.takeFrames()) {
        const auto frame = sync::decode(text);
        REQUIRE(frame.has_value());
        Heard heard{.message = frame->message, .payload = {frame->payload.begin(), frame->payload.end()}};
        if (heard.as<sync::Changes>() != nullptr)
            heard.changes = sync::decodeChanges(*frame).value();
        all.push_back(std::move(heard));
    }
    return all;
}

void Copy::take(const Heard &heard, Line &line)
{
    if (const auto *welcome = heard.as<sync::Welcome>()) {
        m_newOrigin = welcome->origin;
        m_fromEmpty = welcome->snapshot;
    } else if (const auto *batch = heard.as<sync::Changes>()) {
        std::ranges::copy(heard.changes, std::back_inserter(m_waiting));
        line.say(sync::Ack{batch->batch});
    } else if (const auto *checkpoint = heard.as<sync::Checkpoint>()) {
        if (std::exchange(m_fromEmpty, false))
            base.clear();
        for (const core::Change &change : m_waiting) {
            const std::string key = change.entity + '/' + change.id.text();
            if (change.body)
                base[key] = *change.body;
            else
                base.erase(key);
        }
        m_waiting.clear();
        cursor = checkpoint->cursor;
        origin = m_newOrigin;
    }
}

std::map<std::string, std::string> visibleRows(Shop &shop, const std::set<std::string> &scopes)
{
    std::map<std::string, std::string> rows;
    REQUIRE(shop.store
                ->read([&](core::LogTx &tx) -> core::Status {
                    for (const core::EntitySchema *schema : core::allEntities()) {
                        VITRINE_TRY(const auto all, tx.selectRows(*schema, {.limit = 100'000}));
                        for (const core::RawRow &row : all)
                            if (scopes.contains(row.scope))
                                rows[std::string(schema->name) + '/' + row.id.text()] = row.body;
                    }
                    return {};
                })
                .has_value());
    return rows;
}

} // namespace vitrine::test
