// SPDX-License-Identifier: GPL-3.0-or-later
#include "../FuzzEntries.h"
#include "ModelMaker.h"
#include "tests/support/TemporaryFolder.h"

#include <fstream>
#include <random>

using namespace vitrine;
using test::bake;
using test::corners;
using test::Model;

namespace {

std::string faultOf(const Model &model) { return bake(model.glb()).fault; }

std::string faultOfText(const std::string &json) { return bake(test::bytesOf(json), "model.gltf").fault; }

/// The start of a document, to be closed by the test.
const std::string kAsset = R"({"asset":{"version":"2.0"})";

void writeFile(const std::filesystem::path &path, const test::Bytes &bytes)
{
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

/// A model whose one buffer is an external file.
std::string modelWithBuffer(const std::string &uri)
{
    return kAsset +
           R"(,"scenes":[{"nodes":[0]}],"nodes":[{"mesh":0}],"meshes":[{"primitives":[{"attributes":{)"
           R"("POSITION":0}}]}],"accessors":[{"bufferView":0,"componentType":5126,"count":3,"type":"VEC3"}],)"
           R"("bufferViews":[{"buffer":0,"byteLength":36}],"buffers":[{"byteLength":36,"uri":")" +
           uri + R"("}]})";
}

test::Bytes triangleBytes() { return Model().buffer.bytes(); }

} // namespace

TEST_CASE("A GLB cut off anywhere is an error that says where")
{
    Model model;
    const test::Bytes whole = model.glb();
    for (std::size_t size = 1; size < whole.size(); ++size) {
        const test::Bytes part(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        const std::string fault = bake(part).fault;
        INFO(size);
        if (size < 4)
            REQUIRE(fault.starts_with("malformed at byte 0: neither a binary glTF nor a JSON object"));
        else if (size < 12)
            REQUIRE(fault == "malformed at byte 0: the file has only " + std::to_string(size) + " bytes");
        else
            REQUIRE(fault == "malformed at byte " + std::to_string(size) + ": the file is cut off: " +
                                 std::to_string(size) + " bytes of " + std::to_string(whole.size()));
    }
}

TEST_CASE("Damaged models end in an error or a sound package")
{
    Model model;
    model.primitive = R"("indices":1,"material":0)";
    model.rest = R"(,"materials":[{"pbrMetallicRoughness":{"baseColorFactor":[1,1,1,1]}}])";
    const test::Bytes whole = model.glb();
    std::mt19937 random(7);
    for (int round = 0; round < 3'000; ++round) {
        test::Bytes bytes = whole;
        const unsigned flips = 1 + random() % 3;
        for (unsigned i = 0; i < flips; ++i)
            bytes[random() % bytes.size()] = static_cast<std::byte>(random());
        test::importAnyGltf(bytes);
    }
    SUCCEED();
}

TEST_CASE("Syntax errors of the JSON have an offset")
{
    CHECK(faultOfText(R"({"asset":{"version":"2.0"},})") == "malformed at byte 27: this is not JSON");
    CHECK(faultOfText(R"({"asset":)") == "malformed at byte 9: this is not JSON");
    CHECK(faultOfText(R"({"a":[1,2,3}})") == "malformed at byte 11: this is not JSON");
    CHECK(faultOfText(R"({"a":01})") == "malformed at byte 6: this is not JSON");
    CHECK(faultOfText("{\"a\":\"\xff\"}") == "malformed: the JSON is not UTF-8");
    CHECK(bake(test::glb(R"({"asset" 1})", {})).fault == "malformed at byte 29: this is not JSON");
}

TEST_CASE("Deep JSON is refused")
{
    const std::string deep =
        R"({"asset":{"version":"2.0"},"extras":)" + std::string(100'000, '[') + std::string(100'000, ']') + "}";
    CHECK(faultOfText(deep) == "tooLarge: JSON nested deeper than 64");
}

TEST_CASE("Counts of four billion are refused before anything is allocated")
{
    Model model;
    model.addAccessor(R"("bufferView":1,"componentType":5125,"count":4294967295,"type":"SCALAR")");
    CHECK(faultOf(model) == "tooLarge at /accessors/2/count: 4294967295 elements (limit 24000000)");
    Model zeros;
    zeros.addAccessor(R"("componentType":5126,"count":20000000,"type":"VEC3")");
    zeros.attributes = R"("POSITION":2)";
    CHECK(faultOf(zeros) ==
          "tooLarge at /meshes/0/primitives/0: more than 8000000 vertices in all primitives together");
}

TEST_CASE("Many primitives over one accessor share one budget")
{
    Model model;
    model.addAccessor(R"("componentType":5126,"count":3000000,"type":"VEC3")");
    const std::string primitive = R"({"attributes":{"POSITION":2},"indices":1})";
    model.meshes = R"({"primitives":[)" + primitive + "," + primitive + "," + primitive + "]}";
    CHECK(faultOf(model) ==
          "tooLarge at /meshes/0/primitives/2: more than 8000000 vertices in all primitives together");
}

TEST_CASE("Accessors that reach out of their view are named")
{
    Model model;
    model.addAccessor(R"("bufferView":0,"byteOffset":4,"componentType":5126,"count":3,"type":"VEC3")");
    model.attributes = R"("POSITION":2)";
    CHECK(faultOf(model) ==
          "invalidArgument at /accessors/2: 3 elements from byte 4 need 36 bytes, /bufferViews/0 has 32");
    Model wild;
    wild.add(std::vector<std::uint16_t>{0, 1, 3}, R"("componentType":5123,"count":3,"type":"SCALAR")");
    wild.primitive = R"("indices":2)";
    CHECK(faultOf(wild) == "invalidArgument at /meshes/0/primitives/0/indices: index 3 of 3 vertices");
    Model offset;
    offset.addAccessor(R"("bufferView":0,"byteOffset":9007199254740988,"componentType":5126,"count":3,"type":"VEC3")");
    offset.attributes = R"("POSITION":2)";
    CHECK(faultOf(offset).starts_with("invalidArgument at /accessors/2: 3 elements from byte 9007199254740988"));
}

TEST_CASE("Positions that are no numbers are named")
{
    Model model;
    model.add(std::vector<float>{0, 0, 0, 1, 0, 0, 0, std::numeric_limits<float>::quiet_NaN(), 0},
              R"("componentType":5126,"count":3,"type":"VEC3")");
    model.attributes = R"("POSITION":2)";
    CHECK(faultOf(model) == "invalidArgument at /meshes/0/primitives/0/attributes/POSITION: the position of vertex 2 "
                            "is not a finite number");
}

TEST_CASE("Nodes that are their own ancestors are named")
{
    Model model;
    model.nodes = R"({"mesh":0},{"children":[2]},{"children":[1]})";
    CHECK(faultOf(model) == "invalidArgument at /nodes/1: the node is its own ancestor");
    model.nodes = R"({"mesh":0,"children":[0]})";
    model.scenes = "{}";
    CHECK(faultOf(model) == "invalidArgument at /nodes/0: the node is its own ancestor");
    model.nodes = R"({"mesh":0,"children":[2]},{"children":[2]},{})";
    CHECK(faultOf(model) == "invalidArgument at /nodes/1/children/0: /nodes/2 already has the parent /nodes/0");
}

TEST_CASE("A chain of all the nodes there may be is walked without recursion")
{
    Model model;
    std::string nodes = R"({"mesh":0,"children":[1]})";
    for (int i = 1; i < 65'535; ++i)
        nodes += R"(,{"children":[)" + std::to_string(i + 1) + "]}";
    model.nodes = nodes + ",{}";
    CHECK(bake(model.glb()).package->nodes().size() == 65'536);
    model.nodes += ",{}";
    CHECK(faultOf(model) == "tooLarge at /nodes: 65537 nodes (limit 65536)");
}

TEST_CASE("A mesh that stands in too many places is refused")
{
    const auto place = [](Model &model, int times) {
        model.nodes = R"({"mesh":0})";
        std::string roots = "0";
        for (int i = 1; i < times; ++i) {
            model.nodes += R"(,{"mesh":0})";
            roots += ',' + std::to_string(i);
        }
        model.scenes = R"({"nodes":[)" + roots + "]}";
    };
    Model model;
    place(model, 4'096);
    CHECK(bake(model.glb()).package->nodes().size() == 4'096);
    place(model, 4'097);
    CHECK(faultOf(model) == "tooLarge at /nodes: more than 4096 draws, counting each place where a mesh stands");

    Model large;
    std::vector<std::uint16_t> indices;
    indices.reserve(30'000);
    for (int i = 0; i < 30'000; ++i)
        indices.push_back(static_cast<std::uint16_t>(i % 3));
    large.add(indices, R"("componentType":5123,"count":30000,"type":"SCALAR")");
    large.primitive = R"("indices":2)";
    place(large, 1'601);
    CHECK(faultOf(large) == "tooLarge at /nodes: more than 16000000 triangles to draw, counting each place where a "
                            "mesh stands");
}

TEST_CASE("Unknown required extensions are named")
{
    Model model;
    model.rest = R"(,"extensionsUsed":["KHR_mesh_quantization","XYZ_glitter"],)"
                 R"("extensionsRequired":["KHR_mesh_quantization","XYZ_glitter"])";
    CHECK(faultOf(model) == "unsupported at /extensionsRequired/1: the model needs the extension XYZ_glitter, which "
                            "is not known");
}

TEST_CASE("Image bombs are refused or fail, and never take the memory that they declare")
{
    const auto withImage = [](const test::Bytes &image) {
        Model model;
        model.addView(model.buffer.add(image), image.size());
        model.primitive = R"("material":0)";
        model.rest = R"(,"images":[{"bufferView":2}],"textures":[{"source":0}],"materials":[{"emissiveTexture":)"
                     R"({"index":0}}])";
        return model;
    };
    CHECK(faultOf(withImage(test::pngBomb(100'000, 100'000))) ==
          "tooLarge at /images/0: an image of 100000×100000 texels (limit 8192 a side)");
    CHECK(faultOf(withImage(test::pngBomb(8'192, 8'192))) ==
          "malformed at /images/0: the image cannot be decoded: not enough pixels");
    CHECK(faultOf(withImage(test::bytesOf("GIF89a"))) == "malformed at /images/0: not a PNG, JPEG, WebP or KTX2 image");
    test::Bytes cut = test::png(16, 16);
    cut.resize(60);
    CHECK(faultOf(withImage(cut)).starts_with("malformed at /images/0: the image cannot be decoded"));
}

TEST_CASE("Many images together stay below the limit of all textures")
{
    Model model;
    const test::Bytes image = test::pngBomb(8'192, 8'192);
    std::string images;
    std::string textures;
    std::string materials;
    std::string primitives;
    for (int i = 0; i < 5; ++i) {
        test::Bytes other = image;
        other.push_back(static_cast<std::byte>(i)); // Equal images would be one.
        model.addView(model.buffer.add(other), other.size());
        const std::string comma = i == 0 ? "" : ",";
        images += comma + R"({"bufferView":)" + std::to_string(2 + i) + "}";
        textures += comma + R"({"source":)" + std::to_string(i) + "}";
        materials += comma + R"({"emissiveTexture":{"index":)" + std::to_string(i) + "}}";
        primitives += comma + R"({"attributes":{"POSITION":0},"material":)" + std::to_string(i) + "}";
    }
    model.meshes = R"({"primitives":[)" + primitives + "]}";
    model.rest = R"(,"images":[)" + images + R"(],"textures":[)" + textures + R"(],"materials":[)" + materials + "]";
    CHECK(faultOf(model) == "tooLarge at /images/4: more than 1073741824 bytes of decoded textures together");
}

TEST_CASE("A model sees its own folder and nothing else")
{
    const test::TemporaryFolder home;
    const auto folder = home.path() / "model";
    std::filesystem::create_directories(folder / "parts");
    writeFile(home.path() / "secret.bin", triangleBytes());
    writeFile(folder / "parts" / "own piece.bin", triangleBytes());
    std::filesystem::create_symlink("parts/own piece.bin", folder / "inner-link.bin");
    std::filesystem::create_symlink("../secret.bin", folder / "outer-link.bin");
    std::filesystem::create_symlink("..", folder / "up");
    const auto importWith = [&](const std::string &uri) {
        writeFile(folder / "model.gltf", test::bytesOf(modelWithBuffer(uri)));
        render::DirectoryFiles files(folder);
        return bake(files, "model.gltf").fault;
    };
    CHECK(importWith("parts/own%20piece.bin").empty());
    CHECK(importWith("inner-link.bin").empty());
    CHECK(importWith("../secret.bin") == "permissionDenied at /buffers/0/uri: the path climbs out of the model's "
                                         "folder: '../secret.bin'");
    CHECK(importWith("%2e%2e/secret.bin") == "permissionDenied at /buffers/0/uri: the path climbs out of the model's "
                                             "folder: '../secret.bin'");
    CHECK(importWith("outer-link.bin") == "permissionDenied at /buffers/0/uri: a link leads out of the model's "
                                          "folder: 'outer-link.bin'");
    CHECK(importWith("up/secret.bin") == "permissionDenied at /buffers/0/uri: a link leads out of the model's folder: "
                                         "'up/secret.bin'");
    CHECK(importWith("/etc/passwd") == "permissionDenied at /buffers/0/uri: not a path relative to the model's "
                                       "folder: '/etc/passwd'");
    CHECK(importWith("file:///etc/passwd") == "permissionDenied at /buffers/0/uri: a model may only name files in its "
                                              "own folder, not 'file:///etc/passwd'");
    CHECK(importWith("parts\\\\own piece.bin").starts_with("permissionDenied"));
    CHECK(importWith("nowhere.bin") == "notFound at /buffers/0/uri: no such file: 'nowhere.bin'");
    CHECK(importWith("parts") == "invalidArgument at /buffers/0/uri: not a plain file: 'parts'");
}

TEST_CASE("A model that shows nothing is an error")
{
    CHECK(faultOfText(kAsset + "}") ==
          "unsupported: the file is valid, but there is nothing to draw: no mesh is placed in its scene");
    Model model;
    model.add(std::vector<float>(9, 5), R"("componentType":5126,"count":3,"type":"VEC3")");
    model.attributes = R"("POSITION":2)";
    CHECK(faultOf(model) == "unsupported: the file is valid, but there is nothing to draw: all of its "
                            "triangles are one point");
    CHECK(
        bake(test::bytesOf("hello"), "picture.png").fault ==
        "unsupported at picture.png: not a model that can be imported: glTF, GLB, OBJ, FBX, STL, PLY, DAE and 3DS can");
}

TEST_CASE("A model that is too large or too far away for single precision is an error")
{
    const auto placed = [](const std::string &members) {
        Model model;
        model.nodes = R"({"mesh":0,)" + members + "}";
        return faultOf(model);
    };
    CHECK(placed(R"("scale":[1e10,1e10,1e10])").empty());
    for (const char *scale : {"1e13", "1e20", "1e30"})
        CHECK(placed(R"("scale":[)" + std::string(scale) + "," + scale + "," + scale + "]")
                  .contains("1e+12 m are the most"));
    CHECK(placed(R"("translation":[1e6,0,0])").empty());
    CHECK(placed(R"("translation":[0,0,1e7])") ==
          "invalidArgument: the model stands 1e+07 m from the origin, too far for its size of 2e+00 m");
}

TEST_CASE("An OBJ's material library that cannot be read is named with its line")
{
    const test::TemporaryFolder home;
    const auto folder = home.path() / "model";
    std::filesystem::create_directories(folder / "parts");
    std::ofstream(home.path() / "secret.mtl") << "newmtl red\nKd 1 0 0\n";
    std::ofstream(folder / "parts" / "own.mtl") << "newmtl red\nKd 1 0 0\n";
    std::ofstream(folder / "climbing.mtl") << "newmtl red\nmap_Kd ..\\secret.png\n";
    std::filesystem::create_symlink("../secret.mtl", folder / "link.mtl");
    const auto importWith = [&](const std::string &library) {
        std::ofstream(folder / "box.obj")
            << "# a comment\nv 0 0 0\nmtllib " << library << "\nv 2 0 0\nv 2 1 0\nusemtl red\nf 1 2 3\n";
        render::DirectoryFiles files(folder);
        auto baked = bake(files, "box.obj");
        if (baked.fault.empty())
            for (const render::MessageRecord &message :
                 baked.package->messages().first(baked.package->messages().size() - 1)) // The last is of its unit.
                baked.fault += "warning at " + std::string(baked.package->text(message.where)) + ": " +
                               std::string(baked.package->text(message.text));
        return baked.fault;
    };
    CHECK(importWith("parts/own.mtl").empty());
    CHECK(importWith("parts\\own.mtl \t\r").empty());
    CHECK(importWith("../secret.mtl") ==
          "permissionDenied at box.obj: line 3: the path climbs out of the model's folder: '../secret.mtl'");
    CHECK(importWith("parts\\..\\..\\secret.mtl") == "permissionDenied at box.obj: line 3: the path climbs out of the "
                                                     "model's folder: 'parts/../../secret.mtl'");
    CHECK(importWith("link.mtl") ==
          "permissionDenied at box.obj: line 3: a link leads out of the model's folder: 'link.mtl'");
    CHECK(importWith("lost.mtl") ==
          "warning at box.obj: line 3: the material library is left out: no such file: 'lost.mtl'");
    CHECK(importWith("C:\\parts\\box.mtl") ==
          "warning at box.obj: line 3: the material library is left out: not a path "
          "relative to the model's folder: 'C:/parts/box.mtl'");
    CHECK(importWith("climbing.mtl") == "permissionDenied at the material 'red': the path climbs out of the model's "
                                        "folder: '../secret.png'");
}

TEST_CASE("An OBJ's numbers may start with their point")
{
    // The last vertex is no corner: were a line overlooked, the size would be another.
    const auto baked =
        bake(test::bytesOf("mtllib .5.mtl\nv 0 0 0\nv .5 .25 0\nv\t.5\t-.25 +.125\nv 9 9 9\nf 1 2 3\n"), "model.obj");
    REQUIRE(baked.fault.empty());
    CHECK(baked.package->info().bounds.min == render::Vector3{0, -0.25F, 0});
    CHECK(baked.package->info().bounds.max == render::Vector3{0.5F, 0.25F, 0.125F});
    REQUIRE(baked.package->messages().size() == 2);
    CHECK(baked.package->text(baked.package->messages()[0].text).ends_with("no such file: '.5.mtl'"));
}

TEST_CASE("An OBJ's lines may be indented, end with a comment and follow a byte order mark")
{
    const std::string quad = "v 0 0 0\nv 2 0 0\nv 2 1 0\nv 0 1 0\n";
    const auto trianglesOf = [](const std::string &text) {
        const auto baked = bake(test::bytesOf(text), "model.obj");
        INFO(text);
        CHECK(baked.fault == "");
        return baked.fault.empty() ? baked.package->info().triangleCount : std::uint64_t{0};
    };
    CHECK(trianglesOf(quad + "f 1 2 3 4 # 5 6\n") == 2);
    CHECK(trianglesOf(quad + "f 1 2 3 4\t#") == 2);
    CHECK(trianglesOf(quad + "f 1 2 \\\n 3 4 # goes on \\\nf 1 2 3\n") == 3);
    CHECK(trianglesOf("v 0 0 0 # 1\r\nv .5 0 0 #.5\r\nv 2 1 0#\r\nf 1 2 3\r\n") == 1);
    CHECK(trianglesOf("v 0 0 0 # a\rv 1 0 0\rv 1 1 0 # b\rf 1 2 3 # c\rf 3 2 1\r") == 2);
    CHECK(trianglesOf("\xEF\xBB\xBF" + quad + "f 1 2 3 4\n") == 2);
    CHECK(trianglesOf("# ends with \\\n" + quad + "\t\n  \tf 1 2 3\n") == 1);
    CHECK(trianglesOf(quad + "o Nr. #1\nf 1 2 3\no Nr. #2\nf 1 3 4\n") == 2);
    CHECK(bake(test::bytesOf("\xEF\xBB\xBFv 0 0 0\nf 1 2 9 # nine\n"), "model.obj").fault ==
          "malformed at model.obj: line 2: vertex 2, there are 1");
}

TEST_CASE("An OBJ names several material libraries on a line, or one with blanks in its name")
{
    const test::TemporaryFolder folder;
    std::ofstream(folder.path() / "red.mtl") << "newmtl red\nKd 1 0 0\n";
    std::ofstream(folder.path() / "dark blue.MTL") << "newmtl blue\nKd 0 0 1\n";
    std::ofstream(folder.path() / "a.mtl b.mtl") << "newmtl red\nKd 1 0 0\nnewmtl blue\nKd 0 0 1\n";
    const auto saidOf = [&](const std::string &libraries) {
        std::ofstream(folder.path() / "box.obj") << "mtllib " << libraries
                                                 << "\nv 0 0 0\nv 2 0 0\nv 2 1 0\nv 0 1 0\nusemtl red\nf 1 2 3\n"
                                                    "usemtl blue\nf 1 3 4\n";
        render::DirectoryFiles files(folder.path());
        const auto baked = bake(files, "box.obj");
        if (!baked.fault.empty())
            return baked.fault;
        std::string said;
        for (const render::MaterialRecord &material : baked.package->materials())
            said += material.baseColor[0] == 1 && material.baseColor[1] == 0   ? "red "
                    : material.baseColor[2] == 1 && material.baseColor[1] == 0 ? "blue "
                                                                               : "";
        for (const render::MessageRecord &message :
             baked.package->messages().first(baked.package->messages().size() - 1)) // The last is of its unit.
            said +=
                std::string(baked.package->text(message.where)) + ": " + std::string(baked.package->text(message.text));
        return said;
    };
    CHECK(saidOf("red.mtl dark blue.MTL") == "red blue ");
    CHECK(saidOf("red.mtl  .\\dark blue.MTL # both") == "red blue ");
    CHECK(saidOf("a.mtl b.mtl") == "red blue ");
    CHECK(saidOf("dark blue.MTL lost.mtl red.mtl") ==
          "red blue box.obj: line 1: the material library is left out: no such file: 'lost.mtl'");
    CHECK(saidOf("red.mtl ../secret.mtl") ==
          "permissionDenied at box.obj: line 1: the path climbs out of the model's folder: '../secret.mtl'");
}

TEST_CASE("An OBJ's points, lines and a picture's options that are not applied are warned of")
{
    const test::TemporaryFolder folder;
    writeFile(folder.path() / "skin.png", test::png(2, 2));
    std::ofstream(folder.path() / "box.mtl") << "newmtl red\nmap_Kd -s 2 2 1 -blendu on -clamp on skin.png\n"
                                                "# map_Kd -o 1 1\nmap_Ke skin.png\n";
    std::ofstream(folder.path() / "box.obj")
        << "mtllib box.mtl\no quad\nv 0 0 0\nv 2 0 0\nv 2 1 0\nvt 0 0\nusemtl red\nl 1 2 3\np 1\nf 1/1 2/1 3/1\n";
    render::DirectoryFiles files(folder.path());
    const auto baked = bake(files, "box.obj");
    REQUIRE(baked.fault == "");
    CHECK(test::warningsOf(baked) ==
          std::vector<std::string>{"box.mtl: line 2: the picture's option '-s' is not applied",
                                   "box.mtl: line 2: the picture's option '-clamp' is not applied",
                                   "quad: points and lines are left out"});
    CHECK(baked.package->info().triangleCount == 1);
    CHECK(bake(test::bytesOf("v 0 0 0\nv 1 0 0\nl 1 2\n"), "model.obj").fault ==
          "unsupported at model.obj: the file is valid, but there is nothing to draw: its meshes have no triangles");
}

TEST_CASE("An OBJ with its materials is imported, and a broken one is an error")
{
    const test::TemporaryFolder folder;
    writeFile(folder.path() / "skin.png", test::png(2, 2));
    std::ofstream(folder.path() / "box.mtl")
        << "newmtl red\nKd 1 0 0\nNs 100\nmap_Kd skin.png\nnewmtl glass\nKd 0 0 1\nd "
           "0.5\nmap_Kd C:\\work\\lost.png\n";
    std::ofstream(folder.path() / "box.obj")
        << "mtllib box.mtl\no quad\nv 0 0 0\nv 2 0 0\nv 2 1 0\nv 0 1 0\nvt 0 0\nvt 1 0\nvt 1 1\nvt 0 1\n"
           "usemtl red\nf 1/1 2/2 3/3 4/4\no other\nusemtl glass\nf 1 3 4\n";
    render::DirectoryFiles files(folder.path());
    const auto baked = bake(files, "box.obj");
    REQUIRE(baked.fault.empty());
    CHECK(baked.package->info().triangleCount == 3);
    CHECK(baked.package->info().bounds.max == render::Vector3{2, 1, 0});
    CHECK(baked.package->textures().size() == 1);
    CHECK(baked.package->materials().size() == 2);
    // The first row of the image is its top: the top corner of the quad reads v = 0.
    const auto uv = corners(*baked.package, baked.package->meshes()[0], render::VertexSemantic::TexCoord0);
    const auto positions = corners(*baked.package, baked.package->meshes()[0], render::VertexSemantic::Position);
    for (std::size_t i = 0; i < uv.size(); ++i)
        CHECK(uv[i][1] == 1 - positions[i][1]);
    REQUIRE(baked.package->messages().size() == 2);
    CHECK(baked.package->text(baked.package->messages()[0].text).starts_with("the texture is left out"));
    CHECK(baked.package->text(baked.package->messages()[1].text) ==
          "OBJ names no unit and no axis: taken as metres with Y up");

    test::importAnyObj(test::bytesOf("v 0 0\nf 1 2 99999999\n"));
    CHECK(bake(test::bytesOf("f f f\n"), "model.obj").fault.starts_with("malformed at model.obj: "));
    CHECK(bake(test::bytesOf("v 0 0 0\nf 1 2 9\n"), "model.obj").fault ==
          "malformed at model.obj: line 2: vertex 2, there are 1");
}
