// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/shell/Shop.h"

#include <QString>

namespace vitrine::tests {

/// Fills a shop with rows that need no backend: six products, one of them sold out and one nearly so. Pictures are
/// taken from `posters` (a folder with <slug>.png); an empty folder name leaves the niches empty.
void fillCatalogue(qml::Shop &shop, const QString &posters);

} // namespace vitrine::tests
