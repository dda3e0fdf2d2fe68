// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/TemporaryFolder.h"

#include <QString>

namespace vitrine::test {

/// Where a room's camera looks from: near its front wall, from its very edge, or from near it without perspective.
enum class RoomCamera { Within, AtTheEdge, WithoutPerspective };

/// A room of 4 × 3 × 4 m whose right wall is red, with a polished floor and a mirror ball. Imported into a package of
/// its own.
class SetRoom
{
public:
    explicit SetRoom(RoomCamera camera = RoomCamera::Within);
    QString path() const { return QString::fromStdString((m_folder.path() / "room.vpk").string()); }

private:
    TemporaryFolder m_folder;
};

} // namespace vitrine::test
