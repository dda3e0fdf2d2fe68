// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/ShopSession.h"
#include "qml/shell/CompareFeed.h"
#include "qml/shell/Shop.h"

#include <QObject>

#include <memory>
#include <vector>

namespace vitrine::qml {

/// Feeds a Shop from a session and carries its wishes back as commands. Reads run on the session's thread; what comes
/// is shown in one go. GUI thread; outlived by both.
class ShopFeed : public QObject
{
    Q_OBJECT

public:
    ShopFeed(Shop &shop, core::ShopSession &session, PictureUrl pictureUrl);

    /// Reads everything for the first time.
    void start();

private:
    /// Products with their stock, as one reading saw them.
    struct Shelf {
        std::vector<core::Product> products{};
        StockByVariant stock{};
        /// The catalogue goes on after these.
        bool hasMore = false;
    };
    struct CartReading {
        core::Cart cart{};
        Shelf shelf{};
    };

    void onNotice(const core::SessionNotice &notice);
    void readShelf();
    void readMoreOfShelf();
    void showShelf(const core::Result<Shelf> &shelf);
    [[nodiscard]] std::vector<CatalogueRow> rowsOf(const Shelf &shelf) const;
    void readProduct();
    void readCart();
    void readOrders();
    void readOutbox();
    void showOutbox(std::vector<core::QueuedCommand> commands);
    void retryRefused(std::int64_t position);
    void fetchModel();
    void giveUpModel();
    void setProductMissing();

    void addToCart(const core::Product &product, const core::Variant &variant, int quantity);
    void setQuantity(const core::Id<core::Variant> &variant, int quantity);
    void placeOrder(const core::PostalAddress &address, core::PaymentMethod method);
    void onOrderAnswered(const core::PlaceOrder &command, bool isFirst, const core::SubmitOutcome &outcome);

    [[nodiscard]] static core::Result<Shelf> shelfPage(core::ReadTx &tx, std::int64_t from, std::int64_t count);
    [[nodiscard]] static core::Result<StockByVariant> stockOfProducts(core::ReadTx &tx,
                                                                      const std::vector<core::Product> &products);

    Shop &m_shop;
    core::ShopSession &m_session;
    PictureUrl m_pictureUrl;
    CompareFeed m_compare;
    bool m_isReadingShelf = false;
    bool m_isShelfStale = false;
    /// The parked commands that are shown.
    std::vector<core::QueuedCommand> m_refused{};
    /// Slug of the product that the shopper looks at; empty before the first.
    QString m_openSlug{};
    /// The model that is on its way, and its asset.
    core::ShopSession::AssetRequest m_model{};
    std::string m_modelAsset{};
    core::ShopSession::Guard m_guard = std::make_shared<int>(0);
};

} // namespace vitrine::qml
