// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/qml/Fixtures.h"

#include <QFile>

#include <algorithm>

namespace vitrine::tests {

namespace {

using core::Currency;
using core::Money;
using core::Text;

core::Product product(const char *slug, Text name, Text tagline, std::int64_t paisa)
{
    core::Product made;
    made.id = core::Id<core::Product>::named(slug);
    made.slug = core::Slug(std::string(slug));
    made.state = core::ProductState::Published;
    made.name = std::move(name);
    made.tagline = std::move(tagline);
    made.variants.push_back(
        {.id = core::Id<core::Variant>::named(slug), .sku = std::string(slug), .price = Money{paisa, Currency::bdt()}});
    made.media.push_back({.kind = core::MediaKind::Picture, .asset = slug});
    made.media.push_back({.kind = core::MediaKind::Model, .asset = std::string(slug) + "-model"});
    return made;
}

/// Three glazes by two sizes; the large one costs more, and the small brick-red one is sold out.
core::Product mug()
{
    core::Product made =
        product("mug", {"Nodi mug", "নদী মগ"},
                {"Stoneware, thrown and glazed by hand.", "হাতে গড়া, হাতে রঙ করা মাটির মগ।"}, 1'250'00);
    made.description =
        Text{"The glaze pools where the hand holds it, so no two are alike. It keeps tea warm for as long as a "
             "conversation lasts, and goes into the oven without complaint.",
             "হাতের ভাঁজে রং জমে থাকে, তাই কোনো দুটি মগ এক নয়। গল্প যতক্ষণ চলে, চা ততক্ষণ গরম থাকে।"};
    made.options = {
        {"glaze",
         {"Glaze", "রং"},
         {{"indigo", {"Indigo", "নীল"}, "#274690"},
          {"celadon", {"Celadon", "জলপাই"}, "#9DB5A0"},
          {"brick", {"Brick", "ইট"}, "#8E3B2C"}}},
        {"size", {"Size", "মাপ"}, {{"small", {"30 cl", "৩০ সি.লি."}, ""}, {"large", {"45 cl", "৪৫ সি.লি."}, ""}}}};
    made.variants.clear();
    for (const char *glaze : {"indigo", "celadon", "brick"}) {
        for (const char *size : {"small", "large"}) {
            const std::string key = std::string("mug-") + glaze + '-' + size;
            made.variants.push_back({.id = core::Id<core::Variant>::named(key),
                                     .sku = key,
                                     .choices = {{"glaze", glaze}, {"size", size}},
                                     .price = Money{size[0] == 'l' ? 1'490'50 : 1'250'00, Currency::bdt()},
                                     .modelVariant = glaze});
        }
    }
    made.facts = {{{"Material", "উপাদান"}, {"Stoneware, lead-free glaze", "পাথুরে মাটি, সিসামুক্ত রং"}},
                  {{"Size", "মাপ"}, {"9.2 × 12 × 9.8 cm", "৯.২ × ১২ × ৯.৮ সেমি"}},
                  {{"Weight", "ওজন"}, {"340 g", "৩৪০ গ্রাম"}},
                  {{"Made in", "তৈরি"}, {"Savar", "সাভার"}}};
    return made;
}

} // namespace

DeskShop::DeskShop(const QString &posters)
    : m_posters(posters)
{
    m_products = {mug(),
                  product("kettle", {"Jhorna kettle", "ঝরনা কেতলি"}, {}, 6'850'00),
                  product("chair", {"Padma lounge chair", "পদ্মা আরামচেয়ার"}, {}, 1'23'456'00),
                  product("horse", {"Bankura horse", "বাঁকুড়ার ঘোড়া"}, {}, 4'200'00),
                  product("cushion", {"Kantha cushion", "কাঁথা কুশন"}, {}, 2'900'00),
                  product("kolshi", {"Clay kolshi", "মাটির কলসি"}, {}, 3'290'00)};
    m_products[1].facts = {{{"Made in", "তৈরি"}, {"Savar", "সাভার"}}};
    for (const core::Product &each : m_products) {
        for (const core::Variant &variant : each.variants)
            m_stock[variant.id] = 12;
    }
    setStock("kettle", 3);
    setStock("cushion", 0);
    m_stock[core::Id<core::Variant>::named("mug-brick-small")] = 0;

    QObject::connect(&shop, &qml::Shop::productRequested, &shop, [this](const QString &slug) { showProduct(slug); });
    QObject::connect(shop.compare(), &qml::CompareModel::readRequested, &shop, [this] { showCompared(); });
    QObject::connect(shop.product(), &qml::ProductModel::addRequested, &shop,
                     [this](const core::Product &added, const core::Variant &variant, int quantity) {
                         const auto line = std::ranges::find(m_cart.lines, variant.id, &core::CartLine::variant);
                         change(added, variant,
                                quantity + (line == m_cart.lines.end() ? 0 : static_cast<int>(line->quantity.value)));
                     });
    QObject::connect(shop.cart(), &qml::CartModel::quantityRequested, &shop,
                     [this](const core::Id<core::Variant> &variant, int quantity) {
                         for (const core::Product &each : m_products) {
                             if (const core::Variant *found = each.variant(variant))
                                 change(each, *found, quantity);
                         }
                     });
    QObject::connect(
        shop.checkout(), &qml::CheckoutModel::orderRequested, &shop,
        [this](const core::PostalAddress &address, core::PaymentMethod method) { order(address, method); });
}

void DeskShop::setStock(const char *slug, std::int64_t pieces)
{
    m_stock[core::Id<core::Variant>::named(slug)] = pieces;
}

const core::Product *DeskShop::find(const QString &slug) const
{
    const auto found =
        std::ranges::find(m_products, slug.toStdString(), [](const core::Product &each) { return each.slug->value; });
    return found == m_products.end() ? nullptr : &*found;
}

void DeskShop::showProduct(const QString &slug)
{
    if (const core::Product *found = find(slug))
        shop.product()->setProduct(*found, m_stock, [this](const std::string &asset) { return pictureUrl(asset); });
    else
        shop.product()->clear(qml::ViewState::Empty);
}

void DeskShop::showCompared()
{
    std::vector<qml::ComparedProduct> compared;
    for (const core::Product &each : m_products)
        if (shop.compare()->slugs().contains(QString::fromStdString(each.slug->value)))
            compared.push_back({.product = each, .stock = m_stock});
    shop.compare()->setProducts(
        std::move(compared), [this](const std::string &asset) { return pictureUrl(asset); },
        shop.isOnline() ? qml::ViewState::Empty : qml::ViewState::Offline);
}

void DeskShop::change(const core::Product &changed, const core::Variant &variant, int quantity)
{
    const auto line = std::ranges::find(m_cart.lines, variant.id, &core::CartLine::variant);
    if (line == m_cart.lines.end())
        m_cart.lines.push_back({.product = changed.id, .variant = variant.id, .quantity = quantity});
    else
        line->quantity = quantity;
    refresh();
}

void DeskShop::open() { refresh(); }

QUrl DeskShop::pictureUrl(const std::string &asset) const
{
    const QString file = m_posters + QLatin1Char('/') + QString::fromStdString(asset) + QStringLiteral(".png");
    return QFile::exists(file) ? QUrl::fromLocalFile(file) : QUrl();
}

void DeskShop::refresh()
{
    const qml::PictureUrl url = [this](const std::string &asset) { return pictureUrl(asset); };
    std::vector<qml::CatalogueRow> rows;
    for (const core::Product &each : m_products)
        rows.push_back(qml::CatalogueRow::from(each, m_stock, url));
    shop.catalogue()->setRows(std::move(rows));
    if (auto contents = qml::CartContents::of(m_cart, m_products, m_stock, url))
        shop.cart()->setRows(std::move(contents->rows), contents->sums);
    shop.cart()->setIsWaiting(!shop.isOnline() && !m_cart.lines.empty());
    std::vector<qml::PlacedOrder> orders;
    for (const core::Order &each : m_orders)
        orders.push_back(qml::PlacedOrder::from(each, url));
    shop.orders()->setRows(std::move(orders));
}

void DeskShop::order(const core::PostalAddress &address, core::PaymentMethod method)
{
    core::Order made;
    made.id = core::Id<core::Order>::named("order-" + std::to_string(m_orders.size()));
    made.placedAt = core::Time(std::chrono::sys_days(std::chrono::year(2026) / 11 / 21));
    made.address = address;
    made.paymentMethod = method;
    if (shop.isOnline())
        made.number = std::optional<std::string>("V-" + std::to_string(m_nextNumber++));
    for (const qml::CartRow &row : shop.cart()->rows())
        made.lines.push_back({.product = row.product,
                              .variant = row.variant,
                              .name = {row.name.en().toStdString(), row.name.bn().toStdString()},
                              .choices = {row.choices.en().toStdString(), row.choices.bn().toStdString()},
                              .picture = row.slug.toStdString(),
                              .quantity = row.quantity,
                              .unitPrice = row.unitPrice,
                              .total = row.total});
    made.subtotal = shop.cart()->subtotal().amount();
    made.delivery = shop.cart()->delivery().amount();
    made.total = shop.cart()->total().amount();
    m_orders.insert(m_orders.begin(), made);
    m_cart.lines.clear();
    refresh();
    shop.checkout()->succeed(made.id);
}

void DeskShop::reachServer()
{
    shop.setIsOnline(true);
    for (core::Order &each : m_orders) {
        if (!*each.number)
            each.number = std::optional<std::string>("V-" + std::to_string(m_nextNumber++));
    }
    refresh();
}

} // namespace vitrine::tests
