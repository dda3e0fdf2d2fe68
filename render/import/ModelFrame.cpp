// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/ModelFrame.h"

#include <numbers>

namespace vitrine::render {
namespace {

/// Without rounding, so that what stood upright does not come to lean.
Vector3 turned(const Vector3 &v, int quarters)
{
    switch (quarters) {
    case 1:
        return {v[0], -v[2], v[1]};
    case -1:
        return {v[0], v[2], -v[1]};
    default:
        return v;
    }
}

/// The turn's quaternion times `q`.
Vector4 turned(const Vector4 &q, int quarters)
{
    if (quarters == 0)
        return q;
    const float s = quarters * std::numbers::sqrt2_v<float> / 2;
    constexpr float kCosine = std::numbers::sqrt2_v<float> / 2;
    const auto [x, y, z, w] = q;
    return {kCosine * x + s * w, kCosine * y - s * z, kCosine * z + s * y, kCosine * w - s * x};
}

} // namespace

void turnAndScale(Scene &scene, int quarters, float scale)
{
    for (SceneNode &node : scene.nodes) {
        if (node.parent != kNone)
            continue;
        node.translation = turned(node.translation, quarters);
        node.rotation = turned(node.rotation, quarters);
        for (std::size_t i = 0; i < 3; ++i) {
            node.translation[i] *= scale;
            node.scale[i] *= scale;
        }
    }
}

void toMetresAndYUp(Scene &scene, const ModelFrame &frame)
{
    turnAndScale(scene, frame.up == UpAxis::Z ? -1 : 0, frame.unitMetres);
}

} // namespace vitrine::render
