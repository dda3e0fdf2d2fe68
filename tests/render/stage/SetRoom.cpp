// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/stage/SetRoom.h"

#include "core/values/Contract.h"
#include "tests/render/import/ShapeMaker.h"

#include <array>
#include <cmath>
#include <fstream>
#include <numbers>
#include <string>
#include <vector>

namespace vitrine::test {

namespace {

struct Shape {
    std::vector<float> positions;
    std::vector<float> normals;
    std::vector<std::uint16_t> indices;

    void square(std::array<float, 3> middle, std::array<float, 3> right, std::array<float, 3> up)
    {
        const auto first = static_cast<std::uint16_t>(positions.size() / 3);
        const std::array<float, 3> ahead{right[1] * up[2] - right[2] * up[1], right[2] * up[0] - right[0] * up[2],
                                         right[0] * up[1] - right[1] * up[0]};
        const float length = std::hypot(ahead[0], ahead[1], ahead[2]);
        for (const auto &[x, y] : {std::pair{-1, -1}, {1, -1}, {1, 1}, {-1, 1}})
            for (std::size_t i = 0; i < 3; ++i) {
                positions.push_back(middle[i] + static_cast<float>(x) * right[i] + static_cast<float>(y) * up[i]);
                normals.push_back(ahead[i] / length);
            }
        for (const int corner : {0, 1, 2, 0, 2, 3})
            indices.push_back(static_cast<std::uint16_t>(first + corner));
    }

    void ball(std::array<float, 3> middle, float radius)
    {
        constexpr int kColumns = 48;
        constexpr int kRows = 24;
        constexpr float kPi = std::numbers::pi_v<float>;
        for (int row = 0; row <= kRows; ++row)
            for (int column = 0; column <= kColumns; ++column) {
                const float down = kPi * static_cast<float>(row) / kRows;
                const float around = 2 * kPi * static_cast<float>(column) / kColumns;
                const std::array<float, 3> away{std::sin(down) * std::sin(around), std::cos(down),
                                                std::sin(down) * std::cos(around)};
                for (std::size_t i = 0; i < 3; ++i) {
                    positions.push_back(middle[i] + radius * away[i]);
                    normals.push_back(away[i]);
                }
            }
        for (int row = 0; row < kRows; ++row)
            for (int column = 0; column < kColumns; ++column) {
                const int a = row * (kColumns + 1) + column;
                const int b = a + kColumns + 1;
                for (const int corner : {a, b, a + 1, a + 1, b, b + 1})
                    indices.push_back(static_cast<std::uint16_t>(corner));
            }
    }
};

Bytes room(RoomCamera camera)
{
    Shape walls;
    walls.square({0, 1.5F, -2}, {2, 0, 0}, {0, 1.5F, 0});
    walls.square({0, 1.5F, 2}, {-2, 0, 0}, {0, 1.5F, 0});
    walls.square({-2, 1.5F, 0}, {0, 0, -2}, {0, 1.5F, 0});
    walls.square({0, 3, 0}, {2, 0, 0}, {0, 0, 2});
    Shape red;
    red.square({2, 1.5F, 0}, {0, 0, 2}, {0, 1.5F, 0});
    Shape floor;
    floor.square({0, 0, 0}, {2, 0, 0}, {0, 0, -2});
    Shape ball;
    ball.ball({0, 0.9F, -0.8F}, 0.4F);
    Model model;
    std::string meshes;
    std::string nodes;
    std::string roots;
    const std::array shapes{&walls, &red, &floor, &ball};
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const Shape &shape = *shapes[i];
        const std::string vertices = std::to_string(shape.positions.size() / 3);
        const std::size_t first = model.accessorCount();
        model.add(shape.positions, kFloats + vertices + R"(,"type":"VEC3")");
        model.add(shape.normals, kFloats + vertices + R"(,"type":"VEC3")");
        model.add(shape.indices,
                  R"("componentType":5123,"count":)" + std::to_string(shape.indices.size()) + R"(,"type":"SCALAR")");
        meshes += std::string(i > 0 ? "," : "") + R"({"primitives":[{"attributes":{"POSITION":)" +
                  std::to_string(first) + R"(,"NORMAL":)" + std::to_string(first + 1) + R"(},"indices":)" +
                  std::to_string(first + 2) + R"(,"material":)" + std::to_string(i) + "}]}";
        nodes += R"({"mesh":)" + std::to_string(i) + "},";
        roots += std::to_string(i) + ",";
    }
    model.meshes = meshes;
    model.nodes =
        nodes + R"({"camera":0,"translation":[0,1.3,)" + (camera == RoomCamera::AtTheEdge ? "1.95" : "1.6") + "]}";
    model.scenes = R"({"nodes":[)" + roots + std::to_string(shapes.size()) + "]}";
    const auto paint = [](const std::string &colour, const std::string &surface) {
        return R"({"pbrMetallicRoughness":{"baseColorFactor":)" + colour + "," + surface + "}}";
    };
    const std::string lens = camera == RoomCamera::WithoutPerspective
                                 ? R"("type":"orthographic","orthographic":{"xmag":1,"ymag":1,"znear":0.1,"zfar":20})"
                                 : R"("type":"perspective","perspective":{"yfov":1.2,"znear":0.1,"zfar":20})";
    model.rest = R"(,"cameras":[{)" + lens + R"(}],"materials":[)" +
                 paint("[0.7,0.7,0.7,1]", R"("metallicFactor":0,"roughnessFactor":1)") + "," +
                 paint("[0.8,0.02,0.02,1]", R"("metallicFactor":0,"roughnessFactor":1)") + "," +
                 paint("[0.1,0.1,0.1,1]", R"("metallicFactor":0,"roughnessFactor":0.1)") + "," +
                 paint("[0.9,0.9,0.9,1]", R"("metallicFactor":1,"roughnessFactor":0)") + "]";
    return model.glb();
}

} // namespace

SetRoom::SetRoom(RoomCamera camera)
{
    const Baked baked = bake(room(camera));
    VITRINE_EXPECT(baked.fault.empty());
    std::ofstream(m_folder.path() / "room.vpk", std::ios::binary)
        .write(reinterpret_cast<const char *>(baked.bytes.data()), static_cast<std::streamsize>(baked.bytes.size()));
}

} // namespace vitrine::test
