// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "render/package/PackageWriter.h"

#include <vector>

namespace vitrine::test {

/// A package with one of everything: two nodes, a triangle with two materials in two variants, a 2×2 texture with its
/// mip levels, a camera, a message and a poster.
[[nodiscard]] std::vector<std::byte> samplePackage();

/// The same contents before they are written, to be spoiled by a test.
[[nodiscard]] render::PackageContents sampleContents(render::PackageWriter &writer);
/// Writes the payload of sampleContents() and then the given contents.
[[nodiscard]] std::vector<std::byte> write(void (*spoil)(render::PackageContents &) = nullptr);

} // namespace vitrine::test
