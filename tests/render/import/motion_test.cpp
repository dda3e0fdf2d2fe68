// SPDX-License-Identifier: GPL-3.0-or-later
#include "ModelMaker.h"

#include <catch2/catch_test_macros.hpp>

using namespace vitrine;
using namespace vitrine::render;
using test::Model;

namespace {

const std::string kScalars = R"("componentType":5126,"count":2,"type":"SCALAR")";

/// Two keys of times 0 and 1.5 (accessor 2) and two translations (accessor 3), over two nodes.
Model moving(const std::string &animation, const std::vector<float> &times = {0, 1.5F})
{
    Model model;
    model.add(times, kScalars);
    model.add(std::vector<float>{0, 0, 0, 0, 2, 0}, R"("componentType":5126,"count":2,"type":"VEC3")");
    model.nodes = R"({"mesh":0,"name":"lid"},{"name":"unshown"})";
    model.rest = R"(,"animations":[)" + animation + "]";
    return model;
}

std::string channel(const std::string &target, const std::string &sampler = R"("input":2,"output":3)")
{
    return R"({"name":"open","channels":[{"sampler":0,"target":)" + target + R"(}],"samplers":[{)" + sampler + "}]}";
}

/// A part with its extras.
std::vector<std::string> warningsOf(const std::string &extras)
{
    Model model;
    model.nodes = R"({"mesh":0,"name":"lid","extras":)" + extras + "}";
    const auto baked = test::bake(model.glb());
    REQUIRE(baked.fault.empty());
    std::vector<std::string> warnings;
    for (const MessageRecord &message : baked.package->messages())
        warnings.push_back(std::string(baked.package->text(message.where)) + ": " +
                           std::string(baked.package->text(message.text)));
    return warnings;
}

} // namespace

TEST_CASE("A part says what it is, what it costs, and which way it goes")
{
    Model model;
    model.nodes = R"({"name":"body","children":[1]},{"mesh":0,"name":"lid","extras":{"part":{"en":"Lid","bn":"ঢাকনা"},)"
                  R"("material":{"en":"Brass","bn":"পিতল"},"price":{"minorUnits":45000,"currency":"BDT"},)"
                  R"("explode":{"direction":[0,1,0.5],"distance":0.2,"order":2}}})";
    const auto baked = test::bake(model.glb());
    const Package &package = *baked.package;
    REQUIRE(package.parts().size() == 1);
    const PartRecord &part = package.parts()[0];
    CHECK(part.node == 1);
    CHECK(package.text(part.name.bn) == "ঢাকনা");
    CHECK(package.text(part.material.en) == "Brass");
    CHECK(part.price.minorUnits == 45000);
    CHECK(std::string_view(part.price.currency.data()) == "BDT");
    CHECK(part.order == 2);
    CHECK(part.offset == Vector3{0, 0.2F, 0.1F});
    CHECK(package.messages().empty());
}

TEST_CASE("A hotspot moves with the node that it names")
{
    Model model;
    model.nodes =
        R"({"name":"root","children":[1],"extras":{"hotspots":[{"position":[1,2,3],"normal":[0,0,5],)"
        R"("title":{"en":"Knob"},"text":{"bn":"ঠান্ডা থাকে"},"node":"lid"},{"position":[0,0,0],"node":"gone"}]}},)"
        R"({"mesh":0,"name":"lid"})";
    const auto baked = test::bake(model.glb());
    const Package &package = *baked.package;
    REQUIRE(package.hotspots().size() == 2);
    CHECK(package.hotspots()[0].node == 1);
    CHECK(package.hotspots()[0].normal == Vector3{0, 0, 1});
    CHECK(package.text(package.hotspots()[0].title.en) == "Knob");
    CHECK(package.text(package.hotspots()[0].text.bn) == "ঠান্ডা থাকে");
    CHECK(package.hotspots()[1].node == kNone);
    REQUIRE(package.messages().size() == 1);
    CHECK(package.text(package.messages()[0].text) == "the hotspot's node 'gone' is not there; it moves with none");
    CHECK(package.text(package.messages()[0].where) == "/nodes/0/extras/hotspots/1");
}

TEST_CASE("Extras of others are left alone, and faults in the shop's own are warnings")
{
    const std::string leftOut = ": left out, for the extras are not as the shop has them: ";
    CHECK(warningsOf(R"("exported by hand")").empty());
    CHECK(warningsOf(R"({"weight":3})").empty());
    CHECK(warningsOf(R"({"part":"Lid"})") == std::vector{"/nodes/0/extras/part" + leftOut + "not an object"});
    CHECK(warningsOf(R"({"part":{"en":"Lid"},"explode":{"direction":[0,1]}})") ==
          std::vector{"/nodes/0/extras/explode/direction" + leftOut + "2 numbers where 3 are needed"});
    CHECK(warningsOf(R"({"part":{"en":"Lid"},"price":{"minorUnits":1.5,"currency":"BDT"}})") ==
          std::vector{"/nodes/0/extras/price/minorUnits" + leftOut + "not a whole number"});
    CHECK(warningsOf(R"({"part":{"en":"Lid"},"price":{"minorUnits":15,"currency":"taka"}})") ==
          std::vector{"/nodes/0/extras/price/currency" + leftOut + "not a currency's code"});
    CHECK(warningsOf(R"({"hotspots":[{"normal":[0,1,0]}]})") ==
          std::vector{"/nodes/0/extras/hotspots/0/position" + leftOut + "missing"});
}

TEST_CASE("A variant says its title and what it adds")
{
    Model model;
    model.rest = R"(,"extensions":{"KHR_materials_variants":{"variants":[{"name":"Oak","extras":{"name":{"en":"Oak",)"
                 R"("bn":"ওক"},"price":{"minorUnits":-250,"currency":"BDT"}}},{"name":"Ash"}]}})";
    const auto baked = test::bake(model.glb());
    const Package &package = *baked.package;
    REQUIRE(package.variants().size() == 2);
    CHECK(package.text(package.variants()[0].title.bn) == "ওক");
    CHECK(package.variants()[0].price.minorUnits == -250);
    CHECK(package.text(package.variants()[1].title.bn).empty());
}

TEST_CASE("An animation keeps its keys, its title and whether it loops")
{
    Model model = moving(R"({"name":"open","extras":{"title":{"en":"Open","bn":"খুলুন"},"loop":true},)"
                         R"("channels":[{"sampler":0,"target":{"node":0,"path":"translation"}},)"
                         R"({"sampler":0,"target":{"node":1,"path":"translation"}}],)"
                         R"("samplers":[{"input":2,"output":3,"interpolation":"STEP"}]})");
    const auto baked = test::bake(model.glb());
    const Package &package = *baked.package;
    REQUIRE(package.animations().size() == 1);
    const AnimationRecord &animation = package.animations()[0];
    CHECK(package.text(animation.title.bn) == "খুলুন");
    CHECK(animation.loops == 1);
    CHECK(animation.seconds == 1.5F);
    REQUIRE(animation.channelCount == 1); // the other node is in no scene
    const ChannelRecord &channel = package.channelsOf(animation)[0];
    CHECK((channel.node == 0 && channel.path == ChannelPath::Translation));
    CHECK(channel.interpolation == Interpolation::Step);
    CHECK(package.timesOf(channel)[1] == 1.5F);
    CHECK(package.keysOf(channel)[4] == 2);
}

TEST_CASE("Weights of a mesh without morph targets are left out with a warning")
{
    const auto baked = test::bake(moving(channel(R"({"node":0,"path":"weights"})")).glb());
    CHECK(baked.package->animations().empty());
    REQUIRE(baked.package->messages().size() == 1);
    CHECK(baked.package->text(baked.package->messages()[0].text) ==
          "weights of a mesh without morph targets are left out");
    CHECK(baked.package->text(baked.package->messages()[0].where) == "/animations/0/samplers/0");
}

TEST_CASE("A broken animation is named")
{
    const auto faultOf = [](const Model &model) { return test::bake(model.glb()).fault; };
    const std::string target = R"({"node":0,"path":"translation"})";
    CHECK(faultOf(moving(channel(target), {1, 1})) ==
          "invalidArgument at /animations/0/samplers/0/input: the times do not rise, at key 1");
    CHECK(faultOf(moving(channel(target), {-1, 1})) ==
          "invalidArgument at /animations/0/samplers/0/input: the times do not rise, at key 0");
    CHECK(faultOf(moving(channel(target, R"("input":2,"output":9)"))) ==
          "invalidArgument at /animations/0/samplers/0/output: there is no /accessors/9, only 4 of them");
    CHECK(faultOf(moving(channel(target, R"("input":2,"output":3,"interpolation":"CUBICSPLINE")"))) ==
          "invalidArgument at /animations/0/samplers/0/output: 2 values where 6 are needed");
    CHECK(faultOf(moving(channel(target, R"("input":2,"output":3,"interpolation":"BOUNCE")"))) ==
          "invalidArgument at /animations/0/samplers/0/interpolation: neither STEP, LINEAR nor CUBICSPLINE");
    // As the Khronos validator sees it, it may be one of the future's.
    const auto colour = test::bake(moving(channel(R"({"node":0,"path":"colour"})")).glb());
    REQUIRE(colour.fault == "");
    CHECK(colour.package->text(colour.package->messages()[0].text) ==
          "an animation of 'colour' cannot be shown and is left out");
    CHECK(faultOf(moving(channel(R"({"node":5,"path":"scale"})"))) ==
          "invalidArgument at /animations/0/channels/0/target/node: there is no /nodes/5, only 2 of them");
}
