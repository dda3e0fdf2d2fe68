// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/ImportScene.h"

#include "render/import/ImportLimits.h"

#include <algorithm>

namespace vitrine::render {

void Scene::warn(std::string text, std::string where)
{
    if (messages.size() < limits::kMessages)
        messages.push_back({Severity::Warning, std::move(text), std::move(where)});
}

void Scene::note(std::string text, std::string where)
{
    if (messages.size() < limits::kMessages)
        messages.push_back({Severity::Note, std::move(text), std::move(where)});
}

std::string whyNothingIsShown(const Scene &scene)
{
    if (scene.meshes.empty())
        return "no mesh is placed in its scene";
    const bool shows = std::ranges::any_of(scene.nodes, [&](const SceneNode &node) {
        return node.mesh != kNone && !scene.meshes[static_cast<std::size_t>(node.mesh)].primitives.empty();
    });
    return shows ? "" : kNoTriangles;
}

core::Error nothingToDraw(const std::string &why, std::string where)
{
    return {core::ErrorCode::Unsupported, "the file is valid, but there is nothing to draw: " + why, std::move(where)};
}

} // namespace vitrine::render
