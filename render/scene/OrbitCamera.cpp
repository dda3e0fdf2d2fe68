// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/OrbitCamera.h"

#include "render/Curves.h"

#include <QtMath>

#include <algorithm>
#include <cmath>

namespace vitrine::render {

namespace {

constexpr float kMomentumSeconds = 0.32F; // the speed's time constant after release
constexpr float kRestSpeed = 1.5F;        // degrees a second: slower is not seen
constexpr float kZoomSeconds = 0.085F;
constexpr float kSpeedMemorySeconds = 0.06F;

float shortestTurn(float from, float to) { return std::remainder(to - from, 360.0F); }

} // namespace

void OrbitCamera::setHome(const CameraPose &home, const Limits &limits, bool jump)
{
    m_home = home;
    m_limits = limits;
    m_home.pitch = std::max(m_home.pitch, lowestPitch(m_home));
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
    m_yawSpeed = m_pitchSpeed = 0;
    m_pose.target -= m_pose.rotation().rotatedVector(QVector3D(shift, 0));
    limit(m_pose);
}

void OrbitCamera::zoom(float factor, QVector2D towards)
{
    hold();
    m_zoomedTowards = towards;
    m_aimedDistance =
        std::clamp(m_aimedDistance * factor, m_home.distance * m_limits.nearest, m_home.distance * m_limits.furthest);
}

void OrbitCamera::jumpTo(const CameraPose &pose)
{
    m_flight.reset();
    m_yawSpeed = m_pitchSpeed = 0;
    m_pose = pose;
    m_aimedDistance = pose.distance;
}

void OrbitCamera::show(const CameraPose &pose)
{
    jumpTo(pose);
    m_pose.pitch = std::max(m_pose.pitch, lowestPitch(m_pose));
    m_strayed = (m_pose.target - m_home.target).length();
}

void OrbitCamera::flyTo(const CameraPose &goal, bool reducedMotion)
{
    if (reducedMotion)
        return jumpTo(goal);
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
    return m_flight.has_value() || m_held || m_yawSpeed != 0 || m_pitchSpeed != 0 || m_aimedDistance != m_pose.distance;
}

bool OrbitCamera::advance(float seconds)
{
    if (m_flight) {
        Flight &flight = *m_flight;
        flight.elapsed += seconds;
        if (flight.elapsed >= flight.duration) {
            m_pose = flight.to;
            m_flight.reset();
            return false;
        }
        const float t = minimumJerk(flight.elapsed / flight.duration);
        m_pose.yaw = flight.from.yaw + shortestTurn(flight.from.yaw, flight.to.yaw) * t;
        m_pose.pitch = flight.from.pitch + (flight.to.pitch - flight.from.pitch) * t;
        m_pose.distance = flight.from.distance * std::pow(flight.to.distance / flight.from.distance, t);
        m_pose.target = flight.from.target + (flight.to.target - flight.from.target) * t;
        m_pose.offset = flight.from.offset + (flight.to.offset - flight.from.offset) * t;
        return true;
    }
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
}

} // namespace vitrine::render
