// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/values/Contract.h"
#include "render/package/PackageWriter.h"
#include "render/scene/ChannelSampler.h"
#include "render/scene/ScenePose.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <cstddef>

using namespace vitrine::render;
using Catch::Matchers::WithinAbs;

namespace {

/// A root with two nodes below it, and what a test says of them.
class Puppet
{
public:
    using Change = void (*)(PackageContents &);

    explicit Puppet(Change change, const std::vector<float> &keys = {})
    {
        PackageWriter writer(memorySink(m_bytes));
        VITRINE_EXPECT(writer.beginSection(SectionKind::Keys, sizeof(float)).has_value());
        VITRINE_EXPECT(writer.append(std::as_bytes(std::span(keys))).has_value());
        PackageContents contents;
        contents.nodes.push_back({kNone, kNone, {}, {0, 0, 0}, {0, 0, 0, 1}, {1, 1, 1}});
        contents.nodes.push_back({0, kNone, {}, {1, 2, 3}, {0, 0, 0, 1}, {1, 1, 1}});
        contents.nodes.push_back({0, kNone, {}, {0, 0, 0}, {0, 0, 0, 1}, {2, 2, 2}});
        change(contents);
        VITRINE_EXPECT(writer.finish(contents).has_value());
        auto package = Package::open(m_bytes);
        VITRINE_EXPECT(package.has_value());
        m_package = *package;
    }
    const Package &package() const { return *m_package; }
    Vector4 at(float seconds) const
    {
        return sampleChannel(*m_package, m_package->channelsOf(m_package->animations()[0])[0], seconds);
    }

private:
    std::vector<std::byte> m_bytes;
    std::optional<Package> m_package;
};

template <ChannelPath Path, Interpolation Kind, std::uint32_t Keys>
void animate(PackageContents &contents)
{
    contents.channels = {{1, Path, Kind, Keys, 0}};
    contents.animations = {{{}, {}, 0, 2, 0, 1}};
}

PartRecord part(std::int32_t node, std::uint32_t order, Vector3 offset)
{
    PartRecord record{};
    record.node = node;
    record.order = order;
    record.offset = offset;
    return record;
}

} // namespace

TEST_CASE("AChannelHoldsBeforeItsFirstAndAfterItsLastKey")
{
    const Puppet puppet(animate<ChannelPath::Translation, Interpolation::Linear, 2>, {1, 3, 0, 0, 0, 10, 20, 40});
    CHECK(puppet.at(0)[0] == 0);
    CHECK(puppet.at(2)[0] == 5);
    CHECK(puppet.at(2)[2] == 20);
    CHECK(puppet.at(9)[1] == 20);
}

TEST_CASE("AStepHoldsUntilTheNextKey")
{
    const Puppet puppet(animate<ChannelPath::Scale, Interpolation::Step, 2>, {0, 1, 1, 1, 1, 5, 5, 5});
    CHECK(puppet.at(0.99F)[0] == 1);
    CHECK(puppet.at(1)[0] == 5);
}

TEST_CASE("RotationsGoTheShorterWayAtAnEvenPace")
{
    // From none to 90° about Y, said by the quaternion's negative.
    const float half = std::sqrt(0.5F);
    const Puppet puppet(animate<ChannelPath::Rotation, Interpolation::Linear, 2>,
                        {0, 1, 0, 0, 0, 1, 0, -half, 0, -half});
    const Vector4 third = puppet.at(1.0F / 3);
    CHECK_THAT(third[1], WithinAbs(std::sin(3.14159265 / 12), 1e-5)); // 30°
    CHECK_THAT(third[3], WithinAbs(std::cos(3.14159265 / 12), 1e-5));
}

TEST_CASE("ACubicChannelFollowsItsTangents")
{
    // From 0 to 0 in two seconds, leaving at 4 a second and coming in at −4: 4 t (1 − t/2)… at its middle 2.
    const Puppet puppet(animate<ChannelPath::Translation, Interpolation::Cubic, 2>,
                        {0, 2, 0, 0, 0, 0, 0, 0, 4, 0, 0, -4, 0, 0, 0, 0, 0, 0, 0, 0});
    CHECK_THAT(puppet.at(1)[0], WithinAbs(2, 1e-5));
    CHECK(puppet.at(2)[0] == 0);
}

TEST_CASE("AnAnimationMovesItsNodesAndPutsThemBack")
{
    const Puppet puppet(animate<ChannelPath::Translation, Interpolation::Linear, 2>, {0, 2, 1, 2, 3, 7, 2, 3});
    ScenePose pose(puppet.package());
    CHECK(pose.takeMoved().empty());
    pose.show(0, 1);
    CHECK(pose.place(1).translation == Vector3{4, 2, 3});
    CHECK(pose.place(2).scale == Vector3{2, 2, 2});
    CHECK(pose.takeMoved() == std::vector<std::size_t>{1});
    CHECK(pose.takeMoved().empty());
    pose.end(0);
    CHECK(pose.place(1).translation == Vector3{1, 2, 3});
}

TEST_CASE("AnAnimationChangesValuesAndPutsThemBack")
{
    const Puppet puppet(
        [](PackageContents &contents) {
            contents.materials.resize(2);
            contents.materials[1].roughness = 0.5F;
            contents.values = {
                {ValueOwner::Material, 1, offsetof(MaterialRecord, roughness), 1, Interpolation::Linear, 2, 0}};
            contents.animations = {{{}, {}, 0, 2, 0, 0, 0, 1}};
        },
        {0, 2, 0.2F, 0.8F});
    ScenePose pose(puppet.package());
    pose.show(0, 1.5F);
    CHECK_THAT(pose.material(1).roughness, WithinAbs(0.65, 1e-6));
    CHECK(pose.takeChanged(ValueOwner::Material) == std::vector<std::size_t>{1});
    CHECK(pose.takeChanged(ValueOwner::Material).empty());
    pose.end(0);
    CHECK(pose.material(1).roughness == 0.5F);
    CHECK(pose.takeMoved().empty());
}

TEST_CASE("AValueKeepsItsRangeWhereACurveLeavesIt")
{
    const Puppet puppet(
        [](PackageContents &contents) {
            contents.materials.resize(1);
            contents.values = {
                {ValueOwner::Material, 0, offsetof(MaterialRecord, roughness), 1, Interpolation::Cubic, 2, 0}};
            contents.animations = {{{}, {}, 0, 1, 0, 0, 0, 1}};
        },
        {0, 1, 0, 1, 4, -4, 1, 0}); // Up to 2 in the middle.
    ScenePose pose(puppet.package());
    pose.show(0, 0.5F);
    CHECK(pose.material(0).roughness == 1);
}

TEST_CASE("APartGoesAlongItsWayFromWhereTheAnimationHasIt")
{
    const Puppet puppet(
        [](PackageContents &contents) {
            animate<ChannelPath::Translation, Interpolation::Linear, 2>(contents);
            contents.parts = {part(1, 1, {0, 0.5F, 0}), part(2, 1, {0, 0, 0})};
        },
        {0, 2, 1, 2, 3, 7, 2, 3});
    ScenePose pose(puppet.package());
    pose.setApart(std::vector<float>{0.5F, 1});
    pose.show(0, 2);
    CHECK(pose.place(1).translation == Vector3{7, 2.25F, 3});
    CHECK(pose.place(2) == NodePlace{{0, 0, 0}, {0, 0, 0, 1}, {2, 2, 2}});
}

TEST_CASE("PartsLeaveInTheirOrderAndAllArrive")
{
    const Puppet puppet([](PackageContents &contents) {
        contents.parts = {part(0, 0, {0, 0, 0}), part(1, 3, {0, 1, 0}), part(2, 1, {0, 1, 0})};
    });
    const Package &package = puppet.package();
    CHECK(staggered(package, 0) == std::vector<float>{0, 0, 0});
    CHECK(staggered(package, 1) == std::vector<float>{0, 1, 1}); // what stays stays
    const auto early = staggered(package, 0.3F);
    CHECK(early[1] == 0);
    CHECK(early[2] > 0.2F);
    const auto late = staggered(package, 0.7F);
    CHECK(late[1] > 0);
    CHECK(late[2] > late[1]);
}
