// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/stage/ProductScene.h"

#include <QImage>
#include <QPointer>
#include <QQuickItem>

namespace vitrine::stage {

/// The traced shadow of a scene on its ground for a ShaderEffect: how dark it is in alpha, the first row the back one.
/// Shows nothing itself. GUI thread, but for what Qt calls on the scene graph's.
class StageShadow : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(vitrine::stage::ProductScene *scene MEMBER m_scene WRITE setScene REQUIRED)

public:
    explicit StageShadow(QQuickItem *parent = nullptr);
    ~StageShadow() override;

    void setScene(ProductScene *scene);

    bool isTextureProvider() const override { return true; }
    QSGTextureProvider *textureProvider() const override;

public Q_SLOTS:
    /// By Qt, on the scene graph's thread, when that ends.
    void invalidateSceneGraph();

protected:
    QSGNode *updatePaintNode(QSGNode *node, UpdatePaintNodeData *data) override;
    void releaseResources() override { drop(); }

private:
    class Provider;

    void take();
    /// On the scene graph's thread, when it comes to it.
    void drop();

    QPointer<ProductScene> m_scene;
    QImage m_picture;
    bool m_isNew = false;
    mutable Provider *m_provider = nullptr; ///< Of the scene graph's thread.
};

} // namespace vitrine::stage
