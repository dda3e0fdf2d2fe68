// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/GroundShadow.h"

#include "render/scene/WorldGeometry.h"

#include <algorithm>

namespace vitrine::render {

GroundShadow groundShadow(const Package &package, const GroundKey &key)
{
    const auto grounds = package.grounds();
    if (grounds.empty())
        return {};
    const auto known = std::ranges::find(grounds, key, &GroundRecord::key);
    const GroundRecord &ground = known == grounds.end() ? grounds.front() : *known;
    return {package.darknessOf(ground),
            QVector3D(ground.centreX, ground.groundY, ground.centreZ) - sceneOrigin(package), ground.side};
}

} // namespace vitrine::render
