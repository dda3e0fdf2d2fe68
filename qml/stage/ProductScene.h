// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/PackageAsset.h"
#include "render/scene/SceneBuilder.h"

#include <QElapsedTimer>
#include <QQmlEngine>
#include <QQmlParserStatus>
#include <QQuaternion>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stop_token>

namespace vitrine::stage {

/// render::GroundKey for QML.
struct GroundKey : render::GroundKey {
    Q_GADGET
    QML_VALUE_TYPE(groundKey)
};

/// A baked package as Quick 3D objects below `root`: loaded on a worker thread, built in slices on this one.
/// Changing `source` while loading drops what was under way. GUI thread.
class ProductScene : public QObject, public QQmlParserStatus
{
    Q_OBJECT
    QML_ELEMENT
    Q_INTERFACES(QQmlParserStatus)
    Q_PROPERTY(QUrl source READ source WRITE setSource NOTIFY sourceChanged)
    /// A KHR_materials_variants name; empty is the file's default. An unknown name leaves the default.
    Q_PROPERTY(QString variant READ variant WRITE setVariant NOTIFY variantChanged)
    Q_PROPERTY(QQuick3DObject *root MEMBER m_root REQUIRED)
    Q_PROPERTY(QQmlComponent *node MEMBER m_node REQUIRED)
    Q_PROPERTY(QQmlComponent *model MEMBER m_model REQUIRED)
    Q_PROPERTY(QQmlComponent *material MEMBER m_material REQUIRED)
    Q_PROPERTY(QQmlComponent *texture MEMBER m_texture REQUIRED)
    /// Textures start at the largest baked level that is no larger than this, in pixels. For the next load.
    Q_PROPERTY(int maxTextureSide MEMBER m_maxTextureSide)
    /// A GPU reads the textures' blocks itself, with their baked levels. A load that is under way begins anew.
    Q_PROPERTY(bool texturesInBlocks MEMBER m_texturesInBlocks WRITE setTexturesInBlocks)
    Q_PROPERTY(Status status READ status NOTIFY statusChanged)
    /// How much of the product is ready to be drawn, 0 to 1; it rises while status is Loading.
    Q_PROPERTY(qreal progress READ progress NOTIFY progressChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY statusChanged)
    Q_PROPERTY(QStringList variants READ variants NOTIFY loaded)
    /// Some material lets light through.
    Q_PROPERTY(bool transmits READ transmits NOTIFY loaded)
    Q_PROPERTY(QQuick3DTextureData *shadow READ shadow CONSTANT)
    Q_PROPERTY(QQuick3DTextureData *pool READ pool CONSTANT)
    /// The light whose shadow lies on the ground.
    Q_PROPERTY(vitrine::stage::GroundKey groundKey MEMBER m_groundKey WRITE setGroundKey NOTIFY groundKeyChanged)
    /// The shadow's square on the ground, in scene units.
    Q_PROPERTY(QVector3D shadowCentre READ shadowCentre NOTIFY shadowChanged)
    /// 0: there is no shadow.
    Q_PROPERTY(qreal shadowSide READ shadowSide NOTIFY shadowChanged)
    /// The product at rest, in scene units.
    Q_PROPERTY(QVector3D boundsMin READ boundsMin NOTIFY loaded)
    Q_PROPERTY(QVector3D boundsMax READ boundsMax NOTIFY loaded)
    /// The longest that building held up this thread, for the bench.
    Q_PROPERTY(qreal longestSliceMs READ longestSliceMs NOTIFY statusChanged)

public:
    enum Status { Null, Loading, Ready, Error };
    Q_ENUM(Status)

    explicit ProductScene(QObject *parent = nullptr);
    ~ProductScene() override;

    QUrl source() const { return m_source; }
    void setSource(const QUrl &source);
    QString variant() const { return m_variant; }
    /// Of the package; −1 is the file's default.
    qint32 variantIndex() const;
    void setVariant(const QString &variant);
    Status status() const { return m_status; }
    qreal progress() const { return m_progress; }
    QString errorText() const
    {
        return m_status == Error ? QString::fromStdString(core::describe(m_error)) : QString();
    }
    /// Of the last load, where status() is Error.
    const core::Error &error() const { return m_error; }
    QStringList variants() const;
    bool transmits() const;
    QQuick3DTextureData *shadow() { return &m_shadow; }
    QQuick3DTextureData *pool() { return &m_pool; }
    void setTexturesInBlocks(bool areInBlocks);
    void setGroundKey(const GroundKey &key);
    QVector3D shadowCentre() const;
    qreal shadowSide() const;
    /// Of the shadow on the ground; see render::GroundShadow.
    const render::GroundShadow &ground() const { return m_ground; }
    QVector3D boundsMin() const;
    QVector3D boundsMax() const;
    qreal longestSliceMs() const { return m_longestSliceMs; }

    /// Null until something is loaded.
    const std::shared_ptr<const render::PackageAsset> &asset() const { return m_asset; }

    /// See render::SceneBuilder; only where status() is Ready.
    void setPlace(std::size_t node, const render::NodePlace &place) { m_builder->setPlace(node, place); }
    void setShape(std::size_t node, std::span<const float> weights, std::span<const render::Matrix4> joints)
    {
        m_builder->setShape(node, weights, joints);
    }
    void settle() { m_builder->settle(); }
    void setMaterial(std::size_t index, const render::MaterialRecord &material)
    {
        m_builder->setMaterial(index, material);
    }
    void setLight(std::size_t index, const render::LightRecord &light) { m_builder->setLight(index, light); }
    /// A camera of the file as it stands now.
    const render::CameraRecord &fileCamera(std::size_t index) const { return m_cameras[index]; }
    void setFileCamera(std::size_t index, const render::CameraRecord &camera);
    std::int32_t nodeOf(const QObject *model) const { return m_builder->nodeOf(model); }
    QList<QObject *> models() const { return m_builder->models(); }

    /// See render::SceneBuilder::showDetail() and render::Viewpoint; nothing happens before status() is Ready.
    Q_INVOKABLE void showDetail(const QVector3D &eye, const QQuaternion &rotation, qreal focalPixels,
                                qreal tolerancePixels);

    /// Loads and builds at once, blocking: for programs without an event loop to keep alive.
    void finishNow();

    void classBegin() override {}
    void componentComplete() override;

Q_SIGNALS:
    void sourceChanged();
    void variantChanged();
    void statusChanged();
    void progressChanged();
    /// Bounds, variants and shadow are known; the objects follow.
    void loaded();
    void groundKeyChanged();
    void fileCamerasMoved();
    void shadowChanged();

private:
    using Loaded = core::Result<std::shared_ptr<const render::PackageAsset>>;

    void load();
    void take(Loaded result);
    void showShadow();
    void buildSlice();
    void setProgress(qreal progress);
    void setStatus(Status status, core::Error error = {});
    render::TextureForm textureForm() const
    {
        return m_texturesInBlocks ? render::TextureForm::Blocks : render::TextureForm::Texels;
    }
    std::uint32_t textureSide() const { return static_cast<std::uint32_t>(std::max(m_maxTextureSide, 1)); }

    QUrl m_source;
    QString m_variant;
    QQuick3DObject *m_root = nullptr;
    QQmlComponent *m_node = nullptr;
    QQmlComponent *m_model = nullptr;
    QQmlComponent *m_material = nullptr;
    QQmlComponent *m_texture = nullptr;
    int m_maxTextureSide = 4096;
    bool m_texturesInBlocks = false;
    Status m_status = Null;
    core::Error m_error;
    bool m_complete = false;
    qreal m_progress = 0;
    quint64 m_generation = 0;
    /// Ends the load that is under way.
    std::stop_source m_giveUp;
    std::shared_ptr<const render::PackageAsset> m_asset;
    std::unique_ptr<render::SceneBuilder> m_builder;
    std::vector<render::CameraRecord> m_cameras;
    GroundKey m_groundKey;
    render::GroundShadow m_ground;
    render::ShadowTexture m_shadow;
    render::PoolTexture m_pool;
    qreal m_longestSliceMs = 0;
    QTimer m_nextSlice;
};

} // namespace vitrine::stage
