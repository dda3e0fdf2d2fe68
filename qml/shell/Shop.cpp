// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/shell/Shop.h"

namespace vitrine::qml {

Shop::Shop(QObject *parent)
    : QObject(parent)
{}

void Shop::setIsOnline(bool isOnline)
{
    if (isOnline == m_isOnline)
        return;
    m_isOnline = isOnline;
    emit isOnlineChanged();
}

} // namespace vitrine::qml
