// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/StageFall.h"

#include "render/scene/MaterialMapping.h"

#include <algorithm>
#include <cmath>

namespace vitrine::stage {

namespace {

/// A third of a second without a movement that is seen.
constexpr int kCalmSteps = 20;
constexpr float kCalm = 0.05F;
/// Twelve seconds: what has not found its place until then is held where it is.
constexpr int kLongestSteps = 720;

QQuick3DGeometry *hullGeometry(const render::PartBody &body, float perMetre, QObject *parent)
{
    auto *geometry = new QQuick3DGeometry();
    geometry->setParent(parent);
    QByteArray points;
    for (const QVector3D &point : body.hull)
        for (int axis = 0; axis < 3; ++axis) {
            const float value = point[axis] * perMetre;
            points.append(reinterpret_cast<const char *>(&value), sizeof value);
        }
    // Every point once is all that a hull is made of; the triangles are never drawn.
    QByteArray indices;
    for (quint32 i = 0; i < static_cast<quint32>(body.hull.size()); ++i)
        for (const quint32 corner : {i, (i + 1) % static_cast<quint32>(body.hull.size()), quint32{0}})
            indices.append(reinterpret_cast<const char *>(&corner), sizeof corner);
    geometry->setStride(3 * sizeof(float));
    geometry->setVertexData(points);
    geometry->setIndexData(indices);
    geometry->setPrimitiveType(QQuick3DGeometry::PrimitiveType::Triangles);
    geometry->addAttribute(QQuick3DGeometry::Attribute::PositionSemantic, 0, QQuick3DGeometry::Attribute::F32Type);
    geometry->addAttribute(QQuick3DGeometry::Attribute::IndexSemantic, 0, QQuick3DGeometry::Attribute::U32Type);
    return geometry;
}

} // namespace

StageFall::StageFall(QObject *parent)
    : QObject(parent)
{
}

void StageFall::begin()
{
    const auto bodies = m_motion && m_scene ? m_motion->fall() : std::span<const render::PartBody>();
    m_pieces.clear();
    m_places.clear();
    if (bodies.empty()) {
        Q_EMIT piecesChanged();
        return;
    }
    const render::PackageAsset &asset = *m_scene->asset();
    m_perMetre = kRadius / std::max((asset.boundsMax() - asset.boundsMin()).length() / 2, 1e-12F);
    m_middle = (asset.boundsMin() + asset.boundsMax()) / 2;
    m_floor = static_cast<qreal>((asset.boundsMin().y() - m_middle.y()) * m_perMetre);
    // Where the camera sees it, unless the pieces already stand further out.
    m_room = static_cast<qreal>(kRadius) * 1.3;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        m_places.push_back(m_motion->places()[i]);
        if (bodies[i].hull.size() < 4)
            continue;
        float radius = 0;
        for (const QVector3D &point : bodies[i].hull)
            radius = std::max(radius, point.length());
        m_pieces << FallPiece{static_cast<int>(i), hullGeometry(bodies[i], m_perMetre, this),
                              (bodies[i].centre - m_middle) * m_perMetre, static_cast<qreal>(bodies[i].mass),
                              static_cast<qreal>(radius * m_perMetre)};
    }
    for (const FallPiece &piece : std::as_const(m_pieces))
        m_room = std::max(m_room, std::max(std::abs(static_cast<qreal>(piece.position.x())),
                                           std::abs(static_cast<qreal>(piece.position.z()))) +
                                      piece.radius);
    Q_EMIT piecesChanged();
    wake();
}

void StageFall::place(int piece, const QVector3D &position, const QQuaternion &rotation)
{
    if (piece < 0 || static_cast<std::size_t>(piece) >= m_places.size())
        return;
    render::BodyPlace &place = m_places[static_cast<std::size_t>(piece)];
    const render::BodyPlace now{position / m_perMetre + m_middle, rotation};
    const float turned = 1 - std::abs(QQuaternion::dotProduct(place.rotation, rotation));
    m_moved = std::max({m_moved, (now.centre - place.centre).length() * m_perMetre, turned * kRadius * 40});
    place = now;
}

void StageFall::step()
{
    if (!m_motion || m_isSettled)
        return;
    m_motion->setPlaces(m_places);
    m_calmSteps = m_moved < kCalm ? m_calmSteps + 1 : 0;
    m_moved = 0;
    if (m_calmSteps >= kCalmSteps || ++m_steps >= kLongestSteps)
        setSettled(true);
}

void StageFall::wake()
{
    m_calmSteps = m_steps = 0;
    setSettled(m_pieces.isEmpty());
}

void StageFall::end()
{
    setSettled(true);
    for (const FallPiece &piece : m_pieces)
        piece.geometry->deleteLater();
    m_pieces.clear();
    m_places.clear();
    Q_EMIT piecesChanged();
}

int StageFall::pieceAt(QObject *model) const { return m_motion ? m_motion->pieceAt(model) : -1; }

QVector3D StageFall::fromScene(const QVector3D &point) const
{
    return (point / render::kUnitsPerMetre - m_middle) * m_perMetre;
}

void StageFall::setSettled(bool isSettled)
{
    if (m_isSettled == isSettled)
        return;
    m_isSettled = isSettled;
    Q_EMIT settledChanged();
}

} // namespace vitrine::stage
