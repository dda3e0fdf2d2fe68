// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/StageCamera.h"

#include "render/scene/MaterialMapping.h"
#include "render/scene/WorldGeometry.h"

#include <QMatrix4x4>
#include <QtMath>

#include <algorithm>
#include <cmath>

namespace vitrine::stage {

using render::kUnitsPerMetre;

namespace {

// A drag over the height of the view turns by this many degrees: a hand's width is a quarter turn.
constexpr qreal kDegreesPerHeight = 230;
// How far a view leans with the head, to either side and up and down: depth is felt, and nothing seems to turn.
constexpr QVector2D kLeanDegrees{3.2F, 1.6F};

} // namespace

StageCamera::StageCamera(QObject *parent)
    : QObject(parent)
{
}

void StageCamera::setScene(ProductScene *scene)
{
    if (m_scene == scene)
        return;
    if (m_scene)
        disconnect(m_scene, nullptr, this, nullptr);
    m_scene = scene;
    if (scene)
        connect(scene, &ProductScene::loaded, this, [this] { refit(Follow::Jump); });
    Q_EMIT sceneChanged();
    refit(Follow::Jump);
}

void StageCamera::setViewSize(QSizeF size)
{
    if (m_viewSize == size)
        return;
    m_viewSize = size;
    refit(Follow::Keep);
}

void StageCamera::setFreeArea(const QRectF &area)
{
    if (m_freeArea == area)
        return;
    m_freeArea = area;
    refit(Follow::Keep);
}

void StageCamera::setHomeYaw(qreal yaw)
{
    if (qFuzzyCompare(m_homeYaw, yaw))
        return;
    m_homeYaw = yaw;
    refit(Follow::Keep);
}

void StageCamera::setHomePitch(qreal pitch)
{
    if (qFuzzyCompare(m_homePitch, pitch))
        return;
    m_homePitch = pitch;
    refit(Follow::Keep);
}

void StageCamera::setHomeDistance(qreal distance)
{
    if (qFuzzyCompare(m_homeDistance, distance) || distance <= 0)
        return;
    m_homeDistance = distance;
    refit(Follow::Keep);
}

void StageCamera::setFileCamera(int index)
{
    if (m_fileCamera == index)
        return;
    m_fileCamera = index;
    Q_EMIT framingChanged();
    changed();
}

int StageCamera::fileCameraCount() const
{
    return m_scene && m_scene->asset() ? static_cast<int>(m_scene->asset()->package().cameras().size()) : 0;
}

void StageCamera::setApart(bool apart)
{
    if (m_apart == apart)
        return;
    m_apart = apart;
    refit(Follow::Fly);
}

std::vector<QVector3D> StageCamera::hull() const
{
    std::vector<QVector3D> hull = m_apart ? m_scene->asset()->apartHull() : m_scene->asset()->hull();
    for (QVector3D &point : hull)
        point *= kUnitsPerMetre;
    return hull;
}

void StageCamera::refit(Follow how)
{
    if (m_scene && m_scene->asset() && m_viewSize.width() >= 1 && m_viewSize.height() >= 1) {
        const std::vector<QVector3D> points = hull();
        m_radius = render::hullRadius(points);
        const QRectF free = m_freeArea.isEmpty() ? QRectF(QPointF(), m_viewSize) : m_freeArea;
        render::CameraPose home = render::frameHull(points, static_cast<float>(m_homeYaw),
                                                    static_cast<float>(m_homePitch), m_viewSize, free, m_rules);
        render::OrbitCamera::Limits limits;
        limits.groundY = m_scene->asset()->boundsMin().y() * kUnitsPerMetre;
        limits.minPitch = std::min(limits.minPitch, static_cast<float>(m_homePitch));
        limits.maxPitch = std::max(limits.maxPitch, static_cast<float>(m_homePitch));
        limits.tanHalfFov = tanHalfFov();
        limits.aspect = aspect();
        limits.low = limits.high = points.front();
        for (const QVector3D &point : points)
            for (int axis = 0; axis < 3; ++axis) {
                limits.low[axis] = std::min(limits.low[axis], point[axis]);
                limits.high[axis] = std::max(limits.high[axis], point[axis]);
            }
        home.distance *= static_cast<float>(m_homeDistance);
        // A view that the shopper has turned keeps its side when the window changes; only the distance follows.
        const render::CameraPose before = m_orbit.pose();
        const render::CameraPose old = m_orbit.home();
        const bool untouched = before.yaw == old.yaw && before.pitch == old.pitch && before.distance == old.distance &&
                               before.target == old.target;
        m_orbit.setHome(home, limits, how == Follow::Jump || (how == Follow::Keep && untouched && m_autoFrame));
        render::CameraPose pose = before;
        pose.offset = home.offset;
        if (how == Follow::Fly) {
            pose.target = home.target;
            pose.distance = home.distance;
            m_orbit.flyTo(pose, m_reducedMotion);
        } else if (how == Follow::Keep && !untouched && old.distance > 0) {
            pose.distance *= home.distance / old.distance;
            m_orbit.jumpTo(pose);
        }
    }
    Q_EMIT framingChanged();
    changed();
}

void StageCamera::changed()
{
    Q_EMIT moved();
    const bool moving = m_orbit.isMoving();
    if (moving != m_moving) {
        m_moving = moving;
        Q_EMIT movingChanged();
    }
}

std::optional<StageCamera::FileView> StageCamera::fileView() const
{
    if (m_fileCamera < 0 || m_fileCamera >= fileCameraCount())
        return std::nullopt;
    const render::CameraRecord &camera = m_scene->asset()->package().cameras()[static_cast<std::size_t>(m_fileCamera)];
    if (camera.kind != render::CameraKind::Perspective)
        return std::nullopt;
    const QMatrix4x4 world = QMatrix4x4(camera.world.data()).transposed();
    const QVector3D backwards = world.column(2).toVector3D().normalized();
    const QVector3D up = world.column(1).toVector3D().normalized();
    const QVector3D position = world.column(3).toVector3D() - render::sceneOrigin(m_scene->asset()->package());
    return FileView{position * kUnitsPerMetre,
                    QQuaternion::fromAxes(QVector3D::crossProduct(up, backwards).normalized(), up, backwards),
                    qRadiansToDegrees(camera.yFovRadians)};
}

float StageCamera::tanHalfFov() const { return std::tan(qDegreesToRadians(m_rules.verticalFov) / 2); }

float StageCamera::aspect() const
{
    return static_cast<float>(m_viewSize.width() / std::max(m_viewSize.height(), 1.0));
}

QVector3D StageCamera::position() const
{
    if (const auto view = fileView())
        return view->position;
    return m_orbit.seen().position(tanHalfFov(), aspect());
}

QQuaternion StageCamera::rotation() const
{
    if (const auto view = fileView())
        return view->rotation;
    return m_orbit.seen().rotation();
}

qreal StageCamera::fieldOfView() const
{
    if (const auto view = fileView())
        return view->fieldOfView;
    return m_rules.verticalFov;
}

qreal StageCamera::clipNear() const
{
    const float away = (position() - m_orbit.home().target).length();
    return std::max(away - m_radius * 3.0F, away * 0.01F);
}

qreal StageCamera::clipFar() const { return (position() - m_orbit.home().target).length() + m_radius * 6.0F; }

qreal StageCamera::distance() const
{
    return m_orbit.home().distance > 0 ? m_orbit.pose().distance / m_orbit.home().distance : 1;
}

QVector2D StageCamera::eye() const
{
    const float away = m_orbit.home().distance;
    if (!m_scene || !m_scene->asset() || away <= 0)
        return {1, 0.35F};
    const QVector3D from = position() - m_orbit.home().target;
    const float ground = m_scene->asset()->boundsMin().y() * kUnitsPerMetre;
    return {std::hypot(from.x(), from.z()) / away, (position().y() - ground) / away};
}

QVector2D StageCamera::gaze() const
{
    const QVector3D backwards = rotation().rotatedVector({0, 0, 1});
    return {qRadiansToDegrees(std::atan2(backwards.x(), backwards.z())),
            qRadiansToDegrees(std::asin(std::clamp(backwards.y(), -1.0F, 1.0F)))};
}

void StageCamera::turnBy(qreal dx, qreal dy, qreal seconds)
{
    takeInHand();
    const qreal degrees = kDegreesPerHeight / std::max(m_viewSize.height(), 1.0);
    m_orbit.turn(static_cast<float>(-dx * degrees), static_cast<float>(dy * degrees), static_cast<float>(seconds));
    changed();
}

void StageCamera::turnAtOnce(qreal dx, qreal dy)
{
    turnBy(dx, dy, 1);
    m_orbit.jumpTo(m_orbit.pose());
    release();
}

void StageCamera::panBy(qreal dx, qreal dy)
{
    takeInHand();
    const auto unitsPerPixel = static_cast<float>(2 * tanHalfFov() * m_orbit.pose().distance / m_viewSize.height());
    m_orbit.pan(QVector2D(static_cast<float>(dx), static_cast<float>(-dy)) * unitsPerPixel);
    changed();
}

void StageCamera::zoomBy(qreal factor)
{
    takeInHand();
    m_orbit.zoom(static_cast<float>(factor));
    changed();
}

void StageCamera::zoomAt(qreal factor, QPointF point)
{
    takeInHand();
    const qreal half = m_viewSize.height() / 2;
    const QVector2D seen(static_cast<float>((point.x() - m_viewSize.width() / 2) / half),
                         static_cast<float>(1 - point.y() / half));
    const QVector2D offset = m_orbit.pose().offset;
    m_orbit.zoom(static_cast<float>(factor), (seen - QVector2D(offset.x() * aspect(), offset.y())) * tanHalfFov());
    changed();
}

void StageCamera::release()
{
    m_orbit.release();
    changed();
}

void StageCamera::nudge(qreal yaw, qreal pitch)
{
    takeInHand();
    render::CameraPose goal = m_orbit.pose();
    goal.yaw += static_cast<float>(yaw);
    goal.pitch = std::clamp(goal.pitch + static_cast<float>(pitch), -4.0F, 86.0F);
    m_orbit.flyTo(goal, m_reducedMotion);
    changed();
}

void StageCamera::reset()
{
    takeInHand();
    m_orbit.flyTo(m_orbit.home(), m_reducedMotion);
    changed();
}

void StageCamera::lookAt(const QVector3D &point, qreal homeDistances)
{
    takeInHand();
    render::CameraPose goal = m_orbit.pose();
    goal.target = point;
    goal.distance = m_orbit.home().distance * static_cast<float>(homeDistances);
    m_orbit.flyTo(goal, m_reducedMotion);
    changed();
}

void StageCamera::slide(qreal x, qreal y)
{
    takeInHand();
    render::CameraPose goal = m_orbit.pose();
    const auto half = static_cast<float>(tanHalfFov() * goal.distance);
    goal.target += goal.rotation().rotatedVector(QVector3D(static_cast<float>(x), static_cast<float>(y), 0) * half);
    m_orbit.flyTo(goal, m_reducedMotion);
    changed();
}

void StageCamera::takeInHand()
{
    setDrift(0);
    Q_EMIT handled();
}

void StageCamera::drive(qreal yaw, qreal pitch, qreal panX, qreal panY, qreal zoom)
{
    takeInHand();
    m_orbit.drive({.yaw = static_cast<float>(yaw),
                   .pitch = static_cast<float>(pitch),
                   .pan = QVector2D(static_cast<float>(panX), static_cast<float>(panY)),
                   .zoom = static_cast<float>(zoom)});
    changed();
}

void StageCamera::setDrift(qreal degreesPerSecond)
{
    if (m_drift == degreesPerSecond)
        return;
    m_drift = degreesPerSecond;
    // It begins so slowly that nobody sees when, and stops at once.
    m_orbit.drive({.yaw = static_cast<float>(degreesPerSecond), .softness = degreesPerSecond == 0 ? 0.02F : 0.9F});
    Q_EMIT driftChanged();
    changed();
}

void StageCamera::setParallax(QVector2D parallax)
{
    const QVector2D wanted(std::clamp(parallax.x(), -1.0F, 1.0F), std::clamp(parallax.y(), -1.0F, 1.0F));
    if (m_parallax == wanted)
        return;
    m_parallax = wanted;
    m_orbit.lean(m_reducedMotion ? QVector2D() : wanted * kLeanDegrees);
    Q_EMIT parallaxChanged();
    changed();
}

QQuaternion StageCamera::rotationTowards(QPointF point) const
{
    const float half = static_cast<float>(std::tan(qDegreesToRadians(fieldOfView()) / 2));
    const auto x = static_cast<float>(point.x() / m_viewSize.width() * 2 - 1) * half * aspect();
    const auto y = static_cast<float>(1 - point.y() / m_viewSize.height() * 2) * half;
    return rotation() * QQuaternion::fromAxisAndAngle(0, 1, 0, -qRadiansToDegrees(std::atan(x))) *
           QQuaternion::fromAxisAndAngle(1, 0, 0, qRadiansToDegrees(std::atan2(y, std::hypot(1.0F, x))));
}

void StageCamera::advance(qreal seconds)
{
    // A hitch must not throw the camera: one step is at most a twentieth of a second.
    m_orbit.advance(static_cast<float>(std::clamp(seconds, 0.0, 0.05)));
    changed();
}

} // namespace vitrine::stage
