// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <QProcess>

#include <filesystem>
#include <string>

namespace vitrine::app {

/// A server of our own on loopback, with the demo shop: what `vitrine --demo` talks to. The program beside ours is
/// started; it stops with this object. GUI thread.
class DemoServer
{
public:
    ~DemoServer();

    /// Fills `data` with the demo shop where it is new, starts the server and answers with its address. Waits for both;
    /// Unavailable with the reason where the program is not there or does not come up.
    [[nodiscard]] core::Result<std::string> start(const std::filesystem::path &data);

private:
    QProcess m_process;
};

} // namespace vitrine::app
