// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/shell/ShopFeed.h"

#include "core/payments/Payments.h"
#include "qml/checkout/CartContents.h"

#include <QLoggingCategory>

#include <algorithm>

namespace vitrine::qml {

Q_LOGGING_CATEGORY(logFeed, "vitrine.feed")

namespace {

using core::Compare;
using core::Query;

/// More than a shelf is scrolled; a catalogue beyond this is for search.
constexpr std::int64_t kShelfLimit = 500;
constexpr std::int64_t kStockLimit = 20'000;
constexpr std::int64_t kOrderLimit = 200;

template <typename T>
std::vector<T> values(std::vector<core::Row<T>> rows)
{
    std::vector<T> out;
    out.reserve(rows.size());
    for (core::Row<T> &row : rows)
        out.push_back(std::move(row.value));
    return out;
}

void addStock(StockByVariant &stock, const std::vector<core::Row<core::StockLevel>> &levels)
{
    for (const core::Row<core::StockLevel> &level : levels)
        stock[*level.value.variant] += level.value.available();
}

} // namespace

ShopFeed::ShopFeed(Shop &shop, core::ShopSession &session, PictureUrl pictureUrl)
    : m_shop(shop)
    , m_session(session)
    , m_pictureUrl(std::move(pictureUrl))
{
    connect(&shop, &Shop::productRequested, this, [this](const QString &slug) {
        m_openSlug = slug;
        readProduct();
    });
    connect(shop.product(), &ProductModel::retryRequested, this, &ShopFeed::readProduct);
    connect(shop.product(), &ProductModel::addRequested, this, &ShopFeed::addToCart);
    connect(shop.catalogue(), &RowModel::retryRequested, this, &ShopFeed::readShelf);
    connect(shop.orders(), &RowModel::retryRequested, this, &ShopFeed::readOrders);
    connect(shop.cart(), &CartModel::quantityRequested, this, &ShopFeed::setQuantity);
    connect(shop.checkout(), &CheckoutModel::orderRequested, this, &ShopFeed::placeOrder);
}

void ShopFeed::start()
{
    m_session.observe(m_guard, [this](const core::SessionNotice &notice) { onNotice(notice); });
    readShelf();
    readCart();
    readOrders();
}

void ShopFeed::onNotice(const core::SessionNotice &notice)
{
    // A try to connect is no news: the mark stays what it was until it succeeds or fails.
    if (notice.connection != core::Connection::Connecting)
        m_shop.setIsOnline(notice.connection == core::Connection::Online);
    m_shop.cart()->setIsWaiting(notice.waitingCommands > 0 && notice.connection == core::Connection::Offline);

    const auto changed = [&notice](std::string_view entity) { return notice.entities.contains(std::string(entity)); };
    const bool hasCatalogueNews =
        changed(core::EntityTraits<core::Product>::kName) || changed(core::EntityTraits<core::StockLevel>::kName);
    // An empty shelf also changes its words with the connection.
    if (hasCatalogueNews || m_shop.catalogue()->count() == 0)
        readShelf();
    if (hasCatalogueNews && !m_openSlug.isEmpty())
        readProduct();
    if (hasCatalogueNews || changed(core::EntityTraits<core::Cart>::kName))
        readCart();
    if (changed(core::EntityTraits<core::Order>::kName))
        readOrders();
    if (m_shop.isOnline() && m_shop.product()->modelSource().isEmpty())
        fetchModel();
}

core::Result<StockByVariant> ShopFeed::stockOfProducts(core::ReadTx &tx, const std::vector<core::Product> &products)
{
    StockByVariant stock;
    for (const core::Product &product : products) {
        for (const core::Variant &variant : product.variants) {
            const Query query{.where = {{"variant", Compare::Equal, variant.id.uuid()}}};
            VITRINE_TRY(const auto levels, tx.select<core::StockLevel>(query));
            addStock(stock, levels);
        }
    }
    return stock;
}

void ShopFeed::readShelf()
{
    m_session.read<Shelf>(
        m_guard,
        [](core::ReadTx &tx) -> core::Result<Shelf> {
            const Query published{.where = {{"state", Compare::Equal, core::enumName(core::ProductState::Published)}},
                                  .orderBy = "position",
                                  .limit = kShelfLimit};
            VITRINE_TRY(auto products, tx.select<core::Product>(published));
            VITRINE_TRY(const auto levels, tx.select<core::StockLevel>(Query{.limit = kStockLimit}));
            Shelf shelf{values(std::move(products)), {}};
            addStock(shelf.stock, levels);
            return shelf;
        },
        [this](const core::Result<Shelf> &shelf) {
            if (!shelf) {
                qCWarning(logFeed, "the shelf: %s", core::describe(shelf.error()).c_str());
                return m_shop.catalogue()->setState(ViewState::Failed);
            }
            const core::Connection connection = m_session.state().connection;
            if (shelf->products.empty() && connection != core::Connection::Online)
                return m_shop.catalogue()->setState(connection == core::Connection::Offline ? ViewState::Offline
                                                                                            : ViewState::Loading);
            std::vector<CatalogueRow> rows;
            for (const core::Product &product : shelf->products)
                rows.push_back(CatalogueRow::from(product, shelf->stock, m_pictureUrl));
            m_shop.catalogue()->setRows(std::move(rows));
        });
}

void ShopFeed::readProduct()
{
    const QString slug = m_openSlug;
    m_session.read<Shelf>(
        m_guard,
        [slug](core::ReadTx &tx) -> core::Result<Shelf> {
            VITRINE_TRY(auto row, tx.findBy<core::Product>("slug", slug.toStdString()));
            Shelf shelf;
            if (!row)
                return shelf;
            shelf.products.push_back(std::move(row->value));
            VITRINE_TRY(shelf.stock, stockOfProducts(tx, shelf.products));
            return shelf;
        },
        [this, slug](const core::Result<Shelf> &shelf) {
            // Another product was opened meanwhile.
            if (slug != m_openSlug)
                return;
            if (!shelf)
                return m_shop.product()->clear(ViewState::Failed);
            if (shelf->products.empty())
                return setProductMissing();
            m_shop.product()->setProduct(shelf->products.front(), shelf->stock, m_pictureUrl);
            fetchModel();
        });
}

void ShopFeed::setProductMissing()
{
    m_shop.product()->clear(m_shop.isOnline() ? ViewState::Empty : ViewState::Offline);
}

void ShopFeed::fetchModel()
{
    const std::string asset = m_shop.product()->modelAsset();
    if (asset.empty())
        return;
    m_session.asset(m_guard, asset, [this, asset](const core::Result<std::string> &path) {
        if (path && asset == m_shop.product()->modelAsset())
            m_shop.product()->setModelSource(QUrl::fromLocalFile(QString::fromStdString(*path)));
    });
}

void ShopFeed::readCart()
{
    m_session.read<CartReading>(
        m_guard,
        [customer = m_session.customer()](core::ReadTx &tx) -> core::Result<CartReading> {
            VITRINE_TRY(auto row, tx.find(core::Cart::idFor(customer)));
            CartReading reading;
            if (!row)
                return reading;
            reading.cart = std::move(row->value);
            for (const core::CartLine &line : reading.cart.lines) {
                if (line.quantity.value == 0 ||
                    std::ranges::contains(reading.shelf.products, line.product, &core::Product::id))
                    continue;
                VITRINE_TRY(auto product, tx.find(line.product));
                if (product)
                    reading.shelf.products.push_back(std::move(product->value));
            }
            VITRINE_TRY(reading.shelf.stock, stockOfProducts(tx, reading.shelf.products));
            return reading;
        },
        [this](const core::Result<CartReading> &reading) {
            if (!reading)
                return m_shop.cart()->setState(ViewState::Failed);
            auto contents =
                CartContents::of(reading->cart, reading->shelf.products, reading->shelf.stock, m_pictureUrl);
            if (!contents)
                return m_shop.cart()->setState(ViewState::Failed);
            m_shop.cart()->setRows(std::move(contents->rows), contents->sums);
        });
}

void ShopFeed::readOrders()
{
    m_session.read<std::vector<core::Order>>(
        m_guard,
        [customer = m_session.customer()](core::ReadTx &tx) -> core::Result<std::vector<core::Order>> {
            const Query own{.where = {{"customer", Compare::Equal, customer.uuid()}},
                            .orderBy = "placedAt",
                            .descending = true,
                            .limit = kOrderLimit};
            VITRINE_TRY(auto rows, tx.select<core::Order>(own));
            return values(std::move(rows));
        },
        [this](const core::Result<std::vector<core::Order>> &orders) {
            if (!orders)
                return m_shop.orders()->setState(ViewState::Failed);
            std::vector<PlacedOrder> rows;
            for (const core::Order &order : *orders)
                rows.push_back(PlacedOrder::from(order, m_pictureUrl));
            if (!orders->empty())
                m_shop.checkout()->suggest(*orders->front().address);
            m_shop.orders()->setRows(std::move(rows));
        });
}

void ShopFeed::addToCart(const core::Product &product, const core::Variant &variant, int quantity)
{
    const core::AddToCart command{product.id, variant.id, quantity, m_session.nextHlc()};
    m_session.submit(m_guard, "addToCart", command, [this](const core::SubmitOutcome &outcome) {
        if (!outcome.reply)
            m_shop.tell(Shop::CartRefused);
    });
}

void ShopFeed::setQuantity(const core::Id<core::Variant> &variant, int quantity)
{
    const core::SetCartQuantity command{variant, quantity, m_session.nextHlc()};
    m_session.submit(m_guard, "setCartQuantity", command, [this](const core::SubmitOutcome &outcome) {
        if (!outcome.reply)
            m_shop.tell(Shop::CartRefused);
    });
}

void ShopFeed::placeOrder(const core::PostalAddress &address, core::PaymentMethod method)
{
    core::PlaceOrder command{.order = core::Id<core::Order>(m_session.newId()),
                             .lines = {},
                             .address = address,
                             .paymentMethod = method,
                             .paymentToken = std::nullopt};
    for (const CartRow &row : m_shop.cart()->rows())
        command.lines.push_back({row.product, row.variant, row.quantity, row.unitPrice});
    if (method == core::PaymentMethod::TestCard)
        command.paymentToken = core::TestCard::tokenFor("4242 4242 4242 4242").value();
    m_session.submit(m_guard, "placeOrder", command,
                     [this, order = command.order, isFirst = true](const core::SubmitOutcome &outcome) mutable {
                         onOrderAnswered(order, isFirst, outcome);
                         isFirst = false;
                     });
}

void ShopFeed::onOrderAnswered(const core::Id<core::Order> &order, bool isFirst, const core::SubmitOutcome &outcome)
{
    if (!outcome.reply) {
        m_shop.checkout()->refuse(outcome.reply.error());
        // Long after the shopper went on, only a word on whatever page is open can say it.
        if (!isFirst)
            m_shop.tell(Shop::OrderRefused);
        return;
    }
    if (outcome.isFinal) {
        const auto reply = core::fromJson<core::PlaceOrderReply>(*outcome.reply, core::JsonReading::Stored);
        if (reply && reply->outcome == core::OrderOutcome::CounterOffer) {
            const bool isShort = std::ranges::any_of(
                reply->offer, [](const core::OfferedLine &line) { return line.available < line.quantity; });
            m_shop.checkout()->refuse(isShort ? CheckoutModel::SoldOut : CheckoutModel::PriceChanged);
            if (!isFirst)
                m_shop.tell(Shop::OrderRefused);
            return;
        }
    }
    if (isFirst) {
        readOrders();
        m_shop.checkout()->succeed(order);
    }
}

} // namespace vitrine::qml
