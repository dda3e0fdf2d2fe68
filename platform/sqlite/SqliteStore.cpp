// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/SqliteStore.h"

#include "core/values/Contract.h"
#include "platform/sqlite/LogReader.h"
#include "platform/sqlite/Migration.h"
#include "platform/sqlite/StoreTx.h"
#include "platform/system/FileLock.h"
#include "platform/system/Files.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace vitrine::platform {

using core::ErrorCode;
using core::fail;
using core::Result;
using core::Status;

namespace {

// A longer group makes its first work wait for the last; at this length a sync's share of each is small already.
constexpr std::size_t kMaxGroup = 256;
constexpr std::size_t kIdleReaders = 16;
constexpr std::int64_t kMmapBytes = std::int64_t{1} << 30;

DatabaseOptions writerOptions(const StoreOptions &options)
{
    // Filling a large store touches the indexes of random ids all over: they must stay in memory.
    return {.isReadOnly = options.isReadOnly,
            .durability = options.isBulk ? Durability::Ordered : Durability::Synced,
            .cacheKib = (options.isBulk ? 512 : 64) * std::int64_t{1024},
            .mmapBytes = 0,
            .vfs = options.vfs};
}

DatabaseOptions readerOptions(const StoreOptions &options)
{
    // Readers share the system's page cache by mmap; a large cache for each would hold the same pages many times.
    return {.isReadOnly = true,
            .cacheKib = 2 * 1024,
            .mmapBytes = options.vfs.empty() ? kMmapBytes : 0,
            .vfs = options.vfs};
}

/// A new store is put together beside its name and renamed when it is whole, so that a store that began and lost its
/// content can be told from one that was never there.
Status create(const StoreOptions &options, const Tables &tables)
{
    std::filesystem::path beside = options.file;
    beside += ".new";
    std::error_code error;
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        std::filesystem::remove(std::filesystem::path(beside) += suffix, error);
    {
        VITRINE_TRY(const std::unique_ptr<Database> database, Database::open(beside, writerOptions(options)));
        VITRINE_CHECK(migrate(*database, tables, core::Uuid::make(options.clock.now(), options.random)));
    }
    return replaceFile(beside, options.file);
}

} // namespace

class SqliteStore::Impl
{
public:
    Impl(StoreOptions options, std::optional<FileLock> lock, std::unique_ptr<Database> writer, Tables tables)
        : m_options(std::move(options))
        , m_lock(std::move(lock))
        , m_tables(std::move(tables))
        , m_writer(std::move(writer))
        , m_tx(*m_writer, m_tables, m_options.random, Logging::On)
    {
    }

    ~Impl() { stop(); }

    Status start()
    {
        VITRINE_TRY(m_origin, meta(*m_writer, "origin"));
        VITRINE_TRY(m_head, m_writer->integer("SELECT max(seq) FROM vitrine_log"));
        if (!m_options.isReadOnly)
            m_thread = std::thread([this] { run(); });
        return {};
    }

    void submit(Work work, Done done);
    Status read(const std::function<Status(core::LogTx &)> &read);
    void addListener(std::function<void(std::int64_t)> listener) { m_listeners.push_back(std::move(listener)); }
    void stop();
    const std::string &origin() const { return m_origin; }
    Result<CheckReport> check();

private:
    struct Job {
        Work work;
        Done done;
    };

    void run();
    void commitGroup(std::span<Job> group);
    std::size_t runWorks(std::span<Job> group, std::vector<Status> &outcomes);
    Status runWork(Work &work);

    Result<std::unique_ptr<Database>> takeReader();
    void giveReader(std::unique_ptr<Database> reader);

    // Constant after open.
    const StoreOptions m_options;
    std::optional<FileLock> m_lock;
    const Tables m_tables;
    std::string m_origin;
    std::vector<std::function<void(std::int64_t)>> m_listeners;

    // The writer thread's.
    std::unique_ptr<Database> m_writer;
    StoreTx m_tx;
    std::int64_t m_head = 0;

    // Guarded by m_mutex.
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_queue;
    bool m_isStopping = false;

    // Guarded by m_readersMutex.
    std::mutex m_readersMutex;
    std::vector<std::unique_ptr<Database>> m_readers;

    std::once_flag m_joined;
    std::thread m_thread;
};

void SqliteStore::Impl::submit(Work work, Done done)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isStopping && !m_options.isReadOnly) {
            m_queue.push_back({std::move(work), std::move(done)});
            m_wake.notify_one();
            return;
        }
    }
    if (m_options.isReadOnly)
        done(fail(ErrorCode::PermissionDenied, "the store was opened for reading", m_writer->fileName()));
    else
        done(fail(ErrorCode::Unavailable, "the store is shutting down"));
}

void SqliteStore::Impl::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        m_wake.notify_one();
    }
    std::call_once(m_joined, [this] {
        if (m_thread.joinable())
            m_thread.join();
    });
}

void SqliteStore::Impl::run()
{
    std::vector<Job> group;
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_isStopping || !m_queue.empty(); });
            if (m_queue.empty())
                return;
            while (!m_queue.empty() && group.size() < kMaxGroup) {
                group.push_back(std::move(m_queue.front()));
                m_queue.pop_front();
            }
        }
        // Whatever arrives while this group is synced makes up the next one.
        commitGroup(group);
        group.clear();
    }
}

void SqliteStore::Impl::commitGroup(std::span<Job> group)
{
    while (!group.empty()) {
        const std::int64_t before = m_head;
        std::vector<Status> outcomes;
        outcomes.reserve(group.size());
        const std::size_t ran = runWorks(group, outcomes);
        for (std::size_t i = 0; i < ran; ++i)
            group[i].done(std::move(outcomes[i]));
        if (m_head != before)
            for (const auto &listener : m_listeners)
                listener(m_head);
        group = group.subspan(ran);
    }
}

/// Runs works in one durable transaction. Answers how many were decided: fewer than all where the transaction broke on
/// the way; those have all failed, and the others were not touched yet.
std::size_t SqliteStore::Impl::runWorks(std::span<Job> group, std::vector<Status> &outcomes)
{
    const std::int64_t before = m_head;
    const auto failAll = [&](const core::Error &error, std::size_t count) {
        m_writer->rollback();
        m_head = before;
        outcomes.assign(count, std::unexpected(error));
        return count;
    };
    if (auto begun = m_writer->run("BEGIN IMMEDIATE"); !begun)
        return failAll(begun.error(), group.size());
    if (m_writer->hasMoved())
        return failAll({ErrorCode::Unavailable, "the database file was moved or removed: stop the program, put it back",
                        m_writer->fileName()},
                       group.size());
    for (Job &job : group) {
        outcomes.push_back(runWork(job.work));
        if (!m_writer->isInTransaction())
            return failAll(outcomes.back() ? core::Error{ErrorCode::Unavailable, "the transaction was given up",
                                                         m_writer->fileName()}
                                           : outcomes.back().error(),
                           outcomes.size());
    }
    if (auto committed = m_writer->run("COMMIT"); !committed)
        return failAll(committed.error(), group.size());
    return group.size();
}

Status SqliteStore::Impl::runWork(Work &work)
{
    VITRINE_CHECK(m_writer->run("SAVEPOINT work"));
    m_tx.begin(m_options.clock.now(), m_head);
    Status status;
    try {
        status = work(m_tx);
    } catch (const std::exception &exception) {
        status = fail(ErrorCode::Internal, std::string("a work threw: ") + exception.what());
    } catch (...) {
        status = fail(ErrorCode::Internal, "a work threw");
    }
    if (!m_writer->isInTransaction())
        return status ? fail(ErrorCode::Unavailable, "the transaction was given up", m_writer->fileName()) : status;
    Status ended;
    if (!status)
        ended = m_writer->run("ROLLBACK TO work");
    if (ended)
        ended = m_writer->run("RELEASE work");
    if (!ended) {
        // A savepoint that can't be ended leaves nothing to build on.
        m_writer->rollback();
        return status ? ended : status;
    }
    if (status)
        m_head = m_tx.head();
    return status;
}

Status SqliteStore::Impl::read(const std::function<Status(core::LogTx &)> &read)
{
    VITRINE_TRY(std::unique_ptr<Database> reader, takeReader());
    VITRINE_CHECK(reader->run("BEGIN"));
    Status status;
    try {
        LogReader tx(*reader, m_tables);
        status = read(tx);
    } catch (...) {
        // The connection goes with the exception, and its snapshot with it.
        reader->rollback();
        throw;
    }
    VITRINE_CHECK(reader->run("COMMIT"));
    giveReader(std::move(reader));
    return status;
}

Result<std::unique_ptr<Database>> SqliteStore::Impl::takeReader()
{
    {
        const std::lock_guard lock(m_readersMutex);
        if (!m_readers.empty()) {
            auto reader = std::move(m_readers.back());
            m_readers.pop_back();
            // Else a file that is gone would be served for as long as the program runs.
            if (!reader->hasMoved())
                return reader;
        }
    }
    return Database::open(m_options.file, readerOptions(m_options));
}

void SqliteStore::Impl::giveReader(std::unique_ptr<Database> reader)
{
    const std::lock_guard lock(m_readersMutex);
    if (m_readers.size() < kIdleReaders)
        m_readers.push_back(std::move(reader));
}

Result<CheckReport> SqliteStore::Impl::check()
{
    VITRINE_TRY(const std::unique_ptr<Database> reader, Database::open(m_options.file, readerOptions(m_options)));
    VITRINE_CHECK(reader->run("BEGIN"));
    auto report = checkDatabase(*reader, m_tables);
    reader->rollback();
    return report;
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(StoreOptions options)
{
    std::error_code error;
    std::optional<FileLock> lock;
    if (!options.isReadOnly) {
        if (options.file.has_parent_path())
            std::filesystem::create_directories(options.file.parent_path(), error);
        std::filesystem::path lockFile = options.file;
        lockFile += ".lock";
        VITRINE_TRY(lock, FileLock::take(lockFile));
    }
    Tables tables(options.entities, Constraints::InTable);
    if (!options.isReadOnly && !std::filesystem::exists(options.file, error))
        VITRINE_CHECK(create(options, tables));
    // For SQLite a file of no bytes is a database without tables. A store is never that, since it is made whole.
    const std::uintmax_t bytes = std::filesystem::file_size(options.file, error);
    if (bytes == 0)
        return fail(ErrorCode::Corrupt, "the database file is empty: restore it, or remove it to begin a new shop",
                    utf8(options.file));
    VITRINE_TRY(std::unique_ptr<Database> writer, Database::open(options.file, writerOptions(options)));
    VITRINE_CHECK(quickCheck(*writer, bytes));
    if (options.isReadOnly)
        VITRINE_CHECK(expectCurrent(*writer, tables));
    else
        VITRINE_CHECK(migrate(*writer, tables, core::Uuid::make(options.clock.now(), options.random)));
    auto impl = std::make_unique<Impl>(std::move(options), std::move(lock), std::move(writer), std::move(tables));
    VITRINE_CHECK(impl->start());
    return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(impl)));
}

SqliteStore::SqliteStore(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

SqliteStore::~SqliteStore() = default;

void SqliteStore::submit(Work work, Done done) { m_impl->submit(std::move(work), std::move(done)); }

Status SqliteStore::read(const std::function<Status(core::LogTx &)> &read) { return m_impl->read(read); }

void SqliteStore::onCommit(std::function<void(std::int64_t seq)> listener) { m_impl->addListener(std::move(listener)); }

void SqliteStore::stop() { m_impl->stop(); }

const std::string &SqliteStore::origin() const { return m_impl->origin(); }

Result<CheckReport> SqliteStore::check() { return m_impl->check(); }

} // namespace vitrine::platform
