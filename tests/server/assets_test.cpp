// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/AssetStore.h"
#include "platform/http/Identity.h"
#include "platform/system/Files.h"
#include "platform/system/Sha256.h"
#include "tests/server/RunningServer.h"

#include <fstream>

using namespace vitrine;
using namespace vitrine::test;

namespace {

std::string someBytes(std::size_t size)
{
    std::string bytes;
    core::SeededRandom random(3);
    while (bytes.size() < size)
        bytes += static_cast<char>(random.next());
    return bytes;
}

/// A server with one asset of that size.
struct World {
    explicit World(std::size_t size)
        : bytes(someBytes(size))
    {
        std::ofstream(folder.path() / "file", std::ios::binary) << bytes;
        const http::AssetStore store(folder.path() / "data" / "assets");
        asset = store.putFile(folder.path() / "file").value();
        server.emplace(folder.path() / "data");
        wire.emplace(server->port());
    }
    Response get(const Headers &headers = {}) { return wire->get("/assets/" + asset, headers); }

    TemporaryFolder folder;
    const std::string bytes;
    std::string asset;
    std::optional<RunningServer> server;
    std::optional<Wire> wire;
};

} // namespace

TEST_CASE("ReadsRangesAsTheyAreWritten")
{
    using http::ByteRange;
    using http::RangeKind;
    const auto parse = [](std::string_view header, std::uint64_t size) {
        ByteRange range;
        const RangeKind kind = http::parseRange(header, size, range);
        return std::pair(kind, range);
    };
    CHECK(parse("bytes=0-99", 1000) == std::pair(RangeKind::Part, ByteRange{0, 100}));
    CHECK(parse("bytes=900-", 1000) == std::pair(RangeKind::Part, ByteRange{900, 100}));
    CHECK(parse("bytes=-100", 1000) == std::pair(RangeKind::Part, ByteRange{900, 100}));
    CHECK(parse("bytes=-2000", 1000) == std::pair(RangeKind::Part, ByteRange{0, 1000}));
    CHECK(parse("bytes=999-5000", 1000) == std::pair(RangeKind::Part, ByteRange{999, 1}));
    CHECK(parse("bytes=1000-", 1000).first == RangeKind::Unsatisfiable);
    CHECK(parse("bytes=-0", 1000).first == RangeKind::Unsatisfiable);
    CHECK(parse("bytes=-1", 0).first == RangeKind::Unsatisfiable);
    for (const char *ignored :
         {"", "bytes", "bytes=", "bytes=x-", "bytes=5-2", "bytes=0-1,4-5", "lines=0-1", "bytes=-"})
        CHECK(parse(ignored, 1000).first == RangeKind::Whole);
}

TEST_CASE("ServesAssetsWholeAndInParts")
{
    // Below and above where the library starts to send files without reading them.
    for (const std::size_t size : {std::size_t{1000}, std::size_t{500'000}}) {
        CAPTURE(size);
        World world(size);
        const Response whole = world.get();
        CHECK(whole.status == 200);
        CHECK(whole.body == world.bytes);
        CHECK(platform::sha256Hex(whole.body) == world.asset);
        CHECK(whole.header("etag") == '"' + world.asset + '"');
        CHECK(whole.header("cache-control") == "public, max-age=31536000, immutable");
        CHECK(whole.header("accept-ranges") == "bytes");

        const Response part = world.get({{"Range", "bytes=10-19"}});
        CHECK(part.status == 206);
        CHECK(part.body == world.bytes.substr(10, 10));
        CHECK(part.header("content-range") == "bytes 10-19/" + std::to_string(size));
        const Response most = world.get({{"Range", "bytes=1-"}});
        CHECK(most.status == 206);
        CHECK(most.body == world.bytes.substr(1));
        CHECK(world.get({{"Range", "bytes=-5"}}).body == world.bytes.substr(size - 5));

        const Response beyond = world.get({{"Range", "bytes=" + std::to_string(size) + "-"}});
        CHECK(beyond.status == 416);
        CHECK(beyond.header("content-range") == "bytes */" + std::to_string(size));
        CHECK(world.get({{"If-None-Match", '"' + world.asset + '"'}}).status == 304);
        CHECK(world.get({{"Range", "bytes=0-1"}, {"If-Range", '"' + world.asset + '"'}}).status == 206);
        CHECK(world.get({{"Range", "bytes=0-1"}, {"If-Range", "\"other\""}}).body == world.bytes);
        const Response head = world.wire->ask("HEAD", "/assets/" + world.asset);
        CHECK(head.status == 200);
        CHECK(head.header("content-length") == std::to_string(size));
        // The connection is still in step.
        CHECK(world.wire->get("/healthz").status == 200);
    }
}

TEST_CASE("ServesNothingButAssets")
{
    World world(10);
    const std::string unknown(64, 'a');
    CHECK(world.wire->get("/assets/" + unknown).status == 404);
    CHECK(world.wire->get("/assets/../owner.token").status >= 400);
    CHECK(world.wire->get("/assets/..%2f..%2fowner.token").status == 422);
    CHECK(world.wire->get("/assets/").status == 422);
    CHECK(world.wire->get("/owner.token").status == 404);
    CHECK(world.wire->ask("PUT", "/assets/" + unknown, {}, "x").status == 405);
}

TEST_CASE("StoresAnAssetOnceUnderItsContent")
{
    TemporaryFolder folder;
    std::ofstream(folder.path() / "file", std::ios::binary) << "abc";
    const http::AssetStore store(folder.path() / "assets");
    const auto asset = store.putFile(folder.path() / "file");
    REQUIRE(asset.has_value());
    CHECK(*asset == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(store.putFile(folder.path() / "file") == asset);
    CHECK(platform::readFile(store.find(*asset).value()) == "abc");
    CHECK(store.putFile(folder.path() / "none").error().code == core::ErrorCode::NotFound);
    CHECK(store.find("../../etc/passwd").error().code == core::ErrorCode::InvalidArgument);
    const std::filesystem::path place = store.find(*asset).value();
    std::filesystem::remove(place);
    std::filesystem::create_symlink(folder.path() / "file", place);
    CHECK(store.find(*asset).error().code == core::ErrorCode::NotFound);
}
