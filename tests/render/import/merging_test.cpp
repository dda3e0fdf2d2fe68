// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/geometry/DrawMerging.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace vitrine::render;

namespace {

/// One triangle that faces +Z, counter-clockwise.
SceneMesh triangle(std::int32_t material)
{
    ScenePrimitive primitive;
    primitive.positions = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}};
    primitive.normals = {{0, 0, 1}, {0, 0, 1}, {0, 0, 1}};
    primitive.tangents = {{1, 0, 0, 1}, {1, 0, 0, 1}, {1, 0, 0, 1}};
    primitive.indices = {0, 1, 2};
    primitive.material = material;
    return {.name = "triangle", .targets = {}, .primitives = {primitive}};
}

/// Below a root, `count` nodes of a mesh each, of two materials by turns; node i stands at x = i.
Scene row(std::size_t count)
{
    Scene scene;
    scene.name = "row";
    scene.materials.resize(3);
    scene.nodes.emplace_back().name = "root";
    for (std::size_t i = 0; i < count; ++i) {
        SceneNode node;
        node.parent = 0;
        node.mesh = static_cast<std::int32_t>(i);
        node.translation = {static_cast<float>(i), 0, 0};
        scene.nodes.push_back(std::move(node));
        scene.meshes.push_back(triangle(static_cast<std::int32_t>(i % 2)));
    }
    return scene;
}

std::size_t draws(const Scene &scene)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(scene.nodes, [](const SceneNode &node) { return node.mesh != kNone; }));
}

const ScenePrimitive &last(const Scene &scene)
{
    return scene.meshes[static_cast<std::size_t>(scene.nodes.back().mesh)].primitives.front();
}

} // namespace

TEST_CASE("MeshesOfOneMaterialThatNeverMoveBecomeOneDraw")
{
    Scene scene = row(30);
    mergeDraws(scene);
    CHECK(draws(scene) == 2);
    CHECK(scene.meshes.front().primitives.empty()); // nothing shows it
    CHECK(last(scene).material == 1);
    CHECK(last(scene).indices.size() == 45);
    CHECK(last(scene).positions[0] == Vector3{1, 0, 0}); // where its node stood
    CHECK(last(scene).positions[44 - 2] == Vector3{29, 0, 0});
}

TEST_CASE("FewDrawsAreLeftAsTheyAre")
{
    Scene scene = row(20);
    mergeDraws(scene);
    CHECK(draws(scene) == 20);
    CHECK(scene.nodes.size() == 21);
}

TEST_CASE("APartKeepsWhatIsItsOwn")
{
    Scene scene = row(60);
    // The first twenty move with a part, the others with none.
    scene.nodes.emplace_back().name = "lid";
    scene.nodes.back().part = ScenePart{};
    std::ranges::rotate(scene.nodes, scene.nodes.end() - 1);
    for (std::size_t i = 1; i < scene.nodes.size(); ++i)
        scene.nodes[i].parent = i == 1 ? kNone : i < 22 ? 0 : 1;
    mergeDraws(scene);
    CHECK(draws(scene) == 4);
    CHECK(std::ranges::count_if(scene.nodes, [](const SceneNode &node) {
              return node.mesh != kNone && node.parent == 0 && node.name == "lid";
          }) == 2);
}

TEST_CASE("WhatAnAnimationMovesOrAHotspotIsOnStaysByItself")
{
    Scene scene = row(30);
    scene.animations.emplace_back().channels.emplace_back().node = 3;
    scene.hotspots.emplace_back().node = 5;
    mergeDraws(scene);
    CHECK(draws(scene) == 4);
    CHECK(scene.nodes[3].mesh == 2);
    CHECK(scene.nodes[5].mesh == 4);
}

TEST_CASE("SeeThroughMaterialsStayApartSinceTheyAreSorted")
{
    Scene scene = row(30);
    scene.materials[1].values.alphaMode = AlphaMode::Blend;
    mergeDraws(scene);
    CHECK(draws(scene) == 16);
}

TEST_CASE("MaterialsThatAVariantTellsApartAreNotOne")
{
    Scene scene = row(30);
    scene.variants.emplace_back().name = "other";
    for (std::size_t i = 0; i < 15; ++i)
        scene.meshes[i].primitives[0].variantMaterials = {{0, 2}};
    mergeDraws(scene);
    CHECK(draws(scene) == 4);
}

TEST_CASE("AMirroredMeshKeepsItsFrontInFront")
{
    Scene scene = row(30);
    scene.nodes[2].scale = {-1, 1, 1};
    mergeDraws(scene);
    const ScenePrimitive &merged = last(scene);
    CHECK(std::vector(merged.indices.begin(), merged.indices.begin() + 3) == std::vector<std::uint32_t>{0, 2, 1});
    CHECK(merged.positions[1] == Vector3{0, 0, 0});
    CHECK(merged.normals[0] == Vector3{0, 0, 1});
    CHECK(merged.tangents[0] == Vector4{-1, 0, 0, -1});
    CHECK(std::vector(merged.indices.begin() + 3, merged.indices.begin() + 6) == std::vector<std::uint32_t>{3, 4, 5});
}

TEST_CASE("AMeshThatStandsInManyPlacesIsLeftToBeDrawnAsInstances")
{
    Scene scene = row(30);
    for (std::size_t i = 1; i <= 10; ++i)
        scene.nodes[i].mesh = 0;
    mergeDraws(scene);
    CHECK(draws(scene) == 12);
    CHECK(scene.nodes[10].mesh == 0);
}
