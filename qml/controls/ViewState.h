// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QtQmlIntegration>

namespace vitrine::qml::ViewState {
Q_NAMESPACE
QML_ELEMENT

/// What a view has to show. Every view draws all five.
enum Value {
    Loading, ///< Asked, no answer yet.
    Ready,
    Empty,   ///< Answered: there is nothing.
    Offline, ///< Never answered, and the shop can't be reached.
    Failed,  ///< Answered with an error.
};
Q_ENUM_NS(Value)

} // namespace vitrine::qml::ViewState
