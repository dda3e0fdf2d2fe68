// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPointF>
#include <QQmlEngine>
#include <QQuick3DTextureData>
#include <QUrl>
#include <QVector2D>
#include <QVector3D>

namespace vitrine::stage {

/// The composite's backdrop as linear light before tone mapping, for glass to look through: what transmits light shows
/// only what is drawn in the scene itself. The formula is that of composite.frag.
class StageBackdrop : public QQuick3DTextureData
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QColor top MEMBER m_top WRITE setTop NOTIFY changed)
    Q_PROPERTY(QColor bottom MEMBER m_bottom WRITE setBottom NOTIFY changed)
    Q_PROPERTY(QColor lamp MEMBER m_lamp WRITE setLamp NOTIFY changed)
    Q_PROPERTY(qreal glow MEMBER m_glow WRITE setGlow NOTIFY changed)
    Q_PROPERTY(qreal vignette MEMBER m_vignette WRITE setVignette NOTIFY changed)
    Q_PROPERTY(qreal exposure MEMBER m_exposure WRITE setExposure NOTIFY changed)
    Q_PROPERTY(QPointF lampAt MEMBER m_lampAt WRITE setLampAt NOTIFY changed)
    Q_PROPERTY(qreal aspect MEMBER m_aspect WRITE setAspect NOTIFY changed)
    /// The place behind (composite.frag); empty where there is only the gradient.
    Q_PROPERTY(QUrl place MEMBER m_place WRITE setPlace NOTIFY changed)
    Q_PROPERTY(QVector2D placeAt MEMBER m_placeAt WRITE setPlaceAt NOTIFY changed)
    Q_PROPERTY(QVector2D placeScale MEMBER m_placeScale WRITE setPlaceScale NOTIFY changed)
    /// Painted only while this is set: few products have glass.
    Q_PROPERTY(bool active MEMBER m_active WRITE setActive NOTIFY changed)

public:
    explicit StageBackdrop(QQuick3DObject *parent = nullptr);

    void setTop(const QColor &value) { set(m_top, value); }
    void setBottom(const QColor &value) { set(m_bottom, value); }
    void setLamp(const QColor &value) { set(m_lamp, value); }
    void setGlow(qreal value) { set(m_glow, value); }
    void setVignette(qreal value) { set(m_vignette, value); }
    void setExposure(qreal value) { set(m_exposure, value); }
    void setLampAt(const QPointF &value) { set(m_lampAt, value); }
    void setAspect(qreal value) { set(m_aspect, value); }
    void setPlace(const QUrl &value);
    void setPlaceAt(QVector2D value) { set(m_placeAt, value); }
    void setPlaceScale(QVector2D value) { set(m_placeScale, value); }
    void setActive(bool value) { set(m_active, value); }

    /// The colour that an unlit surface must have to come out as `shown`; clipped at white.
    Q_INVOKABLE QColor beforeToneMapping(const QColor &shown, qreal exposure) const;
    /// The light of such a colour.
    Q_INVOKABLE QVector3D lightOf(const QColor &unlit) const;

Q_SIGNALS:
    void changed();

private:
    template <typename T>
    void set(T &member, const T &value)
    {
        if (member == value)
            return;
        member = value;
        paint();
        Q_EMIT changed();
    }
    void paint();
    QVector3D gradientAt(float y) const;
    QVector3D placeSeenAt(float x, float y) const;

    QColor m_top = Qt::black;
    QColor m_bottom = Qt::black;
    QColor m_lamp = Qt::black;
    qreal m_glow = 0;
    qreal m_vignette = 0;
    qreal m_exposure = 1;
    QPointF m_lampAt{0.5, 0.5};
    qreal m_aspect = 1;
    QUrl m_place;
    QImage m_picture; ///< Null until glass needs it.
    QVector2D m_placeAt;
    QVector2D m_placeScale;
    bool m_active = false;
};

} // namespace vitrine::stage
