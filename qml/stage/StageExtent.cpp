// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/StageExtent.h"

#include "render/scene/GlassOrder.h"
#include "render/scene/PictureExtent.h"
#include "render/scene/WorldGeometry.h"

namespace vitrine::stage {

void StageExtent::setCamera(StageCamera *camera)
{
    if (m_camera == camera)
        return;
    if (m_camera)
        disconnect(m_camera, nullptr, this, nullptr);
    m_camera = camera;
    if (camera)
        connect(camera, &StageCamera::moved, this, &StageExtent::measure);
    measure();
}

void StageExtent::setMotion(StageMotion *motion)
{
    if (m_motion == motion)
        return;
    if (m_motion)
        disconnect(m_motion, nullptr, this, nullptr);
    m_motion = motion;
    if (motion)
        connect(motion, &StageMotion::posed, this, &StageExtent::measure);
    measure();
}

void StageExtent::setSize(QSize size)
{
    m_size = size;
    measure();
}

void StageExtent::setWhole(bool isWhole)
{
    m_isWhole = isWhole;
    measure();
}

void StageExtent::setMoving(bool isMoving)
{
    m_isMoving = isMoving;
    measure();
}

QRectF StageExtent::share() const
{
    if (m_drawnOf.isEmpty())
        return {0, 0, 1, 1};
    const auto width = static_cast<qreal>(m_drawnOf.width());
    const auto height = static_cast<qreal>(m_drawnOf.height());
    return {m_part.x() / width, m_part.y() / height, m_part.width() / width, m_part.height() / height};
}

QRect StageExtent::wanted() const
{
    if (m_isWhole || !m_camera || !m_motion || !m_motion->scene() || !m_motion->scene()->asset() ||
        m_motion->astray() > 0)
        return render::roomFor(QRect(QPoint(), m_size), m_size, {}, false);
    const render::PackageAsset &asset = *m_motion->scene()->asset();
    const auto nodes = asset.package().nodes();
    render::PictureExtent extent(m_camera->viewpoint(), m_size);
    for (std::size_t node = 0; node < nodes.size(); ++node) {
        if (nodes[node].mesh == render::kNone)
            continue;
        if (asset.poseOf(node) != nullptr) { // it bends, out of its box
            extent.addUnbounded();
            break;
        }
        const auto index = static_cast<std::size_t>(nodes[node].mesh);
        const render::MeshRecord &mesh = asset.package().meshes()[index];
        const QVector3D origin = render::meshOrigin(mesh);
        render::Bounds box = render::movedBy(mesh.bounds, -origin);
        QMatrix4x4 toScene = m_motion->world()[node];
        if (m_motion->scene()->transmits()) // it shows what its rays meet beside it
            box = render::grownBy(box, render::seenThrough(asset.package(), index, toScene).depth);
        toScene.translate(origin);
        extent.add(box, toScene);
    }
    const QSize before = m_drawnOf == m_size ? m_part.size() : QSize();
    return render::roomFor(extent.rect(), m_size, before, m_isMoving);
}

void StageExtent::measure()
{
    const QRect part = wanted();
    if (part == m_part && m_size == m_drawnOf)
        return;
    m_part = part;
    m_drawnOf = m_size;
    Q_EMIT partChanged();
}

} // namespace vitrine::stage
