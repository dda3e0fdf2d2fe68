// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Text.h"

#include <QString>
#include <QtQmlIntegration>

namespace vitrine::qml {

/// A text of the shop in both languages: the value type `localText`. `Format.text(…)` gives the one to show, so that
/// a switch of language needs nothing from the models.
class LocalText
{
    Q_GADGET
    QML_VALUE_TYPE(localText)
    Q_PROPERTY(QString en READ en FINAL)
    Q_PROPERTY(QString bn READ bn FINAL)

public:
    LocalText() = default;
    LocalText(const core::Text &text)
        : m_en(QString::fromStdString(text.in(core::Language::En)))
        , m_bn(QString::fromStdString(text.in(core::Language::Bn)))
    {
    }

    [[nodiscard]] QString en() const { return m_en; }
    [[nodiscard]] QString bn() const { return m_bn; }

    bool operator==(const LocalText &) const = default;

private:
    QString m_en{};
    QString m_bn{};
};

} // namespace vitrine::qml
