// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/net/AssetFetcher.h"

#include "platform/system/Sha256.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>
#include <vector>

namespace vitrine::net {
namespace {

using core::ErrorCode;
using core::fail;

constexpr std::chrono::seconds kSilenceLimit{20};
/// Resumes within one call, as long as each brought something.
constexpr int kMaxResumes = 5;

} // namespace

/// One file on its way.
class AssetFetcher::Fetch
{
public:
    Fetch(AssetFetcher &owner, std::string sha256)
        : m_owner(owner)
        , m_sha256(std::move(sha256))
    {
    }
    ~Fetch() { abandon(); }

    void start()
    {
        if (const core::Status status = openPart(); !status)
            return finish(std::unexpected(status.error()));
        request();
    }

    void abandon();

private:
    core::Status openPart();
    void request();
    void readHead();
    void readBody();
    void replied();
    void verify();
    void restart();
    void tellProgress();
    void finish(core::Result<std::string> outcome) { m_owner.finished(m_sha256, outcome); }

    AssetFetcher &m_owner;
    const std::string m_sha256;
    QFile m_part;
    platform::Sha256 m_hash;
    QNetworkReply *m_reply = nullptr;
    core::Status m_fault;
    /// The part when this request began.
    qint64 m_begin = 0;
    /// The part when this request has brought all that it said; 0 where it said nothing.
    qint64 m_announced = 0;
    bool m_headWasRead = false;
    /// The part began with bytes of an earlier fetch.
    bool m_wasResumed = false;
    int m_resumes = 0;
    /// What was told last.
    double m_told = 0;
};

core::Status AssetFetcher::Fetch::openPart()
{
    VITRINE_TRY(const auto path, m_owner.m_cache.partFile(m_sha256));
    m_part.setFileName(QString::fromStdU16String(path.u16string()));
    if (!m_part.open(QIODevice::ReadWrite))
        return fail(ErrorCode::Unavailable, m_part.errorString().toStdString(), path.string());
    // What an earlier fetch left is hashed again: it decides together with the rest.
    m_hash = {};
    std::array<char, 65536> bytes{};
    while (!m_part.atEnd()) {
        const qint64 count = m_part.read(bytes.data(), bytes.size());
        if (count < 0)
            return fail(ErrorCode::Unavailable, m_part.errorString().toStdString(), path.string());
        m_hash.add({bytes.data(), static_cast<std::size_t>(count)});
    }
    m_wasResumed = m_part.size() > 0;
    return {};
}

void AssetFetcher::Fetch::request()
{
    QUrl url = m_owner.m_server;
    url.setPath(url.path() + "/assets/" + QString::fromStdString(m_sha256));
    QNetworkRequest request(url);
    request.setTransferTimeout(kSilenceLimit);
    // The bytes are the name: nothing is to be unpacked, and what a resume continues must be counted alike.
    request.setRawHeader("Accept-Encoding", "identity");
    m_begin = m_part.size();
    m_headWasRead = false;
    m_announced = 0;
    if (m_begin > 0)
        request.setRawHeader("Range", "bytes=" + QByteArray::number(m_begin) + '-');
    m_reply = m_owner.m_network->get(request);
    QObject::connect(m_reply, &QNetworkReply::readyRead, &m_owner, [this] {
        readBody();
        tellProgress(); // last: whoever hears it may give the fetch up
    });
    QObject::connect(m_reply, &QNetworkReply::finished, &m_owner, [this] { replied(); });
}

void AssetFetcher::Fetch::readHead()
{
    m_headWasRead = true;
    m_announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 206) {
        const QByteArray expected = "bytes " + QByteArray::number(m_begin) + '-';
        if (!m_reply->rawHeader("Content-Range").startsWith(expected))
            m_fault = fail(ErrorCode::Malformed, "the server sent another part than was asked for");
        m_announced += m_begin;
    } else if (status == 200) {
        // The whole, although a part was asked for.
        m_hash = {};
        m_part.resize(0);
        m_part.seek(0);
        m_begin = 0;
        m_wasResumed = false;
    } else {
        m_fault = fail(status == 404 ? ErrorCode::NotFound : ErrorCode::Unavailable,
                       "the server answered " + std::to_string(status));
    }
}

void AssetFetcher::Fetch::readBody()
{
    if (!m_headWasRead)
        readHead();
    const QByteArray bytes = m_reply->readAll();
    if (!m_fault)
        return;
    if (m_part.size() + bytes.size() > kMaxBytes) {
        m_fault = fail(ErrorCode::TooLarge, "more than an asset may have");
        return m_reply->abort();
    }
    m_hash.add({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (m_part.write(bytes) != bytes.size()) {
        m_fault = fail(ErrorCode::StorageFull, m_part.errorString().toStdString(), m_part.fileName().toStdString());
        m_reply->abort();
    }
}

void AssetFetcher::Fetch::tellProgress()
{
    // A restart begins from nothing; who looks at the figure sees it stand still meanwhile.
    const double part = m_announced > 0 ? static_cast<double>(m_part.size()) / static_cast<double>(m_announced) : 0;
    if (part < m_told + 0.01 || !m_fault)
        return;
    m_told = std::min(part, 1.0);
    m_owner.progressed(m_sha256, m_told);
}

void AssetFetcher::Fetch::replied()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != 0)
        readBody();
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->deleteLater();
    if (status == 416 && m_wasResumed)
        return restart();
    if (!m_fault)
        return finish(std::unexpected(m_fault.error()));
    m_part.flush();
    // Qt takes a body that ended before its announced length for a success.
    if (reply->error() == QNetworkReply::NoError && m_part.size() >= m_announced)
        return verify();
    if (m_part.size() > m_begin && m_resumes++ < kMaxResumes)
        return request();
    const bool wasCut = reply->error() == QNetworkReply::NoError;
    finish(fail(ErrorCode::Unavailable, wasCut ? "the connection was cut" : reply->errorString().toStdString()));
}

void AssetFetcher::Fetch::verify()
{
    m_part.close();
    if (m_hash.hex() == m_sha256)
        return finish(m_owner.m_cache.keep(m_sha256).transform([](const auto &path) { return path.string(); }));
    if (m_wasResumed)
        return restart();
    m_part.remove();
    finish(fail(ErrorCode::Corrupt, "the server sent other bytes than the name says", m_sha256));
}

void AssetFetcher::Fetch::restart()
{
    m_fault = {};
    m_part.close();
    m_part.remove();
    start();
}

void AssetFetcher::Fetch::abandon()
{
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        // Ours alone: Qt's own connections carry the abort to the network's thread.
        reply->disconnect(&m_owner);
        reply->abort();
        reply->deleteLater();
    }
    m_part.close(); // what was gathered is the next fetch's
}

AssetFetcher::AssetFetcher(AssetCache cache, QUrl server, QObject *parent)
    : QObject(parent)
    , m_cache(std::move(cache))
    , m_server(std::move(server))
    , m_network(new QNetworkAccessManager(this))
{
}

AssetFetcher::~AssetFetcher() = default;

void AssetFetcher::fetch(std::uint64_t ticket, const std::string &sha256, Done done, Progress progress)
{
    if (!AssetCache::isName(sha256))
        return done(fail(ErrorCode::InvalidArgument, "'" + sha256.substr(0, 80) + "' is no SHA-256"));
    if (const auto path = m_cache.find(sha256))
        return done(path->string());
    const auto [waiting, isNew] = m_waiting.try_emplace(sha256);
    waiting->second.push_back({ticket, std::move(done), std::move(progress)});
    if (isNew) {
        m_queue.push_back(sha256);
        startNext();
    }
}

void AssetFetcher::giveUp(std::uint64_t ticket)
{
    const auto isAmong = [ticket](const auto &entry) {
        return std::ranges::contains(entry.second, ticket, &Waiting::ticket);
    };
    const auto waiting = std::ranges::find_if(m_waiting, isAmong);
    if (waiting == m_waiting.end())
        return;
    std::erase_if(waiting->second, [ticket](const Waiting &call) { return call.ticket == ticket; });
    if (!waiting->second.empty())
        return;
    std::erase(m_queue, waiting->first);
    if (const auto running = m_running.extract(waiting->first)) {
        running.mapped()->abandon();
        startNextLater(running.mapped());
    }
    m_waiting.erase(waiting);
}

void AssetFetcher::startNextLater(std::shared_ptr<Fetch> ended)
{
    // The fetch may be on the stack below: it dies when the stack is empty.
    QMetaObject::invokeMethod(this, [this, ended = std::move(ended)] { startNext(); }, Qt::QueuedConnection);
}

void AssetFetcher::progressed(const std::string &sha256, double part)
{
    // Copies: a listener may give up.
    const auto waiting = m_waiting[sha256];
    for (const Waiting &call : waiting) {
        if (call.progress)
            call.progress(part);
    }
}

void AssetFetcher::startNext()
{
    while (!m_queue.empty() && std::ssize(m_running) < kMaxAtOnce) {
        const std::string sha256 = std::move(m_queue.front());
        m_queue.pop_front();
        m_running[sha256] = std::make_shared<Fetch>(*this, sha256);
        m_running[sha256]->start();
    }
}

void AssetFetcher::finished(const std::string &sha256, const core::Result<std::string> &outcome)
{
    std::shared_ptr<Fetch> fetch = std::move(m_running.extract(sha256).mapped());
    const auto waiting = m_waiting.extract(sha256);
    for (const Waiting &call : waiting.mapped())
        call.done(outcome);
    startNextLater(std::move(fetch));
}

} // namespace vitrine::net
