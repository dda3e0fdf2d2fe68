// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/PlainSight.h"
#include "render/scene/WorldGeometry.h"
#include "tests/render/stage/Boxes.h"

#include <catch2/catch_test_macros.hpp>

using namespace vitrine;

namespace {

/// Two metres in front of the block.
render::SceneEye inFront() { return {.position = {0, 0.2F, 2}, .rotation = {}, .verticalFov = 40, .clipNear = 0.01}; }

bool isSeen(const test::BoxPackage &box, const render::SceneEye &eye, QSize size = {320, 240})
{
    const auto asset = render::PackageAsset::load(box.path(), 4096);
    REQUIRE(asset.has_value());
    return render::isInPlainSight(**asset, render::worldTransforms((*asset)->package()), render::kNone, eye, size);
}

} // namespace

TEST_CASE("AnOpaqueProductBeforeTheEyeIsInPlainSight")
{
    const test::BoxPackage box;
    CHECK(isSeen(box, inFront()));
    render::SceneEye away = inFront();
    away.rotation = QQuaternion::fromAxisAndAngle(0, 1, 0, 180);
    CHECK_FALSE(isSeen(box, away));
    render::SceneEye aside = inFront();
    aside.rotation = QQuaternion::fromAxisAndAngle(0, 1, 0, 40);
    CHECK_FALSE(isSeen(box, aside));
}

TEST_CASE("WhatIsTooFarTooNearOrTurnedAwayIsNotInPlainSight")
{
    const test::BoxPackage box;
    render::SceneEye far = inFront();
    far.position.setZ(400);
    CHECK_FALSE(isSeen(box, far));
    CHECK(isSeen(box, far, {8000, 6000}));
    render::SceneEye within = inFront();
    within.position.setZ(0);
    CHECK_FALSE(isSeen(box, within));
    render::SceneEye behindNear = inFront();
    behindNear.clipNear = 3;
    CHECK_FALSE(isSeen(box, behindNear));
}

TEST_CASE("GlassAndCutOutPicturesAreLeftToACloserLook")
{
    render::MaterialRecord material;
    CHECK(isSeen(test::BoxPackage(material), inFront()));
    material.transmission = 0.5F;
    CHECK_FALSE(isSeen(test::BoxPackage(material), inFront()));
    material.transmission = 0;
    material.alphaMode = render::AlphaMode::Mask;
    CHECK_FALSE(isSeen(test::BoxPackage(material), inFront()));
}
