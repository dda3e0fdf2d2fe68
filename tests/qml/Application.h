// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGuiApplication>

namespace vitrine::tests {

/// The one application of a test program: made before the first test, destroyed after the last one and before the
/// statics of Qt's plugins (Application.cpp).
QGuiApplication &application();

} // namespace vitrine::tests
