// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/theme/LocalText.h"

#include <QList>
#include <QObject>
#include <QtQmlIntegration>

namespace vitrine::qml {

/// One value of an option: the value type `optionValue`.
struct OptionValue {
    Q_GADGET
    QML_VALUE_TYPE(optionValue)
    Q_PROPERTY(QString key MEMBER key FINAL)
    Q_PROPERTY(vitrine::qml::LocalText name MEMBER name FINAL)
    Q_PROPERTY(QString swatch MEMBER swatch FINAL)

public:
    QString key{};
    LocalText name{};
    /// A colour ("#274690"); empty where the value is shown by its name.
    QString swatch{};

    bool operator==(const OptionValue &) const = default;
};

/// One option of a product with what is chosen of it: the value type `optionGroup`. The values stay the same while the
/// product does, so that a choice builds no delegate anew.
class OptionGroup : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A product makes it")
    Q_PROPERTY(QString key READ key CONSTANT FINAL)
    Q_PROPERTY(vitrine::qml::LocalText name READ name CONSTANT FINAL)
    Q_PROPERTY(QList<vitrine::qml::OptionValue> values READ values CONSTANT FINAL)
    Q_PROPERTY(QString chosen READ chosen NOTIFY changed FINAL)
    Q_PROPERTY(vitrine::qml::LocalText chosenName READ chosenName NOTIFY changed FINAL)
    /// Keys of the values that, with the other options as they are, are sold out or not made.
    Q_PROPERTY(QStringList soldOut READ soldOut NOTIFY changed FINAL)

public:
    OptionGroup(QString key, LocalText name, QList<OptionValue> values, QObject *parent);

    [[nodiscard]] QString key() const { return m_key; }
    [[nodiscard]] LocalText name() const { return m_name; }
    [[nodiscard]] QList<OptionValue> values() const { return m_values; }
    [[nodiscard]] QString chosen() const { return m_chosen; }
    [[nodiscard]] LocalText chosenName() const;
    [[nodiscard]] QStringList soldOut() const { return m_soldOut; }

    void set(const QString &chosen, const QStringList &soldOut);

signals:
    void changed();

private:
    QString m_key;
    LocalText m_name;
    QList<OptionValue> m_values;
    QString m_chosen{};
    QStringList m_soldOut{};
};

} // namespace vitrine::qml
