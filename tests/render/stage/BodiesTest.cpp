// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/PartBodies.h"
#include "tests/render/stage/Boxes.h"

#include "render/scene/WorldGeometry.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace vitrine;
using namespace vitrine::render;

namespace {

struct Block {
    test::BoxPackage box;
    std::shared_ptr<const PackageAsset> asset = PackageAsset::load(box.path(), 64).value();
    ScenePose pose{asset->package()};
};

} // namespace

TEST_CASE("APieceWeighsWhatItsMaterialAndSizeSay")
{
    Block block;
    const PartBodies pieces(*block.asset, block.pose);
    const auto heaviest = std::ranges::max_element(pieces.bodies(), {}, &PartBody::mass);
    CHECK(std::abs(heaviest->mass - 0.2F * 0.4F * 0.2F * 1900) < 0.5F); // clay
    CHECK(heaviest->hull.size() == 8);
    CHECK(std::abs(heaviest->centre.y() - (block.asset->boundsMin().y() + 0.2F)) < 1e-4F);
    CHECK(densityOf("Walnut veneer on steel", true) == 640);
    CHECK(densityOf("Brushed STEEL", false) == 7850);
    CHECK(densityOf("", true) == 5000);
    CHECK(densityOf("", false) == 1000);
}

TEST_CASE("NodesGoWhereTheirPieceGoes")
{
    Block block;
    const PartBodies pieces(*block.asset, block.pose);
    const std::vector<QMatrix4x4> before = worldTransforms(block.asset->package(), block.pose);
    std::vector<BodyPlace> places;
    for (const PartBody &body : pieces.bodies())
        places.push_back({body.centre + QVector3D(1, 0, 0), QQuaternion::fromAxisAndAngle(0, 1, 0, 90)});
    pieces.apply(places, block.pose);
    const std::vector<QMatrix4x4> after = worldTransforms(block.asset->package(), block.pose);
    for (std::size_t node = 0; node < after.size(); ++node) {
        const PartBody &body = pieces.bodies()[pieces.bodyOf(node)];
        const QVector3D point(0.1F, 0.2F, 0.1F);
        const QVector3D around = before[node].map(point) - body.centre;
        const QVector3D wanted = body.centre + QVector3D(1, 0, 0) + QVector3D(around.z(), around.y(), -around.x());
        CHECK((after[node].map(point) - wanted).length() < 1e-4F);
    }
    block.pose.clearFree();
    const std::vector<QMatrix4x4> back = worldTransforms(block.asset->package(), block.pose);
    for (std::size_t node = 0; node < back.size(); ++node)
        CHECK(back[node] == before[node]);
}

TEST_CASE("TheWayHomeBeginsWhereAPieceLiesAndEndsWhereItBelongs")
{
    Block block;
    block.pose.setApart(staggered(block.asset->package(), 1));
    const PartBodies pieces(*block.asset, block.pose);
    std::vector<BodyPlace> lying;
    for (const PartBody &body : pieces.bodies())
        lying.push_back({body.centre - QVector3D(0.4F, 0.1F, 0), QQuaternion::fromAxisAndAngle(1, 0, 0, 120)});
    const Package &package = block.asset->package();
    const auto first = wayHome(package, pieces.bodies(), lying, 0, 0.1F);
    const auto last = wayHome(package, pieces.bodies(), lying, 1, 0.1F);
    for (std::size_t i = 0; i < lying.size(); ++i) {
        CHECK((first[i].centre - lying[i].centre).length() < 1e-5F);
        CHECK((last[i].centre - pieces.bodies()[i].home).length() < 1e-5F);
        CHECK(std::abs(last[i].rotation.scalar()) > 0.99999F);
    }
    const auto heaviest = std::ranges::max_element(pieces.bodies(), {}, &PartBody::mass);
    CHECK(std::abs(heaviest->centre.y() - heaviest->home.y() - 0.3F) < 1e-4F); // it had been taken off upwards
}
