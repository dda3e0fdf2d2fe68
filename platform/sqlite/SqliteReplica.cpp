// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/SqliteReplica.h"

#include "core/values/Contract.h"
#include "platform/sqlite/Migration.h"
#include "platform/sqlite/StoreCheck.h"
#include "platform/system/Files.h"

#include <charconv>

namespace vitrine::platform {

using core::Change;
using core::EntitySchema;
using core::ErrorCode;
using core::fail;
using core::QueuedCommand;
using core::Result;
using core::Status;

namespace {

constexpr std::string_view kBaseFile = "replica.db";
constexpr std::string_view kFreshFile = "replica.new.db";
constexpr std::string_view kOutboxFile = "outbox.db";

/// The database and what SQLite keeps beside it.
constexpr std::string_view kSuffixes[] = {"", "-wal", "-shm"};

std::filesystem::path withSuffix(std::filesystem::path file, std::string_view suffix)
{
    file += suffix;
    return file;
}

} // namespace

SqliteReplica::SqliteReplica(ReplicaOptions options, FileLock lock)
    : m_options(std::move(options))
    , m_lock(std::move(lock))
    , m_tables(m_options.entities, Constraints::ByTx)
{
}

Result<std::unique_ptr<SqliteReplica>> SqliteReplica::open(ReplicaOptions options)
{
    std::error_code error;
    std::filesystem::create_directories(options.folder, error);
    VITRINE_TRY(FileLock lock, FileLock::take(options.folder / "lock"));
    std::unique_ptr<SqliteReplica> replica(new SqliteReplica(std::move(options), std::move(lock)));
    VITRINE_CHECK(replica->openOutbox());
    VITRINE_CHECK(replica->openBase());
    VITRINE_CHECK(replica->openView());
    return replica;
}

// The files ----------------------------------------------------------------------------------------------------------

Status SqliteReplica::openOutbox()
{
    const std::filesystem::path file = m_options.folder / kOutboxFile;
    auto outbox = Outbox::open(file, m_options.vfs);
    if (outbox || outbox.error().code != ErrorCode::Corrupt) {
        VITRINE_TRY(m_outbox, std::move(outbox));
        return {};
    }
    const std::string mark =
        ".damaged-" +
        std::to_string(std::chrono::floor<std::chrono::milliseconds>(m_options.clock.now().time_since_epoch()).count());
    for (const std::string_view suffix : kSuffixes) {
        std::error_code error;
        std::filesystem::rename(withSuffix(file, suffix), withSuffix(withSuffix(file, mark), suffix), error);
        if (error && suffix.empty())
            return fail(ErrorCode::Unavailable, "the damaged outbox can't be kept aside: " + error.message(),
                        utf8(file));
    }
    const std::string reason = describe(outbox.error());
    VITRINE_TRY(m_outbox, Outbox::open(file, m_options.vfs));
    const std::int64_t saved = m_outbox->salvage(withSuffix(file, mark), m_options.vfs);
    m_recoveries.push_back("the outbox was damaged (" + reason + "); it is kept as " +
                           utf8(withSuffix(file, mark).filename()) + ", and " + std::to_string(saved) +
                           " commands of it were taken over");
    return {};
}

Status SqliteReplica::openBase()
{
    const Status opened = tryOpenBase(m_options.folder / kBaseFile);
    if (opened)
        return {};
    // A full disk or a missing right would befall a new file just as well; everything else is cured by fetching again.
    if (opened.error().code == ErrorCode::StorageFull || opened.error().code == ErrorCode::Unavailable ||
        opened.error().code == ErrorCode::PermissionDenied)
        return opened;
    return replaceBase(opened.error());
}

Status SqliteReplica::tryOpenBase(const std::filesystem::path &file)
{
    VITRINE_TRY(m_base,
                Database::open(file, {.durability = Durability::Ordered, .cacheKib = 32 * 1024, .vfs = m_options.vfs}));
    std::error_code error;
    VITRINE_CHECK(quickCheck(*m_base, std::filesystem::file_size(file, error)));
    VITRINE_CHECK(migrate(*m_base, m_tables, core::Uuid()));
    VITRINE_TRY(m_origin, meta(*m_base, "origin"));
    VITRINE_TRY(const std::string cursor, meta(*m_base, "cursor"));
    m_cursor = 0;
    std::from_chars(cursor.data(), cursor.data() + cursor.size(), m_cursor);
    m_view.emplace(*m_base, m_tables, m_options.random, Logging::Off);
    return {};
}

Status SqliteReplica::replaceBase(const core::Error &reason)
{
    closeBase();
    m_recoveries.push_back("the replica was thrown away and will be fetched again: " + describe(reason));
    const std::filesystem::path file = m_options.folder / kBaseFile;
    for (const std::string_view suffix : kSuffixes) {
        std::error_code ignored;
        std::filesystem::remove(withSuffix(file, suffix), ignored);
    }
    const Status opened = tryOpenBase(file);
    if (opened)
        return {};
    // Whatever ails the folder, the shop goes on from what the server sends; the outbox is a file of its own.
    closeBase();
    m_recoveries.push_back("the replica is kept in memory alone: " + describe(opened.error()));
    return tryOpenBase(":memory:");
}

void SqliteReplica::closeBase()
{
    m_view.reset();
    m_base.reset();
    m_isInCheckpoint = false;
}

// The view -----------------------------------------------------------------------------------------------------------

Status SqliteReplica::openView()
{
    // The transaction is taken for writing at once: nobody else writes here, and a later upgrade could only fail.
    return m_base->run("BEGIN IMMEDIATE");
}

core::Tx &SqliteReplica::view()
{
    VITRINE_EXPECT(!m_isInCheckpoint);
    m_view->begin(m_options.clock.now(), m_cursor);
    return *m_view;
}

Status SqliteReplica::resetView()
{
    VITRINE_EXPECT(!m_isInCheckpoint);
    if (m_base->isDamaged())
        VITRINE_CHECK(replaceBase({ErrorCode::Corrupt, "damage was met while reading", m_base->fileName()}));
    m_base->rollback();
    return openView();
}

// Checkpoints --------------------------------------------------------------------------------------------------------

Status SqliteReplica::beginCheckpoint(bool fromEmpty)
{
    VITRINE_EXPECT(!m_isInCheckpoint);
    VITRINE_CHECK(resetView());
    if (fromEmpty)
        VITRINE_CHECK(openFresh());
    m_isInCheckpoint = true;
    return {};
}

/// A snapshot fills a file of its own, which then takes the base's place whole. Three times as fast as emptying and
/// filling the base, where each page would be written to the log and copied from there, and indexes kept in order; and
/// whatever ailed the old file is gone with it.
Status SqliteReplica::openFresh()
{
    const std::filesystem::path file = m_options.folder / kFreshFile;
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    VITRINE_TRY(auto fresh,
                Database::open(file, {.durability = Durability::Scratch, .cacheKib = 64 * 1024, .vfs = m_options.vfs}));
    VITRINE_CHECK(migrate(*fresh, m_tables, core::Uuid()));
    VITRINE_CHECK(dropIndexes(*fresh, m_tables));
    VITRINE_CHECK(fresh->run("BEGIN"));
    m_fresh = std::move(fresh);
    return {};
}

Status SqliteReplica::moveFreshIn()
{
    m_fresh.reset();
    // Closing the base also brings its log into it, so that none is left to be taken for the new file's.
    closeBase();
    const std::filesystem::path file = m_options.folder / kBaseFile;
    std::error_code error;
    std::filesystem::rename(m_options.folder / kFreshFile, file, error);
    if (error)
        return fail(ErrorCode::Unavailable, "the new replica can't take its place: " + error.message(), utf8(file));
    return {};
}

Status SqliteReplica::apply(std::span<const Change> changes)
{
    VITRINE_EXPECT(m_isInCheckpoint);
    Database &target = staging();
    if (!target.isInTransaction())
        return fail(ErrorCode::Unavailable, "the checkpoint was given up after an earlier failure", target.fileName());
    for (const Change &change : changes)
        VITRINE_CHECK(applyOne(target, change));
    return {};
}

Status SqliteReplica::applyOne(Database &target, const Change &change)
{
    const EntitySchema *schema = m_tables.named(change.entity);
    if (schema == nullptr)
        return {};
    const TableSql &sql = m_tables.of(*schema);
    if (!change.body) {
        VITRINE_TRY(Statement erase, target.prepare(sql.erase));
        erase.bind(1, change.id);
        return erase.run();
    }
    auto row = schema->dissect(*change.body);
    if (!row)
        return fail(ErrorCode::InvalidArgument, row.error().detail, change.entity + ' ' + change.id.text());
    if (row->id != change.id)
        return fail(ErrorCode::InvalidArgument, "its document is of " + row->id.text(),
                    change.entity + ' ' + change.id.text());
    VITRINE_TRY(Statement upsert, target.prepare(sql.upsert));
    // The server's own words, with fields that this build may not know.
    bindRow(upsert, *row, change.version, change.scope, *change.body);
    return upsert.run();
}

Status SqliteReplica::commitCheckpoint(std::int64_t cursor, std::string_view origin)
{
    VITRINE_EXPECT(m_isInCheckpoint);
    Database &target = staging();
    const auto commit = [&]() -> Status {
        if (!target.isInTransaction())
            return fail(ErrorCode::Unavailable, "the checkpoint was given up after an earlier failure",
                        target.fileName());
        if (m_fresh)
            VITRINE_CHECK(createIndexes(target, m_tables));
        VITRINE_CHECK(setMeta(target, "cursor", std::to_string(cursor)));
        VITRINE_CHECK(setMeta(target, "origin", origin));
        return target.run("COMMIT");
    };
    Status status = commit();
    if (!status) {
        discardCheckpoint();
        return status;
    }
    m_isInCheckpoint = false;
    if (m_fresh) {
        status = moveFreshIn();
        if (const Status opened = tryOpenBase(m_options.folder / kBaseFile); !opened)
            VITRINE_CHECK(replaceBase(opened.error()));
        VITRINE_CHECK(openView());
        return status;
    }
    m_cursor = cursor;
    m_origin = origin;
    return openView();
}

void SqliteReplica::discardCheckpoint()
{
    m_isInCheckpoint = false;
    if (m_fresh) {
        m_fresh.reset();
        std::error_code ignored;
        std::filesystem::remove(m_options.folder / kFreshFile, ignored);
    }
    // Where this fails the view stays unusable and says so at the next call; resetView() tries again.
    static_cast<void>(resetView());
}

// The outbox ---------------------------------------------------------------------------------------------------------

Result<QueuedCommand> SqliteReplica::enqueue(QueuedCommand command) { return m_outbox->enqueue(std::move(command)); }

Status SqliteReplica::updateQueued(const QueuedCommand &command) { return m_outbox->update(command); }

Status SqliteReplica::removeQueued(std::int64_t position) { return m_outbox->remove(position); }

Result<std::vector<QueuedCommand>> SqliteReplica::queued() { return m_outbox->queued(); }

Result<std::optional<std::string>> SqliteReplica::setting(std::string_view name) { return m_outbox->setting(name); }

Status SqliteReplica::setSetting(std::string_view name, std::string_view value)
{
    return m_outbox->setSetting(name, value);
}

} // namespace vitrine::platform
