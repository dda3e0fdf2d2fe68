// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/StageCamera.h"

#include "render/scene/MaterialMapping.h"
#include "render/scene/WorldGeometry.h"

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

// A lens comes back to the house's while the camera flies.
constexpr float kLensSeconds = 0.16F;

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
    if (scene) {
        connect(scene, &ProductScene::loaded, this, [this] {
            m_framed.forget();
            refit(Follow::Jump);
        });
        connect(scene, &ProductScene::fileCamerasMoved, this, [this] {
            if (m_fileCamera >= 0)
                changed();
        });
    }
    m_framed.forget();
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

QStringList StageCamera::fileCameraNames() const
{
    QStringList names;
    for (int i = 0; i < fileCameraCount(); ++i) {
        const render::Package &package = m_scene->asset()->package();
        const auto name = package.text(package.cameras()[static_cast<std::size_t>(i)].name);
        names << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }
    return names;
}

void StageCamera::setPlaying(const QList<bool> &playing)
{
    if (m_framed.playing() != playing)
        refitWhereNoticed([&] { m_framed.setPlaying(playing); });
}

void StageCamera::setFallen(const QList<QVector3D> &points)
{
    if (m_framed.fallen() != points)
        refitWhereNoticed([&] { m_framed.setFallen(points); });
}

bool StageCamera::hasPicture() const
{
    return m_scene && m_scene->asset() && m_viewSize.width() >= 1 && m_viewSize.height() >= 1;
}

render::CameraPose StageCamera::framed(bool apart)
{
    if (!hasPicture())
        return {};
    const QRectF free = m_freeArea.isEmpty() ? QRectF(QPointF(), m_viewSize) : m_freeArea;
    return render::frameHull(m_framed.points(*m_scene->asset(), apart), static_cast<float>(m_homeYaw),
                             static_cast<float>(m_homePitch), m_viewSize, free, m_rules);
}

void StageCamera::refitWhereNoticed(const std::function<void()> &change)
{
    const render::CameraPose before = framed(m_apart);
    change();
    // What stays about where it was needs no other view: a shopper may have come close to see just that.
    constexpr float kNearer = 1.05F;
    constexpr float kAside = 0.1F; // In radii.
    const render::CameraPose after = framed(m_apart);
    if (after.distance > before.distance * kNearer || before.distance > after.distance * kNearer ||
        after.target.distanceToPoint(before.target) > m_radius * kAside)
        refit(Follow::Fly);
    else
        Q_EMIT framingChanged();
}

render::OrbitCamera::Limits StageCamera::limitsAround(const std::vector<QVector3D> &points) const
{
    render::OrbitCamera::Limits limits = m_framed.limits(points);
    limits.groundY = m_scene->asset()->boundsMin().y() * kUnitsPerMetre;
    limits.minPitch = std::min(limits.minPitch, static_cast<float>(m_homePitch));
    limits.maxPitch = std::max(limits.maxPitch, static_cast<float>(m_homePitch));
    limits.tanHalfFov = tanHalfFov();
    limits.aspect = aspect();
    return limits;
}

void StageCamera::refit(Follow how)
{
    if (hasPicture()) {
        const std::vector<QVector3D> points = m_framed.points(*m_scene->asset(), m_apart);
        m_radius = render::hullRadius(points);
        render::OrbitCamera::Limits limits = limitsAround(points);
        m_framings = {framed(false), framed(true)};
        render::CameraPose home = m_framings[m_apart ? 1 : 0];
        home.distance *= static_cast<float>(m_homeDistance);
        // Whatever of the product is looked at closer may come to the middle: a long one's ends too.
        limits.reach = std::max(limits.reach, m_radius / (home.distance * tanHalfFov()));
        // A view that the shopper has turned keeps its side when the window changes; only the distance follows.
        const render::CameraPose before = m_orbit.pose();
        const render::CameraPose aimed = m_orbit.aimed();
        const render::CameraPose old = m_orbit.home();
        const bool untouched = before.yaw == old.yaw && before.pitch == old.pitch && before.distance == old.distance &&
                               before.target == old.target;
        m_orbit.setHome(home, limits, how == Follow::Jump || (how == Follow::Keep && untouched && m_autoFrame));
        render::CameraPose pose = how == Follow::Fly ? aimed : before;
        pose.offset = home.offset;
        if (how == Follow::Fly) {
            m_isSteered = false;
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
    const bool moving = m_orbit.isMoving() || m_lens != m_aimedLens || (m_leader && m_leader->m_orbit.isMoving());
    if (moving != m_moving) {
        m_moving = moving;
        Q_EMIT movingChanged();
    }
}

void StageCamera::steer()
{
    m_leader = nullptr;
    m_isSteered = true;
    changed();
    Q_EMIT steered();
}

void StageCamera::frame(const QVector3D &low, const QVector3D &high, bool flies)
{
    if (m_framed.setBox(low, high))
        refit(flies ? Follow::Fly : Follow::Jump);
}

void StageCamera::follow(StageCamera *leader)
{
    const render::CameraPose &theirHome = leader->m_orbit.home();
    if (leader == this || !m_scene || !m_scene->asset() || theirHome.distance <= 0)
        return;
    const render::CameraPose &theirs = leader->m_orbit.pose();
    render::CameraPose pose = m_orbit.home();
    const float scale = pose.distance / theirHome.distance;
    pose.yaw = theirs.yaw;
    pose.pitch = theirs.pitch;
    pose.distance = theirs.distance * scale;
    pose.target += (theirs.target - theirHome.target) * scale;
    m_leader = leader;
    m_isSteered = false;
    m_orbit.jumpTo(pose);
    changed();
}

std::optional<render::FileView> StageCamera::fileView() const
{
    if (m_fileCamera < 0 || m_fileCamera >= fileCameraCount())
        return std::nullopt;
    const QVector3D origin = render::sceneOrigin(m_scene->asset()->package());
    render::FileView view = render::viewOf(m_scene->fileCamera(static_cast<std::size_t>(m_fileCamera)),
                                           m_orbit.home().target / kUnitsPerMetre + origin);
    view.position = (view.position - origin) * kUnitsPerMetre;
    return view;
}

float StageCamera::tanHalfFov() const { return std::tan(qDegreesToRadians(m_rules.verticalFov) / 2); }

float StageCamera::tanHalfLens() const { return std::tan(qDegreesToRadians(m_lens) / 2); }

float StageCamera::aspect() const
{
    return static_cast<float>(m_viewSize.width() / std::max(m_viewSize.height(), 1.0));
}

QVector3D StageCamera::position() const
{
    if (const auto view = fileView())
        return view->position;
    render::CameraPose pose = m_orbit.seen();
    pose.distance *= tanHalfFov() / tanHalfLens();
    return pose.position(tanHalfLens(), aspect());
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
    return m_lens;
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
    steer();
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
    steer();
}

void StageCamera::zoomBy(qreal factor)
{
    takeInHand();
    m_orbit.zoom(static_cast<float>(factor));
    steer();
}

void StageCamera::zoomAt(qreal factor, QPointF point)
{
    takeInHand();
    const qreal half = m_viewSize.height() / 2;
    const QVector2D seen(static_cast<float>((point.x() - m_viewSize.width() / 2) / half),
                         static_cast<float>(1 - point.y() / half));
    const QVector2D offset = m_orbit.pose().offset;
    m_orbit.zoom(static_cast<float>(factor), (seen - QVector2D(offset.x() * aspect(), offset.y())) * tanHalfFov());
    steer();
}

void StageCamera::release()
{
    m_orbit.release();
    steer();
}

void StageCamera::nudge(qreal yaw, qreal pitch)
{
    takeInHand();
    m_orbit.nudge(static_cast<float>(yaw), static_cast<float>(pitch), {}, m_reducedMotion);
    steer();
}

void StageCamera::reset()
{
    takeInHand();
    flyTo(m_orbit.home(), static_cast<qreal>(m_rules.verticalFov));
    steer();
}

void StageCamera::lookAt(const QVector3D &point, qreal homeDistances)
{
    takeInHand();
    render::CameraPose goal = m_orbit.aimed();
    goal.target = point;
    goal.distance = m_orbit.home().distance * static_cast<float>(homeDistances);
    m_orbit.flyTo(goal, m_reducedMotion);
    steer();
}

render::CameraPose StageCamera::framing(qreal apart) const
{
    const auto &[whole, open] = m_framings;
    const auto share = static_cast<float>(apart);
    render::CameraPose pose = whole;
    pose.target += (open.target - whole.target) * share;
    pose.distance += (open.distance - whole.distance) * share;
    pose.offset += (open.offset - whole.offset) * share;
    return pose;
}

void StageCamera::show(const render::CameraPose &pose, qreal fieldOfView)
{
    m_orbit.show(pose);
    m_lens = m_aimedLens = static_cast<float>(fieldOfView);
    changed();
}

void StageCamera::flyTo(const render::CameraPose &pose, qreal fieldOfView)
{
    m_orbit.flyTo(pose, m_reducedMotion);
    m_aimedLens = static_cast<float>(fieldOfView);
    if (m_reducedMotion)
        m_lens = m_aimedLens;
    changed();
}

void StageCamera::slide(qreal x, qreal y)
{
    takeInHand();
    m_orbit.nudge(0, 0, {static_cast<float>(x), static_cast<float>(y)}, m_reducedMotion);
    steer();
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

render::SceneEye StageCamera::viewpoint() const
{
    return {.position = position() / kUnitsPerMetre,
            .rotation = rotation(),
            .verticalFov = fieldOfView(),
            .clipNear = clipNear() / kUnitsPerMetre};
}

render::Projection StageCamera::projection() const
{
    return {{.position = position(), .rotation = rotation(), .verticalFov = fieldOfView(), .clipNear = clipNear()},
            m_viewSize};
}

void StageCamera::advance(qreal seconds)
{
    // A hitch must not throw the camera: one step is at most a twentieth of a second.
    const auto step = static_cast<float>(std::clamp(seconds, 0.0, 0.05));
    m_orbit.advance(step);
    m_lens += (m_aimedLens - m_lens) * (1 - std::exp(-step / kLensSeconds));
    if (std::abs(m_aimedLens - m_lens) < 0.02F)
        m_lens = m_aimedLens;
    changed();
    if (m_isSteered)
        Q_EMIT steered();
}

} // namespace vitrine::stage
