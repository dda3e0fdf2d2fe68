// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/ShopSession.h"
#include "qml/compare/CompareModel.h"

#include <QObject>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace vitrine::qml {

/// Feeds the comparison from a session: products with what their categories compare by, ratings and stock; models only
/// while the page is open. GUI thread; outlived by both.
class CompareFeed : public QObject
{
    Q_OBJECT

public:
    CompareFeed(CompareModel &compare, core::ShopSession &session, PictureUrl pictureUrl);

    /// Reads everything again.
    void read();
    void onNotice(const core::SessionNotice &notice);

private:
    void fetchModels();
    [[nodiscard]] static core::Result<std::vector<ComparedProduct>> readProducts(core::ReadTx &tx,
                                                                                 const QStringList &slugs);

    CompareModel &m_compare;
    core::ShopSession &m_session;
    PictureUrl m_pictureUrl;
    /// Models on their way, by their asset.
    std::map<std::string, core::ShopSession::AssetRequest> m_models{};
    core::ShopSession::Guard m_guard = std::make_shared<int>(0);
};

} // namespace vitrine::qml
