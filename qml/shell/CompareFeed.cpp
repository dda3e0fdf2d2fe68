// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/shell/CompareFeed.h"

#include "qml/shell/StockReading.h"

#include <algorithm>
#include <set>
#include <utility>

namespace vitrine::qml {

namespace {

/// A tree of categories is a few levels deep; one that goes round in a circle ends here.
constexpr int kDeepest = 16;

/// Those of the categories above come first.
core::Result<std::vector<core::Spec>> specsOf(core::ReadTx &tx, const core::Id<core::Category> &category)
{
    std::vector<core::Spec> specs;
    std::optional<core::Id<core::Category>> next = category;
    for (int depth = 0; next && depth < kDeepest; ++depth) {
        VITRINE_TRY(auto row, tx.find(*next));
        if (!row)
            break;
        specs.insert(specs.begin(), row->value.specs.begin(), row->value.specs.end());
        next = *row->value.parent;
    }
    return specs;
}

} // namespace

CompareFeed::CompareFeed(CompareModel &compare, core::ShopSession &session, PictureUrl pictureUrl)
    : m_compare(compare)
    , m_session(session)
    , m_pictureUrl(std::move(pictureUrl))
{
    connect(&compare, &CompareModel::readRequested, this, &CompareFeed::read);
    connect(&compare, &RowModel::retryRequested, this, &CompareFeed::read);
    connect(&compare, &CompareModel::isShownChanged, this, &CompareFeed::fetchModels);
}

core::Result<std::vector<ComparedProduct>> CompareFeed::readProducts(core::ReadTx &tx, const QStringList &slugs)
{
    std::vector<ComparedProduct> products;
    for (const QString &slug : std::set(slugs.begin(), slugs.end())) {
        VITRINE_TRY(auto row, tx.findBy<core::Product>("slug", slug.toStdString()));
        if (!row)
            continue;
        ComparedProduct &compared = products.emplace_back();
        compared.product = std::move(row->value);
        VITRINE_TRY(compared.specs, specsOf(tx, *compared.product.category));
        VITRINE_TRY(auto rating, tx.find(core::ProductRating::idFor(compared.product.id)));
        if (rating)
            compared.rating = rating->value;
        VITRINE_CHECK(addStockOf(tx, compared.product, compared.stock));
    }
    return products;
}

void CompareFeed::read()
{
    if (m_compare.count() == 0)
        return;
    m_session.read<std::vector<ComparedProduct>>(
        m_guard, [slugs = m_compare.slugs()](core::ReadTx &tx) { return readProducts(tx, slugs); },
        [this](core::Result<std::vector<ComparedProduct>> products) {
            // Before the first sync there is nothing to say of what is not there.
            const core::Connection connection = m_session.state().connection;
            const ViewState::Value missing = !products                                 ? ViewState::Failed
                                             : connection == core::Connection::Online  ? ViewState::Empty
                                             : connection == core::Connection::Offline ? ViewState::Offline
                                                                                       : ViewState::Loading;
            m_compare.setProducts(products ? std::move(*products) : std::vector<ComparedProduct>(), m_pictureUrl,
                                  missing);
            fetchModels();
        });
}

void CompareFeed::onNotice(const core::SessionNotice &notice)
{
    const auto changed = [&notice](std::string_view entity) { return notice.entities.contains(std::string(entity)); };
    const bool isMissing =
        std::ranges::any_of(m_compare.rows(), [](const CompareRow &row) { return row.readiness != ViewState::Ready; });
    if (isMissing || changed(core::EntityTraits<core::Product>::kName) ||
        changed(core::EntityTraits<core::StockLevel>::kName) || changed(core::EntityTraits<core::Category>::kName) ||
        changed(core::EntityTraits<core::ProductRating>::kName))
        read();
    else
        fetchModels();
}

void CompareFeed::fetchModels()
{
    if (!m_compare.isShown())
        return m_models.clear();
    for (const CompareRow &row : m_compare.rows()) {
        if (row.modelAsset.empty() || !row.modelSource.isEmpty() || m_models.contains(row.modelAsset))
            continue;
        const auto done = [this, asset = row.modelAsset](const core::Result<std::string> &path) {
            m_models.erase(asset);
            if (path)
                m_compare.setModelSource(asset, QUrl::fromLocalFile(QString::fromStdString(*path)));
        };
        m_models[row.modelAsset] = m_session.asset(row.modelAsset, {.done = done});
    }
}

} // namespace vitrine::qml
