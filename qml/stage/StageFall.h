// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/stage/StageMotion.h"

#include <QPointer>
#include <QQuick3DGeometry>

namespace vitrine::stage {

/// A piece as the physics take it. Lengths in the world of the fall, where every product is as large as the other.
struct FallPiece {
    Q_GADGET
    QML_VALUE_TYPE(fallPiece)
    Q_PROPERTY(int index MEMBER index CONSTANT)
    /// The points of its convex hull, around its middle.
    Q_PROPERTY(QQuick3DGeometry *geometry MEMBER geometry CONSTANT)
    Q_PROPERTY(QVector3D position MEMBER position CONSTANT)
    /// Kilograms.
    Q_PROPERTY(qreal mass MEMBER mass CONSTANT)
    /// From its middle to its furthest point.
    Q_PROPERTY(qreal radius MEMBER radius CONSTANT)

public:
    int index = 0;
    QQuick3DGeometry *geometry = nullptr;
    QVector3D position;
    qreal mass = 1;
    qreal radius = 1;
};

/// Between a product's pieces and a world of rigid bodies, whatever moves those: what falls, of what shape and weight,
/// and where each piece is after a step. GUI thread.
class StageFall : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(vitrine::stage::StageMotion *motion MEMBER m_motion NOTIFY motionChanged)
    Q_PROPERTY(vitrine::stage::ProductScene *scene MEMBER m_scene NOTIFY motionChanged)
    Q_PROPERTY(QList<vitrine::stage::FallPiece> pieces READ pieces NOTIFY piecesChanged)
    /// The floor's height, and how far from the middle the walls stand.
    Q_PROPERTY(qreal floor READ floor NOTIFY piecesChanged)
    Q_PROPERTY(qreal room READ room NOTIFY piecesChanged)
    /// Nothing has moved for a while.
    Q_PROPERTY(bool settled READ isSettled NOTIFY settledChanged)

public:
    /// Half the diagonal of every product in the world of the fall.
    static constexpr float kRadius = 50;

    explicit StageFall(QObject *parent = nullptr);

    QList<FallPiece> pieces() const { return m_pieces; }
    qreal floor() const { return m_floor; }
    qreal room() const { return m_room; }
    bool isSettled() const { return m_isSettled; }

    /// Takes the product as it stands.
    Q_INVOKABLE void begin();
    /// Where a piece is after a step, and then step(), which shows all of them.
    Q_INVOKABLE void place(int piece, const QVector3D &position, const QQuaternion &rotation);
    Q_INVOKABLE void step();
    /// Something is about to move.
    Q_INVOKABLE void wake();
    Q_INVOKABLE void end();
    /// The piece that a model belongs to; −1: none.
    Q_INVOKABLE int pieceAt(QObject *model) const;
    /// Between scene units and those of the fall.
    Q_INVOKABLE QVector3D fromScene(const QVector3D &point) const;

Q_SIGNALS:
    void motionChanged();
    void piecesChanged();
    void settledChanged();

private:
    void setSettled(bool isSettled);

    QPointer<StageMotion> m_motion;
    QPointer<ProductScene> m_scene;
    QList<FallPiece> m_pieces;
    std::vector<render::BodyPlace> m_places;
    /// Of the last step, as long as it lasts.
    float m_moved = 0;
    int m_calmSteps = 0;
    int m_steps = 0;
    bool m_isSettled = true;
    float m_perMetre = 1;
    QVector3D m_middle;
    qreal m_floor = 0;
    qreal m_room = kRadius;
};

} // namespace vitrine::stage
