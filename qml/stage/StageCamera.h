// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/stage/FramedHull.h"
#include "qml/stage/ProductScene.h"
#include "render/scene/FileView.h"
#include "render/scene/OrbitCamera.h"
#include "render/scene/Projection.h"

#include <QPointF>
#include <QPointer>
#include <QRectF>
#include <QSizeF>

#include <array>
#include <functional>

namespace vitrine::stage {

/// The stage's camera: OrbitCamera for QML, framed on a ProductScene. Lengths in scene units, angles in degrees.
class StageCamera : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(vitrine::stage::ProductScene *scene READ scene WRITE setScene NOTIFY sceneChanged)
    Q_PROPERTY(QSizeF viewSize MEMBER m_viewSize WRITE setViewSize NOTIFY framingChanged)
    /// The part of the view that nothing covers, in its pixels.
    Q_PROPERTY(QRectF freeArea MEMBER m_freeArea WRITE setFreeArea NOTIFY framingChanged)
    Q_PROPERTY(qreal homeYaw MEMBER m_homeYaw WRITE setHomeYaw NOTIFY framingChanged)
    Q_PROPERTY(qreal homePitch MEMBER m_homePitch WRITE setHomePitch NOTIFY framingChanged)
    /// 1 is the distance at which the product fills its share of the picture.
    Q_PROPERTY(qreal homeDistance MEMBER m_homeDistance WRITE setHomeDistance NOTIFY framingChanged)
    Q_PROPERTY(bool autoFrame MEMBER m_autoFrame NOTIFY framingChanged)
    /// The product is taken apart: home is where all of that is seen.
    Q_PROPERTY(bool apart MEMBER m_apart WRITE setApart NOTIFY framingChanged)
    /// By number, which of the file's animations it goes through: home has room for all that they do.
    Q_PROPERTY(QList<bool> playing READ playing WRITE setPlaying NOTIFY framingChanged)
    /// Points of the pieces that lie about, in scene units: home has room for them too.
    Q_PROPERTY(QList<QVector3D> fallen READ fallen WRITE setFallen NOTIFY framingChanged)
    Q_PROPERTY(bool reducedMotion MEMBER m_reducedMotion NOTIFY framingChanged)
    /// A camera of the file by its number, which then replaces the orbit; −1 for none.
    Q_PROPERTY(int fileCamera READ fileCamera WRITE setFileCamera NOTIFY framingChanged)
    /// Of the product around its middle, in scene units.
    Q_PROPERTY(qreal radius READ radius NOTIFY framingChanged)
    Q_PROPERTY(QVector3D homeTarget READ homeTarget NOTIFY framingChanged)
    Q_PROPERTY(int fileCameraCount READ fileCameraCount NOTIFY framingChanged)
    /// What the file calls them; may be empty.
    Q_PROPERTY(QStringList fileCameraNames READ fileCameraNames NOTIFY framingChanged)

    Q_PROPERTY(QVector3D position READ position NOTIFY moved)
    Q_PROPERTY(QQuaternion rotation READ rotation NOTIFY moved)
    Q_PROPERTY(qreal fieldOfView READ fieldOfView NOTIFY moved)
    Q_PROPERTY(qreal clipNear READ clipNear NOTIFY moved)
    Q_PROPERTY(qreal clipFar READ clipFar NOTIFY moved)
    Q_PROPERTY(qreal yaw READ yaw NOTIFY moved)
    Q_PROPERTY(qreal pitch READ pitch NOTIFY moved)
    /// In home distances.
    Q_PROPERTY(qreal distance READ distance NOTIFY moved)
    /// The eye, in home distances: how far from the product's axis, and how far above the ground.
    Q_PROPERTY(QVector2D eye READ eye NOTIFY moved)
    /// Where it looks, in degrees, also through a camera of the file: yaw as an orbit has it, pitch downwards.
    Q_PROPERTY(QVector2D gaze READ gaze NOTIFY moved)
    Q_PROPERTY(bool moving READ isMoving NOTIFY movingChanged)
    /// Degrees a second by which the product turns by itself; 0: it stands. A hand on the camera takes it over.
    Q_PROPERTY(qreal drift READ drift WRITE setDrift NOTIFY driftChanged)
    /// Where a viewer's head, or pointer, is: -1 to 1 from left to right and from below to above. The view leans there
    /// by a few degrees, and back at 0.
    Q_PROPERTY(QVector2D parallax READ parallax WRITE setParallax NOTIFY parallaxChanged)

public:
    explicit StageCamera(QObject *parent = nullptr);

    ProductScene *scene() const { return m_scene; }
    void setScene(ProductScene *scene);
    void setViewSize(QSizeF size);
    void setFreeArea(const QRectF &area);
    void setHomeYaw(qreal yaw);
    void setHomePitch(qreal pitch);
    void setHomeDistance(qreal distance);
    void setApart(bool apart);
    const QList<bool> &playing() const { return m_framed.playing(); }
    void setPlaying(const QList<bool> &playing);
    const QList<QVector3D> &fallen() const { return m_framed.fallen(); }
    void setFallen(const QList<QVector3D> &points);
    int fileCamera() const { return m_fileCamera; }
    void setFileCamera(int index);
    int fileCameraCount() const;
    QStringList fileCameraNames() const;
    qreal radius() const { return m_radius; }
    QVector3D homeTarget() const { return m_orbit.home().target; }

    QVector3D position() const;
    QQuaternion rotation() const;
    qreal fieldOfView() const;
    qreal clipNear() const;
    qreal clipFar() const;
    qreal yaw() const { return m_orbit.pose().yaw; }
    qreal pitch() const { return m_orbit.pose().pitch; }
    qreal distance() const;
    QVector2D eye() const;
    QVector2D gaze() const;
    bool isMoving() const { return m_moving; }
    qreal drift() const { return m_drift; }
    void setDrift(qreal degreesPerSecond);
    QVector2D parallax() const { return m_parallax; }
    void setParallax(QVector2D parallax);

    /// By a hand that moved this many pixels within `seconds`.
    Q_INVOKABLE void turnBy(qreal dx, qreal dy, qreal seconds);
    /// The same without momentum: trackpads send their own.
    Q_INVOKABLE void turnAtOnce(qreal dx, qreal dy);
    Q_INVOKABLE void panBy(qreal dx, qreal dy);
    Q_INVOKABLE void zoomBy(qreal factor);
    /// The same towards a point of the view, in its pixels.
    Q_INVOKABLE void zoomAt(qreal factor, QPointF point);
    Q_INVOKABLE void release();
    /// By sticks that are held over: degrees, half heights of the picture (x right, y up) and powers of e (nearer) a
    /// second, until the next call. All 0: let go.
    Q_INVOKABLE void drive(qreal yaw, qreal pitch, qreal panX, qreal panY, qreal zoom);
    /// By the keyboard: degrees. Quick ones add up.
    Q_INVOKABLE void nudge(qreal yaw, qreal pitch);
    Q_INVOKABLE void reset();
    Q_INVOKABLE void lookAt(const QVector3D &point, qreal homeDistances);
    /// By the keyboard: half heights of the picture, x right, y up.
    Q_INVOKABLE void slide(qreal x, qreal y);
    Q_INVOKABLE void advance(qreal seconds);
    /// Frames this box instead of the product's own outline, from whatever side it is seen; two equal points: the
    /// product again. Products that are framed by boxes of one size are seen at one scale.
    Q_INVOKABLE void frame(const QVector3D &low, const QVector3D &high, bool flies);
    /// Looks as another camera does: from the same side, and as far off its home as that one is, in home distances.
    /// For as long as that one moves, this one counts as moving.
    Q_INVOKABLE void follow(vitrine::stage::StageCamera *leader);

    /// Home as it is with the product that much apart, 0 to 1: what a film counts its distances in.
    render::CameraPose framing(qreal apart) const;
    const render::CameraPose &pose() const { return m_orbit.pose(); }
    /// By a film: stands there at once, through a lens of this vertical angle in degrees. The pose is that of the
    /// house's lens; another one stands where the product is as large.
    void show(const render::CameraPose &pose, qreal fieldOfView);
    void flyTo(const render::CameraPose &pose, qreal fieldOfView);
    /// A way as the picture has it (x right, y up, z towards the eye) in the scene.
    Q_INVOKABLE QVector3D fromView(const QVector3D &way) const { return rotation().rotatedVector(way); }
    /// See render::Projection; points of the view in its pixels, of the scene in its units.
    Q_INVOKABLE QVector3D toView(const QVector3D &point) const { return projection().toPicture(point); }
    Q_INVOKABLE QVector3D wayThrough(QPointF point) const { return projection().wayThrough(point); }
    Q_INVOKABLE QQuaternion rotationTowards(QPointF point) const { return projection().rotationTowards(point); }
    Q_INVOKABLE QMatrix4x4 ontoDisc(const QVector3D &centre, qreal radius) const
    {
        return projection().ontoDisc(centre, static_cast<float>(radius));
    }
    /// In metres.
    render::SceneEye viewpoint() const;

Q_SIGNALS:
    void sceneChanged();
    void framingChanged();
    void moved();
    /// It moved by a hand, a key, or by what these set going; not since it is framed anew or follows another.
    void steered();
    void movingChanged();
    void driftChanged();
    void parallaxChanged();
    /// By a hand or a key, before it moves.
    void handled();

private:
    /// How the view follows when its home changes.
    enum class Follow { Jump, Keep, Fly };
    bool hasPicture() const;
    /// From home, whole or apart.
    render::CameraPose framed(bool apart);
    void refit(Follow how);
    /// Makes a change of what is framed, and follows it where home is then another.
    void refitWhereNoticed(const std::function<void()> &change);
    render::OrbitCamera::Limits limitsAround(const std::vector<QVector3D> &points) const;
    void changed();
    void steer();
    void takeInHand();
    std::optional<render::FileView> fileView() const;
    float tanHalfFov() const;
    float tanHalfLens() const;
    render::Projection projection() const;
    float aspect() const;

    ProductScene *m_scene = nullptr;
    QSizeF m_viewSize{1, 1};
    QRectF m_freeArea;
    qreal m_homeYaw = -28;
    qreal m_homePitch = 12;
    qreal m_homeDistance = 1;
    bool m_autoFrame = true;
    bool m_apart = false;
    bool m_reducedMotion = false;
    int m_fileCamera = -1;
    render::FramingRules m_rules;
    render::OrbitCamera m_orbit;
    /// Of the product whole, and taken apart.
    std::array<render::CameraPose, 2> m_framings;
    float m_lens = render::FramingRules{}.verticalFov; ///< Degrees.
    float m_aimedLens = m_lens;
    float m_radius = 1;
    bool m_moving = false;
    FramedHull m_framed;
    bool m_isSteered = false;
    QPointer<StageCamera> m_leader;
    qreal m_drift = 0;
    QVector2D m_parallax;
};

} // namespace vitrine::stage
