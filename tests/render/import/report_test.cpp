// SPDX-License-Identifier: GPL-3.0-or-later
#include "ModelMaker.h"
#include "core/schema/Json.h"
#include "render/import/ImportReport.h"
#include "render/import/ReportWords.h"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace vitrine;
using namespace vitrine::render;
using core::Language;

namespace {

/// A triangle of 1 by 2 m whose corner stands on the origin.
ImportReport reportOfTriangle(std::uint64_t fileBytes = 2 << 20U)
{
    const auto baked = test::bake(test::Model().glb());
    return reportOf(*baked.package, 3 << 19U, fileBytes);
}

Verdict verdictOn(BudgetKind kind, const Package &package, const MeasuredModel &measured = {})
{
    const auto budgets = budgetsOf(package, measured);
    const auto found = std::ranges::find(budgets, kind, &Budget::kind);
    REQUIRE(found != budgets.end());
    return found->verdict;
}

/// The triangle, placed and stretched by its node.
test::Baked placed(const std::string &placement)
{
    test::Model model;
    model.nodes = R"({"mesh":0,)" + placement + "}";
    return test::bake(model.glb());
}

test::Baked textured(std::uint32_t width, std::uint32_t height)
{
    test::Model model;
    const test::Bytes image = test::png(width, height);
    model.addView(model.buffer.add(image), image.size());
    model.primitive = R"("indices":1,"material":0)";
    model.rest = R"(,"images":[{"bufferView":2,"mimeType":"image/png"}],"textures":[{"source":0}],)"
                 R"("materials":[{"emissiveTexture":{"index":0}}])";
    return test::bake(model.glb(), "model.glb", {.maxTextureSide = 8192, .arePixelsPlain = true});
}

} // namespace

TEST_CASE("A report in English")
{
    ImportReport report = reportOfTriangle();
    report.generator = "Blender";
    report.messages = {{Severity::Warning, "sheen is not shown", "the material 'velvet'"},
                       {Severity::Note, "STL names no unit: taken as inches", ""}};
    CHECK(inWords(report) == "size       1 × 2 × 0 m (width, height, depth)\n"
                             "geometry   1 triangle, 3 vertices, 1 mesh, 1 node, 1 draw\n"
                             "precision  positions to 0.017 mm, directions to 0.003°, texture coordinates to 0\n"
                             "cache      ACMR 3 before, 3 after\n"
                             "overdraw   1 before, 1 after\n"
                             "materials  1\n"
                             "textures   0\n"
                             "variants   0\n"
                             "cameras    0\n"
                             "package    1.6 MB\n"
                             "files      2.1 MB\n"
                             "made with  Blender\n"
                             "warning    sheen is not shown (the material 'velvet')\n"
                             "note       STL names no unit: taken as inches\n"
                             "budgets    by the Khronos 3D Commerce guidelines 1.0\n"
                             "pass       triangles: 1 (up to 100,000, at most 250,000)\n"
                             "pass       draws: 1 (up to 19, at most 800)\n"
                             "pass       materials: 1 (up to 5)\n"
                             "pass       longest texture: 0 texels (up to 2,048 texels, at most 4,096 texels)\n"
                             "pass       textures with a side that is no power of two: 0 (up to 0)\n"
                             "pass       the model's files: 2.1 MB (up to 5 MB, at most 10 MB)\n"
                             "pass       longest side: 2 m (at least 0.01 m, at most 100 m)\n"
                             "warn       middle of the bottom away from the origin: 25 % of the longest side "
                             "(up to 1 % of the longest side)\n");
}

TEST_CASE("A report in Bengali")
{
    ImportReport report = reportOfTriangle();
    report.generator = "Blender";
    report.variants = {"লাল", ""};
    report.messages = {
        {Severity::Warning, "an animation of '/scenes/0' cannot be shown and is left out", "/animations/0"},
        {Severity::Note, "STL names no unit: taken as inches", ""}};
    CHECK(inWords(report, Language::Bn) ==
          "মাপ: ১ × ২ × ০ মিটার (প্রস্থ, উচ্চতা, গভীরতা)\n"
          "জ্যামিতি: ১টি ত্রিভুজ, ৩টি শীর্ষবিন্দু, ১টি মেশ, ১টি নোড, ১টি ড্র\n"
          "নির্ভুলতা: অবস্থান ০.০১৭ মিমি, দিক ০.০০৩°, টেক্সচার-স্থানাঙ্ক ০ পর্যন্ত\n"
          "ক্যাশ: ACMR আগে ৩, পরে ৩\n"
          "ওভারড্র: আগে ১, পরে ১\n"
          "উপাদান: ১\n"
          "টেক্সচার: ০\n"
          "ধরন: ২: লাল, (নাম নেই)\n"
          "ক্যামেরা: ০\n"
          "প্যাকেজ: ১.৬ মেগাবাইট\n"
          "মডেলের ফাইল: ২.১ মেগাবাইট\n"
          "যা দিয়ে তৈরি: Blender\n"
          "সতর্কতা: '/scenes/0'-এর অ্যানিমেশন দেখানো যায় না, তাই বাদ গেছে (/animations/0)\n"
          "টীকা: STL একক বলে না: ধরা হয়েছে ইঞ্চি\n"
          "সীমা: ক্রোনোস থ্রিডি কমার্স নির্দেশিকা ১.০ অনুযায়ী\n"
          "উত্তীর্ণ: ত্রিভুজ: ১ (১,০০,০০০ পর্যন্ত, সর্বোচ্চ ২,৫০,০০০)\n"
          "উত্তীর্ণ: ড্র: ১ (১৯ পর্যন্ত, সর্বোচ্চ ৮০০)\n"
          "উত্তীর্ণ: উপাদান: ১ (৫ পর্যন্ত)\n"
          "উত্তীর্ণ: সবচেয়ে বড় টেক্সচার: ০ টেক্সেল (২,০৪৮ টেক্সেল পর্যন্ত, সর্বোচ্চ ৪,০৯৬ টেক্সেল)\n"
          "উত্তীর্ণ: যেসব টেক্সচারের পাশ দুইয়ের ঘাত নয়: ০ (০ পর্যন্ত)\n"
          "উত্তীর্ণ: মডেলের ফাইল: ২.১ মেগাবাইট (৫ মেগাবাইট পর্যন্ত, সর্বোচ্চ ১০ মেগাবাইট)\n"
          "উত্তীর্ণ: দীর্ঘতম পাশ: ২ মিটার (অন্তত ০.০১ মিটার, সর্বোচ্চ ১০০ মিটার)\n"
          "সাবধান: মূলবিন্দু থেকে তলার মাঝখানের দূরত্ব: দীর্ঘতম পাশের ২৫ % (দীর্ঘতম পাশের ১ % পর্যন্ত)\n");
}

TEST_CASE("A report as JSON has all of its fields")
{
    ImportReport report = reportOfTriangle();
    report.messages = {{Severity::Warning, "sheen is not shown", "the material 'velvet'"}};
    const std::string json = core::toJson(report);
    CHECK(json.starts_with(
        R"({"packageBytes":1572864,"fileBytes":2097152,"triangles":1,"vertices":3,"textureBytes":0,"nodes":1,)"
        R"("meshes":1,"draws":1,"materials":1,"textures":0,"variants":[],"cameras":[],)"
        R"("sizeMetres":{"width":1,"height":2,"depth":0},"precision":{"positionMillimetres":)"));
    CHECK(json.contains(
        R"("order":{"transformsBefore":3,"transformsAfter":3,"overdrawBefore":1,"overdrawAfter":1},)"
        R"("levels":[],"compression":[],"generator":"","copyright":"",)"
        R"("messages":[{"severity":"warning","text":"sheen is not shown","where":"the material 'velvet'"}],)"
        R"("budgets":[{"kind":"triangles","verdict":"pass","value":1,"atLeast":0,"recommended":1e+05,)"
        R"("atMost":250000},)"));
    CHECK(json.ends_with(R"({"kind":"originPercent","verdict":"warn","value":25,"atLeast":0,"recommended":1}]})"));
}

TEST_CASE("Each budget passes, warns and fails where the guidelines say")
{
    const auto baked = test::bake(test::Model().glb());
    const auto triangles = [&](std::uint64_t count) {
        return verdictOn(BudgetKind::Triangles, *baked.package, {.triangles = count});
    };
    CHECK(triangles(100'000) == Verdict::Pass);
    CHECK(triangles(100'001) == Verdict::Warn);
    CHECK(triangles(250'000) == Verdict::Warn);
    CHECK(triangles(250'001) == Verdict::Fail);
    const auto draws = [&](std::size_t count) {
        return verdictOn(BudgetKind::Draws, *baked.package, {.draws = count});
    };
    CHECK(draws(19) == Verdict::Pass);
    CHECK(draws(20) == Verdict::Warn);
    CHECK(draws(801) == Verdict::Fail);
    const auto bytes = [&](std::uint64_t count) {
        return verdictOn(BudgetKind::FileBytes, *baked.package, {.fileBytes = count});
    };
    CHECK(bytes(5'000'000) == Verdict::Pass);
    CHECK(bytes(5'000'001) == Verdict::Warn);
    CHECK(bytes(10'000'001) == Verdict::Fail);
    const auto length = [](const char *scale) {
        const auto moved = placed(R"("scale":[)" + std::string(scale) + "]");
        return verdictOn(BudgetKind::LongestMetres, *moved.package);
    };
    CHECK(length("0.01,0.01,0.01") == Verdict::Pass);
    CHECK(length("0.004,0.004,0.004") == Verdict::Fail);
    CHECK(length("50,50,50") == Verdict::Pass);
    CHECK(length("51,51,51") == Verdict::Fail);
}

TEST_CASE("Textures are judged by their longest side and by their shape")
{
    const auto verdicts = [](std::uint32_t width, std::uint32_t height) {
        const auto baked = textured(width, height);
        REQUIRE(baked.fault == "");
        return std::pair(verdictOn(BudgetKind::TextureSide, *baked.package),
                         verdictOn(BudgetKind::TextureShape, *baked.package));
    };
    CHECK(verdicts(2048, 4) == std::pair(Verdict::Pass, Verdict::Pass));
    CHECK(verdicts(4, 4096) == std::pair(Verdict::Warn, Verdict::Pass));
    CHECK(verdicts(4100, 4) == std::pair(Verdict::Fail, Verdict::Warn));
}

TEST_CASE("A product that stands with the middle of its bottom on the origin passes")
{
    const auto verdict = [](const char *translation) {
        const auto moved = placed(R"("translation":[)" + std::string(translation) + "]");
        return verdictOn(BudgetKind::OriginPercent, *moved.package);
    };
    CHECK(verdict("-0.5,0,0") == Verdict::Pass);
    CHECK(verdict("-0.5,0.01,0") == Verdict::Pass);
    CHECK(verdict("-0.5,-1,0") == Verdict::Warn);
    CHECK(verdict("-0.5,0,0.1") == Verdict::Warn);
}

TEST_CASE("Many materials are a warning")
{
    test::Model model;
    std::string materials;
    std::string primitives;
    for (int i = 0; i < 6; ++i) {
        materials += (i == 0 ? "" : ",") + std::string(R"({"name":"m)") + std::to_string(i) +
                     R"(","pbrMetallicRoughness":{"roughnessFactor":0.)" + std::to_string(i) + "}}";
        primitives +=
            (i == 0 ? "" : ",") + std::string(R"({"attributes":{"POSITION":0},"material":)") + std::to_string(i) + "}";
    }
    model.meshes = R"({"primitives":[)" + primitives + "]}";
    model.rest = R"(,"materials":[)" + materials + "]";
    CHECK(verdictOn(BudgetKind::Materials, *test::bake(model.glb()).package) == Verdict::Warn);
}

TEST_CASE("Nothing is said of files that nobody has counted")
{
    const ImportReport report = reportOfTriangle(0);
    CHECK(std::ranges::find(report.budgets, BudgetKind::FileBytes, &Budget::kind) == report.budgets.end());
    CHECK_FALSE(inWords(report).contains("files"));
}

TEST_CASE("Texts that are no UTF-8 do not spoil the report")
{
    const auto baked =
        test::bake(test::bytesOf("solid \xff\nfacet normal 0 0 0\nouter loop\nvertex 0 0 0\nvertex 1 0 0\n"
                                 "vertex 0 0 1\nendloop\nendfacet\nendsolid\n"),
                   "n\xff.stl");
    REQUIRE(baked.fault == "");
    const ImportReport report = reportOf(*baked.package, 1);
    REQUIRE(report.messages.size() == 1);
    CHECK(report.messages[0].where == "(not UTF-8)");
}

TEST_CASE("Messages of importers are told in Bengali, with what they quote as it stands")
{
    const auto bengali = [](const char *english) { return words::message(english, Language::Bn); };
    CHECK(bengali("STL names no unit and no axis: taken as millimetres with Z up") ==
          "STL একক বা অক্ষ কিছুই বলে না: ধরা হয়েছে মিলিমিটার, উপরের দিকে Z");
    CHECK(bengali("an animation is left out") == "একটি অ্যানিমেশন বাদ গেছে");
    CHECK(bengali("3 animations are left out") == "৩টি অ্যানিমেশন বাদ গেছে");
    CHECK(bengali("the texture is left out: no such file") == "টেক্সচারটি বাদ গেছে: এমন কোনো ফাইল নেই");
    CHECK(bengali("a texture of the kind Specular is not supported for this format and is left out") ==
          "Specular ধরনের একটি টেক্সচার এই ফরম্যাটে চলে না, তাই বাদ গেছে");
    CHECK(bengali("the texture was reduced to 2048×1024") == "টেক্সচারটি ছোট করে ২০৪৮×১০২৪ টেক্সেল করা হয়েছে");
    CHECK(bengali("the extension XYZ_glitter is not known and was left out") ==
          "XYZ_glitter এক্সটেনশনটি অজানা, তাই বাদ গেছে");
    CHECK(bengali("the picture's option '-s' is not applied") == "ছবির '-s' বিকল্পটি মানা হয়নি");
    CHECK(bengali("the material 'red' is in no library") == "'red' উপাদানটি কোনো তালিকা-ফাইলে নেই");
    CHECK(bengali("the material library is left out: no such file: 'lost.mtl'") ==
          "উপাদানের তালিকা-ফাইলটি বাদ গেছে: এমন কোনো ফাইল নেই: 'lost.mtl'");
    CHECK(bengali("the file is valid, but there is nothing to draw: no mesh is placed in its scene") ==
          "ফাইলটি ঠিক আছে, তবে আঁকার কিছু নেই: তার দৃশ্যে কোনো মেশ রাখা নেই");
    CHECK(bengali("there is no /accessors/7, only 2 of them") == "/accessors/7 নেই, আছে মাত্র ২টি");
    CHECK(bengali("2 components where 3 or 4 are needed") == "২টি অংশ আছে, দরকার ৩ বা ৪টি");
    CHECK(bengali("the file ends within its header of 84 bytes") == "ফাইলটি তার ৮৪ বাইটের হেডারের মাঝখানে শেষ");
    CHECK(bengali("the KTX2 texture is broken: its first level has 16 bytes instead of 64") ==
          "KTX2 টেক্সচারটি ভাঙা: তার প্রথম স্তরে আছে ১৬ বাইট, হওয়ার কথা ৬৪");
    CHECK(bengali("left out, for the extras are not as the shop has them: not a currency's code") ==
          "বাদ গেছে, কারণ extras দোকানের নিয়মে নেই: কোনো মুদ্রার কোড নয়");
    CHECK(bengali("the output cannot be written: it is the model itself") ==
          "ফলাফলের ফাইল লেখা যাচ্ছে না: সেটি মডেল নিজেই");
    CHECK(bengali("the library says: FBX-Tokenize (offset 0x1b) cannot read") ==
          "লাইব্রেরি বলছে: FBX-Tokenize (offset 0x1b) cannot read");
    CHECK(bengali("the library says: OBJ: Invalid face index.") == "লাইব্রেরি বলছে: OBJ: Invalid face index.");
    CHECK(words::place("box.obj: line 12", Language::Bn) == "box.obj: লাইন ১২");
    CHECK(words::place("byte 84", Language::Bn) == "বাইট ৮৪");
    CHECK(words::place("the material 'red'", Language::Bn) == "উপাদান 'red'");
    CHECK(words::place("/nodes/3", Language::Bn) == "/nodes/3");
    CHECK(words::place("box.obj: line 12", Language::En) == "box.obj: line 12");
    CHECK(bengali("something that no table knows") == "something that no table knows");
    CHECK(words::message("sheen is not shown", Language::En) == "sheen is not shown");
}

TEST_CASE("Sizes and numbers are told as people write them")
{
    using words::bytes;
    using words::plain;
    CHECK(bytes(1, Language::En) == "1 byte");
    CHECK(bytes(89, Language::En) == "89 bytes");
    CHECK(bytes(93'000, Language::En) == "93 KB");
    CHECK(bytes(999'999, Language::En) == "1 MB");
    CHECK(bytes(1'234'567, Language::En) == "1.2 MB");
    CHECK(bytes(45.6e6, Language::Bn) == "৪৫.৬ মেগাবাইট");
    CHECK(bytes(89, Language::Bn) == "৮৯ বাইট");
    CHECK(plain(0.00001526, Language::En) == "0.000015");
    CHECK(plain(154.7, Language::En, 4) == "154.7");
    CHECK(plain(12345.6, Language::En, 4) == "12,346");
    CHECK(plain(0, Language::Bn) == "০");
    CHECK(words::counted(words::kMeshes, 1, Language::En) == "1 mesh");
    CHECK(words::counted(words::kTriangles, 1'234'567, Language::En) == "1,234,567 triangles");
    CHECK(words::counted(words::kTriangles, 1'234'567, Language::Bn) == "১২,৩৪,৫৬৭টি ত্রিভুজ");
}

TEST_CASE("A report says what rounding, ordering, levels of detail and compression have done")
{
    // A sheet of 64 × 64 squares, its triangles in an order that suits nobody, with a texture.
    constexpr std::uint32_t kSide = 64;
    std::vector<float> positions;
    std::vector<float> normals;
    std::vector<float> uvs;
    for (std::uint32_t i = 0; i < (kSide + 1) * (kSide + 1); ++i) {
        const std::uint32_t row = i / (kSide + 1);
        const float x = static_cast<float>(i % (kSide + 1)) / kSide;
        const float z = static_cast<float>(row) / kSide;
        positions.insert(positions.end(), {x, 0.1F * std::sin(3 * x) * std::sin(3 * z), z});
        normals.insert(normals.end(), {0, 1, 0});
        uvs.insert(uvs.end(), {x, z});
    }
    std::vector<std::uint32_t> indices;
    for (std::uint32_t i = 0; i < kSide * kSide; ++i) {
        const std::uint32_t square = i * 1'237 % (kSide * kSide);
        const std::uint32_t corner = square / kSide * (kSide + 1) + square % kSide;
        indices.insert(indices.end(),
                       {corner, corner + kSide + 1, corner + 1, corner + 1, corner + kSide + 1, corner + kSide + 2});
    }
    test::Model model;
    model.add(positions, R"("componentType":5126,"count":4225,"type":"VEC3")");
    model.add(uvs, R"("componentType":5126,"count":4225,"type":"VEC2")");
    model.add(indices, R"("componentType":5125,"count":24576,"type":"SCALAR")");
    model.add(normals, R"("componentType":5126,"count":4225,"type":"VEC3")");
    const test::Bytes image = test::png(64, 64);
    model.addView(model.buffer.add(image), image.size());
    model.attributes = R"("POSITION":2,"TEXCOORD_0":3,"NORMAL":5)";
    model.primitive = R"("indices":4,"material":0)";
    model.nodes = R"({"mesh":0,"scale":[2,2,2]})";
    model.rest = R"(,"images":[{"bufferView":6,"mimeType":"image/png"}],"textures":[{"source":0}],)"
                 R"("materials":[{"emissiveTexture":{"index":0}}])";
    const auto baked = test::bake(model.glb());
    REQUIRE(baked.fault == "");
    const ImportReport report = reportOf(*baked.package, baked.bytes.size());
    CHECK((report.precision.positionMillimetres > 0.01 && report.precision.positionMillimetres < 0.1));
    CHECK(report.precision.normalDegrees == 0.003);
    CHECK((report.precision.textureCoordinates > 1e-6 && report.precision.textureCoordinates < 1e-5));
    CHECK((report.order.transformsBefore > 1.5 && report.order.transformsAfter < 0.9));
    CHECK((report.order.overdrawBefore >= 1 && report.order.overdrawAfter <= report.order.overdrawBefore));
    REQUIRE_FALSE(report.levels.empty());
    CHECK((report.levels[0].triangles > 0 && report.levels[0].triangles < 8'192));
    CHECK(report.levels[0].errorMillimetres > 0);
    REQUIRE(report.compression.size() == 1);
    CHECK(report.compression[0].format == PixelFormat::Bc7);
    CHECK(report.compression[0].textures == 1);
    CHECK(report.compression[0].bareBytes >= 64 * 64 * 4);
    CHECK(report.compression[0].bytes * 3 < report.compression[0].bareBytes);
    const std::string words = inWords(report);
    CHECK(words.contains("level 1    "));
    CHECK(words.contains("textures   1: 1 in BC7, "));
}
