// SPDX-License-Identifier: GPL-3.0-or-later
#include "ShapeMaker.h"
#include "render/mesh/MorphCoding.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cstddef>

using namespace vitrine;
using namespace vitrine::render;
using Catch::Matchers::WithinAbs;
using test::Model;

namespace {

std::string onlyMessage(const test::Baked &baked)
{
    REQUIRE(baked.fault.empty());
    REQUIRE(baked.package->messages().size() == 1);
    const MessageRecord &message = baked.package->messages()[0];
    return std::string(baked.package->text(message.where)) + ": " + std::string(baked.package->text(message.text));
}

bool hasJoints(const Package &package)
{
    return !test::corners(package, package.meshes()[0], VertexSemantic::Joints).empty();
}

Model lit(const std::string &light, const std::string &node = R"({"light":0})")
{
    Model model;
    model.nodes =
        R"({"mesh":0},{"name":"lamp","translation":[0,3,0],"extensions":{"KHR_lights_punctual":)" + node + "}}";
    model.scenes = R"({"nodes":[0,1]})";
    model.rest =
        R"(,"extensionsUsed":["KHR_lights_punctual"],"extensions":{"KHR_lights_punctual":{"lights":[)" + light + "]}}";
    return model;
}

/// Four squares of the triangle's size, along X.
Model repeated(const std::string &attributes = R"("TRANSLATION":2,"SCALE":3)")
{
    Model model;
    model.add(std::vector<float>{0, 0, 0, 2, 0, 0, 4, 0, 0, 6, 0, 0}, test::kFloats + R"(4,"type":"VEC3")");
    model.add(std::vector<float>{1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2}, test::kFloats + R"(4,"type":"VEC3")");
    model.add(std::vector<std::int8_t>{0, 0, 0, 127, 0, 0, 0, 127, 0, 0, 0, 127, 0, 0, 127, 0},
              R"("componentType":5120,"normalized":true,"count":4,"type":"VEC4")");
    model.add(std::vector<float>{0, 0, 0}, test::kFloats + R"(1,"type":"VEC3")");
    model.nodes =
        R"({"mesh":0,"name":"leaf","extensions":{"EXT_mesh_gpu_instancing":{"attributes":{)" + attributes + "}}}}";
    model.rest = R"(,"extensionsUsed":["EXT_mesh_gpu_instancing"],"extensionsRequired":["EXT_mesh_gpu_instancing"])";
    return model;
}

} // namespace

TEST_CASE("A skin whose joints move keeps them, and stands at rest where it did")
{
    const auto baked = test::bake(test::flag().glb());
    REQUIRE(baked.fault.empty());
    const Package &package = *baked.package;
    REQUIRE(package.skins().size() == 1);
    const SkinRecord &skin = package.skins()[0];
    CHECK(package.nodes()[static_cast<std::size_t>(skin.node)].mesh == 0);
    const auto joints = package.jointsOf(skin);
    REQUIRE(joints.size() == 2);
    CHECK(package.text(package.nodes()[static_cast<std::size_t>(joints[1].node)].name) == "top");
    CHECK(joints[1].inverseBind[13] == -1);
    CHECK(package.info().bounds.max[1] == 2);
    const auto positions = test::corners(package, package.meshes()[0], VertexSemantic::Position);
    const auto numbers = test::corners(package, package.meshes()[0], VertexSemantic::Joints);
    const auto weights = test::corners(package, package.meshes()[0], VertexSemantic::Weights);
    REQUIRE(positions.size() == 6);
    for (std::size_t i = 0; i < positions.size(); ++i) {
        CHECK(numbers[i][0] == (positions[i][1] > 1 ? 1 : 0));
        CHECK(weights[i][0] == 1);
    }
}

TEST_CASE("A skin whose joints rest is baked, and costs no more than other shapes")
{
    const auto baked = test::bake(test::flag({0, 1, 0, 3, 1, 0}, 3).glb());
    REQUIRE(baked.fault.empty());
    CHECK(baked.package->skins().empty());
    CHECK_FALSE(hasJoints(*baked.package));
    // A joint below what moves does move.
    CHECK(test::bake(test::flag({0, 0, 0, 3, 0, 0}, 1).glb()).package->skins().size() == 1);
}

TEST_CASE("A vertex follows joints whose weights no float could add, and a place beyond all numbers is an error")
{
    const auto baked = [](const std::string &top, float weight) {
        Model model = test::flag();
        std::vector<float> weights;
        for (int corner = 0; corner < 4; ++corner)
            weights.insert(weights.end(), {weight, 0, 0, 0});
        model.add(weights, test::kFloats + R"(4,"type":"VEC4")");
        model.attributes = R"("POSITION":2,"JOINTS_0":4,"WEIGHTS_0":9)";
        const std::string plain = R"("translation":[0,1,0])";
        model.nodes.replace(model.nodes.find(plain), plain.size(), top);
        return test::bake(model.glb());
    };
    const auto large = baked(R"("translation":[0,1,0],"scale":[2,2,2])", 3e38F);
    REQUIRE(large.fault == "");
    CHECK(large.package->info().bounds.max == Vector3{2, 3, 0});
    CHECK(baked(R"("translation":[0,3e38,0],"scale":[1,3e38,1])", 1).fault.ends_with("is not a finite number"));
}

TEST_CASE("Of many joints the four that count most are kept")
{
    Model model = test::flag();
    model.add(std::vector<std::uint8_t>(16, 1), R"("componentType":5121,"count":4,"type":"VEC4")");
    model.add(std::vector<float>{.1F, .1F, .1F, .1F, .1F, .1F, .1F, .1F, .1F, .1F, .1F, .1F, .1F, .1F, .1F, .1F},
              test::kFloats + R"(4,"type":"VEC4")");
    model.attributes += R"(,"JOINTS_1":9,"WEIGHTS_1":10)";
    const auto baked = test::bake(model.glb());
    REQUIRE(baked.fault.empty());
    const auto weights = test::corners(*baked.package, baked.package->meshes()[0], VertexSemantic::Weights);
    for (const auto &weight : weights) {
        CHECK_THAT(weight[0], WithinAbs(1 / 1.3, 1e-3));
        CHECK_THAT(weight[0] + weight[1] + weight[2] + weight[3], WithinAbs(1, 1e-3));
    }
}

TEST_CASE("A third set of joints is left out with a warning")
{
    Model model = test::flag();
    for (const char *set : {"1", "2", "3"}) {
        const std::size_t joints = model.accessorCount();
        model.add(std::vector<std::uint8_t>(16, 1), R"("componentType":5121,"count":4,"type":"VEC4")");
        model.add(std::vector<float>(16, .1F), test::kFloats + R"(4,"type":"VEC4")");
        model.attributes += std::string(R"(,"JOINTS_)") + set + "\":" + std::to_string(joints) + R"(,"WEIGHTS_)" + set +
                            "\":" + std::to_string(joints + 1);
    }
    CHECK(onlyMessage(test::bake(model.glb())) ==
          "/meshes/0/primitives/0/attributes/JOINTS_2: of the joints only the first two sets are read");
}

TEST_CASE("What morph targets do to colours and texture coordinates is left out with a warning")
{
    Model model = test::grower(2);
    model.add(std::vector<float>(16), test::kFloats + R"(4,"type":"VEC4")");
    model.meshes.insert(model.meshes.find(R"("POSITION":2)"), R"("COLOR_0":7,)");
    for (std::size_t at = 0; (at = model.meshes.find(R"("POSITION":4)", at)) != std::string::npos; at += 20)
        model.meshes.insert(at, R"("COLOR_0":7,)");
    const std::string said = "/meshes/0/primitives/0/targets/0/COLOR_0: what morph targets do to COLOR_0 is left out";
    CHECK(onlyMessage(test::bake(model.glb())) == said);
    model.rest = R"(,"materials":[{}])";
    CHECK(test::bake(model.glb()).package->messages().empty()); // They weigh nothing.
    model.meshes.insert(1, R"("weights":[1,0],)");
    CHECK(onlyMessage(test::bake(model.glb())) == said);
}

TEST_CASE("Morph targets that something weighs are kept, each with its name and its moves")
{
    const auto baked = test::bake(test::grower(2).glb());
    REQUIRE(baked.fault.empty());
    const Package &package = *baked.package;
    const auto targets = package.morphTargetsOf(0);
    REQUIRE(targets.size() == 2);
    CHECK(package.text(targets[0].name) == "wider");
    CHECK(package.text(targets[1].name).empty());
    const auto moves = decodeMorphTarget(package, targets[1]);
    REQUIRE(moves.has_value());
    CHECK(moves->size() == 3); // the right corners: one of the one triangle, two of the other, whose normals are flat
    CHECK_THAT((*moves)[0].position[0], WithinAbs(0.5, 1e-4));
    const ChannelRecord &channel = package.channelsOf(package.animations()[0])[0];
    CHECK((channel.path == ChannelPath::Weights && channel.weights == 2));
    CHECK(package.keysOf(channel)[3] == 1);
    CHECK(package.info().bounds.max[0] == 0.5F);
}

TEST_CASE("Morph targets at rest are added up, and their weights are where the mesh begins")
{
    Model model = test::grower(1);
    model.meshes.insert(1, R"("weights":[0.5],)");
    const auto moving = test::bake(model.glb());
    CHECK(moving.package->info().bounds.max[0] == 0.75F);
    CHECK(moving.package->morphTargetsOf(0)[0].weight == 0.5F);
    model.rest = R"(,"materials":[{}])";
    const auto still = test::bake(model.glb());
    CHECK(still.package->info().bounds.max[0] == 0.75F);
    CHECK(still.package->morphTargetsOf(0).empty());
}

TEST_CASE("Corners that part in a morph target are not welded")
{
    // Two corners that are one at rest, but for what the target does to the second.
    Model model;
    model.add(std::vector<float>{0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, -1, 0, 0},
              test::kFloats + R"(6,"type":"VEC3")");
    model.add(std::vector<float>{0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1},
              test::kFloats + R"(6,"type":"VEC3")");
    model.add(std::vector<float>{0, 0, 0, 0, 0, 0, 0, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0},
              test::kFloats + R"(6,"type":"VEC3")");
    model.add(std::vector<float>{0, 1}, test::kFloats + R"(2,"type":"SCALAR")");
    model.meshes = R"({"primitives":[{"attributes":{"POSITION":2,"NORMAL":3},"targets":[{"POSITION":4}]}]})";
    model.rest = R"(,"animations":[{"channels":[{"sampler":0,"target":{"node":0,"path":"weights"}}],)"
                 R"("samplers":[{"input":5,"output":5}]}])";
    const auto baked = test::bake(model.glb());
    REQUIRE(baked.fault.empty());
    CHECK(baked.package->meshes()[0].vertexCount == 6);
    CHECK(baked.package->morphTargetsOf(0)[0].count == 3);
    model.rest.clear();
    CHECK(test::bake(model.glb()).package->meshes()[0].vertexCount == 4);
}

TEST_CASE("Instances are nodes below their own, each with its place")
{
    const auto baked = test::bake(repeated(R"("TRANSLATION":2,"ROTATION":4,"SCALE":3)").glb());
    REQUIRE(baked.fault.empty());
    const auto nodes = baked.package->nodes();
    REQUIRE(nodes.size() == 5);
    CHECK((nodes[0].mesh == kNone && nodes[4].parent == 0 && nodes[4].mesh == nodes[1].mesh));
    CHECK(nodes[4].translation == Vector3{6, 0, 0});
    CHECK(nodes[4].rotation == Vector4{0, 0, 1, 0});
    CHECK(nodes[4].scale == Vector3{2, 2, 2});
    CHECK(baked.package->info().triangleCount == 4);
    CHECK(
        test::bake(repeated(R"("TRANSLATION":2,"SCALE":5)").glb()).fault ==
        "invalidArgument at /nodes/0/extensions/EXT_mesh_gpu_instancing/attributes/SCALE: 1 elements for 4 instances");
    CHECK(test::bake(repeated(R"("TRANSLATION":99)").glb()).fault ==
          "invalidArgument at /nodes/0/extensions/EXT_mesh_gpu_instancing/attributes/TRANSLATION: there is no "
          "/accessors/99, only 6 of them");
}

TEST_CASE("What instances cannot do is named")
{
    const std::string instancing = R"("extensions":{"EXT_mesh_gpu_instancing":{"attributes":{"TRANSLATION":)";
    Model skinned = test::flag();
    skinned.add(std::vector<float>{0, 0, 0, 2, 0, 0}, test::kFloats + R"(2,"type":"VEC3")");
    skinned.nodes.insert(1, instancing + "9}}},");
    const auto flags = test::bake(skinned.glb());
    CHECK(onlyMessage(flags) == "/nodes/0/extensions/EXT_mesh_gpu_instancing: instances of a mesh with a skin are left "
                                "out; it is shown once");
    CHECK(flags.package->info().triangleCount == 2);

    Model growing = test::grower();
    growing.add(std::vector<float>{0, 0, 0, 2, 0, 0}, test::kFloats + R"(2,"type":"VEC3")");
    growing.nodes.insert(1, instancing + "7}}},");
    const auto growers = test::bake(growing.glb());
    CHECK(onlyMessage(growers) == "/animations/0/samplers/0: moving weights of instances are left out");
    CHECK(growers.package->info().triangleCount == 4);
}

TEST_CASE("Lights are read with their places, and faulty ones named")
{
    const auto baked = test::bake(
        lit(R"({"type":"spot","color":[1,0.5,0],"intensity":20,"range":8,"spot":{"innerConeAngle":0.1,"outerConeAngle":0.3}})")
            .glb());
    REQUIRE(baked.fault.empty());
    REQUIRE(baked.package->lights().size() == 1);
    const LightRecord &light = baked.package->lights()[0];
    CHECK((light.kind == LightKind::Spot && light.node == 1 && light.intensity == 20 && light.range == 8));
    CHECK((light.color == Vector3{1, 0.5F, 0} && light.innerCone == 0.1F && light.outerCone == 0.3F));
    CHECK(baked.package->text(light.name) == "lamp");
    const auto faultOf = [](const Model &model) { return test::bake(model.glb()).fault; };
    const std::string at = "invalidArgument at /extensions/KHR_lights_punctual/lights/0/";
    CHECK(onlyMessage(test::bake(lit(R"({"type":"area"})").glb())) ==
          "/extensions/KHR_lights_punctual/lights/0/type: a light of the kind 'area' is not known and is left out");
    CHECK(faultOf(lit("{}")) == at + "type: missing");
    CHECK(faultOf(lit(R"({"type":"spot"})")) == at + "spot: missing");
    CHECK(faultOf(lit(R"({"type":"spot","spot":{"innerConeAngle":0.9}})")) ==
          at + "spot/innerConeAngle: not below outerConeAngle");
    CHECK(faultOf(lit(R"({"type":"point","range":0})")) == at + "range: must be above 0");
    CHECK(faultOf(lit(R"({"type":"point"})", R"({"light":1})")) ==
          "invalidArgument at /nodes/1/extensions/KHR_lights_punctual/light: there is no "
          "/extensions/KHR_lights_punctual/lights/1, only 1 of them");
}

TEST_CASE("What a pointer moves of a material, a light or a camera is a value over time")
{
    Model model = lit(R"({"type":"point"})");
    test::addKeys(model, {0, 5}, "SCALAR");
    const std::string rest = model.rest;
    const auto valueOf = [&](const std::string &more) {
        model.rest = rest + more;
        const auto baked = test::bake(model.glb());
        INFO(baked.fault);
        REQUIRE(baked.fault.empty());
        REQUIRE(baked.package->animations().size() == 1);
        const auto values = baked.package->valuesOf(baked.package->animations()[0]);
        REQUIRE(values.size() == 1);
        CHECK(baked.package->keysOf(values[0])[1] == (values[0].owner == ValueOwner::Camera ? 3.14159F : 5));
        return values[0];
    };
    const auto light = valueOf(test::pointing("/extensions/KHR_lights_punctual/lights/0/intensity"));
    CHECK((light.owner == ValueOwner::Light && light.member == offsetof(LightRecord, intensity)));
    model.primitive += R"(,"material":0)";
    const auto glow =
        valueOf(R"(,"materials":[{}])" +
                test::pointing("/materials/0/extensions/KHR_materials_emissive_strength/emissiveStrength"));
    CHECK((glow.owner == ValueOwner::Material && glow.member == offsetof(MaterialRecord, emissiveStrength)));
    model.nodes.insert(1, R"("camera":0,)");
    const auto lens =
        valueOf(R"(,"materials":[{}],"cameras":[{"type":"perspective","perspective":{"yfov":0.5,"znear":0.1}}])" +
                test::pointing("/cameras/0/perspective/yfov"));
    CHECK((lens.owner == ValueOwner::Camera && lens.member == offsetof(CameraRecord, yFovRadians)));
}

TEST_CASE("What a pointer means and cannot be shown is named")
{
    Model model;
    test::addKeys(model, {0, 5}, "SCALAR");
    for (const char *pointer :
         {"/nodes/0/extensions/KHR_node_visibility/visible", "/materials/7/alphaCutoff",
          "/materials/0/emissiveTexture/extensions/KHR_texture_transform/rotation", "/scenes/0", ""}) {
        model.rest = R"(,"materials":[{}])" + test::pointing(pointer);
        CHECK(onlyMessage(test::bake(model.glb())) == "/animations/0/channels/0: an animation of '" +
                                                          std::string(pointer) + "' cannot be shown and is left out");
    }
}

TEST_CASE("A layer that an animation brings is there from the beginning")
{
    Model model;
    test::addKeys(model, {0, 1}, "SCALAR");
    model.primitive += R"(,"material":0)";
    model.rest =
        R"(,"materials":[{}])" + test::pointing("/materials/0/extensions/KHR_materials_clearcoat/clearcoatFactor");
    const auto baked = test::bake(model.glb());
    REQUIRE(baked.fault.empty());
    CHECK(baked.package->materials()[0].clearcoat > 0);
    CHECK(baked.package->materials()[0].clearcoat < 1e-4F);
}

TEST_CASE("Of a cubic pointer only the values have a range, not the tangents")
{
    const auto keysOf = [](const std::string &pointer, const std::vector<float> &keys) {
        Model model;
        model.add(std::vector<float>{0, 1}, test::kFloats + R"(2,"type":"SCALAR")");
        model.add(keys, test::kFloats + R"(6,"type":"SCALAR")");
        model.primitive += R"(,"material":0)";
        model.rest = R"(,"materials":[{}])" + test::pointing(pointer);
        model.rest.insert(model.rest.find(R"("output":3)"), R"("interpolation":"CUBICSPLINE",)");
        const auto baked = test::bake(model.glb());
        INFO(baked.fault);
        REQUIRE(baked.fault.empty());
        const auto read = baked.package->keysOf(baked.package->valuesOf(baked.package->animations()[0])[0]);
        return std::vector<float>(read.begin(), read.end());
    };
    CHECK(keysOf("/materials/0/pbrMetallicRoughness/roughnessFactor", {-4, 1, -4, 4, 3, 4}) ==
          std::vector<float>{-4, 1, -4, 4, 1, 4});
    CHECK(keysOf("/materials/0/extensions/KHR_materials_clearcoat/clearcoatFactor", {-4, 0, -4, 4, 1, 4}) ==
          std::vector<float>{-4, 1e-6F, -4, 4, 1, 4});
}
