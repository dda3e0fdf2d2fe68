// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/shell/ShopFeed.h"

#include "core/payments/Payments.h"
#include "core/sync/ClientSyncOutbox.h"
#include "qml/checkout/CartContents.h"
#include "qml/shell/StockReading.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace vitrine::qml {

Q_LOGGING_CATEGORY(logFeed, "vitrine.feed")

namespace {

using core::Compare;
using core::Query;

/// Several screens of the widest window.
constexpr std::int64_t kShelfPage = 60;
constexpr std::int64_t kOrderLimit = 200;
constexpr const char *kAddToCart = "addToCart";
constexpr const char *kSetCartQuantity = "setCartQuantity";

template <typename T>
std::vector<T> values(std::vector<core::Row<T>> rows)
{
    std::vector<T> out;
    out.reserve(rows.size());
    for (core::Row<T> &row : rows)
        out.push_back(std::move(row.value));
    return out;
}

} // namespace

ShopFeed::ShopFeed(Shop &shop, core::ShopSession &session, PictureUrl pictureUrl)
    : m_shop(shop)
    , m_session(session)
    , m_pictureUrl(std::move(pictureUrl))
    , m_compare(*shop.compare(), session, m_pictureUrl)
{
    connect(&shop, &Shop::productRequested, this, [this](const QString &slug) {
        m_openSlug = slug;
        readProduct();
    });
    connect(&shop, &Shop::isProductShownChanged, this,
            [this] { m_shop.isProductShown() ? fetchModel() : giveUpModel(); });
    connect(shop.product(), &ProductModel::retryRequested, this, &ShopFeed::readProduct);
    connect(shop.product(), &ProductModel::addRequested, this, &ShopFeed::addToCart);
    connect(shop.catalogue(), &RowModel::retryRequested, this, &ShopFeed::readShelf);
    connect(shop.catalogue(), &CatalogueModel::moreRequested, this, &ShopFeed::readMoreOfShelf);
    connect(shop.orders(), &RowModel::retryRequested, this, &ShopFeed::readOrders);
    connect(shop.refused(), &RefusedModel::dismissRequested, this,
            [this](qint64 position) { m_session.dismissParked(position); });
    connect(shop.refused(), &RefusedModel::tryAgainRequested, this, &ShopFeed::retryRefused);
    connect(shop.cart(), &CartModel::quantityRequested, this, &ShopFeed::setQuantity);
    connect(shop.checkout(), &CheckoutModel::orderRequested, this, &ShopFeed::placeOrder);
}

void ShopFeed::start()
{
    m_session.observe(m_guard, [this](const core::SessionNotice &notice) { onNotice(notice); });
    readShelf();
    readCart();
    readOrders();
    readOutbox();
    m_compare.read();
}

void ShopFeed::onNotice(const core::SessionNotice &notice)
{
    // A try to connect is no news: the mark stays what it was until it succeeds or fails.
    if (notice.connection != core::Connection::Connecting)
        m_shop.setIsOnline(notice.connection == core::Connection::Online);
    readOutbox();

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
    m_compare.onNotice(notice);
}

core::Result<StockByVariant> ShopFeed::stockOfProducts(core::ReadTx &tx, const std::vector<core::Product> &products)
{
    StockByVariant stock;
    for (const core::Product &product : products)
        VITRINE_CHECK(addStockOf(tx, product, stock));
    return stock;
}

core::Result<ShopFeed::Shelf> ShopFeed::shelfPage(core::ReadTx &tx, std::int64_t from, std::int64_t count)
{
    // One more than shown tells whether there are more.
    const Query published{.where = {{"state", Compare::Equal, core::enumName(core::ProductState::Published)}},
                          .orderBy = "position",
                          .limit = count + 1,
                          .offset = from};
    VITRINE_TRY(auto products, tx.select<core::Product>(published));
    Shelf shelf;
    shelf.hasMore = std::ssize(products) > count;
    if (shelf.hasMore)
        products.pop_back();
    shelf.products = values(std::move(products));
    VITRINE_TRY(shelf.stock, stockOfProducts(tx, shelf.products));
    return shelf;
}

std::vector<CatalogueRow> ShopFeed::rowsOf(const Shelf &shelf) const
{
    std::vector<CatalogueRow> rows;
    rows.reserve(shelf.products.size());
    for (const core::Product &product : shelf.products)
        rows.push_back(CatalogueRow::from(product, shelf.stock, m_pictureUrl));
    return rows;
}

void ShopFeed::readShelf()
{
    // News come in bursts, and a shelf that was scrolled far down is long: what comes during a reading makes one more.
    if (std::exchange(m_isReadingShelf, true)) {
        m_isShelfStale = true;
        return;
    }
    m_session.read<Shelf>(
        m_guard,
        [count = std::max<std::int64_t>(kShelfPage, m_shop.catalogue()->count())](core::ReadTx &tx) {
            return shelfPage(tx, 0, count);
        },
        [this](const core::Result<Shelf> &shelf) {
            m_isReadingShelf = false;
            showShelf(shelf);
            if (std::exchange(m_isShelfStale, false))
                readShelf();
        });
}

void ShopFeed::showShelf(const core::Result<Shelf> &shelf)
{
    if (!shelf) {
        qCWarning(logFeed, "the shelf: %s", core::describe(shelf.error()).c_str());
        return m_shop.catalogue()->setState(ViewState::Failed);
    }
    const core::Connection connection = m_session.state().connection;
    if (shelf->products.empty() && connection != core::Connection::Online)
        return m_shop.catalogue()->setState(connection == core::Connection::Offline ? ViewState::Offline
                                                                                    : ViewState::Loading);
    m_shop.catalogue()->setRows(rowsOf(*shelf), shelf->hasMore);
}

void ShopFeed::readMoreOfShelf()
{
    const std::int64_t from = m_shop.catalogue()->count();
    m_session.read<Shelf>(
        m_guard, [from](core::ReadTx &tx) { return shelfPage(tx, from, kShelfPage); },
        [this, from](const core::Result<Shelf> &shelf) {
            if (!shelf)
                return m_shop.catalogue()->setState(ViewState::Failed);
            // Things came or went meanwhile: this page is no longer the one that follows.
            if (m_isReadingShelf || m_shop.catalogue()->count() != from) {
                m_shop.catalogue()->abandonMore();
                return;
            }
            m_shop.catalogue()->append(rowsOf(*shelf), shelf->hasMore);
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
    if (m_model && asset == m_modelAsset)
        return;
    giveUpModel();
    if (asset.empty() || !m_shop.isProductShown() || !m_shop.product()->modelSource().isEmpty())
        return;
    m_modelAsset = asset;
    const auto done = [this](const core::Result<std::string> &path) {
        m_model.reset();
        if (path)
            m_shop.product()->setModelSource(QUrl::fromLocalFile(QString::fromStdString(*path)));
    };
    m_model = m_session.asset(
        asset, {.done = done, .progress = [this](double part) { m_shop.product()->setModelProgress(part); }});
}

void ShopFeed::giveUpModel() { m_model.reset(); }

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

void ShopFeed::readOutbox()
{
    m_session.outbox(m_guard, [this](std::vector<core::QueuedCommand> commands) {
        const bool isCartWaiting = std::ranges::any_of(commands, [](const core::QueuedCommand &command) {
            return !command.isParked() && command.acceptedSeq == 0 &&
                   (command.name == kAddToCart || command.name == kSetCartQuantity);
        });
        // With a connection it waits for a moment only: a mark for that would flicker at every touch.
        m_shop.cart()->setIsWaiting(isCartWaiting && !m_shop.isOnline());
        std::erase_if(commands, [](const core::QueuedCommand &command) {
            return !command.isParked() || command.name == core::sync::kRegistration;
        });
        showOutbox(std::move(commands));
    });
}

void ShopFeed::showOutbox(std::vector<core::QueuedCommand> commands)
{
    m_refused = std::move(commands);
    if (m_refused.empty())
        return m_shop.refused()->setRows({});
    m_session.read<std::vector<RefusedRow>>(
        m_guard,
        [refused = m_refused,
         customer = m_session.customer()](core::ReadTx &tx) -> core::Result<std::vector<RefusedRow>> {
            VITRINE_TRY(const auto cart, tx.find(core::Cart::idFor(customer)));
            const core::Cart lines = cart ? cart->value : core::Cart();
            std::vector<RefusedRow> rows;
            for (const core::QueuedCommand &command : refused) {
                std::vector<core::Product> products;
                for (const auto &id : RefusedModel::productsOf(command, lines)) {
                    VITRINE_TRY(auto product, tx.find(id));
                    if (product)
                        products.push_back(std::move(product->value));
                }
                rows.push_back(RefusedModel::rowOf(command, products));
            }
            return rows;
        },
        [this](const core::Result<std::vector<RefusedRow>> &rows) {
            if (!rows)
                return m_shop.refused()->setState(ViewState::Failed);
            m_shop.refused()->setRows(*rows);
        });
}

void ShopFeed::retryRefused(std::int64_t position)
{
    const auto found = std::ranges::find(m_refused, position, &core::QueuedCommand::position);
    if (found == m_refused.end())
        return;
    // A change of the cart is made now: under its old time it would lose to what was done to the line since.
    if (auto added = core::fromJson<core::AddToCart>(found->body, core::JsonReading::Stored);
        found->name == kAddToCart && added) {
        added->at = m_session.nextHlc();
        m_session.submit(m_guard, kAddToCart, *added, [](const core::SubmitOutcome &) {});
    } else if (auto changed = core::fromJson<core::SetCartQuantity>(found->body, core::JsonReading::Stored);
               found->name == kSetCartQuantity && changed) {
        changed->at = m_session.nextHlc();
        m_session.submit(m_guard, kSetCartQuantity, *changed, [](const core::SubmitOutcome &) {});
    } else {
        m_session.submitJson(m_guard, found->name, found->body, [](const core::SubmitOutcome &) {});
    }
    m_session.dismissParked(position);
}

void ShopFeed::addToCart(const core::Product &product, const core::Variant &variant, int quantity)
{
    const core::AddToCart command{product.id, variant.id, quantity, m_session.nextHlc()};
    m_session.submit(m_guard, kAddToCart, command, [this](const core::SubmitOutcome &outcome) {
        if (!outcome.reply)
            m_shop.tell(Shop::CartRefused);
    });
}

void ShopFeed::setQuantity(const core::Id<core::Variant> &variant, int quantity)
{
    const core::SetCartQuantity command{variant, quantity, m_session.nextHlc()};
    m_session.submit(m_guard, kSetCartQuantity, command, [this](const core::SubmitOutcome &outcome) {
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
        if (!row.isGone)
            command.lines.push_back({row.product, row.variant, row.quantity, row.unitPrice});
    if (method == core::PaymentMethod::TestCard)
        command.paymentToken = core::TestCard::tokenFor("4242 4242 4242 4242").value();
    m_session.submit(m_guard, "placeOrder", command,
                     [this, command, isFirst = true](const core::SubmitOutcome &outcome) mutable {
                         onOrderAnswered(command, isFirst, outcome);
                         isFirst = false;
                     });
}

void ShopFeed::onOrderAnswered(const core::PlaceOrder &command, bool isFirst, const core::SubmitOutcome &outcome)
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
            // The offer holds what can be had; what was asked for stands in the command alone.
            const bool isShort = std::ranges::any_of(command.lines, [&](const core::OrderedLine &asked) {
                const auto line = std::ranges::find(reply->offer, asked.variant, &core::OfferedLine::variant);
                return line != reply->offer.end() && line->available < asked.quantity;
            });
            m_shop.checkout()->refuse(isShort ? CheckoutModel::SoldOut : CheckoutModel::PriceChanged);
            if (!isFirst)
                m_shop.tell(Shop::OrderRefused);
            return;
        }
    }
    if (isFirst) {
        readOrders();
        m_shop.checkout()->succeed(command.order);
    }
}

} // namespace vitrine::qml
