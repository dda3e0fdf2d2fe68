// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace vitrine::app {

struct ShopOptions {
    /// Where the shop is: "https://shop.example". Empty with `isDemo`, which starts a server of our own.
    QString server{};
    /// The device's own folder: replica, outbox, assets, preferences. Made where it is missing; empty: the platform's
    /// place for it.
    QString data{};
    /// "1280x720+0+0": where the window opens; empty: as the window system likes.
    QString geometry{};
    /// Name of the automation socket (Automation.h); empty: none.
    QString automation{};
    bool isDemo = false;
};

/// Opens the shop's window and runs until it is closed. Makes the application object itself. Returns the program's exit
/// code; what went wrong stands on stderr.
[[nodiscard]] int runShop(int &argc, char **argv, const ShopOptions &options);

} // namespace vitrine::app
