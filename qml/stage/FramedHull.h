// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/OrbitCamera.h"
#include "render/scene/PackageAsset.h"

#include <QList>

#include <vector>

namespace vitrine::stage {

/// What a camera frames: a product as it is at its widest, or a box in its place. Scene units.
class FramedHull
{
public:
    /// Another product is framed.
    void forget()
    {
        m_played.clear();
        m_fallen.clear();
    }
    /// By number, which of the file's animations it goes through: there is room for all that they do.
    void setPlaying(const QList<bool> &playing) { m_playing = playing; }
    const QList<bool> &playing() const { return m_playing; }
    /// Where its pieces lie, there is room for them too.
    void setFallen(const QList<QVector3D> &points) { m_fallen = points; }
    const QList<QVector3D> &fallen() const { return m_fallen; }
    /// In the product's place; two equal points: the product again. False where it is framed already.
    bool setBox(const QVector3D &low, const QVector3D &high);

    std::vector<QVector3D> points(const render::PackageAsset &asset, bool apart);
    /// How near an eye may come to `points`, and how far aside.
    render::OrbitCamera::Limits limits(const std::vector<QVector3D> &points) const;

private:
    bool isBox() const { return m_low != m_high; }

    QVector3D m_low;
    QVector3D m_high;
    QList<bool> m_playing;
    QList<QVector3D> m_fallen;
    std::vector<std::vector<QVector3D>> m_played; ///< Hulls of the animations, as they are first asked for.
};

} // namespace vitrine::stage
