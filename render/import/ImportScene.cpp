// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/ImportScene.h"

#include "render/import/ImportLimits.h"

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

} // namespace vitrine::render
