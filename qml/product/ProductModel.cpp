// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/product/ProductModel.h"

#include "core/entities/Sales.h"

#include <algorithm>

namespace vitrine::qml {

namespace {

constexpr int kMaxPerLine = static_cast<int>(core::LineQuantity::kMax);

} // namespace

ProductModel::ProductModel(QObject *parent)
    : QObject(parent)
{
}

void ProductModel::setProduct(const core::Product &product, const StockByVariant &stock, const PictureUrl &pictureUrl)
{
    const bool isOther = product.id != m_product.id;
    const bool hasOtherOptions = isOther || product.options != m_product.options;
    m_product = product;
    m_stock = stock;
    m_pictureUrl = pictureUrl;
    if (m_product.variant(m_chosen) == nullptr) {
        const auto buyable = std::ranges::find_if(
            m_product.variants, [&](const core::Variant &variant) { return stockOf(m_stock, variant.id) > 0; });
        if (buyable != m_product.variants.end())
            m_chosen = buyable->id;
        else
            m_chosen = m_product.variants.empty() ? core::Id<core::Variant>() : m_product.variants.front().id;
    }
    if (isOther) {
        forgetModel();
        m_quantity = 1;
        emit quantityChanged();
    }
    emit productChanged();
    if (hasOtherOptions)
        rebuildOptions();
    refreshChoices();
    setState(ViewState::Ready);
}

void ProductModel::clear(ViewState::Value state)
{
    m_product = {};
    m_stock.clear();
    m_chosen = {};
    forgetModel();
    emit productChanged();
    rebuildOptions();
    refreshChoices();
    setState(state);
}

void ProductModel::setState(ViewState::Value state)
{
    if (state == m_state)
        return;
    m_state = state;
    emit stateChanged();
}

void ProductModel::forgetModel()
{
    setModelSource({});
    if (std::exchange(m_modelProgress, 0) != 0)
        emit modelProgressChanged();
}

void ProductModel::setModelSource(const QUrl &source)
{
    if (!source.isEmpty())
        setModelProgress(1);
    if (source == m_modelSource)
        return;
    m_modelSource = source;
    emit modelSourceChanged();
}

void ProductModel::setModelProgress(qreal progress)
{
    if (progress <= m_modelProgress)
        return;
    m_modelProgress = progress;
    emit modelProgressChanged();
}

std::string ProductModel::modelAsset() const
{
    for (const core::ProductMedia &media : m_product.media) {
        if (media.kind == core::MediaKind::Model)
            return media.asset;
    }
    return {};
}

void ProductModel::rebuildOptions()
{
    const QList<OptionGroup *> before = std::exchange(m_options, {});
    for (const core::Option &option : m_product.options) {
        QList<OptionValue> values;
        for (const core::OptionValue &value : option.values)
            values.append({QString::fromStdString(value.key), value.name, QString::fromStdString(value.swatch)});
        m_options.append(new OptionGroup(QString::fromStdString(option.key), option.name, values, this));
    }
    emit optionsChanged();
    // Delegates may still be reading the old ones in this turn of the event loop.
    for (OptionGroup *group : before)
        group->deleteLater();
}

// Read-only: QML gets no way to append.
QQmlListProperty<OptionGroup> ProductModel::optionList()
{
    using List = QQmlListProperty<OptionGroup>;
    return List(
        this, nullptr, [](List *list) { return static_cast<ProductModel *>(list->object)->m_options.size(); },
        [](List *list, qsizetype at) { return static_cast<ProductModel *>(list->object)->m_options.at(at); });
}

const core::Variant *ProductModel::chosen() const { return m_product.variant(m_chosen); }

const core::Variant *ProductModel::variantWith(const core::Variant &base, const std::string &option,
                                               const std::string &value) const
{
    auto wanted = base.choices;
    wanted[option] = value;
    const auto found = std::ranges::find(m_product.variants, wanted, &core::Variant::choices);
    return found == m_product.variants.end() ? nullptr : &*found;
}

void ProductModel::refreshChoices()
{
    if (const core::Variant *variant = chosen()) {
        for (OptionGroup *group : m_options) {
            const std::string key = group->key().toStdString();
            QStringList soldOut;
            for (const OptionValue &value : group->values()) {
                const core::Variant *other = variantWith(*variant, key, value.key.toStdString());
                if (other == nullptr || stockOf(m_stock, other->id) <= 0)
                    soldOut.append(value.key);
            }
            const auto choice = variant->choices.find(key);
            group->set(choice == variant->choices.end() ? QString() : QString::fromStdString(choice->second), soldOut);
        }
    }
    emit choiceChanged();
    setQuantity(m_quantity);
}

void ProductModel::choose(const QString &option, const QString &value)
{
    const core::Variant *current = chosen();
    if (current == nullptr)
        return;
    const std::string optionKey = option.toStdString();
    const std::string valueKey = value.toStdString();
    const core::Variant *next = variantWith(*current, optionKey, valueKey);
    if (next == nullptr) {
        const auto nearest = std::ranges::find_if(m_product.variants, [&](const core::Variant &variant) {
            const auto choice = variant.choices.find(optionKey);
            return choice != variant.choices.end() && choice->second == valueKey;
        });
        if (nearest == m_product.variants.end())
            return;
        next = &*nearest;
    }
    if (next->id == m_chosen)
        return;
    m_chosen = next->id;
    refreshChoices();
}

void ProductModel::addToCart()
{
    if (const core::Variant *variant = chosen(); variant != nullptr && maxQuantity() > 0)
        emit addRequested(m_product, *variant, m_quantity);
}

QString ProductModel::slug() const { return QString::fromStdString(m_product.slug->value); }
LocalText ProductModel::name() const { return *m_product.name; }
LocalText ProductModel::tagline() const { return *m_product.tagline; }
LocalText ProductModel::description() const { return *m_product.description; }

QList<FactValue> ProductModel::facts() const
{
    QList<FactValue> facts;
    for (const core::Fact &fact : m_product.facts)
        facts.append({fact.name, fact.value});
    return facts;
}

MoneyValue ProductModel::price() const { return chosen() == nullptr ? MoneyValue() : MoneyValue(chosen()->price); }
int ProductModel::stock() const { return static_cast<int>(stockOf(m_stock, m_chosen)); }

QString ProductModel::sku() const
{
    return chosen() == nullptr ? QString() : QString::fromStdString(chosen()->sku.value);
}

QUrl ProductModel::poster() const
{
    const std::string asset = pictureOf(m_product, chosen());
    return asset.empty() || !m_pictureUrl ? QUrl() : m_pictureUrl(asset);
}

QString ProductModel::modelVariant() const
{
    return chosen() == nullptr ? QString() : QString::fromStdString(chosen()->modelVariant);
}

int ProductModel::maxQuantity() const { return std::clamp(stock(), 0, kMaxPerLine); }

void ProductModel::setQuantity(int quantity)
{
    const int within = std::clamp(quantity, 1, std::max(1, maxQuantity()));
    if (within == m_quantity)
        return;
    m_quantity = within;
    emit quantityChanged();
}

} // namespace vitrine::qml
