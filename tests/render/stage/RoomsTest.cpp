// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/Import.h"
#include "render/import/ImportReport.h"
#include "tests/render/stage/Stills.h"
#include "tests/support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

using namespace vitrine;

namespace {

constexpr std::size_t kMostDraws = 100;
constexpr std::uint64_t kMostTriangles = 250'000;
constexpr std::uint32_t kTextureSide = 64; ///< What a small picture needs, and soon decoded.

std::vector<std::filesystem::path> rooms()
{
    std::vector<std::filesystem::path> found;
    for (const auto &entry : std::filesystem::directory_iterator(VITRINE_ROOMS))
        if (entry.path().extension() == ".glb")
            found.push_back(entry.path());
    std::ranges::sort(found);
    return found;
}

/// The room as the client gets it, and what is in it.
render::ImportReport bake(const std::filesystem::path &room, const std::filesystem::path &into)
{
    render::DirectoryFiles files(room.parent_path());
    std::vector<std::byte> bytes;
    const auto size =
        render::importModel(files, room.filename().string(), {.maxTextureSide = kTextureSide, .arePixelsPlain = true},
                            render::memorySink(bytes));
    INFO((size ? "" : core::describe(size.error())));
    REQUIRE(size.has_value());
    std::ofstream(into, std::ios::binary)
        .write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    const auto package = render::Package::open(bytes);
    REQUIRE(package.has_value());
    return render::reportOf(*package, *size);
}

/// How much of the picture the room fills, and how many of the 16 steps of grey lie on at least a hundredth of it.
struct Seen {
    double cover = 0;
    std::ptrdiff_t greys = 0;
};

Seen seenIn(const QImage &image)
{
    std::array<int, 16> steps{};
    int covered = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (const QRgb pixel = image.pixel(x, y); qAlpha(pixel) > 230) {
                ++covered;
                ++steps.at(static_cast<std::size_t>(qGray(pixel)) / 16);
            }
    const double pixels = image.width() * image.height();
    return {covered / pixels, std::ranges::count_if(steps, [&](int count) { return count > pixels / 100; })};
}

} // namespace

TEST_CASE("EveryRoomOpensOnTheStageAndFillsItsCameras")
{
    const test::TemporaryFolder folder;
    const auto files = rooms();
    REQUIRE_FALSE(files.empty());
    for (const auto &file : files) {
        const auto package = folder.path() / file.filename().replace_extension(".vpk");
        const render::ImportReport report = bake(file, package);
        INFO(file.stem().string() << ", " << report.draws << " draws of " << report.triangles << " triangles");
        CHECK(report.draws <= kMostDraws);
        CHECK(report.triangles <= kMostTriangles);
        REQUIRE_FALSE(report.cameras.empty());
        stage::Still still;
        still.package = QString::fromStdString(package.string());
        still.studio = QStringLiteral("gallery");
        still.size = {160, 90};
        still.background = QStringLiteral("transparent");
        for (std::size_t camera = 0; camera < report.cameras.size(); ++camera) {
            still.fileCamera = static_cast<int>(camera);
            const auto image = test::draw(still);
            INFO("through the camera '" << report.cameras[camera] << '\'');
            INFO((image ? "" : core::describe(image.error())));
            REQUIRE(image.has_value());
            const Seen seen = seenIn(*image);
            INFO("covers " << seen.cover << " in " << seen.greys << " greys");
            CHECK(seen.cover > 0.5);
            CHECK(seen.greys >= 4);
        }
    }
}
