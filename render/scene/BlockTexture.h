// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/PackageAsset.h"

#include <QQuickItem>

namespace vitrine::render {

/// A texture of a package as the blocks that it is kept in, with all its levels, for Texture.sourceItem: a TextureData
/// gives Quick 3D a single level. The GPU gets the blocks from where the file is mapped; nothing is copied on the way.
/// An item, for only items have textures of their own to offer; it is never seen. autoOrientation must be off.
class BlockTexture : public QQuickItem
{
    Q_OBJECT
public:
    /// Of PackageAsset::blocks(), which must not be empty.
    BlockTexture(std::shared_ptr<const PackageAsset> asset, std::size_t texture, QObject *parent);
    ~BlockTexture() override;

    bool isTextureProvider() const override { return true; }
    /// On the render thread, as all that it gives.
    QSGTextureProvider *textureProvider() const override;

public Q_SLOTS:
    /// Qt calls it by its name where the graphics device goes.
    void invalidateSceneGraph();

private:
    class Provider;
    void releaseResources() override;

    std::shared_ptr<const PackageAsset> m_asset;
    std::size_t m_texture;
    mutable Provider *m_provider = nullptr;
};

} // namespace vitrine::render
