// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/TemporaryFolder.h"

#include <QString>

namespace vitrine::test {

/// A room of 4 × 3 × 4 m whose right wall is red, with a polished floor and a mirror ball. A camera looks from its
/// front wall, or from its very edge. Imported into a package of its own.
class SetRoom
{
public:
    explicit SetRoom(bool isFromWithin = true);
    QString path() const { return QString::fromStdString((m_folder.path() / "room.vpk").string()); }

private:
    TemporaryFolder m_folder;
};

} // namespace vitrine::test
