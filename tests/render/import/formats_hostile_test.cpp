// SPDX-License-Identifier: GPL-3.0-or-later
#include "FormatMaker.h"
#include "render/import/UnnamedFile.h"
#include "render/import/sandbox/SandboxedImport.h"
#include "tests/support/TemporaryFolder.h"

#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <algorithm>
#include <fstream>
#include <random>

using namespace vitrine;

namespace {

struct Seed {
    std::string name;
    test::Bytes bytes;
};

std::vector<Seed> seeds()
{
    const auto facets = test::quadFacets();
    const auto fbx = test::fbxQuad({.embedded = test::png(2, 2), .isAnimated = true});
    return {{"text.stl", test::stlText(facets)},
            {"bytes.stl", test::stlBinary(facets)},
            {"text.ply", test::plyQuad(test::PlyCoding::Text)},
            {"bytes.ply", test::plyQuad(test::PlyCoding::BigEndian)},
            {"strips.ply", test::bytesOf("ply\nformat ascii 1.0\nelement camera 1\nproperty list uchar float a\n"
                                         "element vertex 4\nproperty float x\nproperty float y\nproperty float z\n"
                                         "element tristrips 1\nproperty list int int vertex_indices\nend_header\n"
                                         "2 1 2\n0 0 0\n1 0 0\n1 1 0\n0 1 0\n8 0 1 3 2 -1 3 2 0\n")},
            {"text.fbx", test::fbxText(fbx)},
            {"bytes.fbx", test::fbxBinary(fbx)},
            {"wide.fbx", test::fbxWideBinary(fbx)},
            {"model.dae", test::daeQuad()},
            {"model.3ds", test::threeDsQuad()}};
}

/// A file on a disk, imported in the sandbox as a stranger's would be.
class Import
{
public:
    explicit Import(std::string name)
        : m_name(std::move(name))
    {
    }

    core::Result<std::uint64_t> operator()(const test::Bytes &bytes) const
    {
        std::ofstream(m_folder.path() / m_name, std::ios::binary)
            .write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        const auto package = render::UnnamedFile::create();
        REQUIRE(package);
        return render::sandbox::importForked(m_folder.path() / m_name, package->descriptor(), {.maxTextureSide = 16});
    }

private:
    std::string m_name;
    test::TemporaryFolder m_folder;
};

test::Bytes damaged(const test::Bytes &whole, std::mt19937 &random)
{
    test::Bytes bytes = whole;
    const auto at = [&] { return static_cast<std::ptrdiff_t>(random() % bytes.size()); };
    switch (random() % 4) {
    case 0: // Cut off.
        bytes.resize(1 + random() % bytes.size());
        break;
    case 1: // Some bytes are others.
        for (unsigned flips = 1 + random() % 4; flips > 0; --flips)
            bytes[static_cast<std::size_t>(at())] = static_cast<std::byte>(random());
        break;
    case 2: { // A piece is missing.
        const auto from = bytes.begin() + at();
        bytes.erase(
            from, from + std::min<std::ptrdiff_t>(1 + static_cast<std::ptrdiff_t>(random() % 40), bytes.end() - from));
        break;
    }
    default: { // A number is wild.
        constexpr std::array<std::uint32_t, 5> kWild = {0, 0xFFFFFFFF, 0x7FFFFFFF, 0x80000000, 0x10000000};
        const std::uint32_t wild = kWild[random() % kWild.size()];
        const auto from = static_cast<std::size_t>(at());
        for (std::size_t i = 0; i < 4 && from + i < bytes.size(); ++i)
            bytes[from + i] = static_cast<std::byte>(wild >> (8 * i));
    }
    }
    if (bytes.empty())
        bytes.push_back(std::byte{0});
    return bytes;
}

/// A damaged file may still be a model; if it is not, the error is the file's, and not one of a crash or of the clock.
void checkFault(const core::Result<std::uint64_t> &status, const std::string &name)
{
    if (status)
        return;
    INFO(core::describe(status.error()));
    CHECK(status.error().where.starts_with(name));
    CHECK(status.error().code != core::ErrorCode::Internal);
    CHECK(status.error().code != core::ErrorCode::Timeout);
}

} // namespace

TEST_CASE("Whole files of every format pass the sandbox")
{
    for (const Seed &seed : seeds()) {
        INFO(seed.name);
        const auto status = Import(seed.name)(seed.bytes);
        INFO((status ? "" : core::describe(status.error())));
        CHECK(status);
    }
}

TEST_CASE("Damaged files of every format end in an error that names them, or in a sound package")
{
    const Seed seed = GENERATE(from_range(seeds()));
    const Import import(seed.name);
    std::mt19937 random(11);
    for (int round = 0; round < 200; ++round) {
        INFO(seed.name << ", round " << round);
        checkFault(import(damaged(seed.bytes, random)), seed.name);
    }
}

TEST_CASE("Files of every format that are cut off end in an error that names them")
{
    const Seed seed = GENERATE(from_range(seeds()));
    const Import import(seed.name);
    for (std::size_t part = 0; part < 40; ++part) {
        test::Bytes bytes = seed.bytes;
        bytes.resize(bytes.size() * part / 40);
        INFO(seed.name << ", " << bytes.size() << " bytes");
        checkFault(import(bytes), seed.name);
    }
}

TEST_CASE("Noise under the name of any format is an error that names it")
{
    std::mt19937 random(5);
    for (const char *name : {"noise.fbx", "noise.stl", "noise.ply", "noise.dae", "noise.3ds"}) {
        const Import import(name);
        for (int round = 0; round < 20; ++round) {
            test::Bytes bytes(1 + random() % 4000);
            std::ranges::generate(bytes, [&] { return static_cast<std::byte>(random()); });
            INFO(name << ", round " << round);
            const auto status = import(bytes);
            CHECK_FALSE(status);
            checkFault(status, name);
        }
    }
}
