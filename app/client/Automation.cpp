// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/Automation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QQuickItem>
#include <QQuickWindow>

#include <algorithm>
#include <functional>
#include <utility>

namespace vitrine::app {
namespace {

bool isShown(const QQuickItem *item)
{
    return item->isVisible() && item->opacity() > 0.01 && item->width() > 0 && item->height() > 0;
}

/// Calls `visit` for each visible item until it answers true. Children are visited before later siblings.
bool visitShown(QQuickItem *item, const std::function<bool(QQuickItem *)> &visit)
{
    if (!item->isVisible() || item->opacity() <= 0.01)
        return false;
    if (visit(item))
        return true;
    for (QQuickItem *child : item->childItems())
        if (visitShown(child, visit))
            return true;
    return false;
}

QQuickItem *shownItem(QQuickWindow *window, const QString &name)
{
    QQuickItem *found = nullptr;
    visitShown(window->contentItem(), [&](QQuickItem *item) {
        if (item->objectName() == name && isShown(item))
            found = item;
        return found != nullptr;
    });
    return found;
}

/// "camera.yaw": a property, or one of the object that a property holds.
QVariant valueAt(const QObject *object, const QString &path)
{
    const qsizetype dot = path.indexOf('.');
    const QVariant value = object->property(path.left(dot).toLatin1().constData());
    if (dot < 0)
        return value;
    const auto *inner = value.value<QObject *>();
    return inner == nullptr ? QVariant() : valueAt(inner, path.mid(dot + 1));
}

} // namespace

core::Result<std::unique_ptr<Automation>> Automation::listen(const QString &socketName, QQuickWindow *window)
{
    auto server = std::make_unique<QLocalServer>();
    server->setSocketOptions(QLocalServer::UserAccessOption);
    if (!server->listen(socketName))
        return core::fail(core::ErrorCode::Unavailable, server->errorString().toStdString(), socketName.toStdString());
    return std::unique_ptr<Automation>(new Automation(std::move(server), window));
}

Automation::Automation(std::unique_ptr<QLocalServer> server, QQuickWindow *window)
    : m_server(std::move(server))
    , m_window(window)
{
    connect(m_server.get(), &QLocalServer::newConnection, this, &Automation::serve);
    connect(window, &QQuickWindow::frameSwapped, this, [this] { ++m_frames; });
}

Automation::~Automation() = default;

void Automation::serve()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            while (socket->canReadLine()) {
                const QJsonObject request = QJsonDocument::fromJson(socket->readLine()).object();
                socket->write(QJsonDocument(answer(request)).toJson(QJsonDocument::Compact) + '\n');
            }
        });
    }
}

QJsonObject Automation::answer(const QJsonObject &request)
{
    if (m_window.isNull())
        return {{"error", "the window is gone"}};
    if (request.contains("item"))
        return answerAboutItem(request);
    if (request.contains("items")) {
        QJsonArray names;
        visitShown(m_window->contentItem(), [&](QQuickItem *item) {
            if (!item->objectName().isEmpty() && item->objectName().startsWith(request["items"].toString()))
                names.append(item->objectName());
            return false;
        });
        return {{"names", names}};
    }
    if (request.contains("grab"))
        return {{"saved", m_window->grabWindow().save(request["grab"].toString())}};
    if (request.contains("frames"))
        return {{"count", m_frames}};
    if (request.contains("stall"))
        return {{"milliseconds", longestStall()}};
    return {{"error", "unknown request"}};
}

QJsonObject Automation::answerAboutItem(const QJsonObject &request) const
{
    const QQuickItem *item = shownItem(m_window, request["item"].toString());
    if (item == nullptr)
        return {{"found", false}};
    const QRectF place = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    const qreal ratio = m_window->effectiveDevicePixelRatio();
    QJsonObject reply{{"found", true},
                      {"x", (m_window->x() + place.x()) * ratio},
                      {"y", (m_window->y() + place.y()) * ratio},
                      {"width", place.width() * ratio},
                      {"height", place.height() * ratio},
                      {"enabled", item->isEnabled()}};
    if (request.contains("property"))
        reply["value"] = QJsonValue::fromVariant(valueAt(item, request["property"].toString()));
    return reply;
}

double Automation::longestStall()
{
    const auto beat = [this] {
        m_longestGapMs = std::max(m_longestGapMs, static_cast<double>(m_sinceBeat.nsecsElapsed()) / 1e6);
        m_sinceBeat.restart();
    };
    if (!m_heartbeat.isActive()) {
        m_sinceBeat.start();
        connect(&m_heartbeat, &QTimer::timeout, this, beat);
        m_heartbeat.setTimerType(Qt::PreciseTimer);
        m_heartbeat.start(1);
    }
    beat();
    return std::exchange(m_longestGapMs, 0);
}

} // namespace vitrine::app
