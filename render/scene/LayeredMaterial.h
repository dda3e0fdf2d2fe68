// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/PackageFormat.h"
#include "render/scene/SetView.h"
#include "render/scene/VertexColors.h"

#include <QByteArray>
#include <QVariantMap>

#include <vector>

/// Quick 3D's CustomMaterial for all that light reaches: one shader, shaders/material/layered.frag, of which each
/// material takes the layers and maps that it has. A sampler that is not
/// read would still be bound, and Direct3D and Metal have sixteen; and a software rasteriser pays for every branch.
namespace vitrine::render {

struct LayeredMap {
    Slot slot;
    QByteArray property; ///< The TextureInput's name.
};

/// Which sides of a surface are drawn.
enum class Sides { AsTheMaterialSays, Near, Far };

/// What a layered material's shader depends on besides the material.
struct LayeredUse {
    VertexColors colors = {.hasColor = true};
    Sides sides = Sides::AsTheMaterialSays;
    /// Drawn with glass, from far to near, so that each of them can be before the other.
    bool isAmongGlass = false;
    /// Of glass: only what it keeps back of what stands behind it. It is drawn before the rest of it.
    bool isFilter = false;
    /// It stands in a set, whose walls it mirrors where they are: it has layeredSetUniforms() too.
    bool isInSet = false;
};

/// The maps that are bound. Slots that read the same texels share one.
[[nodiscard]] std::vector<LayeredMap> layeredMaps(const MaterialRecord &material);

/// The values of the shader's uniforms, by name.
[[nodiscard]] QVariantMap layeredUniforms(const MaterialRecord &material);

/// Those by which it finds what it mirrors of the set that it belongs to.
[[nodiscard]] QVariantMap layeredSetUniforms(const SetView &set);

/// The shader that shows the material, for CustomMaterial's fragment stage.
[[nodiscard]] QByteArray layeredShader(const MaterialRecord &material, const LayeredUse &use = {});

/// A QML document of a CustomMaterial that declares the uniforms and maps. Equal for materials of equal layers and
/// maps.
[[nodiscard]] QByteArray layeredQml(const MaterialRecord &material, const LayeredUse &use = {});

/// That of a material that takes back to one sample for each pixel what lies behind glass, which goes on from there:
/// its own picture of what lies behind has no more.
[[nodiscard]] QByteArray underGlassQml();
[[nodiscard]] QByteArray underGlassShader();

} // namespace vitrine::render
