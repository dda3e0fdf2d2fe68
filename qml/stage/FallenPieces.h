// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/stage/Glide.h"
#include "render/scene/PartBodies.h"

#include <QList>
#include <QVector2D>
#include <QtQmlIntegration>

#include <memory>
#include <optional>
#include <vector>

namespace vitrine::stage {

/// The soft shade that a fallen piece throws on the floor below it, in scene units.
struct StageShade {
    Q_GADGET
    QML_VALUE_TYPE(stageShade)
    Q_PROPERTY(QVector3D place MEMBER place CONSTANT)
    /// Half of it, to the side and to the back.
    Q_PROPERTY(QVector2D reach MEMBER reach CONSTANT)
    /// 1 where the piece lies on the floor, 0 high above it.
    Q_PROPERTY(qreal strength MEMBER strength CONSTANT)

public:
    QVector3D place;
    QVector2D reach;
    qreal strength = 0;
};

/// What a product fell into: where the pieces are until they are home again, and the shades below them. Who lets them
/// fall says where they are; the way home takes its time from advance().
class FallenPieces
{
public:
    /// They fall, lie where they fell, or are on their way home.
    bool areThere() const { return m_bodies.has_value(); }
    /// They fall, or lie where they fell.
    bool areDown() const { return m_areDown; }
    /// They are on their way home.
    bool areMoving() const { return m_home.isMoving(); }
    /// 1 while they are down; on the way home down to 0.
    qreal astray() const { return m_bodies ? 1 - static_cast<qreal>(m_home.now) : 0; }

    /// The pieces of the product as it stands in `pose`, or those that are caught on their way home.
    std::span<const render::PartBody> fall(const std::shared_ptr<const render::PackageAsset> &asset,
                                           const render::ScenePose &pose);
    /// Of each piece, in metres. False where they are not down, or others.
    bool setPlaces(std::vector<render::BodyPlace> places);
    std::span<const render::BodyPlace> places() const { return m_places; }
    /// Points that reach furthest of all pieces where they are; empty unless they are down. Metres.
    std::vector<QVector3D> outline() const;
    /// The piece that a node belongs to; −1: none.
    int pieceOf(std::int32_t node) const;
    /// Requires that they are there.
    void comeHome(bool atOnce);
    /// There are none.
    void clear() { *this = {}; }
    void advance(float seconds);
    /// Puts the nodes to where the pieces are. Those that are home are pieces no more.
    void apply(render::ScenePose &pose);
    /// As of the last apply().
    QList<StageShade> shades() const;

private:
    std::vector<render::BodyPlace> onTheWay() const;

    std::shared_ptr<const render::PackageAsset> m_asset;
    std::optional<render::PartBodies> m_bodies;
    std::vector<render::BodyPlace> m_places;
    /// As they are shown.
    std::vector<render::BodyPlace> m_shownPlaces;
    /// 0 where they fell, 1 at home.
    Glide m_home;
    bool m_areDown = false;
};

} // namespace vitrine::stage
