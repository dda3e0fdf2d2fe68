// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/client/Command.h"
#include "tests/support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <QImage>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

/// The real `vitrine render --film`, as a person calls it.
using vitrine::test::Ran;
using vitrine::test::run;
using vitrine::test::TemporaryFolder;
using vitrine::test::writeFile;

namespace {

namespace fs = std::filesystem;

std::string bytesOf(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

/// A model, its films beside it, and a folder for what is made of them.
class Studio
{
public:
    Studio()
    {
        writeFile(m_folder.path() / "pyramid.obj",
                  "v 0 0 0\nv 1 0 0\nv 1 0 1\nv 0 0 1\nv 0.5 1 0.5\nf 1 2 3 4\nf 2 1 5\nf 3 2 5\nf 4 3 5\nf 1 4 5\n");
        writeFile(
            m_folder.path() / "pyramid.shots",
            "film tiny\nshot 0.3\ncamera 0 10 1 to 40 10 1\nfocus whole f/2\nshot 0.2\ncamera 90 10 1\nblend 0.1\n"
            "film long\nshot 100\ncamera 0 10 1 to 40 10 1\n");
        fs::create_directory(out());
    }

    fs::path out() const { return m_folder.path() / "out"; }
    fs::path path(const char *name) const { return m_folder.path() / name; }
    std::string command(const std::string &arguments, const std::string &before = "",
                        const std::string &size = "64x64") const
    {
        return before + VITRINE_PROGRAM " render " + path("pyramid.obj").string() + " --size " + size + " " + arguments;
    }
    Ran film(const std::string &arguments, const std::string &before = "", const std::string &size = "64x64") const
    {
        return run(command(arguments, before, size));
    }
    std::size_t count() const
    {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(out()), fs::directory_iterator()));
    }

private:
    TemporaryFolder m_folder;
};

bool hasFfmpeg() { return run("command -v ffmpeg ffprobe").status == 0; }

} // namespace

TEST_CASE("A sequence has one picture for each frame, the same each time")
{
    const Studio studio;
    const Ran first = studio.film("--film tiny --fps 20 -o " + (studio.out() / "a-%03d.png").string());
    INFO(first.output);
    CHECK(first.status == 0);
    CHECK(first.output.contains("vitrine: frame 10 of 10\n"));
    CHECK(studio.count() == 10);
    CHECK(studio.film("--film tiny --fps 20 -o " + (studio.out() / "b-%03d.png").string()).status == 0);
    for (const char *number : {"001", "004", "006", "007", "010"}) {
        const std::string one = bytesOf(studio.out() / (std::string("a-") + number + ".png"));
        CHECK(one.size() > 100);
        CHECK((one == bytesOf(studio.out() / (std::string("b-") + number + ".png"))));
    }
    CHECK((bytesOf(studio.out() / "a-001.png") != bytesOf(studio.out() / "a-006.png")));
}

TEST_CASE("A moment of a film is one picture")
{
    const Studio studio;
    CHECK(studio.film("--film tiny --at 0.2 -o " + (studio.out() / "now.jpg").string()).status == 0);
    CHECK(QImage(QString::fromStdString((studio.out() / "now.jpg").string())).size() == QSize(64, 64));
    const Ran beyond = studio.film("--film tiny --at 0.6 -o " + (studio.out() / "beyond.jpg").string());
    CHECK(beyond.output == "vitrine: invalidArgument at at: the film ends at 0.5 s\n");
    CHECK_FALSE(fs::exists(studio.out() / "beyond.jpg"));
}

TEST_CASE("A product without films has those of its shape, and other films can be given")
{
    const Studio studio;
    fs::remove(studio.path("pyramid.shots"));
    CHECK(studio.film("--film reveal --at 1 -o " + (studio.out() / "reveal.png").string()).status == 0);
    const Ran unknown = studio.film("--film tiny -o " + (studio.out() / "%d.png").string());
    CHECK(unknown.output == "vitrine: notFound at tiny: there is no such film; there are reveal, turntable\n");
    const std::string other = writeFile(studio.path("other.shots"), "film mine\nshot 0.1\n");
    CHECK(studio.film("--film mine --shots " + other + " -o " + (studio.out() / "%d.png").string()).status == 0);
    writeFile(studio.path("other.shots"), "film mine\nshot soon\n");
    CHECK(studio.film("--film mine --shots " + other + " -o " + (studio.out() / "%d.png").string()).output ==
          "vitrine: malformed at " + other + ":2:6: expects seconds from 0.1 to 120, not 'soon'\n");
}

TEST_CASE("A package is known by how it begins, as the shop keeps its own without a suffix")
{
    const Studio studio;
    const std::string package = studio.path("ea318c").string();
    const std::string bake = (fs::path(VITRINE_PROGRAM).parent_path() / "vitrine-bake").string();
    REQUIRE(run(bake + " import " + studio.path("pyramid.obj").string() + " -o " + package + ".vpk").status == 0);
    fs::rename(package + ".vpk", package);
    const Ran ran = run(std::string(VITRINE_PROGRAM) + " render " + package + " --size 64x64 --film tiny --at 0 -o " +
                        (studio.out() / "now.png").string());
    CHECK(ran.output == "vitrine: frame 1 of 1\n");
    CHECK(ran.status == 0);
}

TEST_CASE("Films beside a model that cannot be read, or name what it does not have, are refused")
{
    const Studio studio;
    const std::string model = studio.path("pyramid.obj").string();
    const auto answer = [&](const std::string &text) {
        writeFile(studio.path("pyramid.shots"), text);
        return studio.film("-o " + (studio.out() / "still.png").string()).output;
    };
    CHECK(answer("film a\nshot 1\n  lens 8\n") ==
          "vitrine: malformed at " + model + ": pyramid.shots:3:8: expects millimetres from 12 to 400, not '8'\n");
    CHECK(answer("film a\nshot 1\n  look part lid\n") ==
          "vitrine: notFound at " + model + ": pyramid.shots:3:13: no part of the model is called 'lid'\n");
    CHECK(answer("film a\nshot 1\n  variant Blue\n") ==
          "vitrine: notFound at " + model + ": pyramid.shots:a: the model has no variant 'Blue'\n");
}

TEST_CASE("What a film goes into is said before anything is drawn")
{
    const Studio studio;
    CHECK(
        studio.film("--film tiny -o film.png").output ==
        "vitrine: invalidArgument at film.png: expects .mp4, .webm or .gif, a sequence such as frames/%04d.png, or one "
        "picture and --at\n");
    CHECK(studio.film("--film tiny -o film-%s.png").output ==
          "vitrine: invalidArgument at film-%s.png: expects one %04d in the name of a sequence, for the frame's "
          "number\n");
    CHECK(studio.film("--film tiny -o film-%04d.tiff").output ==
          "vitrine: invalidArgument at film-%04d.tiff: no picture format is called .tiff; expects .png, .jpg, .jpeg or "
          ".webp\n");
    CHECK(studio.film("--film tiny --fps 0 -o f.mp4").output ==
          "vitrine: invalidArgument at fps: expects a number from 1 to 120\n");
    CHECK(studio.film("--at 1 -o f.png").output ==
          "vitrine: invalidArgument at film: expects the name of a film too\n");
    CHECK(studio.film("--film tiny --background transparent -o f.mp4").output ==
          "vitrine: invalidArgument at background: a video knows no transparency; a sequence of pictures does\n");
    const std::string nowhere = (studio.out() / "nowhere" / "film.mp4").string();
    if (hasFfmpeg())
        CHECK(studio.film("--film tiny -o " + nowhere).output ==
              "vitrine: notFound at " + nowhere + ": the output cannot be written: there is no such folder\n");
}

TEST_CASE("A video has every frame, and is the same each time")
{
    if (!hasFfmpeg())
        SKIP("no ffmpeg here");
    const Studio studio;
    for (const char *name : {"one.mp4", "two.mp4", "one.webm", "one.gif"}) {
        const Ran ran = studio.film("--film tiny --fps 20 -o " + (studio.out() / name).string());
        INFO(ran.output);
        REQUIRE(ran.status == 0);
        const Ran probe = run("ffprobe -v error -count_frames -show_entries "
                              "stream=width,height,avg_frame_rate,nb_read_frames -of csv=p=0 " +
                              (studio.out() / name).string());
        CHECK(probe.output == "64,64,20/1,10\n");
    }
    CHECK((bytesOf(studio.out() / "one.mp4") == bytesOf(studio.out() / "two.mp4")));
    CHECK(studio.count() == 4);
    CHECK(studio.film("--film tiny -o " + (studio.out() / "odd.mp4").string(), "", "65x64")
              .output.ends_with("invalidArgument at size: the sides of a video are even numbers of pixels\n"));
}

TEST_CASE("Where ffmpeg fails its last word is said and nothing is left")
{
    const Studio studio;
    fs::create_directory(studio.path("bin"));
    const std::string fake = (studio.path("bin") / "ffmpeg").string();
    const std::string before = "PATH=" + studio.path("bin").string() + ":$PATH ";
    const std::string video = (studio.out() / "film.mp4").string();
    const auto answer = [&](const std::string &script) {
        writeFile(fake, "#!/bin/sh\n" + script);
        fs::permissions(fake, fs::perms::owner_all);
        const Ran ran = studio.film("--film tiny -o " + video, before);
        CHECK(ran.status == 1);
        CHECK(studio.count() == 0);
        return ran.output.substr(ran.output.rfind("vitrine: ", ran.output.size() - 2));
    };
    CHECK(answer("echo ' V..... mpeg9 '") ==
          "vitrine: unsupported at " + fake + ": the ffmpeg that is installed writes no mp4\n");
    const std::string knows = "case \"$*\" in *-encoders*) echo ' V..... libx264  H.264'; exit 0;; esac\n";
    CHECK(answer(knows + "echo first >&2; echo 'it broke' >&2; exit 1") ==
          "vitrine: unavailable at " + video + ": ffmpeg: it broke\n");
    CHECK(answer(knows + "head -c 20000 > /dev/null; echo 'av_interleaved_write_frame(): No space left on device' >&2; "
                         "exit 228") ==
          "vitrine: storageFull at " + video + ": ffmpeg: av_interleaved_write_frame(): No space left on device\n");
    CHECK(answer(knows + "cat > /dev/null; exit 3") ==
          "vitrine: unavailable at " + video + ": ffmpeg ended without a word\n");
}

TEST_CASE("Without ffmpeg a video is refused with what can be done instead")
{
    if (std::getenv("DISPLAY") == nullptr)
        SKIP("the display would be started from the same path");
    const Studio studio;
    const std::string video = (studio.out() / "film.mp4").string();
    CHECK(studio.film("--film tiny -o " + video, "PATH=" + studio.out().string() + " ").output ==
          "vitrine: unavailable at " + video +
              ": videos are made by ffmpeg, and there is none here; a sequence such as frames/%04d.png needs none\n");
}

TEST_CASE("A film that is cancelled leaves nothing behind")
{
    const Studio studio;
    // Each signal after three more frames.
    const auto cancelled = [&](const std::string &name, const std::vector<int> &sent, const std::string &before = "") {
        const std::string command = studio.command("--film long --say-progress -o " + (studio.out() / name).string());
        std::FILE *pipe = popen((before + command + " & echo $!; wait $!").c_str(), "r");
        REQUIRE(pipe != nullptr);
        std::array<char, 256> line;
        REQUIRE(std::fgets(line.data(), line.size(), pipe) != nullptr);
        const pid_t child = std::atoi(line.data());
        for (const int signal : sent) {
            for (int frames = 0; frames < 3; ++frames)
                REQUIRE(std::fgets(line.data(), line.size(), pipe) != nullptr);
            CHECK(std::string(line.data()).ends_with(",\"frames\":3000}\n"));
            REQUIRE(kill(child, signal) == 0);
        }
        while (std::fgets(line.data(), line.size(), pipe) != nullptr) {
        }
        pclose(pipe);
    };
    for (const int signal : {SIGTERM, SIGHUP}) {
        INFO("signal " << signal);
        cancelled("%04d.png", {signal});
        if (hasFfmpeg())
            cancelled("film.mp4", {signal});
        CHECK(studio.count() == 0);
    }
    // As nohup has it, the film goes on without its terminal.
    cancelled("%04d.png", {SIGHUP, SIGHUP, SIGTERM}, "trap '' HUP; ");
    CHECK(studio.count() == 0);
    // Nor does it take an older one away.
    const fs::path older = studio.out() / "0001.png";
    std::ofstream(older) << "older";
    cancelled("%04d.png", {SIGTERM});
    CHECK(studio.count() == 1);
    CHECK(bytesOf(older) == "older");
}
