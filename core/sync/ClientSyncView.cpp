// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/ClientSyncView.h"

namespace vitrine::core::sync {
namespace {

std::uint64_t seedOf(const Uuid &key) { return std::hash<Uuid>()(key); }

/// The replica's view as one prediction sees it: its own time and chance, and a note of what it wrote.
class PredictionTx final : public Tx
{
public:
    PredictionTx(Tx &view, const QueuedCommand &command, std::set<std::string> &written)
        : m_view(view)
        , m_now(command.queuedAt)
        , m_random(seedOf(command.key))
        , m_written(written)
    {
    }

    Result<std::optional<RawRow>> findRow(const EntitySchema &schema, const Uuid &id) override
    {
        return m_view.findRow(schema, id);
    }
    Result<std::vector<RawRow>> selectRows(const EntitySchema &schema, const Query &query) override
    {
        return m_view.selectRows(schema, query);
    }
    Result<std::int64_t> countRows(const EntitySchema &schema, const std::vector<Condition> &where) override
    {
        return m_view.countRows(schema, where);
    }
    Time now() const override { return m_now; }
    RandomSource &random() override { return m_random; }
    Result<std::int64_t> writeRow(const EntitySchema &schema, const EncodedRow &row, std::int64_t expectedVersion,
                                  std::string_view event) override
    {
        m_written.emplace(schema.name);
        return m_view.writeRow(schema, row, expectedVersion, event);
    }
    Status eraseRow(const EntitySchema &schema, const Uuid &id, std::int64_t expectedVersion,
                    std::string_view event) override
    {
        m_written.emplace(schema.name);
        return m_view.eraseRow(schema, id, expectedVersion, event);
    }
    Result<std::optional<StoredAnswer>> storedAnswer(const Uuid &key) override { return m_view.storedAnswer(key); }
    Status storeAnswer(const StoredAnswer &answer) override { return m_view.storeAnswer(answer); }
    std::int64_t lastSeq() const override { return m_view.lastSeq(); }
    Status nested(const std::function<Status()> &body) override { return m_view.nested(body); }

private:
    Tx &m_view;
    const Time m_now;
    SeededRandom m_random;
    std::set<std::string> &m_written;
};

} // namespace

Status ClientView::rebase(std::span<const QueuedCommand> commands, const Actor &actor)
{
    VITRINE_CHECK(m_replica.resetView());
    m_touched.merge(std::exchange(m_predicted, {}));
    for (const QueuedCommand &command : commands)
        if (!command.isParked())
            (void)run(command, actor);
    return {};
}

Result<std::string> ClientView::run(const QueuedCommand &command, const Actor &actor)
{
    if (m_predictions.find(command.name) == nullptr)
        return std::string("{}");
    VITRINE_TRY(const auto prepared, prepareCommand(m_predictions, {command.key, command.name, command.body}, actor));
    std::set<std::string> written;
    PredictionTx tx(m_replica.view(), command, written);
    Result<std::string> reply;
    VITRINE_CHECK(tx.nested([&]() -> Status {
        reply = prepared->run(tx, actor);
        return reply ? Status() : Status(std::unexpected(reply.error()));
    }));
    m_touched.insert(written.begin(), written.end());
    m_predicted.merge(std::move(written));
    return reply;
}

} // namespace vitrine::core::sync
