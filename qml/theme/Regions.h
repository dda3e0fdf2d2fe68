// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/theme/LocalText.h"

#include <QList>
#include <QString>
#include <QtQmlIntegration>

#include <string_view>

namespace vitrine::qml {

/// A division of Bangladesh or a district of one: the value type `region`. `key` is the English name, which is what an
/// address holds.
struct Region {
    Q_GADGET
    QML_VALUE_TYPE(region)
    Q_PROPERTY(QString key MEMBER key FINAL)
    Q_PROPERTY(vitrine::qml::LocalText name MEMBER name FINAL)

public:
    QString key{};
    LocalText name{};

    bool operator==(const Region &) const = default;
};

/// The eight divisions, in English alphabetical order.
[[nodiscard]] QList<Region> divisions();
/// The districts of a division, its seat first; empty for an unknown one.
[[nodiscard]] QList<Region> districts(const QString &division);
/// A district as an address holds it, in both languages; what is none of them, as it is written.
[[nodiscard]] core::Text districtName(std::string_view key);

} // namespace vitrine::qml
