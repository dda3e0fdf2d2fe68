// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace vitrine::app {

struct ShopOptions {
    /// Where the shop is: "https://shop.example". Empty with `isDemo`.
    std::string serverUrl{};
    /// The device's own folder: replica, outbox, assets, preferences. Made where it is missing.
    std::filesystem::path dataDir{};
    /// Starts a server of our own on loopback, with the demo shop in it.
    bool isDemo = false;
    /// Name of the automation socket (Automation.h); empty: none.
    std::string automation{};
};

/// "~/.local/share/vitrine" or what the platform has for it.
[[nodiscard]] std::filesystem::path defaultDataDir();

/// Opens the shop's window and runs until it is closed. Makes the application object itself. Returns the program's exit
/// code; what went wrong stands on stderr.
[[nodiscard]] int runShop(const ShopOptions &options);

} // namespace vitrine::app
