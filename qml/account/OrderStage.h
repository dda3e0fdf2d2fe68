// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QtQmlIntegration>

namespace vitrine::qml::OrderStage {
Q_NAMESPACE
QML_ELEMENT

/// Where an order stands, in the steps that a shopper cares about.
enum Value {
    Waiting, ///< On this device, not yet at the shop.
    Placed,
    Confirmed,
    Packed,
    OnTheWay,
    Delivered,
    Cancelled,
    Returned,
};
Q_ENUM_NS(Value)

} // namespace vitrine::qml::OrderStage
