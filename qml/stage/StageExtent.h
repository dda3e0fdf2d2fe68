// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/stage/StageCamera.h"
#include "qml/stage/StageMotion.h"

#include <QRectF>
#include <QSize>

namespace vitrine::stage {

/// The part of a stage's picture that its product takes as it stands now: what need be drawn of the scene
/// (render::PictureExtent). Around it are the backdrop and the floor alone. GUI thread.
class StageExtent : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(vitrine::stage::StageCamera *camera MEMBER m_camera WRITE setCamera REQUIRED)
    Q_PROPERTY(vitrine::stage::StageMotion *motion MEMBER m_motion WRITE setMotion REQUIRED)
    /// Of the whole picture, in texels.
    Q_PROPERTY(QSize size MEMBER m_size WRITE setSize REQUIRED)
    /// There is more in the scene than the product, or what is done to its picture looks beside it.
    Q_PROPERTY(bool whole MEMBER m_isWhole WRITE setWhole REQUIRED)
    /// While something moves, the part does not shrink.
    Q_PROPERTY(bool moving MEMBER m_isMoving WRITE setMoving REQUIRED)
    /// Texels from the upper left corner of the picture.
    Q_PROPERTY(QRect part READ part NOTIFY partChanged)
    /// The same in parts of the picture.
    Q_PROPERTY(QRectF share READ share NOTIFY partChanged)

public:
    using QObject::QObject;

    void setCamera(StageCamera *camera);
    void setMotion(StageMotion *motion);
    void setSize(QSize size);
    void setWhole(bool isWhole);
    void setMoving(bool isMoving);
    QRect part() const { return m_part; }
    QRectF share() const;

Q_SIGNALS:
    void partChanged();

private:
    void measure();
    QRect wanted() const;

    StageCamera *m_camera = nullptr;
    StageMotion *m_motion = nullptr;
    QSize m_size;
    bool m_isWhole = true;
    bool m_isMoving = false;
    QRect m_part;
    QSize m_drawnOf; ///< The whole picture that m_part is a part of.
};

} // namespace vitrine::stage
