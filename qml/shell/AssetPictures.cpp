// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/shell/AssetPictures.h"

#include <QImageReader>
#include <QQuickTextureFactory>
#include <QThreadPool>

namespace vitrine::qml {

namespace {

class PictureResponse : public QQuickImageResponse
{
public:
    explicit PictureResponse(QSize size)
        : m_size(size)
    {
    }

    /// On a thread of the pool. QML keeps the response until `finished`.
    void read(const QString &path)
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
        m_image = reader.read();
        if (m_image.isNull())
            m_error = reader.errorString();
        emit finished();
    }
    void fail(const QString &error)
    {
        m_error = error;
        emit finished();
    }

    QQuickTextureFactory *textureFactory() const override
    {
        return m_image.isNull() ? nullptr : QQuickTextureFactory::textureFactoryForImage(m_image);
    }
    QString errorString() const override { return m_error; }

private:
    QSize m_size;
    QImage m_image{};
    QString m_error{};
};

} // namespace

AssetPictures::AssetPictures(core::ShopSession &session)
    : m_session(session)
{
}

QUrl AssetPictures::url(const std::string &asset)
{
    return QUrl(QStringLiteral("image://%1/%2").arg(QLatin1StringView(kName), QString::fromStdString(asset)));
}

QQuickImageResponse *AssetPictures::requestImageResponse(const QString &id, const QSize &requestedSize)
{
    auto *response = new PictureResponse(requestedSize);
    QMetaObject::invokeMethod(
        this,
        [this, id, response] {
            m_session.asset(m_guard, id.toStdString(), [response](const core::Result<std::string> &path) {
                if (!path)
                    return response->fail(QString::fromStdString(core::describe(path.error())));
                const QString file = QString::fromStdString(*path);
                QThreadPool::globalInstance()->start([response, file] { response->read(file); });
            });
        },
        Qt::QueuedConnection);
    return response;
}

} // namespace vitrine::qml
