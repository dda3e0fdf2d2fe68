// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/tour/Client.h"
#include "tests/e2e/tour/Step.h"

#include <vector>

namespace vitrine::tour {

/// What hands can do with a product, and with two of them side by side. Begins wherever the client is.
class Viewing
{
public:
    /// `home`: the client's, where what is saved goes.
    Viewing(Desktop &desktop, Client &client, QString home)
        : m_desktop(desktop)
        , m_client(client)
        , m_home(std::move(home))
    {
    }

    /// In order; each begins where the one before ended.
    [[nodiscard]] std::vector<Step> steps();

private:
    [[nodiscard]] core::Status changeLight();
    [[nodiscard]] core::Status standInLight();
    [[nodiscard]] core::Status tapTwice();
    [[nodiscard]] core::Status move();
    [[nodiscard]] core::Status takeApart();
    [[nodiscard]] core::Status holdApart();
    [[nodiscard]] core::Status takePartOff();
    [[nodiscard]] core::Status fold();
    [[nodiscard]] core::Status showDetails();
    [[nodiscard]] core::Status openDetail();
    [[nodiscard]] core::Status measure();
    [[nodiscard]] core::Status showInches();
    [[nodiscard]] core::Status handle();
    [[nodiscard]] core::Status drop();
    [[nodiscard]] core::Status playFilm();
    [[nodiscard]] core::Status saveFilm();
    [[nodiscard]] core::Status cancelSaving();
    [[nodiscard]] core::Status savePicture();
    [[nodiscard]] core::Status compareTwo();
    [[nodiscard]] core::Status seeThrough();
    [[nodiscard]] core::Status wipe();
    [[nodiscard]] core::Status moveLess();

    [[nodiscard]] core::Status openProduct();
    /// Something about the product began to move, and came to its end.
    [[nodiscard]] core::Status waitMoved();
    /// By parts of the stage that the panel leaves free, which is the same for each window of one size.
    [[nodiscard]] core::Result<QPoint> onStage(double x, double y);
    /// Takes a slider's handle from where it is to a part of its way.
    [[nodiscard]] core::Status slide(const QString &slider, double to);
    /// The item has come that far to the right.
    [[nodiscard]] core::Status waitAside(const QString &item, int x);
    /// What the client has saved so far; of a sequence that is not whole too, under names that are hidden.
    [[nodiscard]] int savedPictures() const;

    Desktop &m_desktop;
    Client &m_client;
    QString m_home;
    /// As the product is seen when it is opened.
    QString m_homeView;
};

} // namespace vitrine::tour
