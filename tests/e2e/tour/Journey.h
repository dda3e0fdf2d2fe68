// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/tour/Client.h"
#include "tests/e2e/tour/Server.h"
#include "tests/e2e/tour/Step.h"

#include <vector>

namespace vitrine::tour {

/// The way of one shopper from the door to the till and back, with a power cut in between.
class Journey
{
public:
    Journey(Desktop &desktop, Client &client, Server &server, QStringList clientArguments)
        : m_desktop(desktop)
        , m_client(client)
        , m_server(server)
        , m_clientArguments(std::move(clientArguments))
    {
    }

    /// In order; each leaves the screen as its picture shall show it.
    [[nodiscard]] std::vector<Step> steps();

private:
    [[nodiscard]] core::Status openHome();
    [[nodiscard]] core::Status openProduct();
    [[nodiscard]] core::Status chooseVariant();
    [[nodiscard]] core::Status addTwo();
    [[nodiscard]] core::Status addThirdOffline();
    [[nodiscard]] core::Status orderOffline();
    [[nodiscard]] core::Status serverReturns();
    [[nodiscard]] core::Status seenOutside();
    [[nodiscard]] core::Status bengaliAndThemes();
    [[nodiscard]] core::Status restart();

    [[nodiscard]] core::Status fillAddress();
    [[nodiscard]] core::Status chooseByKeys(const QString &field, int downs);
    /// Pieces of the chosen variant that the server still has to sell.
    [[nodiscard]] core::Result<int> availableOnServer() const;

    Desktop &m_desktop;
    Client &m_client;
    Server &m_server;
    QStringList m_clientArguments;
    int m_availableBefore = 0;
    QString m_orderNumber;
};

} // namespace vitrine::tour
