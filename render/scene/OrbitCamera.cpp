// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/OrbitCamera.h"

#include "render/Curves.h"

#include <QtMath>

#include <algorithm>
#include <cmath>
#include <limits>

namespace vitrine::render {

namespace {

constexpr float kMomentumSeconds = 0.32F; // the speed's time constant after release
constexpr float kRestSpeed = 1.5F;        // degrees a second: slower is not seen
constexpr float kZoomSeconds = 0.085F;
constexpr float kNudgeSeconds = 0.11F;
constexpr float kSpeedMemorySeconds = 0.06F;
constexpr float kLeanSeconds = 0.22F;
constexpr float kClearance = 0.05F; // between the eye and the product's box, in home distances

float softly(float now, float wanted, float share, float close)
{
    const float next = now + (wanted - now) * share;
    return std::abs(wanted - next) < close ? wanted : next;
}

QVector2D softly(QVector2D now, QVector2D wanted, float share, float close)
{
    return {softly(now.x(), wanted.x(), share, close), softly(now.y(), wanted.y(), share, close)};
}

float shortestTurn(float from, float to) { return std::remainder(to - from, 360.0F); }

} // namespace

void OrbitCamera::setHome(const CameraPose &home, const Limits &limits, bool jump)
{
    m_home = home;
    m_limits = limits;
    m_home.pitch = std::max(m_home.pitch, lowestPitch(m_home));
    // A room is looked into from within.
    m_hasOutside = limits.low != limits.high && !isInside(m_home);
    m_keepsOut = m_hasOutside;
    if (!m_placed || jump)
        jumpTo(m_home);
    m_placed = true;
}

void OrbitCamera::hold()
{
    if (m_flight) {
        m_flight.reset();
        m_aimedDistance = m_pose.distance;
    }
}

void OrbitCamera::turn(float yaw, float pitch, float seconds)
{
    hold();
    m_way = {};
    m_held = true;
    m_pose.yaw += yaw;
    m_pose.pitch += pitch;
    limit(m_pose);
    // A running mean: the last event before the release is often a stray one.
    const float span = std::max(seconds, 1.0F / 240);
    const float share = 1 - std::exp(-span / kSpeedMemorySeconds);
    m_yawSpeed += (yaw / span - m_yawSpeed) * share;
    m_pitchSpeed += (pitch / span - m_pitchSpeed) * share;
}

void OrbitCamera::release() { m_held = false; }

void OrbitCamera::pan(QVector2D shift)
{
    hold();
    m_way = {};
    m_yawSpeed = m_pitchSpeed = 0;
    m_pose.target -= m_pose.rotation().rotatedVector(QVector3D(shift, 0));
    limit(m_pose);
}

void OrbitCamera::zoom(float factor, QVector2D towards)
{
    hold();
    zoom(factor);
    m_zoomedTowards = towards;
}

void OrbitCamera::zoom(float factor)
{
    m_zoomedTowards = {};
    m_aimedDistance =
        std::clamp(m_aimedDistance * factor, m_home.distance * m_limits.nearest, m_home.distance * m_limits.furthest);
}

CameraPose OrbitCamera::aimed() const
{
    CameraPose pose = m_flight ? m_flight->to : m_pose;
    pose.distance = m_aimedDistance;
    pose.yaw += m_way.yaw;
    pose.pitch += m_way.pitch;
    pose.target += m_way.shift;
    return pose;
}

void OrbitCamera::nudge(float yaw, float pitch, QVector2D shift, bool reducedMotion)
{
    const CameraPose before = aimed();
    CameraPose goal = before;
    goal.yaw += yaw;
    goal.pitch += pitch;
    const QVector2D units = shift * (m_limits.tanHalfFov * goal.distance);
    goal.target += goal.rotation().rotatedVector(QVector3D(units, 0));
    limit(goal);
    if (reducedMotion)
        return jumpTo(goal);
    m_yawSpeed = m_pitchSpeed = 0;
    m_way.yaw += yaw; // as far as it was meant, not the shorter way round
    m_way.pitch += goal.pitch - before.pitch;
    m_way.shift += goal.target - before.target;
}

void OrbitCamera::goOn(float seconds)
{
    const bool arrives = std::hypot(m_way.yaw, m_way.pitch) < 0.02F && m_way.shift.length() < m_home.distance * 2e-4F;
    const float share = arrives ? 1 : 1 - std::exp(-seconds / kNudgeSeconds);
    const Way step{.yaw = m_way.yaw * share, .pitch = m_way.pitch * share, .shift = m_way.shift * share};
    const auto take = [&step](CameraPose &pose) {
        pose.yaw = std::remainder(pose.yaw + step.yaw, 360.0F);
        pose.pitch += step.pitch;
        pose.target += step.shift;
    };
    take(m_pose);
    if (m_flight) {
        take(m_flight->from);
        take(m_flight->to);
    }
    m_way =
        arrives
            ? Way{}
            : Way{.yaw = m_way.yaw - step.yaw, .pitch = m_way.pitch - step.pitch, .shift = m_way.shift - step.shift};
}

void OrbitCamera::jumpTo(const CameraPose &pose)
{
    m_flight.reset();
    m_way = {};
    m_yawSpeed = m_pitchSpeed = 0;
    m_pose = pose;
    stayOutside(m_pose);
    m_aimedDistance = m_pose.distance;
}

void OrbitCamera::show(const CameraPose &pose)
{
    m_flight.reset();
    m_way = {};
    m_yawSpeed = m_pitchSpeed = 0;
    m_pose = pose;
    m_pose.pitch = std::max(m_pose.pitch, lowestPitch(m_pose));
    m_aimedDistance = m_pose.distance;
    m_strayed = (m_pose.target - m_home.target).length();
    // Who is led in may look about there.
    m_keepsOut = m_hasOutside && !isInside(m_pose);
}

void OrbitCamera::flyTo(const CameraPose &wanted, bool reducedMotion)
{
    CameraPose goal = wanted;
    limit(goal);
    if (reducedMotion)
        return jumpTo(goal);
    m_way = {};
    m_yawSpeed = m_pitchSpeed = 0;
    Flight flight{.from = m_pose, .to = goal};
    const float turn = std::hypot(shortestTurn(m_pose.yaw, goal.yaw), goal.pitch - m_pose.pitch);
    const float travel = std::abs(std::log(goal.distance / m_pose.distance));
    flight.duration = std::clamp(0.7F + turn / 240 + travel / 4, 0.7F, 1.2F);
    m_flight = flight;
    m_aimedDistance = goal.distance;
}

bool OrbitCamera::isMoving() const
{
    return m_flight.has_value() || !m_way.isOver() || m_held || m_yawSpeed != 0 || m_pitchSpeed != 0 ||
           m_aimedDistance != m_pose.distance || !m_drive.isStill() || !m_driven.isStill() || m_lean != m_leaned;
}

CameraPose OrbitCamera::seen() const
{
    CameraPose pose = m_pose;
    pose.yaw += m_leaned.x();
    pose.pitch = std::clamp(pose.pitch + m_leaned.y(), lowestPitch(pose), std::max(m_limits.maxPitch, pose.pitch));
    return pose;
}

void OrbitCamera::lean(QVector2D degrees) { m_lean = degrees; }

void OrbitCamera::drive(const Drive &drive)
{
    m_drive = drive;
    if (drive.isStill())
        return;
    hold();
    m_way = {};
    m_yawSpeed = m_pitchSpeed = 0;
}

void OrbitCamera::keepUp(float seconds)
{
    const float share = 1 - std::exp(-seconds / std::max(m_drive.softness, 1e-3F));
    m_driven.yaw = softly(m_driven.yaw, m_drive.yaw, share, 0.2F);
    m_driven.pitch = softly(m_driven.pitch, m_drive.pitch, share, 0.2F);
    m_driven.pan = softly(m_driven.pan, m_drive.pan, share, 0.005F);
    m_driven.zoom = softly(m_driven.zoom, m_drive.zoom, share, 0.005F);
    m_pose.yaw += m_driven.yaw * seconds;
    m_pose.pitch += m_driven.pitch * seconds;
    const QVector2D shift = m_driven.pan * (seconds * m_limits.tanHalfFov * m_pose.distance);
    m_pose.target += m_pose.rotation().rotatedVector(QVector3D(shift, 0));
    if (m_driven.zoom != 0)
        zoom(std::exp(-m_driven.zoom * seconds), {});
}

bool OrbitCamera::advance(float seconds)
{
    m_leaned = softly(m_leaned, m_lean, 1 - std::exp(-seconds / kLeanSeconds), 0.01F);
    if (!m_way.isOver())
        goOn(seconds);
    if (m_flight) {
        Flight &flight = *m_flight;
        flight.elapsed += seconds;
        // What keys zoomed meanwhile.
        const float nearer = std::pow(m_aimedDistance / flight.to.distance, 1 - std::exp(-seconds / kZoomSeconds));
        flight.from.distance *= nearer;
        flight.to.distance *= nearer;
        if (flight.elapsed >= flight.duration) {
            m_pose = flight.to;
            m_flight.reset();
            return isMoving();
        }
        const float t = minimumJerk(flight.elapsed / flight.duration);
        m_pose.yaw = flight.from.yaw + shortestTurn(flight.from.yaw, flight.to.yaw) * t;
        m_pose.pitch = flight.from.pitch + (flight.to.pitch - flight.from.pitch) * t;
        m_pose.distance = flight.from.distance * std::pow(flight.to.distance / flight.from.distance, t);
        m_pose.target = flight.from.target + (flight.to.target - flight.from.target) * t;
        m_pose.offset = flight.from.offset + (flight.to.offset - flight.from.offset) * t;
        stayOutside(m_pose);
        return true;
    }
    if (!m_drive.isStill() || !m_driven.isStill())
        keepUp(seconds);
    if (m_held) {
        // A hand that rests takes the momentum out.
        const float fade = std::exp(-seconds / kSpeedMemorySeconds);
        m_yawSpeed *= fade;
        m_pitchSpeed *= fade;
    } else if (m_yawSpeed != 0 || m_pitchSpeed != 0) {
        m_pose.yaw += m_yawSpeed * seconds;
        m_pose.pitch += m_pitchSpeed * seconds;
        const float fade = std::exp(-seconds / kMomentumSeconds);
        m_yawSpeed *= fade;
        m_pitchSpeed *= fade;
        if (std::hypot(m_yawSpeed, m_pitchSpeed) < kRestSpeed)
            m_yawSpeed = m_pitchSpeed = 0;
    }
    if (m_aimedDistance != m_pose.distance) {
        const float before = m_pose.distance;
        m_pose.distance += (m_aimedDistance - m_pose.distance) * (1 - std::exp(-seconds / kZoomSeconds));
        if (std::abs(m_aimedDistance - m_pose.distance) < m_home.distance * 5e-4F)
            m_pose.distance = m_aimedDistance;
        followZoom(before);
    }
    limit(m_pose);
    // What the product keeps away from is not aimed at any more.
    if (m_pose.distance > m_aimedDistance && isInside(m_pose))
        m_aimedDistance = m_pose.distance;
    return isMoving();
}

void OrbitCamera::followZoom(float before)
{
    const float nearer = before - m_pose.distance;
    if (nearer > 0)
        m_pose.target += m_pose.rotation().rotatedVector(QVector3D(m_zoomedTowards * nearer, 0));
    else if (before < m_home.distance)
        m_pose.target += (m_home.target - m_pose.target) * std::min(-nearer / (m_home.distance - before), 1.0F);
}

float OrbitCamera::lowestPitch(const CameraPose &pose) const
{
    // The eye stays a hand above the ground: sin(pitch) × distance ≥ ground − target.
    const float clearance = m_limits.groundY + 0.015F * m_home.distance - pose.target.y();
    const float lowest = qRadiansToDegrees(std::asin(std::clamp(clearance / pose.distance, -1.0F, 1.0F)));
    return std::max(m_limits.minPitch, lowest);
}

void OrbitCamera::limit(CameraPose &pose) const
{
    pose.yaw = std::remainder(pose.yaw, 360.0F);
    pose.pitch = std::clamp(pose.pitch, lowestPitch(pose), m_limits.maxPitch);
    const float reach = std::max(m_limits.reach * m_home.distance * 0.26F, m_strayed);
    const QVector3D strayed = pose.target - m_home.target;
    if (strayed.length() > reach)
        pose.target = m_home.target + strayed.normalized() * reach;
    stayOutside(pose);
}

bool OrbitCamera::isInside(const CameraPose &pose) const
{
    // A little more than what is kept free, so that who stands at the border counts.
    const float margin = kClearance * 1.001F * m_home.distance;
    const QVector3D eye = pose.position(m_limits.tanHalfFov, m_limits.aspect);
    for (int axis = 0; axis < 3; ++axis)
        if (eye[axis] < m_limits.low[axis] - margin || eye[axis] > m_limits.high[axis] + margin)
            return false;
    return true;
}

void OrbitCamera::stayOutside(CameraPose &pose) const
{
    if (!m_keepsOut || !isInside(pose))
        return;
    const float margin = kClearance * m_home.distance;
    const QVector3D eye = pose.position(m_limits.tanHalfFov, m_limits.aspect);
    const QVector3D back = (eye - pose.target) / pose.distance; // the eye is linear in the distance
    float way = std::numeric_limits<float>::max();
    for (int axis = 0; axis < 3; ++axis) {
        if (back[axis] > 1e-6F)
            way = std::min(way, (m_limits.high[axis] + margin - eye[axis]) / back[axis]);
        else if (back[axis] < -1e-6F)
            way = std::min(way, (m_limits.low[axis] - margin - eye[axis]) / back[axis]);
    }
    if (way > 0 && way < std::numeric_limits<float>::max())
        pose.distance += way;
}

} // namespace vitrine::render
