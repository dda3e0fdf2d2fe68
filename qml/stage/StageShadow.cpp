// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/stage/StageShadow.h"

#include <QQuickWindow>
#include <QRunnable>
#include <QSGTexture>
#include <QSGTextureProvider>

#include <memory>
#include <utility>

namespace vitrine::stage {

class StageShadow::Provider : public QSGTextureProvider
{
public:
    QSGTexture *texture() const override { return m_texture.get(); }
    void show(QSGTexture *texture)
    {
        texture->setFiltering(QSGTexture::Linear);
        m_texture.reset(texture);
        Q_EMIT textureChanged();
    }

private:
    std::unique_ptr<QSGTexture> m_texture;
};

StageShadow::StageShadow(QQuickItem *parent)
    : QQuickItem(parent)
{
    setFlag(ItemHasContents); // else nobody asks for updatePaintNode()
    take();
}

StageShadow::~StageShadow() { drop(); }

void StageShadow::setScene(ProductScene *scene)
{
    if (m_scene == scene)
        return;
    if (m_scene)
        disconnect(m_scene, nullptr, this, nullptr);
    m_scene = scene;
    if (scene)
        connect(scene, &ProductScene::shadowChanged, this, &StageShadow::take);
    take();
}

void StageShadow::take()
{
    const auto darkness = m_scene ? m_scene->ground().darkness : std::span<const std::byte>();
    const int side = darkness.empty() ? 1 : render::kGroundTexels;
    m_picture = QImage(side, side, QImage::Format_RGBA8888_Premultiplied);
    m_picture.fill(Qt::transparent);
    for (std::size_t i = 0; i < darkness.size(); ++i)
        m_picture.bits()[4 * i + 3] = static_cast<uchar>(darkness[i]);
    m_isNew = true;
    update();
}

QSGTextureProvider *StageShadow::textureProvider() const
{
    if (QQuickItem::isTextureProvider()) // a layer of its own
        return QQuickItem::textureProvider();
    if (m_provider == nullptr) {
        m_provider = new Provider;
        m_provider->show(window()->createTextureFromImage(m_picture, QQuickWindow::TextureHasAlphaChannel));
    }
    return m_provider;
}

QSGNode *StageShadow::updatePaintNode(QSGNode *node, UpdatePaintNodeData *)
{
    if (m_isNew && m_provider != nullptr)
        m_provider->show(window()->createTextureFromImage(m_picture, QQuickWindow::TextureHasAlphaChannel));
    m_isNew = false;
    return node;
}

void StageShadow::invalidateSceneGraph()
{
    delete m_provider;
    m_provider = nullptr;
}

void StageShadow::drop()
{
    std::unique_ptr<Provider> provider(std::exchange(m_provider, nullptr));
    if (!provider || !window())
        return;
    // With the job, whether or not that is ever run.
    window()->scheduleRenderJob(QRunnable::create([gone = std::move(provider)]() mutable { gone.reset(); }),
                                QQuickWindow::BeforeSynchronizingStage);
}

} // namespace vitrine::stage
