// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/stage/Imported.h"

#include "core/values/Contract.h"
#include "render/import/Import.h"

#include <cmath>
#include <format>
#include <fstream>
#include <numbers>
#include <vector>

namespace vitrine::test {

Imported::Imported(const std::string &name, const std::string &text)
    : Imported(name, std::as_bytes(std::span(text)))
{
}

Imported::Imported(const std::string &name, std::span<const std::byte> file)
{
    render::MemoryFiles files(name, file);
    std::vector<std::byte> bytes;
    VITRINE_EXPECT(render::importModel(files, name, {}, render::memorySink(bytes)).has_value());
    std::ofstream(m_folder.path() / "model.vpk", std::ios::binary)
        .write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

std::string stairsGltf(Parts parts)
{
    constexpr const char *kPart = R"(,"extras":{"part":{"en":"Step"}})";
    std::string nodes;
    std::string steps;
    for (int i = 0; i < 10; ++i) {
        nodes += std::format(R"({{"mesh":0,"translation":[{},{},0],"rotation":[0,{},0,1],"scale":[1,{},0.5]{}}},)",
                             0.1 * i, 0.05 * i, 0.05 * i, 1 + 0.1 * i, parts == Parts::Each ? kPart : "");
        steps += (i > 0 ? "," : "") + std::to_string(i);
    }
    // The eleventh.
    nodes += R"({"children":[)" + steps + "]" + (parts == Parts::One ? kPart : "") + "}";
    return R"({"asset":{"version":"2.0"},"scenes":[{"nodes":[10]}],"nodes":[)" + nodes +
           R"(],"meshes":[{"primitives":[{"attributes":{"POSITION":0},"material":0}]}],
"materials":[{"doubleSided":true,"pbrMetallicRoughness":{"baseColorFactor":[0.8,0.1,0.1,1],"metallicFactor":0}}],
"accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3","min":[0,0,0],"max":[1,1,0]}],
"bufferViews":[{"buffer":0,"byteLength":36}],
"buffers":[{"byteLength":36,"uri":"data:application/octet-stream;base64,AAAAAAAAAAAAAAAAAACAPwAAAAAAAAAAAAAAAAAAgD8AAAAA"}]})";
}

std::string ballObj(int columns, int rows)
{
    constexpr double kPi = std::numbers::pi;
    std::string text;
    for (int row = 0; row <= rows; ++row)
        for (int column = 0; column < columns; ++column) {
            const double down = kPi * row / rows;
            const double around = 2 * kPi * column / columns;
            text += std::format("v {:.6f} {:.6f} {:.6f}\n", 0.2 * std::sin(down) * std::cos(around),
                                0.2 + 0.2 * std::cos(down), 0.2 * std::sin(down) * std::sin(around));
        }
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            const int a = row * columns + column + 1;
            const int b = row * columns + (column + 1) % columns + 1;
            text += std::format("f {} {} {}\nf {} {} {}\n", a, b, a + columns, b, b + columns, a + columns);
        }
    return text;
}

} // namespace vitrine::test
