// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/stage/StageCamera.h"
#include "qml/stage/StageMotion.h"
#include "render/cinema/FilmTime.h"

#include <QPointer>

namespace vitrine::stage {

/// A film of the product as a shopper chooses it.
struct FilmChoice {
    Q_GADGET
    QML_VALUE_TYPE(filmChoice)
    Q_PROPERTY(QString name MEMBER name CONSTANT)
    Q_PROPERTY(QString english MEMBER english CONSTANT)
    Q_PROPERTY(QString bengali MEMBER bengali CONSTANT)
    Q_PROPERTY(qreal seconds MEMBER seconds CONSTANT)

public:
    QString name;
    QString english;
    QString bengali;
    qreal seconds = 0;
};

/// The player of a product's films: it holds the camera and what moves of the product, and says which light, variant
/// and lens belong to the moment. Time comes through advance(). A hand on the camera takes over from where that is, at
/// once; resume() flies back and goes on. GUI thread.
class StageFilm : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(vitrine::stage::StageCamera *camera READ camera WRITE setCamera NOTIFY partsChanged REQUIRED)
    Q_PROPERTY(vitrine::stage::StageMotion *motion READ motion WRITE setMotion NOTIFY partsChanged REQUIRED)
    /// Cuts between still frames.
    Q_PROPERTY(bool reducedMotion MEMBER m_reducedMotion NOTIFY partsChanged)
    /// While it is not, time stands: the light of the moment is being fetched.
    Q_PROPERTY(bool ready MEMBER m_isReady NOTIFY partsChanged)
    Q_PROPERTY(QList<vitrine::stage::FilmChoice> choices READ choices NOTIFY choicesChanged)
    /// By number; −1: none is on.
    Q_PROPERTY(int current READ current NOTIFY stateChanged)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool active READ isActive NOTIFY stateChanged)
    Q_PROPERTY(bool playing READ isPlaying NOTIFY stateChanged)
    Q_PROPERTY(qreal seconds READ seconds NOTIFY shown)
    Q_PROPERTY(qreal length READ length NOTIFY stateChanged)
    Q_PROPERTY(int shot READ shot NOTIFY shown)
    /// Empty: what the stage has by itself.
    Q_PROPERTY(QString light READ light NOTIFY shown)
    Q_PROPERTY(QString variant READ variant NOTIFY shown)
    Q_PROPERTY(qreal bloom READ bloom NOTIFY shown)
    Q_PROPERTY(qreal vignette READ vignette NOTIFY shown)
    /// See render::blurOf(); 0: all is sharp.
    Q_PROPERTY(qreal blur READ blur NOTIFY shown)
    /// The depth at which it is sharp, in scene units.
    Q_PROPERTY(qreal focus READ focus NOTIFY shown)

public:
    enum State {
        Off,
        Playing,
        Paused,
        Interrupted, ///< A hand has the camera.
        Returning    ///< The camera flies to where the film goes on.
    };
    Q_ENUM(State)

    explicit StageFilm(QObject *parent = nullptr);

    StageCamera *camera() const { return m_camera; }
    void setCamera(StageCamera *camera);
    StageMotion *motion() const { return m_motion; }
    void setMotion(StageMotion *motion);
    QList<FilmChoice> choices() const;
    int current() const { return m_current; }
    State state() const { return m_state; }
    bool isActive() const { return m_state != Off; }
    /// Or on its way to.
    bool isPlaying() const { return m_state == Playing || m_state == Returning; }
    qreal seconds() const { return m_seconds; }
    qreal length() const;
    int shot() const { return static_cast<int>(m_frame.shot); }
    QString light() const { return m_light; }
    QString variant() const { return m_variant; }
    qreal bloom() const { return isActive() ? m_frame.bloom : 0; }
    qreal vignette() const { return isActive() ? m_frame.vignette : 0; }
    qreal blur() const { return m_state == Interrupted ? 0 : m_blur; }
    qreal focus() const { return m_focus; }

    Q_INVOKABLE void play(int film);
    /// From where it is, or by a flight back to there; from the beginning if it is over.
    Q_INVOKABLE void resume();
    Q_INVOKABLE void pause();
    /// Shows a moment. A film that a hand has interrupted takes the camera back, paused.
    Q_INVOKABLE void seek(qreal seconds);
    /// The camera flies home, the product is whole again.
    Q_INVOKABLE void stop();
    Q_INVOKABLE void advance(qreal seconds);
    /// A hand takes the camera over.
    Q_INVOKABLE void interrupt();
    /// blendWanted() was answered: the picture of the moment before is kept.
    Q_INVOKABLE void proceed();
    /// A film called "now" of what the camera sees: for stills. `light` and `variant` are the stage's.
    Q_INVOKABLE QString textOfNow(const QString &light, const QString &variant) const;

    /// Other films than the package's, until another package is shown.
    void setFilms(std::vector<render::Film> films);
    const std::vector<render::Film> &films() const { return m_films; }
    /// The moment at the end of a shot, before anything of the next one.
    void showEndOf(std::size_t shot);
    const render::FilmFrame &frame() const { return m_frame; }

Q_SIGNALS:
    void partsChanged();
    void choicesChanged();
    void stateChanged();
    void shown();
    /// What is seen now shall fade over what comes: proceed() when it is kept. Time stands until then.
    void blendWanted(qreal seconds);

private:
    const render::Film &film() const { return m_films[static_cast<std::size_t>(m_current)]; }
    void reload();
    void setState(State state);
    void show(const render::FilmFrame &frame);
    void pose(const render::Shot &shot);
    render::CameraPose poseOf(const render::Shot &shot) const;
    QVector3D pointOf(const render::Aim &aim, const QVector3D &whole) const;
    QVector3D between(const render::Aim &from, const render::Aim &to, const QVector3D &whole) const;
    void release();

    QPointer<StageCamera> m_camera;
    QPointer<StageMotion> m_motion;
    bool m_reducedMotion = false;
    bool m_isReady = true;
    std::vector<render::Film> m_films;
    int m_current = -1;
    State m_state = Off;
    qreal m_seconds = 0;
    render::FilmFrame m_frame;
    QString m_light;
    QString m_variant;
    int m_animation = -1;
    qreal m_blur = 0;
    qreal m_focus = 1;
    bool m_isShowing = false;
    bool m_awaitsBlend = false;
    int m_blendedShot = -1;
};

} // namespace vitrine::stage
