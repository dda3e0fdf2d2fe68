// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/FallenPieces.h"

#include "render/scene/MaterialMapping.h"

namespace vitrine::stage {

namespace {

/// From the floor it is further than from where a part was taken off to: so much slower.
constexpr float kHomeward = 0.6F;
/// How high the way home goes, in parts of the product's diagonal.
constexpr float kArc = 0.12F;

float diagonalOf(const render::PackageAsset &asset) { return asset.boundsMax().distanceToPoint(asset.boundsMin()); }

} // namespace

std::span<const render::PartBody> FallenPieces::fall(const std::shared_ptr<const render::PackageAsset> &asset,
                                                     const render::ScenePose &pose)
{
    if (!m_bodies) {
        m_asset = asset;
        m_bodies.emplace(*m_asset, pose);
    }
    if (m_home.now > 0) // caught on the way
        m_places = onTheWay();
    m_home = {};
    if (m_places.empty())
        for (const render::PartBody &body : m_bodies->bodies())
            m_places.push_back({body.centre, {}});
    m_areDown = true;
    return m_bodies->bodies();
}

std::vector<render::BodyPlace> FallenPieces::onTheWay() const
{
    return render::wayHome(m_asset->package(), m_bodies->bodies(), m_places, m_home.now, diagonalOf(*m_asset) * kArc);
}

bool FallenPieces::setPlaces(std::vector<render::BodyPlace> places)
{
    if (!m_areDown || places.size() != m_places.size())
        return false;
    m_places = std::move(places);
    return true;
}

std::vector<QVector3D> FallenPieces::outline() const
{
    std::vector<QVector3D> points;
    for (std::size_t i = 0; m_areDown && i < m_places.size(); ++i)
        for (const QVector3D &point : m_bodies->bodies()[i].hull)
            points.push_back(m_places[i].centre + m_places[i].rotation.rotatedVector(point));
    return points;
}

int FallenPieces::pieceOf(std::int32_t node) const
{
    return m_bodies && node != render::kNone ? static_cast<int>(m_bodies->bodyOf(static_cast<std::size_t>(node))) : -1;
}

void FallenPieces::comeHome(bool atOnce)
{
    m_home.goTo(1, atOnce);
    m_areDown = false;
}

void FallenPieces::advance(float seconds) { m_home.advance(seconds * kHomeward); }

void FallenPieces::apply(render::ScenePose &pose)
{
    if (!m_bodies)
        return;
    if (m_home.now >= 1) {
        clear();
        pose.clearFree();
        return;
    }
    m_shownPlaces = m_home.now > 0 ? onTheWay() : m_places;
    m_bodies->apply(m_shownPlaces, pose);
}

QList<StageShade> FallenPieces::shades() const
{
    QList<StageShade> shades;
    if (!m_bodies || m_shownPlaces.size() != m_bodies->bodies().size())
        return shades;
    const float floor = m_asset->boundsMin().y();
    const float high = diagonalOf(*m_asset) * 0.3F;
    for (std::size_t i = 0; i < m_shownPlaces.size(); ++i) {
        const render::BodyPlace &place = m_shownPlaces[i];
        QVector3D low;
        QVector3D far;
        for (const QVector3D &point : m_bodies->bodies()[i].hull) {
            const QVector3D turned = place.rotation.rotatedVector(point);
            for (int axis = 0; axis < 3; ++axis) {
                low[axis] = std::min(low[axis], turned[axis]);
                far[axis] = std::max(far[axis], turned[axis]);
            }
        }
        const QVector3D middle = place.centre + (low + far) / 2;
        const float above = std::clamp((place.centre.y() + low.y() - floor) / high, 0.0F, 1.0F);
        const QVector3D reach = (far - low) / 2 * (1.25F + above);
        shades << StageShade{QVector3D(middle.x(), floor, middle.z()) * render::kUnitsPerMetre,
                             QVector2D(reach.x(), reach.z()) * render::kUnitsPerMetre,
                             static_cast<qreal>((1 - above) * (1 - above)) * astray()};
    }
    return shades;
}

} // namespace vitrine::stage
