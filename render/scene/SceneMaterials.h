// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/scene/GpuData.h"
#include "render/scene/LayeredMaterial.h"
#include "render/scene/SceneObjects.h"
#include "render/scene/VertexColors.h"

#include <QQuickItem>

#include <memory>
#include <vector>

namespace vitrine::render {

/// A material of a package as Quick 3D's objects.
struct ShownMaterial {
    QObject *object = nullptr;
    QObject *texture = nullptr; ///< Where no light reaches it: that of its colour.
    /// Those of the models that are drawn beside the mesh's own, null where it needs none: what is behind its glass,
    /// what that keeps back, and both of its far sides.
    QObject *underGlass = nullptr;
    QObject *filter = nullptr;
    QObject *farFilter = nullptr;
    QObject *farSides = nullptr;
};

/// The materials of a scene and the textures that they share. The objects go with the scene's owner. GUI thread.
class SceneMaterials
{
public:
    /// `objects` must outlive it.
    explicit SceneMaterials(SceneObjects &objects)
        : m_objects(objects)
    {
    }

    /// Another scene's; nothing is made yet.
    void begin(std::shared_ptr<const PackageAsset> asset);
    void clear();
    std::size_t count() const { return m_materials.size(); }

    /// The scene must have its owner.
    void build(std::size_t index);
    /// Of one that is built: one of its looks, or a material that draws nothing where it has none of that kind.
    QObject *look(std::size_t index, QObject *ShownMaterial::*which);
    /// Shows other values of one that is built; maps and layers stay.
    void set(std::size_t index, const MaterialRecord &material);

private:
    ShownMaterial makeUnlit(const MaterialRecord &material, std::size_t index);
    ShownMaterial makeLayered(const MaterialRecord &material, std::size_t index);
    QObject *makeLayers(const MaterialRecord &material, const LayeredUse &use);
    QObject *sharedUnderGlass();
    QObject *textureFor(const TextureSlot &slot);

    SceneObjects &m_objects;
    std::shared_ptr<const PackageAsset> m_asset;
    bool m_hasGlass = false;
    std::vector<VertexColors> m_vertexColors; ///< By material.
    std::vector<ShownMaterial> m_materials;
    std::vector<PackageTexture *> m_textures;
    std::vector<QQuickItem *> m_blocks; ///< In place of those.
    QObject *m_underGlass = nullptr;
    QObject *m_nothing = nullptr; ///< A material that draws nothing.
};

} // namespace vitrine::render
