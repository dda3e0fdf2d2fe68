// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGuiApplication>

namespace vitrine::tests {

/// The one application of a test program, made at its first use.
inline QGuiApplication &application()
{
    static int argc = 1;
    static char name[] = "test";
    static char *argv[] = {name, nullptr};
    // Never destroyed: statics of Qt's plugins would go before it.
    static auto *app = new QGuiApplication(argc, argv);
    return *app;
}

} // namespace vitrine::tests
