// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/ShopSession.h"

#include <QQuickAsyncImageProvider>

namespace vitrine::qml {

/// `image://asset/<sha256>`: pictures of the shop, fetched into the device's cache when first asked for, read and
/// scaled off the GUI thread. Made on the session's thread; the engine owns it and must go before the session.
class AssetPictures : public QQuickAsyncImageProvider
{
    Q_OBJECT

public:
    static constexpr const char *kName = "asset";

    explicit AssetPictures(core::ShopSession &session);

    /// The address under which views ask for a picture.
    [[nodiscard]] static QUrl url(const std::string &asset);

    /// Called on the reader's thread of QML's pictures.
    QQuickImageResponse *requestImageResponse(const QString &id, const QSize &requestedSize) override;

private:
    core::ShopSession &m_session;
    core::ShopSession::Guard m_guard = std::make_shared<int>(0);
};

} // namespace vitrine::qml
