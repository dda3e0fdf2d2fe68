// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ModelMaker.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

/// What the tests of the formats look at in a package.
namespace vitrine::test {

/// "warning: what (where)" of each message.
[[nodiscard]] inline std::vector<std::string> saidOf(const Baked &baked)
{
    std::vector<std::string> said;
    for (const render::MessageRecord &message : baked.package->messages())
        said.push_back(std::string(message.severity == render::Severity::Warning ? "warning: " : "note: ") +
                       std::string(baked.package->text(message.text)) + " (" +
                       std::string(baked.package->text(message.where)) + ")");
    return said;
}

[[nodiscard]] inline std::vector<std::string> nodeNames(const Baked &baked)
{
    std::vector<std::string> names;
    for (const render::NodeRecord &node : baked.package->nodes())
        names.emplace_back(baked.package->text(node.name));
    return names;
}

inline void checkBox(const Baked &baked, const render::Vector3 &min, const render::Vector3 &max)
{
    REQUIRE(baked.fault == "");
    const render::Bounds &box = baked.package->info().bounds;
    const float tolerance = 1e-5F * std::max({1.0F, std::abs(max[0]), std::abs(max[1]), std::abs(max[2])});
    for (std::size_t i = 0; i < 3; ++i) {
        INFO("axis " << i);
        CHECK_THAT(box.min[i], Catch::Matchers::WithinAbs(min[i], tolerance));
        CHECK_THAT(box.max[i], Catch::Matchers::WithinAbs(max[i], tolerance));
    }
}

[[nodiscard]] inline const render::MaterialRecord &onlyMaterial(const Baked &baked)
{
    REQUIRE(baked.package->materials().size() == 1);
    return baked.package->materials()[0];
}

[[nodiscard]] inline std::vector<std::vector<float>> cornersOf(const Baked &baked, render::VertexSemantic semantic)
{
    return corners(*baked.package, baked.package->meshes()[0], semantic);
}

/// Whether the triangles of the package are turned to where `direction` comes from.
[[nodiscard]] inline bool isSeenFrom(const Baked &baked, std::size_t axis, float sign)
{
    const auto normals = cornersOf(baked, render::VertexSemantic::Normal);
    return !normals.empty() &&
           std::ranges::all_of(normals, [&](const auto &normal) { return normal[axis] * sign > 0.99F; });
}

} // namespace vitrine::test
