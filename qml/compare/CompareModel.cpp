// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/compare/CompareModel.h"

#include <algorithm>
#include <functional>

namespace vitrine::qml {

namespace {

const core::Variant *variantOf(const core::Product &product, const QString &sku)
{
    const auto found = std::ranges::find(product.variants, sku.toStdString(),
                                         [](const core::Variant &variant) { return variant.sku.value; });
    return found == product.variants.end() ? nullptr : &*found;
}

/// The one that is offered first: that can be bought, as on the product's own page.
const core::Variant *firstOf(const ComparedProduct &compared)
{
    const auto &variants = compared.product.variants;
    const auto buyable = std::ranges::find_if(
        variants, [&](const core::Variant &variant) { return stockOf(compared.stock, variant.id) > 0; });
    if (buyable != variants.end())
        return &*buyable;
    return variants.empty() ? nullptr : &variants.front();
}

} // namespace

void CompareModel::setEntries(const QStringList &entries)
{
    std::vector<CompareRow> rows;
    for (const QString &entry : entries) {
        const qsizetype slash = entry.indexOf('/');
        CompareRow row;
        row.slug = entry.left(slash);
        row.sku = slash < 0 ? QString() : entry.mid(slash + 1);
        if (row.slug.isEmpty() || std::ssize(rows) == kMost || std::ranges::contains(rows, row.key(), &CompareRow::key))
            continue;
        rows.push_back(row);
    }
    take(std::move(rows));
}

void CompareModel::toggle(const QString &slug, const QString &sku)
{
    std::vector<CompareRow> next = m_rows;
    const auto isIt = [&](const CompareRow &row) {
        return row.slug == slug && (sku.isEmpty() || row.sku.isEmpty() || row.sku == sku);
    };
    if (std::erase_if(next, isIt) == 0) {
        if (rowCount() >= kMost) {
            emit refused();
            return;
        }
        CompareRow row;
        row.slug = slug;
        row.sku = sku;
        next.push_back(row);
    }
    take(std::move(next));
}

void CompareModel::remove(const QString &key)
{
    std::vector<CompareRow> next = m_rows;
    std::erase_if(next, [&](const CompareRow &row) { return row.key() == key; });
    take(std::move(next));
}

void CompareModel::clear() { take({}); }

void CompareModel::take(std::vector<CompareRow> rows)
{
    const QStringList before = entries();
    replaceRows(m_rows, std::move(rows), std::mem_fn(&CompareRow::key));
    if (entries() == before)
        return;
    rebuildTable();
    emit entriesChanged();
    if (std::ranges::contains(m_rows, ViewState::Loading, &CompareRow::readiness))
        emit readRequested();
}

void CompareModel::setProducts(std::vector<ComparedProduct> products, const PictureUrl &pictureUrl,
                               ViewState::Value missing)
{
    m_products.clear();
    for (ComparedProduct &compared : products) {
        const QString slug = QString::fromStdString(compared.product.slug->value);
        m_products.insert_or_assign(slug, std::move(compared));
    }
    std::vector<CompareRow> next;
    for (CompareRow row : m_rows) {
        const auto found = m_products.find(row.slug);
        if (found == m_products.end())
            row.readiness = missing;
        else
            fill(row, found->second, pictureUrl);
        // What was taken up without a variant may be there already as the variant that it turns out to be.
        if (!std::ranges::contains(next, row.key(), &CompareRow::key))
            next.push_back(std::move(row));
    }
    const QStringList before = entries();
    replaceRows(m_rows, std::move(next), std::mem_fn(&CompareRow::key));
    rebuildTable();
    if (entries() != before)
        emit entriesChanged();
}

void CompareModel::fill(CompareRow &row, const ComparedProduct &compared, const PictureUrl &pictureUrl) const
{
    const core::Product &product = compared.product;
    const core::Variant *variant = variantOf(product, row.sku);
    // A variant that is made no more gives way to the first.
    if (variant == nullptr)
        variant = firstOf(compared);
    row.readiness = ViewState::Ready;
    row.name = *product.name;
    const std::string picture = pictureOf(product, variant);
    row.poster = picture.empty() || !pictureUrl ? QUrl() : pictureUrl(picture);
    const auto model = std::ranges::find(product.media, core::MediaKind::Model, &core::ProductMedia::kind);
    const std::string asset = model == product.media.end() ? std::string() : model->asset;
    if (asset != row.modelAsset)
        row.modelSource.clear();
    row.modelAsset = asset;
    if (variant == nullptr)
        return;
    row.sku = QString::fromStdString(variant->sku.value);
    row.choices = choicesOf(product, *variant);
    row.price = variant->price;
    row.modelVariant = QString::fromStdString(variant->modelVariant);
}

void CompareModel::setModelSource(const std::string &asset, const QUrl &source)
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].modelAsset != asset || m_rows[i].modelSource == source)
            continue;
        m_rows[i].modelSource = source;
        const QModelIndex changed = index(static_cast<int>(i));
        emit dataChanged(changed, changed, {ModelSourceRole});
    }
}

void CompareModel::setSize(const QString &key, const QVector3D &metres)
{
    if (const auto found = m_sizes.find(key); found != m_sizes.end() && found->second == metres)
        return;
    m_sizes.insert_or_assign(key, metres);
    rebuildTable();
}

void CompareModel::rebuildTable()
{
    std::vector<ComparedColumn> columns;
    for (const CompareRow &row : m_rows) {
        ComparedColumn &column = columns.emplace_back();
        if (const auto product = m_products.find(row.slug); product != m_products.end()) {
            column.product = &product->second;
            column.variant = variantOf(product->second.product, row.sku);
        }
        if (const auto size = m_sizes.find(row.key()); size != m_sizes.end())
            column.size = size->second;
    }
    QList<ComparedLine> table = comparisonOf(columns);
    if (table == m_table)
        return;
    m_table = std::move(table);
    emit tableChanged();
}

void CompareModel::setIsShown(bool isShown)
{
    if (isShown == m_isShown)
        return;
    m_isShown = isShown;
    emit isShownChanged();
}

QStringList CompareModel::entries() const
{
    QStringList keys;
    for (const CompareRow &row : m_rows)
        keys.append(row.key());
    return keys;
}

QStringList CompareModel::slugs() const
{
    QStringList slugs;
    for (const CompareRow &row : m_rows)
        slugs.append(row.slug);
    return slugs;
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CompareRow &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case KeyRole:
        return row.key();
    case SlugRole:
        return row.slug;
    case NameRole:
        return QVariant::fromValue(row.name);
    case ChoicesRole:
        return QVariant::fromValue(row.choices);
    case PriceRole:
        return QVariant::fromValue(row.price);
    case PosterRole:
        return row.poster;
    case ReadinessRole:
        return static_cast<int>(row.readiness);
    case ModelVariantRole:
        return row.modelVariant;
    case ModelSourceRole:
        return row.modelSource;
    default:
        return {};
    }
}

QHash<int, QByteArray> CompareModel::roleNames() const
{
    return {{KeyRole, "key"},
            {SlugRole, "slug"},
            {NameRole, "name"},
            {ChoicesRole, "choices"},
            {PriceRole, "price"},
            {PosterRole, "poster"},
            {ReadinessRole, "readiness"},
            {ModelVariantRole, "modelVariant"},
            {ModelSourceRole, "modelSource"}};
}

} // namespace vitrine::qml
