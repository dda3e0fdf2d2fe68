// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/scene/PackageAsset.h"
#include "tests/render/import/ShapeMaker.h"
#include "tests/render/stage/Stills.h"
#include "tests/support/TemporaryFolder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QBuffer>
#include <QImage>
#include <QQuickWindow>

#include <bit>
#include <cmath>
#include <fstream>

using namespace vitrine;
using test::Model;

namespace {

constexpr int kSide = 256;

/// No side of it is like another, and it has small things for the lower levels to lose.
test::Bytes picture(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            image.setPixelColor(
                x, y, QColor(x * 200 / size.width(), y * 220 / size.height(), (x / 4 + y / 4) % 2 == 0 ? 40 : 90));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    const auto *first = reinterpret_cast<const std::byte *>(bytes.constData());
    return {first, first + bytes.size()};
}

/// A board of half a metre that shows the picture.
class Board
{
public:
    explicit Board(QSize size = {kSide, kSide})
    {
        Model model;
        model.add(std::vector<float>{-0.25F, 0, 0, 0.25F, 0, 0, -0.25F, 0.5F, 0, 0.25F, 0.5F, 0},
                  test::kFloats + R"(4,"type":"VEC3")");
        model.add(std::vector<float>{0, 1, 1, 1, 0, 0, 1, 0}, test::kFloats + R"(4,"type":"VEC2")");
        model.add(std::vector<std::uint16_t>{0, 1, 2, 2, 1, 3}, R"("componentType":5123,"count":6,"type":"SCALAR")");
        const test::Bytes png = picture(size);
        model.addView(model.buffer.add(png), png.size());
        const std::string view = std::to_string(model.viewCount() - 1);
        model.attributes = R"("POSITION":2,"TEXCOORD_0":3)";
        model.primitive = R"("indices":4,"material":0)";
        model.rest = R"(,"images":[{"mimeType":"image/png","bufferView":)" + view +
                     R"(}],"textures":[{"source":0}],"materials":[{"pbrMetallicRoughness":{"metallicFactor":0,)"
                     R"("roughnessFactor":1,"baseColorTexture":{"index":0}}}])";
        const auto baked = test::bake(model.glb());
        INFO(baked.fault);
        REQUIRE(baked.fault.empty());
        std::ofstream(path(), std::ios::binary)
            .write(reinterpret_cast<const char *>(baked.bytes.data()),
                   static_cast<std::streamsize>(baked.bytes.size()));
    }
    std::string path() const { return (m_folder.path() / "board.vpk").string(); }

private:
    test::TemporaryFolder m_folder;
};

std::shared_ptr<const render::PackageAsset> load(const Board &board, std::uint32_t side, render::TextureForm form)
{
    auto asset = render::PackageAsset::load(board.path(), side, {}, form);
    REQUIRE(asset.has_value());
    return *asset;
}

/// By a device of its own that is asked for blocks, or told to take texels.
QImage drawn(const Board &board, bool areInBlocks)
{
    qputenv("VITRINE_TEXTURE_BLOCKS", areInBlocks ? "1" : "0");
    const test::BoxPackage box;
    stage::Still still = test::stillOf(box);
    const auto stage = stage::StillStage::create(still);
    INFO((stage ? "" : core::describe(stage.error())));
    REQUIRE(stage.has_value());
    REQUIRE((*stage)->draw(still).has_value()); // From here on it is known what draws.
    still.package = QString::fromStdString(board.path());
    still.orbit.yaw = 40; // further away on one side: of several levels
    const auto image = (*stage)->draw(still);
    REQUIRE(image.has_value());
    const auto parts = (*stage)->parts(still);
    REQUIRE(parts.has_value());
    CHECK(parts->asset->blocks(0).empty() != areInBlocks);
    qunsetenv("VITRINE_TEXTURE_BLOCKS");
    return *image;
}

} // namespace

// In a run of its own: see CMakeLists.txt.
TEST_CASE("AGpuShowsTexturesInBlocksAsItShowsTexels", "[vulkan]")
{
    if (QQuickWindow::graphicsApi() != QSGRendererInterface::Vulkan)
        SKIP("drawn by no API that reads blocks");
    const QSize size = GENERATE(QSize(kSide, kSide), QSize(190, 131)); // of whole blocks or not
    const Board board(size);
    const QImage asTexels = drawn(board, false);
    const QImage asBlocks = drawn(board, true);
    REQUIRE(asTexels.size() == asBlocks.size());
    double squares = 0;
    for (int y = 0; y < asTexels.height(); ++y)
        for (int x = 0; x < asTexels.width(); ++x) {
            const QColor one = asTexels.pixelColor(x, y);
            const QColor other = asBlocks.pixelColor(x, y);
            for (const int apart : {one.red() - other.red(), one.green() - other.green(), one.blue() - other.blue()})
                squares += apart * apart;
        }
    const double mean = std::sqrt(squares / (3.0 * asTexels.width() * asTexels.height()));
    INFO("root mean square " << mean);
    CHECK(mean < 2);
    CHECK(asBlocks.pixelColor(160, 120) != QColor(Qt::white)); // the board is there
}

TEST_CASE("TexturesInBlocksTakeAQuarterOfTexels")
{
    const Board board;
    const auto texels = load(board, kSide, render::TextureForm::Texels);
    CHECK(texels->blocks(0).empty());
    CHECK(texels->texture(0).texels.size() == std::size_t{4} * kSide * kSide);
    const auto blocks = load(board, kSide, render::TextureForm::Blocks);
    CHECK(blocks->texture(0).texels.empty());
    // The least level is a block, of a single texel.
    std::size_t asBlocks = 0;
    std::size_t asTexels = 0;
    for (const render::MipRecord &level : blocks->blocks(0)) {
        asBlocks += blocks->package().pixelsOf(level).size();
        asTexels += std::size_t{4} * level.width * level.height;
    }
    CHECK(asTexels > std::size_t{5} * kSide * kSide);
    CHECK(asBlocks <= asTexels / 4 + 32);
}

TEST_CASE("BlocksBeginWithTheLevelThatIsWantedAndGoOnToTheLast")
{
    const Board board;
    for (const std::uint32_t side : {256U, 64U}) {
        const auto asset = load(board, side, render::TextureForm::Blocks);
        const auto levels = asset->blocks(0);
        REQUIRE(levels.size() == static_cast<std::size_t>(std::bit_width(side)));
        CHECK(levels.front().width == side);
        CHECK(levels.back().width == 1);
    }
}
