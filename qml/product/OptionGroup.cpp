// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/product/OptionGroup.h"

namespace vitrine::qml {

OptionGroup::OptionGroup(QString key, LocalText name, QList<OptionValue> values, QObject *parent)
    : QObject(parent)
    , m_key(std::move(key))
    , m_name(std::move(name))
    , m_values(std::move(values))
{
}

LocalText OptionGroup::chosenName() const
{
    for (const OptionValue &value : m_values) {
        if (value.key == m_chosen)
            return value.name;
    }
    return {};
}

void OptionGroup::set(const QString &chosen, const QStringList &soldOut)
{
    if (chosen == m_chosen && soldOut == m_soldOut)
        return;
    m_chosen = chosen;
    m_soldOut = soldOut;
    emit changed();
}

} // namespace vitrine::qml
