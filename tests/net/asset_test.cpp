// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/net/AssetFetcher.h"
#include "tests/net/SessionHome.h"
#include "tests/support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>
#include <fstream>
#include <functional>

using namespace vitrine;
using namespace vitrine::test;
using core::ErrorCode;

namespace {

std::string sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
}

/// A web server with one file, which breaks off or lies where a test wants it.
class WebServer
{
public:
    WebServer()
    {
        REQUIRE(m_server.listen(QHostAddress::LocalHost));
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            ++connections;
            QObject::connect(socket, &QTcpSocket::disconnected, socket, [this] { --connections; });
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }
    QUrl url() const { return QUrl("http://127.0.0.1:" + QString::number(m_server.serverPort())); }

    QByteArray content;
    /// What is sent under the name, where that is something else.
    std::optional<QByteArray> lie;
    /// Whether the connection breaks within an answer that begins at this byte of the content. Told by the byte, not
    /// counted: Qt asks once more by itself where a connection closed before it had read any of the answer.
    std::function<bool(qsizetype begin)> isCut = [](qsizetype) { return false; };
    qsizetype cutAfter = 0;
    /// It falls silent there instead of breaking off.
    bool stalls = false;
    int connections = 0;
    bool knowsRanges = true;
    QList<QByteArray> ranges;
    int requests = 0;

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &request = m_read[socket];
        request += socket->readAll();
        if (!request.contains("\r\n\r\n"))
            return;
        ++requests;
        QByteArray range;
        for (const QByteArray &line : request.split('\n'))
            if (line.toLower().startsWith("range: bytes="))
                range = line.mid(13).trimmed();
        ranges.append(range);
        request.clear();
        answer(socket, knowsRanges && !range.isEmpty() ? range.split('-').first().toLongLong() : 0);
    }

    void answer(QTcpSocket *socket, qsizetype begin)
    {
        const QByteArray whole = lie.value_or(content);
        const QByteArray size = QByteArray::number(whole.size());
        if (begin >= whole.size() && begin > 0) {
            socket->write("HTTP/1.1 416 Range Not Satisfiable\r\nContent-Length: 0\r\n\r\n");
            return;
        }
        const QByteArray body = whole.mid(begin);
        socket->write(begin > 0 ? "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes " + QByteArray::number(begin) +
                                      '-' + QByteArray::number(whole.size() - 1) + '/' + size + "\r\n"
                                : QByteArray("HTTP/1.1 200 OK\r\n"));
        socket->write("Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n");
        if (isCut(begin)) {
            socket->write(body.first(std::min(cutAfter, body.size())));
            if (!stalls)
                socket->disconnectFromHost();
            return;
        }
        socket->write(body);
    }

    QTcpServer m_server;
    QHash<QTcpSocket *, QByteArray> m_read;
};

struct World {
    TemporaryFolder folder;
    WebServer web;
    std::unique_ptr<net::AssetFetcher> fetcher;
    std::uint64_t ticket = 0;

    explicit World(std::uintmax_t maxBytes = net::AssetCache::kDefaultMaxBytes)
    {
        web.content = QByteArray(300'000, 'v');
        for (qsizetype i = 0; i < web.content.size(); i += 7)
            web.content[i] = static_cast<char>(i);
        reopen(maxBytes);
    }
    void reopen(std::uintmax_t maxBytes = net::AssetCache::kDefaultMaxBytes)
    {
        fetcher =
            std::make_unique<net::AssetFetcher>(*net::AssetCache::open(folder.path() / "assets", maxBytes), web.url());
    }
    core::Result<std::string> fetch(const std::string &name)
    {
        std::optional<core::Result<std::string>> outcome;
        fetcher->fetch(++ticket, name, [&outcome](core::Result<std::string> fetched) { outcome = std::move(fetched); });
        if (!waitUntil([&] { return outcome.has_value(); }))
            return core::fail(ErrorCode::Timeout, "no answer to a fetch");
        return *outcome;
    }
    core::Result<std::string> fetch() { return fetch(sha256(web.content)); }
    bool isWhole(const core::Result<std::string> &path) const
    {
        if (!path)
            return false;
        std::ifstream file(*path, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {}) == web.content.toStdString();
    }
    std::filesystem::path part() const
    {
        const std::string name = sha256(web.content);
        return folder.path() / "assets" / name.substr(0, 2) / (name + ".part");
    }
};

} // namespace

TEST_CASE("An asset is fetched once, then found")
{
    World world;
    CHECK(world.isWhole(world.fetch()));
    CHECK_FALSE(std::filesystem::exists(world.part()));
    world.reopen();
    CHECK(world.isWhole(world.fetch()));
    CHECK(world.web.requests == 1);
}

TEST_CASE("Requests for one asset share one fetch")
{
    World world;
    int answers = 0;
    for (int i = 0; i < 3; ++i)
        world.fetcher->fetch(++world.ticket, sha256(world.web.content),
                             [&](const auto &path) { answers += path.has_value(); });
    CHECK(waitUntil([&] { return answers == 3; }));
    CHECK(world.web.requests == 1);
}

TEST_CASE("A fetch that is cut goes on where it stopped")
{
    World world;
    world.web.isCut = [](qsizetype begin) { return begin < 200'000; };
    world.web.cutAfter = 100'000;
    CHECK(world.isWhole(world.fetch()));
    world.web.ranges.erase(std::ranges::unique(world.web.ranges).begin(), world.web.ranges.end());
    CHECK(world.web.ranges == QList<QByteArray>{"", "100000-", "200000-"});
}

TEST_CASE("Progress only rises, over cuts and a part that is thrown away")
{
    World world;
    std::filesystem::create_directories(world.part().parent_path());
    std::ofstream(world.part(), std::ios::binary) << std::string(120'000, 'x');
    world.web.isCut = [](qsizetype begin) { return begin < 200'000; };
    world.web.cutAfter = 100'000;
    std::vector<double> told;
    std::optional<core::Result<std::string>> outcome;
    world.fetcher->fetch(
        1, sha256(world.web.content), [&](core::Result<std::string> fetched) { outcome = std::move(fetched); },
        [&](double part) { told.push_back(part); });
    REQUIRE(waitUntil([&] { return outcome.has_value(); }));
    CHECK(world.isWhole(*outcome));
    CHECK(told.size() > 1);
    CHECK(std::ranges::adjacent_find(told, std::ranges::greater_equal()) == told.end());
    CHECK(told.front() > 0);
    CHECK(told.back() <= 1);
}

TEST_CASE("A fetch ends when the last who waits gives it up, and the next goes on from there")
{
    World world;
    world.web.isCut = [](qsizetype begin) { return begin < 100'000; };
    world.web.cutAfter = 100'000;
    world.web.stalls = true;
    int answers = 0;
    double part = 0;
    const auto answered = [&](const auto &) { ++answers; };
    const auto progress = [&](double now) { part = now; };
    for (const std::uint64_t ticket : {1, 2})
        world.fetcher->fetch(ticket, sha256(world.web.content), answered, progress);
    REQUIRE(waitUntil([&] { return part > 0.33; }));
    world.fetcher->giveUp(1);
    world.fetcher->giveUp(99);
    QCoreApplication::processEvents();
    CHECK(world.web.connections == 1);
    world.fetcher->giveUp(2);
    CHECK(waitUntil([&] { return world.web.connections == 0; }));
    world.web.stalls = false;
    CHECK(world.isWhole(world.fetch()));
    CHECK(world.web.ranges.back() == "100000-");
    CHECK(answers == 0);
}

TEST_CASE("A fetch may be given up from its own progress")
{
    World world;
    world.web.isCut = [](qsizetype) { return true; };
    world.web.cutAfter = 100'000;
    world.web.stalls = true;
    bool isOver = false;
    world.fetcher->fetch(
        1, sha256(world.web.content), [&](const auto &) { isOver = true; }, [&](double) { world.fetcher->giveUp(1); });
    CHECK(waitUntil([&] { return world.web.requests == 1 && world.web.connections == 0; }));
    CHECK_FALSE(isOver);
}

TEST_CASE("What came before the device was switched off is not fetched again")
{
    World world;
    std::filesystem::create_directories(world.part().parent_path());
    std::ofstream(world.part(), std::ios::binary) << world.web.content.first(120'000).toStdString();
    CHECK(world.isWhole(world.fetch()));
    CHECK(world.web.ranges == QList<QByteArray>{"120000-"});
}

TEST_CASE("A part that is not what it should be is thrown away")
{
    World world;
    const bool isTooLong = GENERATE(false, true);
    std::filesystem::create_directories(world.part().parent_path());
    std::ofstream(world.part(), std::ios::binary) << std::string(isTooLong ? 400'000 : 120'000, 'x');
    CHECK(world.isWhole(world.fetch()));
    CHECK(world.web.ranges.size() == 2);
    CHECK(world.web.ranges.back().isEmpty());
}

TEST_CASE("A server that knows no ranges sends the whole again")
{
    World world;
    world.web.knowsRanges = false;
    world.web.isCut = [&web = world.web](qsizetype) { return web.requests == 1; };
    world.web.cutAfter = 100'000;
    CHECK(world.isWhole(world.fetch()));
}

TEST_CASE("Other bytes than the name says are refused and not kept")
{
    World world;
    world.web.lie = QByteArray("something else");
    const auto fetched = world.fetch();
    REQUIRE_FALSE(fetched);
    CHECK(fetched.error().code == ErrorCode::Corrupt);
    CHECK_FALSE(std::filesystem::exists(world.part()));
    world.web.lie.reset();
    CHECK(world.isWhole(world.fetch()));
}

TEST_CASE("A name that is none, and a server that is not there, are told apart")
{
    World world;
    for (const char *name : {"", "../../../etc/passwd", "ABCDEF", "zz"})
        CHECK(world.fetch(name).error().code == ErrorCode::InvalidArgument);
    world.fetcher = std::make_unique<net::AssetFetcher>(*net::AssetCache::open(world.folder.path() / "assets"),
                                                        QUrl("http://127.0.0.1:9"));
    CHECK(world.fetch().error().code == ErrorCode::Unavailable);
}

TEST_CASE("The cache drops what was not used for longest, but nothing that was handed out")
{
    World world(700'000);
    std::vector<std::string> names;
    const auto fetchNext = [&] {
        world.web.content[0] = static_cast<char>(names.size());
        names.push_back(sha256(world.web.content));
        REQUIRE(world.fetch());
        return names.back();
    };
    for (int i = 0; i < 2; ++i)
        fetchNext();
    world.reopen(700'000);
    const auto now = std::filesystem::file_time_type::clock::now();
    const auto path = [&](const std::string &name) {
        return world.folder.path() / "assets" / name.substr(0, 2) / name;
    };
    std::filesystem::last_write_time(path(names[0]), now - std::chrono::hours(1));
    std::filesystem::last_write_time(path(names[1]), now - std::chrono::hours(2));
    fetchNext();
    CHECK(std::filesystem::exists(path(names[0])));
    CHECK_FALSE(std::filesystem::exists(path(names[1])));
    fetchNext();
    fetchNext(); // Three that this run handed out are more than the bound, and all stay.
    CHECK_FALSE(std::filesystem::exists(path(names[0])));
    for (int i = 2; i < 5; ++i)
        CHECK(std::filesystem::exists(path(names[static_cast<std::size_t>(i)])));
}
