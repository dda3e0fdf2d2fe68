// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/PackageAsset.h"
#include "render/scene/ScenePose.h"

#include <QMatrix4x4>
#include <QQuaternion>
#include <QVector3D>

#include <string_view>

namespace vitrine::render {

/// What falls as one piece: a part with what belongs to it, or all that belongs to none.
struct PartBody {
    std::int32_t part = kNone;
    std::vector<QVector3D> hull{}; ///< Points of its surface that reach furthest, around the centre; metres.
    QVector3D centre{};            ///< Of its bounds as it stands; metres, scene space.
    QVector3D home{};              ///< The same where the product is whole.
    float mass = 1;                ///< Kilograms.
};

/// Where a body is that left its place: its centre, and how it has turned since.
struct BodyPlace {
    QVector3D centre;
    QQuaternion rotation;
};

/// What a material weighs by its name in English, in kg/m³; metals and others differ where the name says nothing.
[[nodiscard]] float densityOf(std::string_view material, bool isMetal);

/// The pieces that a product falls into, and where its nodes are when the pieces are elsewhere. Plain values: who moves
/// the pieces is no matter of this.
class PartBodies
{
public:
    /// As the product stands in `pose`; in one piece where it does not come apart. The asset's package must outlive it.
    PartBodies(const PackageAsset &asset, const ScenePose &pose);

    std::span<const PartBody> bodies() const { return m_bodies; }
    /// The body that a node's mesh belongs to.
    std::size_t bodyOf(std::size_t node) const { return m_bodyOf[node]; }
    /// Puts the nodes to where the bodies are; as many places as bodies.
    void apply(std::span<const BodyPlace> places, ScenePose &pose) const;

private:
    void assign(bool inOnePiece);
    void measure(const PackageAsset &asset);

    Package m_package;
    std::vector<PartBody> m_bodies;
    std::vector<std::size_t> m_bodyOf;
    std::vector<QMatrix4x4> m_world;
};

/// On the way home: 0 is where they lay, 1 is home. Those that came off last go first, each in a small arc of `lift`
/// metres.
[[nodiscard]] std::vector<BodyPlace> wayHome(const Package &package, std::span<const PartBody> bodies,
                                             std::span<const BodyPlace> lying, float way, float lift);

} // namespace vitrine::render
