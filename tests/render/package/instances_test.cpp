// SPDX-License-Identifier: GPL-3.0-or-later
#include "SamplePackage.h"
#include "render/package/Instances.h"

#include <catch2/catch_test_macros.hpp>

using namespace vitrine;
using namespace vitrine::render;
using test::write;

namespace {

/// The sample's one triangle in ten more places below its root, without its morph target; the sample's own is a part,
/// and has a hotspot and an animation.
void place(PackageContents &c)
{
    c.morphTargets.clear();
    for (int i = 0; i < 10; ++i) {
        c.nodes.push_back(NodeRecord(c.nodes[1]));
        c.nodes.back().translation[0] = static_cast<float>(i);
    }
}

std::vector<InstanceGroup> groupsAfter(void (*spoil)(PackageContents &))
{
    static std::vector<std::byte> bytes;
    bytes = write(spoil);
    const auto package = Package::open(bytes);
    REQUIRE(package);
    return instanceGroups(*package);
}

} // namespace

TEST_CASE("AMeshInManyPlacesIsOneGroup")
{
    const auto groups = groupsAfter(place);
    REQUIRE(groups.size() == 1);
    CHECK(groups[0].mesh == 0);
    CHECK(groups[0].anchor == kNone);
    CHECK(groups[0].nodes == std::vector<std::size_t>{2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
}

TEST_CASE("WhatMovesWithAPartIsAGroupOfItsOwn")
{
    const auto groups = groupsAfter([](PackageContents &c) {
        place(c);
        for (std::size_t i = 2; i < c.nodes.size(); ++i)
            c.nodes[i].parent = 1;
    });
    REQUIRE(groups.size() == 1);
    CHECK(groups[0].anchor == 1);
}

TEST_CASE("FewMirroredMovedBentLitAndSeeThroughOnesAreNoGroup")
{
    CHECK(groupsAfter([](PackageContents &c) {
              const auto targets = c.morphTargets;
              place(c);
              c.morphTargets = targets;
          }).empty());
    CHECK(groupsAfter([](PackageContents &c) {
              place(c);
              for (std::int32_t i = 2; i < 6; ++i) {
                  c.lights.push_back(LightRecord(c.lights[0]));
                  c.lights.back().node = i;
              }
          }).empty());
    CHECK(groupsAfter([](PackageContents &c) {
              place(c);
              c.nodes.resize(9);
          }).empty());
    CHECK(groupsAfter([](PackageContents &c) {
              place(c);
              c.nodes[0].scale[1] = -1;
          }).empty());
    CHECK(groupsAfter([](PackageContents &c) {
              place(c);
              for (std::int32_t i = 2; i < 6; ++i) {
                  c.channels.push_back(ChannelRecord(c.channels[0]));
                  c.channels.back().node = i;
              }
              c.animations[0].channelCount = 5;
          }).empty());
    CHECK(groupsAfter([](PackageContents &c) {
              place(c);
              c.materials[1].transmission = 1; // in a variant
          }).empty());
}
