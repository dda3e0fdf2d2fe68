// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/Package.h"

#include <QVector3D>

namespace vitrine::render {

/// The shadow of a package's product on the ground, as it was traced at import.
struct GroundShadow {
    std::span<const std::byte>
        darkness;     ///< kGroundTexels² bytes of the package (GroundRecord); empty: none was traced.
    QVector3D centre; ///< Metres, scene space.
    float side = 0;   ///< Metres.
};

/// Under a studio's key; under the broad light alone where the package knows no such key.
[[nodiscard]] GroundShadow groundShadow(const Package &package, const GroundKey &key);

} // namespace vitrine::render
