// SPDX-License-Identifier: GPL-3.0-or-later
#include "FormatMaker.h"
#include "core/schema/Json.h"
#include "render/import/ImportOutcome.h"
#include "render/import/ImportProcess.h"
#include "render/package/MappedFile.h"
#include "tests/support/TemporaryFolder.h"

#include <catch2/generators/catch_generators.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>

using namespace vitrine;

namespace {

struct Ran {
    std::string output;
    int status = 0;
};

Ran run(const std::string &arguments)
{
    Ran ran;
    std::FILE *pipe = popen((std::string(BAKE_PROGRAM) + " " + arguments + " 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::array<char, 4096> part;
    while (const std::size_t size = std::fread(part.data(), 1, part.size(), pipe))
        ran.output.append(part.data(), size);
    ran.status = pclose(pipe);
    return ran;
}

void writeFile(const std::filesystem::path &path, const test::Bytes &bytes)
{
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

std::vector<std::string> namesIn(const std::filesystem::path &folder)
{
    std::vector<std::string> names;
    for (const auto &entry : std::filesystem::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::ranges::sort(names);
    return names;
}

} // namespace

TEST_CASE("The sandbox holds")
{
    const auto attempt = GENERATE("read", "write", "socket", "exec", "fork", "signal", "thread");
    const Ran ran = run(std::string("self-test ") + attempt);
    CHECK(ran.output == std::string(attempt) + ": held\n");
    CHECK(ran.status == 0);
}

#if !defined(__SANITIZE_ADDRESS__)
TEST_CASE("The sandbox refuses more memory than the limit")
{
    CHECK(run("self-test memory").output == "memory: held\n");
}
#endif

TEST_CASE("A crash in the sandbox is an error outside of it")
{
    const Ran ran = run("self-test crash");
    CHECK(ran.output.ends_with("crash: internal: the importer crashed (Aborted); the model is not usable\n"));
    CHECK(ran.status != 0);
}

TEST_CASE("A model that asks for itself again and again is an error that names it")
{
    const test::TemporaryFolder folder;
    test::DaeQuad quad;
    quad.nodes = R"(<node id="n9" name="Loop"><instance_node url="#n9"/></node>)";
    writeFile(folder.path() / "loop.dae", test::daeQuad(quad));
    const auto report = render::importInSandbox(folder.path() / "loop.dae", folder.path() / "loop.vpk");
    REQUIRE_FALSE(report);
    CHECK(core::describe(report.error()).contains("loop.dae: line "));
    CHECK(report.error().detail == "a node is a part of itself, or lies 256 deep");
}

TEST_CASE("A model is imported by the sandboxed process, with files beside it")
{
    const test::TemporaryFolder folder;
    test::Model model;
    std::string json = model.json();
    json.insert(json.find("\"byteLength\"", json.find("\"buffers\"")), "\"uri\":\"data.bin\",");
    writeFile(folder.path() / "data.bin", model.buffer.bytes());
    writeFile(folder.path() / "model.gltf", test::bytesOf(json));
    const auto report = render::importInSandbox(folder.path() / "model.gltf", folder.path() / "model.vpk");
    REQUIRE(report);
    CHECK(report->triangles == 1);
    CHECK(report->sizeMetres == render::ImportReport::Size{1, 2, 0});
    CHECK(namesIn(folder.path()) == std::vector<std::string>{"data.bin", "model.gltf", "model.vpk"});
    CHECK(run("info " + (folder.path() / "model.vpk").string()).output.starts_with("size       1 × 2 × 0 m"));
}

TEST_CASE("The program tells what is in a package in words of both languages and as JSON")
{
    const test::TemporaryFolder folder;
    writeFile(folder.path() / "model.stl", test::stlBinary(test::quadFacets()));
    const std::string model = (folder.path() / "model.stl").string();
    const std::string package = (folder.path() / "model.vpk").string();
    const std::string words = run("import --unit inch --up y " + model + " -o " + package).output;
    CHECK(words.starts_with("size       0.0508 × 0 × 0.0254 m (width, height, depth)\n"));
    CHECK(words.contains("\npass       the model's files: 184 bytes (up to 5 MB, at most 10 MB)\n"));
    CHECK(run("import --language bn " + model + " -o " + package).output.starts_with("মাপ: ০.০০২ × ০.০০১ × ০ মিটার"));
    CHECK(run("info --language bn " + package).output.starts_with("মাপ: ০.০০২ × ০.০০১ × ০ মিটার"));
    CHECK(run("info --json " + package).output.contains(R"("sizeMetres":{"width":0.002,"height":0.001,"depth":0})"));
    CHECK(
        run("import --json " + model + " -o " + package).output.starts_with(R"({"ok":true,"report":{"packageBytes":)"));
    const std::string noPackage = run("info " + model).output;
    CHECK(noPackage == "vitrine-bake: malformed at " + model + ": header.magic: not a Vitrine package\n");
    CHECK(run("info --json " + model).output ==
          R"({"ok":false,"code":"malformed","where":"header.magic","detail":"not a Vitrine package"})"
          "\n");
    writeFile(folder.path() / "model.stl", test::bytesOf("solid"));
    CHECK(run("import " + model + " -o " + package).output.starts_with("vitrine-bake: malformed at model.stl: "));
    CHECK(run("import --unit furlong " + model + " -o " + package).output.contains("--unit: furlong not in {"));
}

TEST_CASE("An output that cannot be written or studios that are not there are blamed, not the model")
{
    const test::TemporaryFolder folder;
    // Broken, so that it would be named had it been read.
    writeFile(folder.path() / "model.glb", test::bytesOf("glTF"));
    const std::string import = "import " + (folder.path() / "model.glb").string() + " -o ";
    const std::string lost = (folder.path() / "nowhere" / "model.vpk").string();
    CHECK(run(import + lost).output ==
          "vitrine-bake: notFound at " + lost + ": the output cannot be written: there is no such folder\n");
    CHECK(run("import --language bn " + import.substr(7) + lost).output ==
          "vitrine-bake: " + lost + ": ফলাফলের ফাইল লেখা যাচ্ছে না: এমন কোনো ফোল্ডার নেই\n");
    CHECK(run(import + folder.path().string())
              .output.ends_with(folder.path().string() + ": the output cannot be written: it is a folder\n"));
    const std::string studios = (folder.path() / "studios").string();
    CHECK(run(import + folder.path().string() + "/model.vpk --studios " + studios).output ==
          "vitrine-bake: notFound at " + studios + ": no light studios: No such file or directory\n");
}

TEST_CASE("What a model lacks is said in Bengali, whether it is made or refused")
{
    const test::TemporaryFolder folder;
    const std::string output = " --language bn -o " + (folder.path() / "model.vpk").string();
    writeFile(folder.path() / "box.obj", test::bytesOf("mtllib lost.mtl\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n"));
    const std::string words = run("import " + (folder.path() / "box.obj").string() + output).output;
    CHECK(words.contains("সতর্কতা: উপাদানের তালিকা-ফাইলটি বাদ গেছে: এমন কোনো ফাইল নেই: 'lost.mtl' (box.obj: লাইন ১)\n"));
    writeFile(folder.path() / "model.gltf",
              test::bytesOf(R"({"asset":{"version":"2.0"},"images":[{"uri":"lost.png"}]})"));
    const std::string fault = run("import " + (folder.path() / "model.gltf").string() + output).output;
    CHECK(fault.ends_with("model.gltf: /images/0/uri: এমন কোনো ফাইল নেই: 'lost.png'\n"));
}

TEST_CASE("The help leaves nothing empty")
{
    const std::string help = run("import --help").output;
    CHECK(help.contains("--output"));
    CHECK_FALSE(help.contains("Excludes"));
}

TEST_CASE("The shadows are those of the lights that the importer is given, else of the installed studios")
{
    const test::TemporaryFolder folder;
    writeFile(folder.path() / "model.glb", test::Model().glb());
    const auto keysOf = [&](const render::ImportOptions &options) {
        REQUIRE(render::importInSandbox(folder.path() / "model.glb", folder.path() / "model.vpk", options));
        const auto file = render::MappedFile::open(folder.path() / "model.vpk");
        const auto package = render::Package::open(file->bytes());
        std::vector<render::GroundKey> keys;
        for (const render::GroundRecord &ground : package->grounds())
            keys.push_back(ground.key);
        return keys;
    };
    const render::GroundKey broad;
    const render::GroundLight above{.key = {0xfedc'ba98'7654'3210}, .towards = {{0, 1, 0}}};
    render::ImportOptions options;
    options.groundLights = {above};
    CHECK(keysOf(options) == std::vector{broad, above.key});
    options.groundLights = {{}};
    CHECK(keysOf(options) == std::vector{broad});
    CHECK(keysOf({}).size() > 2);
}

TEST_CASE("A failed import says why, leaves the old package and nothing else")
{
    const test::TemporaryFolder folder;
    writeFile(folder.path() / "model.gltf", test::bytesOf(R"({"asset":{"version":"2.0"},"nodes":[{"mesh":"x"}]})"));
    writeFile(folder.path() / "model.vpk", test::bytesOf("old"));
    const auto report = render::importInSandbox(folder.path() / "model.gltf", folder.path() / "model.vpk");
    REQUIRE_FALSE(report);
    CHECK(core::describe(report.error()) == "invalidArgument at /nodes/0/mesh: not a number");
    CHECK(namesIn(folder.path()) == std::vector<std::string>{"model.gltf", "model.vpk"});
    CHECK(std::filesystem::file_size(folder.path() / "model.vpk") == 3);
    const auto missing = render::importInSandbox(folder.path() / "none.glb", folder.path() / "none.vpk");
    CHECK(missing.error().code == core::ErrorCode::NotFound);
}

#if !defined(__SANITIZE_ADDRESS__)
TEST_CASE("A model that needs too much memory is an error, not a crash")
{
    const test::TemporaryFolder folder;
    // Too many nodes by far, but the parser must hold them before they can be counted.
    std::string json = R"({"asset":{"version":"2.0"},"nodes":[1)";
    for (int i = 0; i < 33'000'000; ++i)
        json += ",1";
    writeFile(folder.path() / "model.gltf", test::bytesOf(json + "]}"));
    const auto report = render::importInSandbox(folder.path() / "model.gltf", folder.path() / "model.vpk");
    REQUIRE_FALSE(report);
    CHECK(core::describe(report.error()) == "tooLarge: the importer ran out of memory (limit 1 GiB)");
}
#endif

#if !defined(__SANITIZE_ADDRESS__)
TEST_CASE("An OBJ of two million triangles without normals is imported within the importer's time")
{
    const test::TemporaryFolder folder;
    constexpr int kSide = 1'000;
    std::string text;
    for (int row = 0; row <= kSide; ++row)
        for (int column = 0; column <= kSide; ++column)
            text += "v " + std::to_string(column) + " 0 " + std::to_string(row) + "\n";
    for (int row = 0; row < kSide; ++row)
        for (int column = 0; column < kSide; ++column) {
            const int corner = row * (kSide + 1) + column + 1;
            text += "f " + std::to_string(corner) + " " + std::to_string(corner + kSide + 1) + " " +
                    std::to_string(corner + kSide + 2) + " " + std::to_string(corner + 1) + "\n";
        }
    writeFile(folder.path() / "sheet.obj", test::bytesOf(text));
    const auto report = render::importInSandbox(folder.path() / "sheet.obj", folder.path() / "sheet.vpk");
    REQUIRE(report);
    CHECK(report->triangles == std::uint64_t{2} * kSide * kSide);
    CHECK(report->vertices == (kSide + 1) * (kSide + 1)); // One normal everywhere: all corners are welded again.
}

TEST_CASE("An OBJ that needs too much memory says so")
{
    const test::TemporaryFolder folder;
    std::string text = "v 0 0 0\nv 1 0 0\nv 0 1 0\n";
    for (int i = 0; i < 7'000'000; ++i)
        text += "f 1 2 3\n";
    writeFile(folder.path() / "heap.obj", test::bytesOf(text));
    const auto report = render::importInSandbox(folder.path() / "heap.obj", folder.path() / "heap.vpk");
    REQUIRE_FALSE(report);
    CHECK(core::describe(report.error()) == "tooLarge at heap.obj: the importer ran out of memory (limit 1 GiB)");
}
#endif

TEST_CASE("An outcome survives the way through its line")
{
    render::ImportReport report;
    report.messages.push_back({render::Severity::Warning, "a \"quoted\"\nline", "/meshes/0"});
    report.messages.push_back({render::Severity::Note, "another", ""});
    report.fileBytes = 1234;
    CHECK(render::outcomeLine(core::toJson(report))
              .starts_with(R"({"ok":true,"report":{"packageBytes":0,"fileBytes":1234,)"));
    CHECK(render::outcomeLine(core::toJson(report))
              .contains(R"("messages":[{"severity":"warning","text":"a \"quoted\"\nline","where":"/meshes/0"},)"
                        R"({"severity":"note","text":"another","where":""}])"));
    CHECK(render::parseOutcome(render::outcomeLine(core::toJson(report))) == 1234U);
    const core::Error error{core::ErrorCode::TooLarge, "a \"quoted\"\nline\\ – দীর্ঘ", "/nodes/~1"};
    const auto back = render::parseOutcome(render::outcomeLine(std::unexpected(error)));
    REQUIRE_FALSE(back);
    CHECK(back.error() == error);
    CHECK(render::parseOutcome("nonsense").error().code == core::ErrorCode::Internal);
    CHECK(render::parseOutcome(R"({"ok":true})").error().code == core::ErrorCode::Internal);
    CHECK(render::parseOutcome(R"({"ok":false})").error().code == core::ErrorCode::Internal);
}
