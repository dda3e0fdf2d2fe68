// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/storefront/CatalogueModel.h"

#include <QObject>
#include <QtQmlIntegration>

namespace vitrine::qml {

/// Everything that the window shows, in one typed place: the view-models of all features and the connection. The
/// window takes it as its one required property; programs feed it from a session, tests and the gallery from rows.
/// GUI thread.
class Shop : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The program makes it")
    Q_PROPERTY(vitrine::qml::CatalogueModel *catalogue READ catalogue CONSTANT FINAL)
    /// False while the server can't be reached. Everything goes on; a small mark says it.
    Q_PROPERTY(bool isOnline READ isOnline WRITE setIsOnline NOTIFY isOnlineChanged FINAL)

public:
    explicit Shop(QObject *parent = nullptr);

    [[nodiscard]] CatalogueModel *catalogue() { return &m_catalogue; }

    [[nodiscard]] bool isOnline() const { return m_isOnline; }
    void setIsOnline(bool isOnline);

signals:
    void isOnlineChanged();

private:
    CatalogueModel m_catalogue;
    bool m_isOnline = true;
};

} // namespace vitrine::qml
