// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/BlockTexture.h"

#include "core/values/Contract.h"

#include <QQuickWindow>
#include <QRunnable>
#include <QSGTexture>
#include <QSGTextureProvider>

#include <rhi/qrhi.h>

#include <memory>
#include <utility>

namespace vitrine::render {

namespace {

class Blocks : public QSGTexture
{
public:
    Blocks(std::shared_ptr<const PackageAsset> asset, std::size_t texture)
        : m_asset(std::move(asset))
        , m_levels(m_asset->blocks(texture))
        , m_hasAlpha(m_asset->package().textures()[texture].hasAlpha != 0)
    {
    }

    qint64 comparisonKey() const override { return qint64(qintptr(this)); }
    QRhiTexture *rhiTexture() const override { return m_made.get(); }
    QSize textureSize() const override { return sizeOf(m_levels[0]); }
    bool hasAlphaChannel() const override { return m_hasAlpha; }
    bool hasMipmaps() const override { return m_levels.size() > 1; }

    void commitTextureOperations(QRhi *rhi, QRhiResourceUpdateBatch *batch) override
    {
        if (m_made)
            return;
        m_made.reset(rhi->newTexture(QRhiTexture::BC7, textureSize(), 1,
                                     hasMipmaps() ? QRhiTexture::MipMapped : QRhiTexture::Flags()));
        if (!m_made->create()) {
            m_made.reset();
            return;
        }
        std::vector<QRhiTextureUploadEntry> entries;
        for (std::size_t level = 0; level < m_levels.size(); ++level) {
            const std::span<const std::byte> blocks = m_asset->package().pixelsOf(m_levels[level]);
            QRhiTextureSubresourceUploadDescription bytes(QByteArray::fromRawData(
                reinterpret_cast<const char *>(blocks.data()), static_cast<qsizetype>(blocks.size())));
            bytes.setSourceSize(sizeOf(m_levels[level]));
            entries.emplace_back(0, static_cast<int>(level), bytes);
        }
        QRhiTextureUploadDescription upload;
        upload.setEntries(entries.begin(), entries.end());
        batch->uploadTexture(m_made.get(), upload);
    }

private:
    static QSize sizeOf(const MipRecord &level)
    {
        return {static_cast<int>(level.width), static_cast<int>(level.height)};
    }

    std::shared_ptr<const PackageAsset> m_asset;
    std::span<const MipRecord> m_levels;
    bool m_hasAlpha;
    std::unique_ptr<QRhiTexture> m_made;
};

} // namespace

class BlockTexture::Provider : public QSGTextureProvider
{
public:
    Provider(std::shared_ptr<const PackageAsset> asset, std::size_t texture)
        : m_blocks(std::move(asset), texture)
    {
    }
    QSGTexture *texture() const override { return &m_blocks; }

private:
    mutable Blocks m_blocks;
};

BlockTexture::BlockTexture(std::shared_ptr<const PackageAsset> asset, std::size_t texture, QObject *parent)
    : m_asset(std::move(asset))
    , m_texture(texture)
{
    VITRINE_EXPECT(!m_asset->blocks(texture).empty());
    setParent(parent);
}

BlockTexture::~BlockTexture()
{
    // Qt has released what it made in a window by now; without one there is no render thread that could still look.
    delete m_provider;
}

QSGTextureProvider *BlockTexture::textureProvider() const
{
    if (m_provider == nullptr)
        m_provider = new Provider(m_asset, m_texture);
    return m_provider;
}

void BlockTexture::invalidateSceneGraph() { delete std::exchange(m_provider, nullptr); }

void BlockTexture::releaseResources()
{
    if (m_provider == nullptr)
        return;
    // The scene's own nodes, which point to the texture, go when the next frame is synchronised.
    window()->scheduleRenderJob(QRunnable::create([provider = std::exchange(m_provider, nullptr)] { delete provider; }),
                                QQuickWindow::AfterSynchronizingStage);
}

} // namespace vitrine::render
