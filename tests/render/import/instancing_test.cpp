// SPDX-License-Identifier: GPL-3.0-or-later
#include "ModelMaker.h"

#include <catch2/catch_test_macros.hpp>

using namespace vitrine;
using namespace vitrine::render;
using test::bake;

namespace {

/// The maker's triangle in as many places as `translations` says, each three floats.
test::Model placed(const std::vector<float> &translations, const std::vector<float> &scales)
{
    test::Model model;
    model.add(translations, R"("componentType":5126,"type":"VEC3","count":)" + std::to_string(translations.size() / 3));
    model.add(scales, R"("componentType":5126,"type":"VEC3","count":)" + std::to_string(scales.size() / 3));
    model.nodes =
        R"({"name":"tree","mesh":0,"translation":[0,5,0],"extensions":{"EXT_mesh_gpu_instancing":{"attributes":
{"TRANSLATION":2,"SCALE":3,"_WIND":7}}}})";
    model.rest = R"(,"extensionsUsed":["EXT_mesh_gpu_instancing"],"extensionsRequired":["EXT_mesh_gpu_instancing"])";
    return model;
}

} // namespace

TEST_CASE("Each instance of a mesh is a place where it stands")
{
    const auto baked = bake(placed({0, 0, 0, 3, 0, 0}, {1, 1, 1, 2, 2, 2}).glb());
    REQUIRE(baked.package);
    REQUIRE(baked.package->nodes().size() == 3);
    CHECK(baked.package->nodes()[0].mesh == kNone);
    CHECK(baked.package->nodes()[2].parent == 0);
    CHECK(baked.package->nodes()[2].mesh == 0);
    CHECK(baked.package->nodes()[2].translation == Vector3{3, 0, 0});
    CHECK(baked.package->meshes().size() == 1);
    CHECK(baked.package->info().triangleCount == 2);
    CHECK(baked.package->info().bounds.max == Vector3{5, 9, 0}); // 1 by 2 m, doubled
}

TEST_CASE("Instances that do not fit together are named")
{
    CHECK(
        bake(placed({0, 0, 0, 3, 0, 0}, {1, 1, 1}).glb()).fault ==
        "invalidArgument at /nodes/0/extensions/EXT_mesh_gpu_instancing/attributes/SCALE: 1 elements for 2 instances");
    test::Model model = placed({0, 0, 0}, {1, 1, 1});
    model.nodes = R"({"mesh":0,"extensions":{"EXT_mesh_gpu_instancing":{}}})";
    CHECK(bake(model.glb()).fault ==
          "invalidArgument at /nodes/0/extensions/EXT_mesh_gpu_instancing/attributes: missing");
    model.nodes = R"({"mesh":0,"extensions":{"EXT_mesh_gpu_instancing":{"attributes":{"ROTATION":9}}}})";
    CHECK_FALSE(bake(model.glb()).fault.empty());
}
