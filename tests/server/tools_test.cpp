// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Json.h"
#include "platform/http/AssetStore.h"
#include "platform/http/Identity.h"
#include "platform/system/Files.h"
#include "platform/system/Sha256.h"
#include "tests/server/RunningServer.h"

#include <fstream>
#include <sys/stat.h>

using namespace vitrine;
using namespace vitrine::test;

namespace {

std::string text(const std::filesystem::path &path) { return path.string(); }

} // namespace

TEST_CASE("SaysInOneLineWhatIsWrong")
{
    TemporaryFolder folder;
    const std::string data = text(folder.path() / "none");
    const auto failed = [](const ToolRun &run, const std::string &message) {
        CHECK(run.status == 1);
        CHECK(run.err == "vitrine-server: " + message + "\n");
        CHECK(run.out.empty());
    };
    failed(runTool({"export", "--data", data}), "notFound at " + data + "/shop.db: there is no database");
    failed(runTool({"export", "--data", data, "--entity", "hat"}), "notFound at --entity: no entity is called 'hat'");
    failed(runTool({"seed", "--data", data}), "invalidArgument: say what to seed: --demo, --scale N, or both");
    failed(runTool({"command", "fly", "--json", "{}"}), "invalidArgument: say where: --data DIR, or --server URL");
    failed(runTool({"command", "fly", "--data", data, "--json", "{}"}), "notFound: no command is called 'fly'");
    failed(runTool({"command", "saveCategory", "--data", data, "--json", R"({"category":7})"}),
           "invalidArgument at category: expected an object, got a number");
    failed(runTool({"serve", "--data", data, "--listen", "here"}),
           "invalidArgument at --listen: expected HOST:PORT, got 'here'");
    failed(runTool({"serve", "--data", data, "--listen", "shop.example:80"}),
           "invalidArgument: 'shop.example' is no IP address");
    CHECK(runTool({}).status == 2);
    CHECK(runTool({"serve"}).status == 2);
    CHECK(runTool({"fly"}).status == 2);
    CHECK(runTool({"fly"}).err.starts_with("'fly' is none of serve, command, seed, export, openapi, check\n"));
}

TEST_CASE("KeepsTwoServersApart")
{
    TemporaryFolder folder;
    RunningServer server(folder.path() / "one");
    const ToolRun sameData = runTool({"serve", "--data", text(folder.path() / "one"), "--listen", "127.0.0.1:0"});
    CHECK(sameData.status == 1);
    CHECK(sameData.err.contains("another running program uses this data folder"));
    const ToolRun samePort = runTool(
        {"serve", "--data", text(folder.path() / "two"), "--listen", "127.0.0.1:" + std::to_string(server.port())});
    CHECK(samePort.status == 1);
    CHECK(samePort.err.contains("Address already in use"));
    // The one name that is an address without asking anybody.
    const std::string place = ':' + std::to_string(server.port());
    CHECK(runTool({"serve", "--data", text(folder.path() / "two"), "--listen", "localhost" + place}).err ==
          "vitrine-server: unavailable: can't listen on 127.0.0.1" + place + ": Address already in use\n");
}

TEST_CASE("KeepsTheOwnersTokenToTheOwner")
{
    TemporaryFolder folder;
    std::string token;
    {
        RunningServer server(folder.path());
        token = server.ownerToken();
        struct stat facts{};
        REQUIRE(stat((folder.path() / "owner.token").c_str(), &facts) == 0);
        CHECK((facts.st_mode & 0777) == 0600);
        REQUIRE(stat((folder.path() / "shop.db").c_str(), &facts) == 0);
        CHECK((facts.st_mode & 077) == 0);
    }
    RunningServer again(folder.path());
    CHECK(again.ownerToken() == token);
    CHECK(token.size() == 64);
}

TEST_CASE("RunsACommandThroughAServer")
{
    TemporaryFolder folder;
    RunningServer server(folder.path());
    const std::string url = "http://127.0.0.1:" + std::to_string(server.port());
    const std::string body = R"({"category":{"id":")" + core::Uuid::named("a").text() +
                             R"(","slug":"a","name":{"en":"A","bn":""},"position":1,"specs":[]}})";
    const ToolRun done =
        runTool({"command", "saveCategory", "--server", url, "--token", server.ownerToken(), "--json", body});
    CHECK(done.status == 0);
    CHECK(done.out == "{\"version\":1}\n");
    const ToolRun refused = runTool({"command", "saveCategory", "--server", url, "--json", body});
    CHECK(refused.err == "vitrine-server: unauthenticated: saveCategory needs a known actor\n");
    // Reading goes on beside the server.
    const ToolRun rows = runTool({"export", "--data", text(folder.path()), "--entity", "category", "--format", "csv"});
    CHECK(rows.out == "id,slug,parent,name.en,name.bn,position,specs\r\n" + core::Uuid::named("a").text() +
                          ",a,,A,\"\",1,\"[]\"\r\n");
}

TEST_CASE("RepeatsACommandByItsKey")
{
    TemporaryFolder folder;
    const std::string key = freshKey();
    const std::string body = R"({"category":{"id":")" + core::Uuid::named("a").text() +
                             R"(","slug":"a","name":{"en":"A","bn":""},"position":1,"specs":[]}})";
    const std::vector<std::string> arguments{"command", "saveCategory", "--data", text(folder.path()), "--key", key};
    CHECK(runTool(arguments, body).out == "{\"version\":1}\n");
    CHECK(runTool(arguments, body).out == "{\"version\":1}\n");
}

TEST_CASE("LeavesTheOwnersChangesWhenSeedingAgain")
{
    TemporaryFolder folder;
    const std::string data = text(folder.path());
    REQUIRE(runTool({"seed", "--scale", "2", "--data", data}).status == 0);
    const std::string rows = runTool({"export", "--entity", "product", "--data", data}).out;
    const auto products = core::JsonDocument::parse(rows).value();
    const std::string variant(products.root().at(0)["variants"].at(0)["id"].get_string().value());
    const std::string stock = R"({"variant":")" + variant + R"(","location":")" +
                              core::Uuid::named("location/samples").text() + R"(","onHand":5})";
    REQUIRE(runTool({"command", "setStock", "--data", data}, stock).status == 0);
    REQUIRE(runTool({"seed", "--scale", "2", "--data", data}).status == 0);
    CHECK(runTool({"export", "--entity", "stockLevel", "--data", data}).out.contains(R"("onHand":5,)"));
}

TEST_CASE("ChecksAStore")
{
    TemporaryFolder folder;
    REQUIRE(runTool({"seed", "--scale", "2", "--data", text(folder.path())}).status == 0);
    const ToolRun well = runTool({"check", "--data", text(folder.path())});
    CHECK(well.status == 0);
    CHECK(well.out == "8 rows, 6 log entries, 0 assets, no problems\n");
}

TEST_CASE("FindsDamagedAndMissingAssets")
{
    TemporaryFolder folder;
    const auto media = folder.path() / "media";
    std::filesystem::create_directories(media);
    std::ofstream(media / "mug.vpk") << "a package";
    std::ofstream(media / "mug.ink-blue.png") << "a picture";
    const auto seed = [&] {
        return runTool({"seed", "--demo", "--share", VITRINE_TEST_SHARE, "--media", text(media), "--data",
                        text(folder.path() / "shop")})
            .status;
    };
    const auto check = [&] { return runTool({"check", "--data", text(folder.path() / "shop")}); };
    REQUIRE(seed() == 0);
    CHECK(check().out.ends_with(" 2 assets, no problems\n"));

    const http::AssetStore assets(folder.path() / "shop" / "assets");
    const std::string package = platform::sha256Hex("a package");
    const std::string picture = platform::sha256Hex("a picture");
    std::ofstream(assets.find(package).value()) << "A package";
    std::filesystem::remove(assets.find(picture).value());
    const ToolRun found = check();
    CHECK(found.status == 1);
    CHECK(found.err.starts_with("asset " + package + ": its bytes are not those of its name\n"));
    CHECK(found.err.contains("media " + core::Uuid::named("media/" + package).text() + ": its asset " + package +
                             " is missing or damaged\n"));
    CHECK(found.err.contains(", variant T-MUG-INK-S: its asset " + picture + " is missing or damaged\n"));
    CHECK(found.err.ends_with(" problems\n"));

    // Seeding again puts back what is not as it was.
    REQUIRE(seed() == 0);
    CHECK(check().status == 0);
}

TEST_CASE("RefusesAnEmptyDatabaseFileRatherThanServeAnEmptyShop")
{
    TemporaryFolder folder;
    std::ofstream(folder.path() / "shop.db").flush();
    const std::string message = "vitrine-server: corrupt at " + text(folder.path() / "shop.db") +
                                ": the database file is empty: restore it, or remove it to begin a new shop\n";
    CHECK(runTool({"check", "--data", text(folder.path())}).err == message);
    CHECK(runTool({"serve", "--data", text(folder.path()), "--listen", "127.0.0.1:0"}).err == message);
    CHECK(std::filesystem::file_size(folder.path() / "shop.db") == 0);
}
