// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/CameraFraming.h"

#include <optional>

namespace vitrine::render {

/// A camera on a leash around a product: turned, pulled and pushed by hand with momentum, flown by minimum-jerk
/// moves, never upside down, never below the ground, never inside of the product. Pure: time comes as seconds
/// into advance(). Lengths in scene units.
class OrbitCamera
{
public:
    struct Limits {
        float minPitch = -4;
        float maxPitch = 86;
        float groundY = 0;     ///< The eye stays above it.
        float nearest = 0.34F; ///< As parts of the home distance.
        float furthest = 1.9F;
        float reach = 0.6F; ///< How far panning takes the target from home, in home distances × tan(½ fov).
        QVector3D low;      ///< The eye stays out of this box; where both are the same, there is none.
        QVector3D high;
        float tanHalfFov = 0.2586F; ///< Of the picture, with its aspect: where the eye is follows from them.
        float aspect = 1;
    };
    /// Speeds that are kept up until others come: a stick that is held over, or the product's own slow turn.
    struct Drive {
        float yaw = 0; ///< Degrees a second.
        float pitch = 0;
        QVector2D pan{};       ///< Half heights of the picture a second (x right, y up).
        float zoom = 0;        ///< Nearer by a factor of e a second; negative: further.
        float softness = 0.1F; ///< Seconds in which most of a change of speed is made.

        bool isStill() const { return yaw == 0 && pitch == 0 && pan.isNull() && zoom == 0; }
    };

    /// The pose of reset(), and the limits around it; one below the ground is lifted out of it. Moves there at once if
    /// nothing was shown before or `jump`.
    void setHome(const CameraPose &home, const Limits &limits, bool jump);
    const CameraPose &home() const { return m_home; }
    const CameraPose &pose() const { return m_pose; }
    /// Where it is on its way to; the pose where it is on none.
    CameraPose aimed() const;
    /// The pose as it is seen: leaning as lean() says.
    CameraPose seen() const;

    /// Turns by degrees; the hand is on it, so no momentum yet. `seconds` since the last call measures the speed.
    void turn(float yaw, float pitch, float seconds);
    /// Moves the target in the picture plane, in scene units (x right, y up).
    void pan(QVector2D shift);
    /// By a hand: multiplies the distance aimed at; it is reached softly. Below 1 is nearer: what lies `towards` from
    /// the target stays where it is in the picture (x right, y up, each over the distance). On the way back the target
    /// goes home.
    void zoom(float factor, QVector2D towards);
    /// The same by a key, towards the target: a flight goes on to its end, that much nearer.
    void zoom(float factor);
    /// By a key: degrees, and half heights of the picture (x right, y up). Reached softly, or at once if motion is
    /// reduced. Nudges add up, whether or not the one before has arrived, and a flight goes on to its end with them.
    void nudge(float yaw, float pitch, QVector2D shift, bool reducedMotion);
    /// The hand lets go: what turned keeps turning and dies away.
    void release();
    void drive(const Drive &drive);
    /// Looks from a little beside the pose, in degrees, which is reached softly and changes nothing else: parallax.
    void lean(QVector2D degrees);
    /// A minimum-jerk move of 0.7 to 1.2 s by distance, or a jump if motion is reduced. Any hand interrupts it.
    void flyTo(const CameraPose &wanted, bool reducedMotion);
    void jumpTo(const CameraPose &pose);
    /// As jumpTo(), by somebody who may go nearer and look further aside than a hand: only the ground holds. A hand
    /// then goes on from there.
    void show(const CameraPose &pose);

    /// Moves on. False once everything rests; then nothing changes until the next call of another function.
    bool advance(float seconds);
    bool isMoving() const;

private:
    struct Flight {
        CameraPose from;
        CameraPose to;
        float elapsed = 0;
        float duration = 1;
    };

    /// What there is still to go of nudges.
    struct Way {
        float yaw = 0;
        float pitch = 0;
        QVector3D shift;

        bool isOver() const { return yaw == 0 && pitch == 0 && shift.isNull(); }
    };

    void hold();
    void goOn(float seconds);
    void followZoom(float before);
    void limit(CameraPose &pose) const;
    void stayOutside(CameraPose &pose) const;
    bool isInside(const CameraPose &pose) const;
    void keepUp(float seconds);
    float lowestPitch(const CameraPose &pose) const;

    CameraPose m_home;
    CameraPose m_pose;
    Limits m_limits;
    bool m_placed = false;
    bool m_held = false;
    bool m_hasOutside = false; ///< The product's box is there to be kept out of.
    bool m_keepsOut = false;
    float m_yawSpeed = 0; ///< Degrees a second.
    float m_pitchSpeed = 0;
    float m_aimedDistance = 1;
    QVector2D m_zoomedTowards;
    float m_strayed = 0; ///< How far show() took the target from home.
    std::optional<Flight> m_flight;
    Way m_way;
    Drive m_drive;
    Drive m_driven; ///< As fast as it is now.
    QVector2D m_lean;
    QVector2D m_leaned;
};

} // namespace vitrine::render
