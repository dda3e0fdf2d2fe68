// SPDX-License-Identifier: GPL-3.0-or-later
// vitrine-bench-catchup SERVER FOLDER: a new device opens its session in FOLDER on the server at SERVER and follows it
// to its head. Prints the seconds from before the opening until the session says that it is online (the replica is
// whole and committed then), and after that, untimed, how many rows the replica's file has once it is opened anew.
#include "core/entities/Sales.h"
#include "platform/net/NetShopSession.h"
#include "platform/sqlite/SqliteReplica.h"
#include "platform/system/SystemClock.h"
#include "platform/system/SystemRandom.h"

#include <QCoreApplication>
#include <QTimer>

#include <cstdio>

using namespace vitrine;
using namespace std::chrono_literals;

namespace {

constexpr auto kPatience = 60s;

platform::SystemClock systemClock;
platform::SystemRandom systemRandom;

int fail(const char *what, const std::string &why)
{
    std::fprintf(stderr, "vitrine-bench-catchup: %s: %s\n", what, why.c_str());
    return 1;
}

/// Lets the session work until it is at the server's head; false where it does not get there.
bool followToHead(core::ShopSession &session)
{
    QTimer::singleShot(kPatience, [] { QCoreApplication::exit(1); });
    const auto guard = std::make_shared<int>();
    session.observe(guard, [](const core::SessionNotice &notice) {
        if (notice.connection == core::Connection::Online)
            QCoreApplication::exit(0);
    });
    return QCoreApplication::exec() == 0;
}

/// Of all entities, as a later start of the program would find them.
core::Result<std::int64_t> rowsOf(const std::filesystem::path &folder)
{
    VITRINE_TRY(const auto replica,
                platform::SqliteReplica::open(
                    {.folder = folder, .entities = core::allEntities(), .clock = systemClock, .random = systemRandom}));
    std::int64_t rows = 0;
    for (const core::EntitySchema *schema : core::allEntities()) {
        VITRINE_TRY(const std::int64_t more, replica->view().countRows(*schema, {}));
        rows += more;
    }
    return rows;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 3)
        return fail("usage", "vitrine-bench-catchup SERVER FOLDER");
    const std::filesystem::path folder = argv[2];

    const auto begun = std::chrono::steady_clock::now();
    auto session =
        net::openShopSession({.dataDir = folder, .serverUrl = argv[1], .clock = systemClock, .random = systemRandom});
    if (!session)
        return fail("opening the session", core::describe(session.error()));
    if (!followToHead(**session))
        return fail("catching up", "the session did not come online");
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    session->reset();

    const auto rows = rowsOf(folder);
    if (!rows)
        return fail("opening the replica again", core::describe(rows.error()));
    std::printf("{\"seconds\": %.4f, \"rows\": %lld}\n", took.count(), static_cast<long long>(*rows));
    return 0;
}
