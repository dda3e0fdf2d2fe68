// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/shell/AssetPictures.h"

#include <QImageReader>
#include <QQuickTextureFactory>
#include <QThreadPool>

#include <mutex>
#include <utility>

namespace vitrine::qml {

/// Read on a thread of the pool, given up on the thread of QML's pictures: whoever comes first settles it.
class AssetPictures::Wish
{
public:
    class Response;

    Wish(QString asset, QSize size)
        : m_asset(std::move(asset))
        , m_size(size)
    {
    }

    [[nodiscard]] const QString &asset() const { return m_asset; }
    [[nodiscard]] Response *makeResponse(const std::shared_ptr<Wish> &self);
    [[nodiscard]] bool isWanted()
    {
        const std::scoped_lock lock(m_mutex);
        return m_response != nullptr;
    }

    /// On a thread of the pool.
    void read(const QString &path);
    void fail(const QString &error) { settle({}, error); }

private:
    void settle(QImage image, const QString &error);

    const QString m_asset;
    const QSize m_size;
    std::mutex m_mutex;
    Response *m_response = nullptr; ///< Guarded by the mutex; null once it was settled or is gone.
};

class AssetPictures::Wish::Response : public QQuickImageResponse
{
public:
    explicit Response(std::shared_ptr<Wish> wish)
        : m_wish(std::move(wish))
    {
    }
    ~Response() override { release(); }

    void cancel() override
    {
        if (release())
            emit finished(); // QML deletes what it no longer wants only when that has come.
    }
    void settle(QImage image, const QString &error)
    {
        m_image = std::move(image);
        m_error = error;
        emit finished();
    }

    QQuickTextureFactory *textureFactory() const override
    {
        return m_image.isNull() ? nullptr : QQuickTextureFactory::textureFactoryForImage(m_image);
    }
    QString errorString() const override { return m_error; }

private:
    /// True where it was not settled before.
    bool release()
    {
        const std::scoped_lock lock(m_wish->m_mutex);
        return std::exchange(m_wish->m_response, nullptr) != nullptr;
    }

    const std::shared_ptr<Wish> m_wish;
    QImage m_image{};
    QString m_error{};
};

AssetPictures::Wish::Response *AssetPictures::Wish::makeResponse(const std::shared_ptr<Wish> &self)
{
    m_response = new Response(self);
    return m_response;
}

void AssetPictures::Wish::settle(QImage image, const QString &error)
{
    // The signal too is sent under the lock: its receiver deletes the response, which waits for the lock.
    const std::scoped_lock lock(m_mutex);
    if (Response *response = std::exchange(m_response, nullptr))
        response->settle(std::move(image), error);
}

void AssetPictures::Wish::read(const QString &path)
{
    QImageReader reader(path);
    // The files are named by their content, without an ending.
    reader.setDecideFormatFromContent(true);
    const QSize whole = reader.size();
    if (whole.isValid() && (m_size.width() > 0 || m_size.height() > 0)) {
        const QSize bounds(m_size.width() > 0 ? m_size.width() : whole.width(),
                           m_size.height() > 0 ? m_size.height() : whole.height());
        const QSize scaled = whole.scaled(bounds, Qt::KeepAspectRatio);
        if (scaled.width() < whole.width())
            reader.setScaledSize(scaled);
    }
    QImage image = reader.read();
    const QString error = image.isNull() ? reader.errorString() : QString();
    settle(std::move(image), error);
}

AssetPictures::AssetPictures(core::ShopSession &session)
    : m_session(session)
{
    m_session.observe(m_guard, [this](const core::SessionNotice &notice) { onNotice(notice); });
}

QUrl AssetPictures::url(const std::string &asset)
{
    return QUrl(QStringLiteral("image://%1/%2").arg(QLatin1StringView(kName), QString::fromStdString(asset)));
}

QQuickImageResponse *AssetPictures::requestImageResponse(const QString &id, const QSize &requestedSize)
{
    const auto wish = std::make_shared<Wish>(id, requestedSize);
    Wish::Response *response = wish->makeResponse(wish);
    QMetaObject::invokeMethod(this, [this, wish] { fetch(wish); }, Qt::QueuedConnection);
    return response;
}

void AssetPictures::fetch(const std::shared_ptr<Wish> &wish)
{
    // What was scrolled past makes room.
    std::erase_if(m_running, [](const auto &running) { return !running.first->isWanted(); });
    const auto done = [this, wish](const core::Result<std::string> &path) {
        m_running.erase(wish);
        if (path) {
            const QString file = QString::fromStdString(*path);
            QThreadPool::globalInstance()->start([wish, file] { wish->read(file); });
        } else if (path.error().code == core::ErrorCode::Unavailable || path.error().code == core::ErrorCode::Timeout) {
            m_waiting.push_back(wish);
        } else {
            wish->fail(QString::fromStdString(core::describe(path.error())));
        }
    };
    m_running[wish] = m_session.asset(wish->asset().toStdString(), {.done = done});
}

std::size_t AssetPictures::waiting()
{
    std::erase_if(m_waiting, [](const std::shared_ptr<Wish> &wish) { return !wish->isWanted(); });
    return m_waiting.size();
}

void AssetPictures::onNotice(const core::SessionNotice &notice)
{
    if (waiting() == 0 || notice.connection != core::Connection::Online)
        return;
    for (const std::shared_ptr<Wish> &wish : std::exchange(m_waiting, {}))
        fetch(wish);
}

} // namespace vitrine::qml
