// SPDX-License-Identifier: GPL-3.0-or-later
// A settings portal of our own, on a D-Bus connection from peer to peer: no bus is needed.
#include "app/client/SystemMotion.h"

#include <catch2/catch_test_macros.hpp>

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMetaType>
#include <QDBusServer>
#include <QDBusVariant>
#include <QTest>

#include <memory>

using namespace vitrine;

namespace {

using Settings = QMap<QString, QVariantMap>;

class Portal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    Settings settings{};

public slots:
    Settings ReadAll(const QStringList &) const { return settings; }

signals:
    void SettingChanged(const QString &space, const QString &key, const QDBusVariant &value);
};

/// Both ends of the wire.
class Wire
{
public:
    Wire()
    {
        qDBusRegisterMetaType<Settings>();
        QObject::connect(&m_server, &QDBusServer::newConnection, &m_server, [this](const QDBusConnection &connection) {
            m_peer = std::make_unique<QDBusConnection>(connection);
            m_peer->registerObject("/org/freedesktop/portal/desktop", &portal,
                                   QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        });
        QDBusConnection::connectToPeer(m_server.address(), name);
        REQUIRE(QTest::qWaitFor([this] { return m_peer != nullptr; }));
    }
    ~Wire() { QDBusConnection::disconnectFromPeer(name); }

    Portal portal;
    const QString name = QStringLiteral("vitrine-test-portal");

private:
    int m_count = 1;
    char m_word[5] = "test";
    char *m_arguments[2] = {m_word, nullptr};
    QCoreApplication m_application{m_count, m_arguments};
    QDBusServer m_server{QStringLiteral("unix:tmpdir=/tmp")};
    std::unique_ptr<QDBusConnection> m_peer;
};

} // namespace

TEST_CASE("What the portal says of motion is taken, and followed")
{
    Wire wire;
    wire.portal.settings = {{"org.freedesktop.appearance", {{"color-scheme", 1u}, {"reduced-motion", 1u}}}};
    app::SystemMotion motion(wire.name, {});
    CHECK_FALSE(motion.isReduced()); // It does not wait for the answer.
    REQUIRE(QTest::qWaitFor([&] { return motion.isReduced(); }));
    emit wire.portal.SettingChanged("org.freedesktop.appearance", "reduced-motion", QDBusVariant(0u));
    CHECK(QTest::qWaitFor([&] { return !motion.isReduced(); }));
    emit wire.portal.SettingChanged("org.gnome.desktop.interface", "enable-animations", QDBusVariant(false));
    CHECK(QTest::qWaitFor([&] { return motion.isReduced(); }));
}

#include "portal_test.moc"
