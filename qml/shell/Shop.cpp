// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/shell/Shop.h"

namespace vitrine::qml {

Shop::Shop(const QString &preferencesFile, QObject *parent)
    : QObject(parent)
    , m_preferences(preferencesFile)
{
    connect(&m_orders, &OrdersModel::shownLost, this, &Shop::shownOrderLost);
    m_compare.setEntries(m_preferences.compared());
    connect(&m_compare, &CompareModel::refused, this, [this] { tell(ComparisonFull); });
    connect(&m_compare, &CompareModel::entriesChanged, this,
            [this] { m_preferences.setCompared(m_compare.entries()); });
}

void Shop::openProduct(const QString &slug)
{
    if (slug != m_product.slug())
        m_product.clear(ViewState::Loading);
    emit productRequested(slug);
}

void Shop::setIsOnline(bool isOnline)
{
    if (isOnline == m_isOnline)
        return;
    m_isOnline = isOnline;
    emit isOnlineChanged();
}

void Shop::setIsProductShown(bool isProductShown)
{
    if (isProductShown == m_isProductShown)
        return;
    m_isProductShown = isProductShown;
    emit isProductShownChanged();
}

} // namespace vitrine::qml
