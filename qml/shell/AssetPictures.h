// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/ShopSession.h"

#include <QQuickAsyncImageProvider>

#include <map>
#include <memory>
#include <vector>

namespace vitrine::qml {

/// `image://asset/<sha256>`: pictures of the shop, fetched into the device's cache when first asked for, read and
/// scaled off the GUI thread. One that can't be fetched just now stays loading, and is asked for again with the next
/// news of a session that is online: QML itself never asks twice. Made on the session's thread; the engine owns it and
/// must go before the session.
class AssetPictures : public QQuickAsyncImageProvider
{
    Q_OBJECT

public:
    static constexpr const char *kName = "asset";

    explicit AssetPictures(core::ShopSession &session);

    /// The address under which views ask for a picture.
    [[nodiscard]] static QUrl url(const std::string &asset);

    /// Pictures that wait for the server and are still wanted.
    [[nodiscard]] std::size_t waiting();

    /// Called on the reader's thread of QML's pictures.
    QQuickImageResponse *requestImageResponse(const QString &id, const QSize &requestedSize) override;

private:
    /// A picture that QML waits for; shared with its response, which can go first.
    class Wish;

    void fetch(const std::shared_ptr<Wish> &wish);
    void onNotice(const core::SessionNotice &notice);

    core::ShopSession &m_session;
    /// On their way.
    std::map<std::shared_ptr<Wish>, core::ShopSession::AssetRequest> m_running{};
    /// Asked for while there was no server.
    std::vector<std::shared_ptr<Wish>> m_waiting{};
    core::ShopSession::Guard m_guard = std::make_shared<int>(0);
};

} // namespace vitrine::qml
