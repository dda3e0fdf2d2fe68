// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/StageFilm.h"

#include "render/cinema/FilmNames.h"
#include "render/cinema/FilmText.h"
#include "render/scene/MaterialMapping.h"
#include "render/scene/WorldGeometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vitrine::stage {

namespace {

// A film keeps its time where frames are slow; what is longer than this is a machine that slept.
constexpr qreal kLongestStep = 0.25;

} // namespace

StageFilm::StageFilm(QObject *parent)
    : QObject(parent)
{
}

void StageFilm::setCamera(StageCamera *camera)
{
    if (m_camera == camera)
        return;
    m_camera = camera;
    Q_EMIT partsChanged();
    if (!camera)
        return;
    connect(camera, &StageCamera::handled, this, &StageFilm::interrupt);
    // Another window, another place in it: the moment is framed anew.
    connect(camera, &StageCamera::framingChanged, this, [this] {
        if (!m_isShowing && (m_state == Playing || m_state == Paused))
            show(m_frame);
    });
}

void StageFilm::setMotion(StageMotion *motion)
{
    if (m_motion == motion)
        return;
    m_motion = motion;
    if (motion)
        connect(motion, &StageMotion::changed, this, &StageFilm::reload);
    reload();
    Q_EMIT partsChanged();
}

void StageFilm::reload()
{
    const auto asset = m_motion && m_motion->scene() ? m_motion->scene()->asset() : nullptr;
    setFilms(asset ? render::filmsOf(asset->package()) : std::vector<render::Film>{});
}

void StageFilm::setFilms(std::vector<render::Film> films)
{
    m_current = -1;
    m_films = std::move(films);
    release();
    setState(Off);
    Q_EMIT choicesChanged();
}

QList<FilmChoice> StageFilm::choices() const
{
    QList<FilmChoice> choices;
    for (const render::Film &film : m_films) {
        const QString name = QString::fromStdString(film.name);
        choices << FilmChoice{name, film.english.empty() ? name : QString::fromStdString(film.english),
                              QString::fromStdString(film.bengali), render::lengthOf(film)};
    }
    return choices;
}

qreal StageFilm::length() const { return m_current >= 0 ? render::lengthOf(film()) : 0; }

void StageFilm::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
    Q_EMIT shown();
}

void StageFilm::play(int film)
{
    if (film < 0 || static_cast<std::size_t>(film) >= m_films.size() || !m_camera || !m_motion)
        return;
    if (isActive())
        release();
    m_motion->rest();
    m_current = film;
    m_seconds = 0;
    m_blendedShot = -1;
    m_awaitsBlend = false;
    m_state = Playing;
    show(render::frameAt(m_films[static_cast<std::size_t>(film)], 0));
    setState(Playing);
}

void StageFilm::resume()
{
    if (!isActive() || isPlaying())
        return;
    if (m_seconds >= length()) {
        m_seconds = 0;
        m_blendedShot = -1;
    }
    if (m_state == Interrupted) {
        const render::FilmFrame frame = render::frameAt(film(), m_seconds);
        m_frame = frame;
        const render::CameraPose goal = poseOf(film().shots[frame.shot]);
        m_camera->flyTo(goal, render::fieldOfView(frame.lensMm));
        setState(Returning);
    } else {
        setState(Playing);
    }
}

void StageFilm::pause()
{
    if (m_state == Playing)
        setState(Paused);
    else if (m_state == Returning)
        setState(Interrupted);
}

void StageFilm::interrupt()
{
    if (m_isShowing || m_state == Off || m_state == Interrupted)
        return;
    m_awaitsBlend = false;
    setState(Interrupted);
}

void StageFilm::seek(qreal seconds)
{
    if (!isActive())
        return;
    m_seconds = std::clamp(seconds, 0.0, length());
    m_awaitsBlend = false;
    const render::FilmFrame frame = render::frameAt(film(), m_seconds);
    // Who goes to a moment wants to see that one.
    m_blendedShot = static_cast<int>(frame.shot);
    if (m_state == Interrupted || m_state == Returning)
        m_state = Paused;
    show(frame);
    setState(m_state);
}

void StageFilm::stop()
{
    if (!isActive())
        return;
    release();
    m_current = -1;
    setState(Off);
    if (m_camera)
        m_camera->reset();
}

void StageFilm::release()
{
    m_light.clear();
    m_variant.clear();
    m_blur = 0;
    m_frame = {};
    if (!m_motion)
        return;
    if (m_motion->isOpened())
        m_motion->open(false);
    if (m_animation >= 0 && m_motion->secondsOf(m_animation) > 0)
        m_motion->toggle(m_animation);
    m_animation = -1;
}

void StageFilm::advance(qreal seconds)
{
    if (m_state == Returning && !m_camera->isMoving())
        setState(Playing);
    if (m_state != Playing || !m_isReady || m_awaitsBlend)
        return;
    const qreal now = std::min(m_seconds + std::min(seconds, kLongestStep), length());
    const render::FilmFrame frame = render::frameAt(film(), now);
    const auto shot = static_cast<int>(frame.shot);
    if (frame.cover < 1 && shot != m_blendedShot && !m_reducedMotion) {
        m_awaitsBlend = true;
        m_blendedShot = shot;
        Q_EMIT blendWanted(film().shots[frame.shot].blendSeconds);
        return;
    }
    m_seconds = now;
    show(m_reducedMotion ? render::endOf(film(), frame.shot) : frame);
    if (m_seconds >= length())
        setState(Paused);
}

void StageFilm::proceed() { m_awaitsBlend = false; }

void StageFilm::showEndOf(std::size_t shot) { show(render::endOf(film(), shot)); }

void StageFilm::show(const render::FilmFrame &frame)
{
    m_isShowing = true;
    m_frame = frame;
    const render::Shot &shot = film().shots[frame.shot];
    m_light = QString::fromStdString(shot.light);
    m_variant = QString::fromStdString(shot.variant);
    pose(shot);
    const render::CameraPose pose = poseOf(shot);
    m_camera->show(pose, render::fieldOfView(frame.lensMm));
    // Depth is along the axis.
    const QVector3D at = between(shot.focusFrom, shot.focusTo, m_camera->framing(frame.apart).target);
    const QVector3D forwards = m_camera->rotation().rotatedVector({0, 0, -1});
    m_focus = std::max(QVector3D::dotProduct(at - m_camera->position(), forwards), 1e-4F);
    m_blur = render::blurOf(frame.lensMm, frame.stop, m_focus / static_cast<qreal>(render::kUnitsPerMetre));
    m_isShowing = false;
    Q_EMIT shown();
}

void StageFilm::pose(const render::Shot &shot)
{
    const auto asset = m_motion->scene()->asset();
    if (m_motion->comesApart() && std::abs(m_motion->apart() - m_frame.apart) > 1e-6)
        m_motion->holdApart(m_frame.apart);
    const int animation = shot.animation.empty() ? -1 : render::animationNamed(asset->package(), shot.animation);
    if (m_animation >= 0 && m_animation != animation)
        m_motion->seek(m_animation, 0);
    m_animation = animation;
    if (animation >= 0)
        m_motion->seek(animation, m_frame.animationSeconds);
}

render::CameraPose StageFilm::poseOf(const render::Shot &shot) const
{
    const render::CameraPose framing = m_camera->framing(m_frame.apart);
    render::CameraPose pose = framing;
    pose.target = between(shot.lookFrom, shot.lookTo, framing.target);
    pose.yaw = static_cast<float>(m_frame.yaw);
    pose.pitch = static_cast<float>(m_frame.pitch);
    pose.distance = framing.distance * static_cast<float>(m_frame.distance);
    return pose;
}

QVector3D StageFilm::between(const render::Aim &from, const render::Aim &to, const QVector3D &whole) const
{
    const QVector3D first = pointOf(from, whole);
    return from == to ? first : first + (pointOf(to, whole) - first) * static_cast<float>(m_frame.share);
}

QVector3D StageFilm::pointOf(const render::Aim &aim, const QVector3D &whole) const
{
    const render::Package &package = m_motion->scene()->asset()->package();
    switch (aim.kind) {
    case render::AimKind::Whole:
        break;
    case render::AimKind::Part:
        if (const int part = render::partNamed(package, aim.name); part >= 0)
            return m_motion->partMiddle(part);
        break;
    case render::AimKind::Spot:
        if (const int spot = render::spotNamed(package, aim.name); spot >= 0)
            return m_motion->hotspotPosition(spot);
        break;
    case render::AimKind::Point:
        return (QVector3D(static_cast<float>(aim.point[0]), static_cast<float>(aim.point[1]),
                          static_cast<float>(aim.point[2])) -
                render::sceneOrigin(package)) *
               render::kUnitsPerMetre;
    }
    return whole;
}

QString StageFilm::textOfNow(const QString &light, const QString &variant) const
{
    if (!m_camera || !m_motion || !m_motion->scene()->asset())
        return {};
    const render::CameraPose pose = m_camera->pose();
    const double apart = m_motion->apart();
    const QVector3D target =
        pose.target / render::kUnitsPerMetre + render::sceneOrigin(m_motion->scene()->asset()->package());
    render::Shot shot;
    shot.seconds = 1;
    shot.yaw = render::Span{pose.yaw, pose.yaw};
    shot.pitch = render::Span{pose.pitch, pose.pitch};
    const double distance = static_cast<double>(pose.distance / m_camera->framing(apart).distance);
    shot.distance = {distance, distance};
    shot.lookFrom = {.kind = render::AimKind::Point, .name = {}, .point = {target.x(), target.y(), target.z()}};
    shot.lookTo = shot.lookFrom;
    const double lens = render::kSensorHeightMm / 2 / std::tan(m_camera->fieldOfView() * std::numbers::pi / 360);
    shot.lensMm = {lens, lens};
    shot.light = light.toStdString();
    shot.variant = variant.toStdString();
    shot.apart = {apart, apart};
    const QList<StageAnimation> animations = m_motion->animations();
    for (int i = 0; i < animations.size(); ++i)
        if (const double at = m_motion->secondsOf(i); at > 0 && shot.animation.empty()) {
            shot.animation = animations[i].english.toStdString();
            shot.animationSeconds = {at, at};
        }
    return QString::fromStdString(
        render::writeFilms({render::Film{.name = "now", .english = {}, .bengali = {}, .shots = {shot}}}));
}

} // namespace vitrine::stage
