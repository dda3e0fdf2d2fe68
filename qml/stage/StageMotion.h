// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/stage/FallenPieces.h"
#include "qml/stage/Glide.h"
#include "qml/stage/ProductScene.h"

#include <QMatrix4x4>

#include <algorithm>
#include <optional>
#include <vector>

namespace vitrine::stage {

/// A part of the product as a shopper reads of it.
struct StagePart {
    Q_GADGET
    QML_VALUE_TYPE(stagePart)
    Q_PROPERTY(QString english MEMBER english CONSTANT)
    Q_PROPERTY(QString bengali MEMBER bengali CONSTANT)
    Q_PROPERTY(QString materialEnglish MEMBER materialEnglish CONSTANT)
    Q_PROPERTY(QString materialBengali MEMBER materialBengali CONSTANT)
    /// What it costs alone, in the currency's smallest unit; without a currency nobody says.
    Q_PROPERTY(qint64 priceMinorUnits MEMBER priceMinorUnits CONSTANT)
    Q_PROPERTY(QString currency MEMBER currency CONSTANT)
    /// It leaves its place when the product comes apart.
    Q_PROPERTY(bool comesOff MEMBER comesOff CONSTANT)

public:
    QString english;
    QString bengali;
    QString materialEnglish;
    QString materialBengali;
    qint64 priceMinorUnits = 0;
    QString currency;
    bool comesOff = false;
};

/// A place on the product that something is said about.
struct StageHotspot {
    Q_GADGET
    QML_VALUE_TYPE(stageHotspot)
    Q_PROPERTY(QString titleEnglish MEMBER titleEnglish CONSTANT)
    Q_PROPERTY(QString titleBengali MEMBER titleBengali CONSTANT)
    Q_PROPERTY(QString textEnglish MEMBER textEnglish CONSTANT)
    Q_PROPERTY(QString textBengali MEMBER textBengali CONSTANT)

public:
    QString titleEnglish;
    QString titleBengali;
    QString textEnglish;
    QString textBengali;
};

/// Something that moves about the product by itself.
struct StageAnimation {
    Q_GADGET
    QML_VALUE_TYPE(stageAnimation)
    Q_PROPERTY(QString english MEMBER english CONSTANT)
    Q_PROPERTY(QString bengali MEMBER bengali CONSTANT)
    /// It goes on until it is stopped; others go to their end, and back.
    Q_PROPERTY(bool loops MEMBER loops CONSTANT)

public:
    QString english;
    QString bengali;
    bool loops = false;
};

/// What moves of a product: its parts, off and on again, and its animations. Time comes through advance(); whatever
/// moves can be turned round at any moment, from where it is. GUI thread.
class StageMotion : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(vitrine::stage::ProductScene *scene READ scene WRITE setScene NOTIFY sceneChanged)
    Q_PROPERTY(bool reducedMotion MEMBER m_reducedMotion NOTIFY reducedMotionChanged)
    Q_PROPERTY(QList<vitrine::stage::StagePart> parts READ parts NOTIFY changed)
    Q_PROPERTY(QList<vitrine::stage::StageAnimation> animations READ animations NOTIFY changed)
    Q_PROPERTY(QList<vitrine::stage::StageHotspot> hotspots READ hotspots NOTIFY changed)
    /// Some part leaves its place.
    Q_PROPERTY(bool comesApart READ comesApart NOTIFY changed)
    /// How far the product is apart, 0 to 1.
    Q_PROPERTY(qreal apart READ apart NOTIFY posed)
    /// It is apart, or is coming apart: the camera stands back for it.
    Q_PROPERTY(bool opened READ isOpened NOTIFY openedChanged)
    /// By number: runs, or stands elsewhere than at rest.
    Q_PROPERTY(QList<bool> active READ active NOTIFY activeChanged)
    Q_PROPERTY(bool moving READ isMoving NOTIFY movingChanged)
    /// Its pieces fall, or lie where they fell.
    Q_PROPERTY(bool fallen READ isFallen NOTIFY fallenChanged)
    /// How far off its traced shadow the product is: 1 while fallen or where an animation has carried it away; on the
    /// way home down to 0.
    Q_PROPERTY(qreal astray READ astray NOTIFY posed)
    /// Of each piece while it is astray; the traced shadow is that of the whole product.
    Q_PROPERTY(QList<vitrine::stage::StageShade> shades READ shades NOTIFY posed)

public:
    explicit StageMotion(QObject *parent = nullptr);

    ProductScene *scene() const { return m_scene; }
    void setScene(ProductScene *scene);
    QList<StagePart> parts() const;
    QList<StageAnimation> animations() const;
    QList<StageHotspot> hotspots() const;
    bool comesApart() const;
    qreal apart() const { return static_cast<qreal>(m_apart.now); }
    bool isOpened() const { return m_isOpened; }
    QList<bool> active() const;
    bool isMoving() const { return m_moving; }
    bool isFallen() const { return m_pieces.areDown(); }
    qreal astray() const { return std::max(m_pieces.astray(), m_carried); }
    QList<StageShade> shades() const { return m_pieces.shades(); }

    /// The pieces into which the product falls as it stands; empty where there is none. They are this object's from now
    /// on: setPlaces() says where they are, in metres.
    std::span<const render::PartBody> fall();
    void setPlaces(std::vector<render::BodyPlace> places);
    std::span<const render::BodyPlace> places() const { return m_pieces.places(); }
    /// The piece that a model of the scene belongs to; −1: none.
    int pieceAt(QObject *model) const;
    /// Points that reach furthest of the pieces where they fell, in scene units; empty where nothing fell.
    Q_INVOKABLE QList<QVector3D> fallenOutline() const;
    /// All pieces fly to where they belong; nothing where nothing fell.
    Q_INVOKABLE void comeHome();
    /// Node to scene of each node, in metres.
    const std::vector<QMatrix4x4> &world() const { return m_worldNow; }

    /// Takes the product apart, or puts it together.
    Q_INVOKABLE void open(bool opened);
    /// By a hand: as far as it is held.
    Q_INVOKABLE void holdApart(qreal apart);
    /// Takes one part off, or puts it back.
    Q_INVOKABLE void lift(int part, bool off);
    Q_INVOKABLE bool isLifted(int part) const;
    /// Starts an animation, or sends it back to rest.
    Q_INVOKABLE void toggle(int animation);
    /// Of the animation of that name in the file, or of that title; −1: none.
    Q_INVOKABLE int numberOf(const QString &name) const;
    /// Holds an animation at a time; false where there is none of that number.
    Q_INVOKABLE bool seek(int animation, qreal seconds);
    /// Everything where it belongs, at once.
    Q_INVOKABLE void rest();
    Q_INVOKABLE void advance(qreal seconds);

    /// The part that a model of the scene belongs to; −1: none.
    Q_INVOKABLE int partAt(QObject *model) const;
    /// The models of a part, without those of parts below it.
    Q_INVOKABLE QList<QObject *> modelsOf(int part) const;

    /// The middle of what belongs to a part, now, in scene units.
    QVector3D partMiddle(int part) const;
    /// How far an animation has run.
    qreal secondsOf(int animation) const;
    /// The middle of a part where it is now, in scene units.
    Q_INVOKABLE QVector3D partCentre(int part) const;

    /// Where a hotspot is now, in scene units, and the way its surface looks.
    Q_INVOKABLE QVector3D hotspotPosition(int hotspot) const;
    Q_INVOKABLE QVector3D hotspotNormal(int hotspot) const;

Q_SIGNALS:
    void sceneChanged();
    void reducedMotionChanged();
    /// Another product.
    void changed();
    void posed();
    void openedChanged();
    void activeChanged();
    void movingChanged();
    void fallenChanged();

private:
    struct Playing {
        float seconds = 0;
        int direction = 0; ///< 0: stands.
    };

    void begin();
    /// The part that a node of the package belongs to; −1: none.
    int partOf(std::int32_t node) const;
    QMatrix4x4 movedSinceRest(std::int32_t node) const;
    void advanceAnimation(std::size_t index, float seconds);
    void pose();
    void show();
    void showCameras();
    qreal carried() const;
    void bringHome(bool atOnce);
    void noteMoving();

    ProductScene *m_scene = nullptr;
    std::shared_ptr<const render::PackageAsset> m_asset;
    std::optional<render::ScenePose> m_pose;
    /// Node to scene, by node; now: as of the last pose().
    std::vector<QMatrix4x4> m_worldAtRest;
    std::vector<QMatrix4x4> m_worldNow;
    qreal m_carried = 0; ///< By animations, 0 to 1.
    bool m_reducedMotion = false;
    bool m_isOpened = false;
    Glide m_apart;
    std::vector<Glide> m_lifted;
    std::vector<Playing> m_playing;
    bool m_moving = false;
    FallenPieces m_pieces;
};

} // namespace vitrine::stage
