// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/golden/Sample.h"

#include "qml/stage/StageStudio.h"
#include "tests/render/golden/Codings.h"

#include <QUuid>

#include <fstream>

namespace vitrine::test {
namespace {

constexpr const char *kFloat3 = R"("componentType":5126,"type":"VEC3")";
constexpr const char *kFloat4 = R"("componentType":5126,"type":"VEC4")";

std::string counted(const char *members, std::size_t count)
{
    return members + (R"(,"count":)" + std::to_string(count));
}

/// Squares of two colours: `across` by `down` of them over a rectangle from a corner along two edges, as one primitive.
std::string squares(Model &model, const std::array<float, 3> &from, const std::array<float, 3> &right,
                    const std::array<float, 3> &up, int across, int down,
                    const std::array<std::array<float, 4>, 2> &colors)
{
    std::vector<float> positions;
    std::vector<float> shades;
    std::vector<std::uint16_t> indices;
    for (int row = 0; row < down; ++row)
        for (int column = 0; column < across; ++column) {
            const auto first = static_cast<std::uint16_t>(positions.size() / 3);
            for (const auto &[x, y] : {std::pair(0, 0), std::pair(1, 0), std::pair(1, 1), std::pair(0, 1)}) {
                for (std::size_t axis = 0; axis < 3; ++axis)
                    positions.push_back(from[axis] +
                                        right[axis] * static_cast<float>(column + x) / static_cast<float>(across) +
                                        up[axis] * static_cast<float>(row + y) / static_cast<float>(down));
                const auto &color = colors[static_cast<std::size_t>((row + column) % 2)];
                shades.insert(shades.end(), color.begin(), color.end());
            }
            for (const int corner : {0, 1, 2, 0, 2, 3})
                indices.push_back(static_cast<std::uint16_t>(first + corner));
        }
    const std::size_t at = model.accessorCount();
    model.add(positions, counted(kFloat3, positions.size() / 3));
    model.add(shades, counted(kFloat4, shades.size() / 4));
    model.add(indices, counted(R"("componentType":5123,"type":"SCALAR")", indices.size()));
    return R"({"attributes":{"POSITION":)" + std::to_string(at) + R"(,"COLOR_0":)" + std::to_string(at + 1) +
           R"(},"indices":)" + std::to_string(at + 2) + R"(,"material":1})";
}

/// Its primitive; `second` becomes that of the second ball, if there is one.
std::string ballOf(Model &model, const Sample &sample, const Further &further, std::string &second)
{
    const std::string variants =
        sample.variant.empty()
            ? std::string()
            : R"("KHR_materials_variants":{"mappings":[{"material":0,"variants":[0]},{"material":2,"variants":[1]}]})";
    const Shape shape = addBall(model, sample.coding);
    if (!sample.second.empty())
        second = R"({"attributes":{)" + shape.attributes + "}" + shape.indices + R"(,"material":3})";
    const std::string comma = shape.extension.empty() || variants.empty() ? "" : ",";
    return R"({"attributes":{)" + shape.attributes + further.attributes + "}" + shape.indices + further.primitive +
           R"(,"material":0,"extensions":{)" + shape.extension + comma + variants + "}}";
}

} // namespace

Further soldAsProduct(Model &model)
{
    const std::size_t times = model.accessorCount();
    model.add(std::vector<float>{0, 0.5F}, counted(R"("componentType":5126,"type":"SCALAR","min":[0],"max":[0.5])", 2));
    model.add(std::vector<float>{0, 0, 0, 0.12F, 0, 0.12F}, counted(kFloat3, 2));
    Further further;
    further.root = R"(,"animations":[{"name":"roll","extras":{"title":{"en":"Roll","bn":"গড়ান"},"loop":false},)"
                   R"("channels":[{"sampler":0,"target":{"node":0,"path":"translation"}}],"samplers":[{"input":)" +
                   std::to_string(times) + R"(,"output":)" + std::to_string(times + 1) + "}]}]";
    further.ball =
        R"(,"name":"ball","extras":{"part":{"en":"Ball","bn":"বল"},"material":{"en":"Glazed clay","bn":"পোড়ামাটি"},)"
        R"("price":{"minorUnits":45000,"currency":"BDT"},)"
        R"("explode":{"direction":[0,1,0],"distance":0.2,"order":1}})";
    further.floor =
        R"(,"name":"floor","extras":{"part":{"en":"Floor","bn":"মেঝে"},"material":{"en":"Slate","bn":"স্লেট"},)"
        R"("explode":{"direction":[0,1,0],"distance":0,"order":1},"hotspots":[)"
        R"({"position":[-0.094,0.2,0.177],"normal":[-0.47,0,0.88],"title":{"en":"Glaze","bn":"প্রলেপ"},)"
        R"("text":{"en":"Fired twice","bn":"দুবার পোড়ানো"},"node":"ball"},)"
        R"({"position":[-0.2,0,0.22],"normal":[0,1,0],"title":{"en":"Slate","bn":"স্লেট"},)"
        R"("text":{"en":"Cut by hand","bn":"হাতে কাটা"},"node":"floor"}]})";
    return further;
}

Bytes glbOf(const Sample &sample)
{
    Model model;
    std::string second;
    const Further further = sample.further == nullptr ? Further() : sample.further(model);
    const std::string ball = ballOf(model, sample, further, second);
    const std::string floor = squares(model, {-0.34F, 0, 0.3F}, {0.68F, 0, 0}, {0, 0, -0.6F}, 10, 9,
                                      {{{0.75F, 0.72F, 0.66F, 1}, {0.16F, 0.15F, 0.14F, 1}}});
    const std::string board = squares(model, {-0.34F, 0, -0.3F}, {0.68F, 0, 0}, {0, 0.46F, 0}, 12, 1,
                                      {{{0.9F, 0.88F, 0.82F, 1}, {0.62F, 0.09F, 0.05F, 1}}});
    const std::string picture = addPicture(model, sample.picture);
    model.meshes = R"({"primitives":[)" + ball + R"(]},{"primitives":[)" + floor + "," + board + "]}";
    std::string nodes = further.nodes;
    std::string roots = further.roots;
    if (!second.empty()) {
        model.meshes += R"(,{"primitives":[)" + second + "]}";
        const auto &[x, y, z] = sample.secondAt;
        nodes += R"(,{"mesh":2,"scale":[0.45,0.45,0.45],"translation":[)" + std::to_string(x) + "," +
                 std::to_string(y) + "," + std::to_string(z) + "]}";
        roots = ",2";
    }
    model.nodes = R"({"mesh":0)" + std::string(sample.coding == Coding::Quantized ? kQuantizedPlace : "") +
                  further.ball + R"(},{"mesh":1)" + further.floor + "}" + nodes;
    model.scenes = R"({"nodes":[0,1)" + roots + "]}";
    model.rest += further.root;
    model.rest += picture + R"(,"materials":[{)" + sample.material +
                  R"(},{"pbrMetallicRoughness":{"metallicFactor":0,"roughnessFactor":0.7},"doubleSided":true},)"
                  R"({"pbrMetallicRoughness":{"metallicFactor":0,"roughnessFactor":0.3,"baseColorFactor":)"
                  R"([0.33,0.46,0.35,1]}})" +
                  (second.empty() ? "" : ",{" + sample.second + "}") + "]";
    if (sample.coding == Coding::Quantized) // no word of it stands anywhere else
        model.rest += R"(,"extensionsUsed":["KHR_mesh_quantization"],"extensionsRequired":["KHR_mesh_quantization"])";
    if (!sample.variant.empty())
        model.rest += R"(,"extensions":{"KHR_materials_variants":{"variants":[{"name":"indigo"},{"name":"celadon"}]}})";
    return model.glb();
}

BakedSample::BakedSample(const Sample &sample)
    : m_path(std::filesystem::temp_directory_path() /
             ("golden-" + QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString() + ".vpk"))
{
    const Baked baked = bake(glbOf(sample), "model.glb",
                             {.arePixelsPlain = true, .groundLights = {stage::StageStudio::groundLightOf("softbox")}});
    if (!baked.fault.empty())
        throw std::runtime_error(sample.name + ": " + baked.fault);
    std::ofstream(m_path, std::ios::binary)
        .write(reinterpret_cast<const char *>(baked.bytes.data()), static_cast<std::streamsize>(baked.bytes.size()));
}

BakedSample::~BakedSample()
{
    std::error_code ignored;
    std::filesystem::remove(m_path, ignored);
}

} // namespace vitrine::test
