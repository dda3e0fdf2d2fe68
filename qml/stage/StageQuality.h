// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/FrameGovernor.h"

#include <QPointer>
#include <QQmlEngine>
#include <QQuickWindow>

namespace vitrine::stage {

/// What draws the window, a GPU or the processor, and how well it can draw what moves: by what its frames take
/// (render::FrameGovernor). Known once the window's scene graph runs.
class StageQuality : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickWindow *window READ window WRITE setWindow NOTIFY windowChanged)
    Q_PROPERTY(bool software READ isSoftware NOTIFY deviceChanged)
    /// What is drawn has time: its light is whole on a software rasteriser too.
    Q_PROPERTY(bool fine MEMBER m_fine NOTIFY deviceChanged)
    /// How many of a studio's lights are computed. On a software rasteriser the key alone: each costs a tenth of the
    /// picture, and the probe holds the others' light too.
    Q_PROPERTY(int lights READ lights NOTIFY deviceChanged)
    /// How many lights may cast a shadow through a map. On a software rasteriser none: the ground's is not one of them.
    Q_PROPERTY(int shadows READ shadows NOTIFY tierChanged)
    /// The same where nothing moves.
    Q_PROPERTY(int mostShadows READ mostShadows NOTIFY deviceChanged)
    /// Sides of their maps while something moves, in texels.
    Q_PROPERTY(int shadowSide READ shadowSide NOTIFY tierChanged)
    /// While something moves: the sides of the picture in parts of the view's, samples for each of its pixels, and by
    /// how many of them shapes may be off.
    Q_PROPERTY(qreal scale READ scale NOTIFY tierChanged)
    Q_PROPERTY(int samples READ samples NOTIFY tierChanged)
    /// While something moves: the faces of the light around are drawn from half their sides.
    Q_PROPERTY(bool smallProbe READ hasSmallProbe NOTIFY tierChanged)
    Q_PROPERTY(qreal tolerancePixels READ tolerancePixels NOTIFY tierChanged)
    /// It is a GPU that reads textures in blocks (BC7): with Vulkan, Direct3D and Metal, for Qt's OpenGL has no word
    /// for it. A rasteriser in software would unpack a block for each texel that it reads. VITRINE_TEXTURE_BLOCKS=0 in
    /// the environment forbids it, 1 asks for it wherever it is possible.
    Q_PROPERTY(bool readsBlocks READ readsBlocks NOTIFY deviceChanged)
    Q_PROPERTY(QString deviceName READ deviceName NOTIFY deviceChanged)

public:
    explicit StageQuality(QObject *parent = nullptr);

    QQuickWindow *window() const { return m_window; }
    void setWindow(QQuickWindow *window);
    /// True until the opposite is known: a first frame that is too simple is corrected, one too heavy is waited for.
    bool isSoftware() const { return m_software; }
    int lights() const { return m_software && !m_fine ? 1 : 8; }
    int shadows() const { return m_software ? 0 : m_governor.tier().shadows; }
    qreal scale() const { return static_cast<qreal>(m_governor.tier().scale); }
    int mostShadows() const { return m_software && !m_fine ? 0 : render::kQualityTiers.front().shadows; }
    int shadowSide() const { return m_governor.tier().shadowSide; }
    int samples() const { return m_governor.tier().samples; }
    bool hasSmallProbe() const { return m_governor.tier().probeSide < 256; }
    qreal tolerancePixels() const { return static_cast<qreal>(m_governor.tier().tolerancePixels); }
    bool readsBlocks() const { return m_readsBlocks; }
    QString deviceName() const { return m_deviceName; }

    /// What a frame took in which something moved.
    Q_INVOKABLE void note(qreal milliseconds);
    /// Another product: begins anew.
    Q_INVOKABLE void restart();

Q_SIGNALS:
    void windowChanged();
    void deviceChanged();
    void tierChanged();

private:
    void ask();

    QPointer<QQuickWindow> m_window;
    bool m_software = true;
    bool m_readsBlocks = false;
    bool m_fine = false;
    QString m_deviceName;
    render::FrameGovernor m_governor{render::FrameGovernor::kSoftware};
};

} // namespace vitrine::stage
