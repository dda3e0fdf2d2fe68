// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/client/MotionHints.h"

#include <QObject>
#ifdef VITRINE_HAS_PORTAL
#include <QDBusVariant>
#endif

namespace vitrine::app {

/// Whether the system asks for less motion, and follows it. Qt 6.8 has no style hint for this, so each platform is
/// asked in its own way: Linux the settings portal (and GTK's file where there is none), Windows its client-area
/// animations, macOS its accessibility setting; the last two once, at the start. Asks without waiting: the answer of a
/// portal comes as a change. GUI thread.
class SystemMotion : public QObject
{
    Q_OBJECT

public:
    explicit SystemMotion(QObject *parent = nullptr);
#ifdef VITRINE_HAS_PORTAL
    /// The settings portal that answers on this D-Bus connection (a name of QDBusConnection), under this service.
    SystemMotion(const QString &connection, const QString &service, QObject *parent = nullptr);
#endif

    [[nodiscard]] bool isReduced() const { return m_isReduced; }

signals:
    void changed();

#ifdef VITRINE_HAS_PORTAL
private slots:
    void onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void askPortal(const QString &connection, const QString &service);
    void readGtkFiles();
    void settle();
#endif

private:
    MotionHints m_hints{};
    bool m_isReduced = false;
};

} // namespace vitrine::app
