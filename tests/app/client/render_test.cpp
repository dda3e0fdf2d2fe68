// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/client/Command.h"
#include "tests/support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QImage>
#include <QImageReader>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

/// The real `vitrine render`, as a person calls it.
using vitrine::test::Ran;
using vitrine::test::run;
using vitrine::test::TemporaryFolder;
using vitrine::test::writeFile;

namespace {

Ran render(const std::string &arguments) { return run(VITRINE_PROGRAM " render --size 64x64 " + arguments); }

std::string pyramid(const TemporaryFolder &folder, const std::string &more = "")
{
    return writeFile(
        folder.path() / "pyramid.obj",
        more + "v 0 0 0\nv 1 0 0\nv 1 0 1\nv 0 0 1\nv 0.5 1 0.5\nf 1 2 3 4\nf 2 1 5\nf 3 2 5\nf 4 3 5\nf 1 4 5\n");
}

} // namespace

TEST_CASE("The picture has the format that its suffix names")
{
    const TemporaryFolder folder;
    const std::string model = pyramid(folder);
    const auto [name, format] = GENERATE(std::pair{"picture.png", "png"}, std::pair{"picture.JPG", "jpeg"},
                                         std::pair{"picture.jpeg", "jpeg"}, std::pair{"picture.webp", "webp"});
    const std::string output = (folder.path() / name).string();
    const Ran ran = render(model + " -o " + output);
    INFO(ran.output);
    CHECK(ran.status == 0);
    QImageReader reader(QString::fromStdString(output));
    reader.setDecideFormatFromContent(true);
    CHECK(reader.format() == format);
    CHECK(reader.read().size() == QSize(64, 64));
}

TEST_CASE("A picture that cannot be written is refused before anything is drawn, with the reason")
{
    const TemporaryFolder folder;
    const std::string model = pyramid(folder);
    const auto answer = [&](const std::string &arguments) {
        const Ran ran = render(model + " -o " + arguments);
        CHECK(ran.status == 1);
        return ran.output;
    };
    CHECK(answer("picture.tiff") == "vitrine: invalidArgument at picture.tiff: no picture format is called .tiff; "
                                    "expects .png, .jpg, .jpeg or .webp\n");
    CHECK(answer("picture") == "vitrine: invalidArgument at picture: no suffix; expects .png, .jpg, .jpeg or .webp\n");
    CHECK(answer("picture.jpg --background transparent") ==
          "vitrine: invalidArgument at background: a JPEG knows no transparency; a PNG or a WebP does\n");
    CHECK(answer("picture.png --wall red,blue,white,2") ==
          "vitrine: invalidArgument at wall: expects three colours and a number from 0 to 1, such as "
          "#0d1015,#191d25,#3f3e3e,0.5\n");
    const std::string nowhere = (folder.path() / "nowhere" / "picture.png").string();
    CHECK(answer(nowhere) ==
          "vitrine: notFound at " + nowhere + ": the output cannot be written: there is no such folder\n");
    std::filesystem::create_directory(folder.path() / "folder.png");
    const std::string taken = (folder.path() / "folder.png").string();
    CHECK(answer(taken) == "vitrine: invalidArgument at " + taken + ": the output cannot be written: it is a folder\n");
    CHECK(answer("picture.png --camera 0,95,1") ==
          "vitrine: invalidArgument at camera: a pitch of 95 is not from -4 to 89\n");
    // Before the model is read, which is broken.
    const std::string broken = writeFile(folder.path() / "broken.glb", "glTF");
    CHECK(render(broken + " -o " + nowhere).output.starts_with("vitrine: notFound at " + nowhere + ": "));
}

TEST_CASE("An STL is drawn like any other model")
{
    const TemporaryFolder folder;
    const std::string model =
        writeFile(folder.path() / "fin.stl", "solid fin\nfacet normal 0 0 0\nouter loop\nvertex 0 0 0\nvertex 40 0 0\n"
                                             "vertex 20 0 60\nendloop\nendfacet\nendsolid fin\n");
    const Ran ran = render(model + " -o " + (folder.path() / "fin.png").string());
    CHECK(ran.output == "");
    CHECK(ran.status == 0);
    CHECK(QImage(QString::fromStdString((folder.path() / "fin.png").string())).size() == QSize(64, 64));
}

TEST_CASE("What is wrong with a model is said of that model")
{
    const TemporaryFolder folder;
    const std::string picture = " -o " + (folder.path() / "picture.png").string();
    const std::string gltf =
        writeFile(folder.path() / "broken.gltf", R"({"asset":{"version":"2.0"},"nodes":[{"mesh":"x"}]})");
    CHECK(render(gltf + picture).output == "vitrine: invalidArgument at " + gltf + ": /nodes/0/mesh: not a number\n");
    const std::string empty = writeFile(folder.path() / "empty.gltf", R"({"asset":{"version":"2.0"}})");
    CHECK(render(empty + picture).output == "vitrine: unsupported at " + empty +
                                                ": the file is valid, but there is nothing to draw: no mesh is placed "
                                                "in its scene\n");
    const std::string text = writeFile(folder.path() / "letter.txt", "Dear Sir");
    CHECK(render(text + picture).output ==
          "vitrine: unsupported at " + text +
              ": not a model that can be imported: glTF, GLB, OBJ, FBX, STL, PLY, DAE and 3DS can\n");
    const std::string none = (folder.path() / "none.glb").string();
    CHECK(render(none + picture).output == "vitrine: notFound at " + none + ": no such file\n");
    // From inside of the product nothing is to be seen: an error of the drawing, not of the import.
    const std::string model = pyramid(folder);
    CHECK(render(model + picture + " --camera 0,0,0.05").output ==
          "vitrine: invalidArgument at " + model + ": the product is not to be seen in the picture\n");
}

TEST_CASE("What of a list cannot be drawn is named, and the others are drawn")
{
    const TemporaryFolder folder;
    const std::string broken = writeFile(folder.path() / "broken.gltf", "{");
    const std::string output = (folder.path() / "picture.png").string();
    const std::string list =
        writeFile(folder.path() / "list.json", R"([{"model":")" + broken + R"(","output":")" +
                                                   (folder.path() / "no.png").string() + R"("},{"model":")" +
                                                   pyramid(folder) + R"(","output":")" + output + R"("}])");
    const Ran ran = render("--batch " + list);
    CHECK(ran.status != 0);
    CHECK(ran.output.contains("at " + broken));
    CHECK(ran.output.ends_with("at " + list + ": 1 of 2 pictures could not be drawn\n"));
    CHECK(std::filesystem::exists(output));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "no.png"));
}

TEST_CASE("A picture's camera is said as glTF describes one")
{
    const TemporaryFolder folder;
    const std::string output = (folder.path() / "picture.png").string();
    // From straight ahead the eye is before the pyramid, without a turn, at a third of its height or above.
    const Ran ran = render(pyramid(folder) + " --say-camera --camera 0,0,1 -o " + output);
    INFO(ran.output);
    REQUIRE(ran.status == 0);
    const QJsonObject said = QJsonDocument::fromJson(QByteArray::fromStdString(ran.output)).object();
    CHECK(said["output"].toString().toStdString() == output);
    const QJsonArray position = said["position"].toArray();
    REQUIRE(position.size() == 3);
    CHECK(std::abs(position[0].toDouble() - 0.5) < 1e-4);
    CHECK((position[1].toDouble() > 0.3 && position[1].toDouble() < 1));
    CHECK((position[2].toDouble() > 2 && position[2].toDouble() < 8));
    CHECK(std::abs(said["rotation"].toArray().at(3).toDouble() - 1) < 1e-6);
    CHECK(said["yfov"].toDouble() == 29);
}

TEST_CASE("A camera below the floor is lifted, and that is said")
{
    const TemporaryFolder folder;
    const std::string model = pyramid(folder);
    const auto draw = [&](const std::string &pitch) {
        const std::string output = (folder.path() / ("from" + pitch + ".png")).string();
        const Ran ran = render(model + " -o " + output + " --camera=20," + pitch + ",1");
        CHECK(ran.status == 0);
        return std::pair{ran.output, QImage(QString::fromStdString(output))};
    };
    const auto lowest = draw("-4");
    CHECK(lowest.first.empty());
    const auto lower = draw("-89");
    CHECK(lower.first == "vitrine: warning: the camera stays above the floor: a pitch of -89 is drawn from -4\n");
    CHECK(lower.second == lowest.second);
    CHECK(draw("89").second != lowest.second);
}

TEST_CASE("A traced picture shows what the drawn one shows, and says how far it is")
{
    const TemporaryFolder folder;
    const std::string model = pyramid(folder);
    const auto draw = [&](const std::string &name, const std::string &more) {
        const std::string output = (folder.path() / name).string();
        const Ran ran = render(model + " -o " + output + more);
        INFO(ran.output);
        CHECK(ran.status == 0);
        return std::pair{ran.output, QImage(QString::fromStdString(output))};
    };
    const QImage drawn = draw("drawn.png", "").second;
    const auto [said, traced] = draw("traced.png", " --traced 16");
    CHECK(said.starts_with("vitrine: traced 10 %\n"));
    REQUIRE(traced.size() == drawn.size());
    double off = 0;
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x)
            off += std::abs(qGray(traced.pixel(x, y)) - qGray(drawn.pixel(x, y))) / (64.0 * 64);
    CHECK(off < 8);
    CHECK(draw("again.png", " --traced 16").second == traced);
    const QImage open = draw("open.png", " --traced 4 --background transparent").second;
    CHECK(qAlpha(open.pixel(1, 1)) == 0);
    CHECK(qAlpha(open.pixel(32, 36)) == 255);
    const Ran refused = render(model + " -o " + (folder.path() / "none.png").string() + " --traced 0");
    CHECK(refused.status == 1);
    CHECK(refused.output.contains("traced: expects how many samples a pixel gets, 1 to 65536"));
}

TEST_CASE("One's own surround brings its backdrop, and --background stands above it")
{
    const TemporaryFolder folder;
    const std::string model = pyramid(folder);
    // Evenly lit in orange: 8×4 texels of red, green, blue and a common exponent.
    std::string surround = "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y 4 +X 8\n";
    for (int i = 0; i < 32; ++i)
        surround += "\xC8\x78\x28\x80";
    const std::string studio = writeFile(folder.path() / "orange.hdr", surround);
    const auto corner = [&](const std::string &more) {
        const std::string output = (folder.path() / "picture.png").string();
        const Ran ran = run("XDG_CACHE_HOME=" + (folder.path() / "cache").string() +
                            " " VITRINE_PROGRAM " render --size 64x64 " + model + " -o " + output + more);
        INFO(ran.output);
        CHECK(ran.status == 0);
        return QImage(QString::fromStdString(output)).pixelColor(2, 2);
    };
    const QColor house = corner("");
    const QColor own = corner(" --studio " + studio);
    CHECK(own.lightness() > 2 * house.lightness());
    CHECK(own.red() > own.blue() + 20);
    CHECK(corner(" --studio " + studio + " --background '#123456'") == QColor(0x12, 0x34, 0x56));
}

TEST_CASE("A still's shaders are kept by its model, and the oldest go where there are many")
{
    const TemporaryFolder folder;
    const auto draw = [&](const std::string &model) {
        const Ran ran =
            run("XDG_CACHE_HOME=" + (folder.path() / "cache").string() + " " VITRINE_PROGRAM " render --size 64x64 " +
                model + " -o " + (folder.path() / "picture.png").string());
        INFO(ran.output);
        REQUIRE(ran.status == 0);
    };
    const std::filesystem::path models = folder.path() / "cache" / "vitrine" / "vitrine-render";
    const auto files = [&] {
        std::vector<std::filesystem::path> paths;
        for (const auto &entry : std::filesystem::recursive_directory_iterator(models))
            if (entry.path().extension() == ".qsbc")
                paths.push_back(entry.path());
        return paths;
    };
    const std::string model = pyramid(folder);
    draw(model);
    REQUIRE(files().size() == 1);
    // Where none is new, the file is left as it is.
    const std::filesystem::path file = files().front();
    const auto before = std::filesystem::file_time_type::clock::now() - std::chrono::hours(1);
    const auto isWritten = [&](const std::string &what) {
        std::filesystem::last_write_time(file, before);
        draw(what);
        return std::filesystem::last_write_time(file) != before;
    };
    const std::string transparent = model + " --background transparent";
    CHECK_FALSE(isWritten(model));
    CHECK_FALSE(isWritten(model + " --camera 40,20,1.5"));
    CHECK(isWritten(transparent));
    CHECK_FALSE(isWritten(transparent));
    CHECK_FALSE(isWritten(model));
    // Where somebody damaged it or took it away, it comes again, and nothing is believed of what it had.
    std::ofstream(file) << "rubbish";
    CHECK(isWritten(model));
    CHECK_FALSE(isWritten(model));
    CHECK(isWritten(transparent));
    std::filesystem::remove(file);
    draw(model);
    REQUIRE(std::filesystem::exists(file));
    CHECK(isWritten(transparent));
    CHECK(files().size() == 1);
    const std::string copy = (folder.path() / ("copy" + std::filesystem::path(model).extension().string())).string();
    std::filesystem::copy(model, copy);
    draw(copy);
    CHECK(files().size() == 2);
    const auto now = std::filesystem::file_time_type::clock::now();
    for (int i = 0; i < 70; ++i) {
        const std::filesystem::path old = models / ("old" + std::to_string(i));
        std::filesystem::create_directory(old);
        std::filesystem::last_write_time(old, now - std::chrono::hours(24 + i));
    }
    draw(model);
    CHECK(files().size() == 2);
    CHECK(std::filesystem::exists(models / "old0"));
    CHECK_FALSE(std::filesystem::exists(models / "old69"));
}

TEST_CASE("A damaged package is named instead of drawn")
{
    const TemporaryFolder folder;
    const std::string package = (folder.path() / "pyramid.vpk").string();
    const std::string bake = (std::filesystem::path(VITRINE_PROGRAM).parent_path() / "vitrine-bake").string();
    REQUIRE(run(bake + " import " + pyramid(folder) + " -o " + package).status == 0);
    const std::string picture = " -o " + (folder.path() / "picture.png").string();
    CHECK(render(package + picture).status == 0);

    std::fstream file(package, std::ios::in | std::ios::out | std::ios::binary);
    const auto spoil = [&file](std::streamoff at) {
        file.seekg(at);
        const int byte = file.get();
        file.seekp(at);
        file.put(static_cast<char>(byte ^ 1));
        file.flush();
    };
    std::uint64_t firstSection = 0;
    file.seekg(64 + 8); // the header, then the directory's first record
    file.read(reinterpret_cast<char *>(&firstSection), sizeof firstSection);
    const auto firstVertex = static_cast<std::streamoff>(firstSection);
    spoil(firstVertex + 1);
    CHECK(render(package + picture).output ==
          "vitrine: corrupt at " + package + ": sections[0]: the section's bytes do not match their hash\n");
    const Ran info = run(bake + " info " + package);
    CHECK(info.output ==
          "vitrine-bake: corrupt at " + package + ": sections[0]: the section's bytes do not match their hash\n");
    CHECK(info.status == 1);
    spoil(firstVertex + 1);
    CHECK(render(package + picture).status == 0);
    spoil(64 + 8); // In the directory: seen without reading the rest.
    CHECK(render(package + picture).output ==
          "vitrine: malformed at " + package + ": header.directoryHash: the directory does not match its hash\n");
}

TEST_CASE("What cannot be shown of a model is said while it is drawn")
{
    const TemporaryFolder folder;
    const std::string model = writeFile(
        folder.path() / "prism.gltf",
        R"({"asset":{"version":"2.0"},"extensionsUsed":["ACME_glow"],"scene":0,)"
        R"("scenes":[{"nodes":[0]}],"nodes":[{"mesh":0}],"meshes":[{"primitives":[)"
        R"({"attributes":{"POSITION":0},"material":0}]}],"materials":[{"name":"prism","doubleSided":true,"extensions":)"
        R"({"ACME_glow":{"glow":0.1}}}],"accessors":[{"bufferView":0,"componentType":5126,)"
        R"("count":3,"type":"VEC3","min":[0,0,0],"max":[1,1,0]}],"bufferViews":[{"buffer":0,"byteLength":36}],)"
        R"("buffers":[{"byteLength":36,"uri":"data:application/octet-stream;base64,)"
        R"(AAAAAAAAAAAAAAAAAACAPwAAAAAAAAAAAAAAAAAAgD8AAAAA"}]})");
    const Ran ran = render(model + " -o " + (folder.path() / "prism.png").string());
    CHECK(ran.output == "vitrine: warning: " + model +
                            ": the extension ACME_glow is not known and was left out (/extensionsUsed/0)\n");
    CHECK(ran.status == 0);
}

namespace {

/// A process of the render command, with a temporary folder of its own and no display but one that it starts.
pid_t start(std::vector<std::string> words, const std::filesystem::path &temporary)
{
    std::vector<std::string> variables = {"TMPDIR=" + temporary.string()};
    constexpr std::array<std::string_view, 4> kOwn = {"TMPDIR=", "DISPLAY=", "WAYLAND_DISPLAY=", "QT_QPA_PLATFORM="};
    for (char **variable = environ; *variable != nullptr; ++variable)
        if (std::ranges::none_of(kOwn, [&](auto name) { return std::string_view(*variable).starts_with(name); }))
            variables.emplace_back(*variable);
    const auto pointers = [](std::vector<std::string> &texts) {
        std::vector<char *> list;
        list.reserve(texts.size() + 1);
        for (std::string &text : texts)
            list.push_back(text.data());
        list.push_back(nullptr);
        return list;
    };
    pid_t process = 0;
    REQUIRE(posix_spawn(&process, words[0].c_str(), nullptr, nullptr, pointers(words).data(),
                        pointers(variables).data()) == 0);
    return process;
}

std::string lineOf(const std::string &path)
{
    std::string line;
    std::getline(std::ifstream(path) >> std::ws, line);
    return line;
}

/// A child of the process that runs `program`; 0 if there is none now.
pid_t childOf(pid_t process, const std::string &program)
{
    const std::string number = std::to_string(process);
    std::error_code gone;
    for (const auto &thread : std::filesystem::directory_iterator("/proc/" + number + "/task", gone)) {
        std::istringstream children(lineOf((thread.path() / "children").string()));
        for (pid_t child = 0; children >> child;)
            if (lineOf("/proc/" + std::to_string(child) + "/comm") == program)
                return child;
    }
    return 0;
}

/// Gone, or dead and not yet fetched by whoever inherited it.
bool hasEnded(pid_t process)
{
    const std::string state = lineOf("/proc/" + std::to_string(process) + "/stat");
    return state.empty() || state.substr(state.rfind(')')).starts_with(") Z");
}

} // namespace

TEST_CASE("A killed render leaves no file and no process behind")
{
    const TemporaryFolder folder;
    const auto temporary = folder.path() / "temporary";
    std::filesystem::create_directory(temporary);
    // Heavy enough for the kill to come before the import ends.
    std::string text;
    constexpr int kSide = 700;
    for (int i = 0; i <= kSide * kSide + 2 * kSide; ++i)
        text += "v " + std::to_string(i % kSide) + " " + std::to_string(i % 7) + " " + std::to_string(i / kSide) + "\n";
    for (int i = 1; i <= kSide * kSide; ++i)
        text += "f " + std::to_string(i) + " " + std::to_string(i + 1) + " " + std::to_string(i + kSide + 1) + " " +
                std::to_string(i + kSide) + "\n";
    const std::string model = writeFile(folder.path() / "sheet.obj", text);
    const std::string output = (folder.path() / "sheet.png").string();

    for (const int signal : {SIGTERM, SIGINT, SIGKILL}) {
        const pid_t process = start({VITRINE_PROGRAM, "render", model, "-o", output}, temporary);
        pid_t importer = 0;
        while (importer == 0 && !hasEnded(process)) {
            importer = childOf(process, "vitrine-bake");
            std::this_thread::yield();
        }
        const pid_t display = childOf(process, "Xvfb");
        REQUIRE(display != 0);
        kill(process, signal);
        int status = 0;
        waitpid(process, &status, 0);
        CHECK(WIFSIGNALED(status));
        REQUIRE(importer != 0);
        while (!hasEnded(importer) || !hasEnded(display))
            std::this_thread::yield();
        CHECK(std::filesystem::is_empty(temporary));
        CHECK_FALSE(std::filesystem::exists(output));
    }
}
