// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ModelMaker.h"

/// Models that bend, repeat and shine, as small as they can be.
namespace vitrine::test {

inline const std::string kFloats = R"("componentType":5126,"count":)";

/// A flag of two triangles, 1 m wide and 2 m high, whose upper corners follow the second of two joints. Nodes: 0 the
/// mesh, 1 the first joint, 2 the second, below it and 1 m above. An animation "wave" moves node 2 by `moves` within 2
/// s.
inline Model flag(std::vector<float> moves = {0, 1, 0, 3, 1, 0}, int moved = 2)
{
    Model model;
    model.add(std::vector<float>{0, 0, 0, 1, 0, 0, 0, 2, 0, 1, 2, 0}, kFloats + R"(4,"type":"VEC3")");
    model.add(std::vector<std::uint16_t>{0, 1, 2, 2, 1, 3}, R"("componentType":5123,"count":6,"type":"SCALAR")");
    model.add(std::vector<std::uint8_t>{0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0},
              R"("componentType":5121,"count":4,"type":"VEC4")");
    model.add(std::vector<float>{1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0}, kFloats + R"(4,"type":"VEC4")");
    model.add(std::vector<float>{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0,  0, 1,
                                 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, -1, 0, 1},
              kFloats + R"(2,"type":"MAT4")");
    model.add(std::vector<float>{0, 2}, kFloats + R"(2,"type":"SCALAR")");
    model.add(moves, kFloats + R"(2,"type":"VEC3")");
    model.attributes = R"("POSITION":2,"JOINTS_0":4,"WEIGHTS_0":5)";
    model.primitive = R"("indices":3,"material":0)";
    model.nodes =
        R"({"mesh":0,"skin":0,"name":"flag"},{"name":"pole","children":[2]},{"name":"top","translation":[0,1,0]},)"
        R"({"name":"elsewhere"})";
    model.scenes = R"({"nodes":[0,1,3]})";
    model.rest = R"(,"materials":[{"doubleSided":true,"pbrMetallicRoughness":{"metallicFactor":0,)"
                 R"("baseColorFactor":[1,0,0,1]}}],"skins":[{"joints":[1,2],"inverseBindMatrices":6}],)"
                 R"("animations":[{"name":"wave","channels":[{"sampler":0,"target":{"node":)" +
                 std::to_string(moved) + R"(,"path":"translation"}}],"samplers":[{"input":7,"output":8}]}])";
    return model;
}

/// A square of 1 m in the middle of the XY plane with as many targets as asked for: each moves the right edge by 0.5 m
/// to the right. "grow" weighs the last one from 0 to 1 in a second.
inline Model grower(int targets = 1)
{
    Model model;
    model.add(std::vector<float>{-0.5F, -0.5F, 0, 0.5F, -0.5F, 0, -0.5F, 0.5F, 0, 0.5F, 0.5F, 0},
              kFloats + R"(4,"type":"VEC3")");
    model.add(std::vector<std::uint16_t>{0, 1, 2, 2, 1, 3}, R"("componentType":5123,"count":6,"type":"SCALAR")");
    model.add(std::vector<float>{0, 0, 0, 0.5F, 0, 0, 0, 0, 0, 0.5F, 0, 0}, kFloats + R"(4,"type":"VEC3")");
    model.add(std::vector<float>{0, 1}, kFloats + R"(2,"type":"SCALAR")");
    std::vector<float> weights(static_cast<std::size_t>(targets) * 2);
    weights.back() = 1;
    model.add(weights, kFloats + std::to_string(weights.size()) + R"(,"type":"SCALAR")");
    std::string list;
    for (int i = 0; i < targets; ++i)
        list += (i == 0 ? "" : ",") + std::string(R"({"POSITION":4})");
    model.meshes = R"({"extras":{"targetNames":["wider"]},"primitives":[{"attributes":{"POSITION":2},"indices":3,)"
                   R"("material":0,"targets":[)" +
                   list + "]}]}";
    model.rest = R"(,"materials":[{"doubleSided":true,"pbrMetallicRoughness":{"metallicFactor":0,)"
                 R"("baseColorFactor":[1,0,0,1]}}],"animations":[{"name":"grow","channels":[{"sampler":0,"target":)"
                 R"({"node":0,"path":"weights"}}],"samplers":[{"input":5,"output":6}]}])";
    return model;
}

/// An animation over accessors 2 (times 0 and 1) and 3 (two values of `type`) that a pointer leads.
inline std::string pointing(const std::string &pointer)
{
    return R"(,"animations":[{"name":"change","channels":[{"sampler":0,"target":{"path":"pointer","extensions":)"
           R"({"KHR_animation_pointer":{"pointer":")" +
           pointer + R"("}}}}],"samplers":[{"input":2,"output":3}]}])";
}

inline void addKeys(Model &model, const std::vector<float> &values, const std::string &type)
{
    model.add(std::vector<float>{0, 1}, kFloats + R"(2,"type":"SCALAR")");
    model.add(values, kFloats + R"(2,"type":")" + type + R"(")");
}

} // namespace vitrine::test
