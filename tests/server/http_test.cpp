// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/Json.h"
#include "tests/server/RunningServer.h"

using namespace vitrine;
using namespace vitrine::test;

namespace {

/// A server over a shop with one mug, and a connection to it.
struct World : ServedMug {
    std::optional<Wire> wire;

    explicit World(const std::vector<std::string> &options = {})
        : ServedMug(options)
    {
        wire.emplace(server->port());
    }
};

std::string problemJson(const std::string &code, const std::string &title, int status, const std::string &detail,
                        const std::string &where = {})
{
    return R"({"type":"urn:vitrine:error:)" + code + R"(","title":")" + title + R"(","status":)" +
           std::to_string(status) + R"(,"code":")" + code + R"(","detail":")" + detail + R"(","where":")" + where +
           "\"}";
}

void checkProblem(const Response &response, int status, const std::string &body)
{
    CHECK(response.status == status);
    CHECK(response.header("content-type") == "application/problem+json");
    CHECK(response.body == body);
}

} // namespace

TEST_CASE("ServesAProductByHandleAndById")
{
    World world;
    const Response byHandle = world.wire->get("/v1/products/stoneware-mug");
    CHECK(byHandle.status == 200);
    CHECK(byHandle.header("content-type") == "application/json");
    CHECK(byHandle.header("etag") == "\"1\"");
    CHECK(byHandle.body.starts_with(R"({"id":")" + mugProduct() + R"(","slug":"stoneware-mug")"));
    CHECK(world.wire->get("/v1/products/" + mugProduct()).body == byHandle.body);

    const Response head = world.wire->ask("HEAD", "/v1/products/stoneware-mug");
    CHECK(head.status == 200);
    CHECK(head.header("content-length") == std::to_string(byHandle.body.size()));
    const Response same = world.wire->get("/v1/products/stoneware-mug", {{"If-None-Match", "\"1\""}});
    CHECK(same.status == 304);
    CHECK(same.header("etag") == "\"1\"");
    CHECK(same.header("content-length").empty());
    CHECK_FALSE(same.header("date").empty());
    CHECK(world.wire->get("/v1/products/stoneware-mug", {{"If-None-Match", "\"2\""}}).status == 200);
}

TEST_CASE("ShowsAChangeAtOnceAndUnderANewEtag")
{
    World world;
    const std::string target = "/v1/categories/table";
    CHECK(world.wire->get(target).header("etag") == "\"1\"");
    CHECK(world.wire->get(target).header("etag") == "\"1\"");
    const std::string body = R"({"category":{"id":")" + core::Uuid::named("table").text() +
                             R"(","slug":"table","name":{"en":"Tables","bn":""},"position":1,"specs":[]}})";
    REQUIRE(world.wire->command("saveCategory", body, world.server->ownerToken(), freshKey()).status == 200);
    const Response after = world.wire->get(target);
    CHECK(after.header("etag") == "\"2\"");
    CHECK(after.body.contains(R"("en":"Tables")"));
}

TEST_CASE("ListsWithFiltersAndPages")
{
    World world;
    const Response all = world.wire->get("/v1/products");
    CHECK(all.status == 200);
    CHECK(all.body.starts_with(R"({"items":[{"id":")" + mugProduct()));
    CHECK(all.body.ends_with("}]}"));
    CHECK(world.wire->get("/v1/products?slug=stoneware%2Dmug").body == all.body);
    CHECK(world.wire->get("/v1/products?slug=other").body == R"({"items":[]})");
    CHECK(world.wire->get("/v1/products?after=" + mugProduct()).body == R"({"items":[]})");

    const std::string owner = world.server->ownerToken();
    const Response first = world.wire->get("/v1/products?limit=1", {{"Authorization", "Bearer " + owner}});
    auto next = core::parseJson(first.body).value()["next"].get_string();
    REQUIRE(next.error() == simdjson::SUCCESS);
    const std::string second =
        world.wire
            ->get("/v1/products?limit=1&after=" + std::string(next.value()), {{"Authorization", "Bearer " + owner}})
            .body;
    CHECK(second != first.body);
    CHECK_FALSE(second.contains("next"));
}

TEST_CASE("SaysWhatIsWrongWithAQuery")
{
    World world;
    const std::string title = "Something here is missing or not right.";
    checkProblem(world.wire->get("/v1/products?limit=0"), 422,
                 problemJson("invalidArgument", title, 422, "expected 1 to 100", "limit"));
    checkProblem(world.wire->get("/v1/products?limit=101"), 422,
                 problemJson("invalidArgument", title, 422, "expected 1 to 100", "limit"));
    checkProblem(world.wire->get("/v1/products?colour=red"), 422,
                 problemJson("invalidArgument", title, 422, "unknown parameter", "colour"));
    checkProblem(world.wire->get("/v1/products?category=mugs"), 422,
                 problemJson("invalidArgument", title, 422, "expected a UUID", "category"));
    checkProblem(
        world.wire->get("/v1/products?position=first"), 422,
        problemJson("invalidArgument", title, 422, "expected a whole number, a time, true or false", "position"));
    checkProblem(world.wire->get("/v1/products?state=sold"), 422,
                 problemJson("invalidArgument", title, 422, "expected one of draft, published, archived", "state"));
    checkProblem(world.wire->get("/v1/products?limit=1&limit=2"), 422,
                 problemJson("invalidArgument", title, 422, "given twice", "limit"));
    checkProblem(world.wire->get("/v1/products?slug=%zz"), 400,
                 problemJson("malformed", "This could not be read.", 400, "broken percent-encoding in the query"));
    checkProblem(world.wire->get("/v1/devices?tokenHash=x"), 422,
                 problemJson("invalidArgument", title, 422, "unknown parameter", "tokenHash"));
}

TEST_CASE("KeepsEachCallerToWhatItMaySee")
{
    World world;
    Wire &wire = *world.wire;
    registerShopper(wire, "rahim");
    registerShopper(wire, "mina");
    REQUIRE(wire.command("addToCart", addToCartBody(2), "rahim", freshKey()).status == 200);

    CHECK(wire.get("/v1/carts").body == R"({"items":[]})");
    CHECK(wire.get("/v1/carts", {{"Authorization", "Bearer mina"}}).body == R"({"items":[]})");
    const std::string cart = wire.get("/v1/carts", {{"Authorization", "Bearer rahim"}}).body;
    CHECK(cart.contains(R"("quantity":2)"));
    const std::string id = cart.substr(cart.find(R"("id":")") + 6, 36);
    CHECK(wire.get("/v1/carts/" + id, {{"Authorization", "Bearer rahim"}}).status == 200);
    checkProblem(wire.get("/v1/carts/" + id, {{"Authorization", "Bearer mina"}}), 404,
                 problemJson("notFound", "This is not here.", 404, "no cart '" + id + "'"));
    // What only the server may see is seen by nobody, the owner included.
    const Headers owner{{"Authorization", "Bearer " + world.server->ownerToken()}};
    CHECK(wire.get("/v1/devices", owner).body == R"({"items":[]})");
    CHECK(wire.get("/v1/carts", owner).body == cart);
    CHECK(wire.get("/v1/products/secret-draft").status == 404);
    CHECK(wire.get("/v1/products/secret-draft", owner).status == 200);
    checkProblem(
        wire.get("/v1/carts", {{"Authorization", "Bearer stranger"}}), 401,
        problemJson("unauthenticated", "Please sign in first.", 401, "nobody has this token", "authorization"));
    CHECK(wire.get("/v1/carts", {{"Authorization", "Basic eDp5"}}).header("www-authenticate") == "Bearer");
}

TEST_CASE("AnswersUnknownAddressesAndWrongMethods")
{
    World world;
    Wire &wire = *world.wire;
    checkProblem(wire.get("/nowhere"), 404,
                 problemJson("notFound", "This is not here.", 404, "nothing is at '/nowhere'"));
    checkProblem(wire.get("/v1/products/stoneware-mug/more"), 404,
                 problemJson("notFound", "This is not here.", 404, "nothing is at '/v1/products/stoneware-mug/more'"));
    checkProblem(wire.get("/v1/products/none", {{"Accept-Language", "bn-BD,bn;q=0.9"}}), 404,
                 problemJson("notFound", "এটি এখানে নেই।", 404, "no product 'none'"));
    const Response posted = wire.ask("POST", "/v1/products");
    checkProblem(posted, 405,
                 problemJson("unsupported", "This shop can't do that.", 405, "this address takes GET, HEAD"));
    CHECK(posted.header("allow") == "GET, HEAD");
    CHECK(wire.get("/v1/commands/addToCart").header("allow") == "POST");
    CHECK(wire.ask("DELETE", "/healthz").status == 405);
    checkProblem(wire.get("/v1/sync"), 426,
                 problemJson("unsupported", "This shop can't do that.", 426, "the sync speaks over a WebSocket"));
}

TEST_CASE("RunsACommandOnceForItsKey")
{
    World world;
    Wire &wire = *world.wire;
    registerShopper(wire, "rahim");
    const std::string key = freshKey();
    const Response first = wire.command("addToCart", addToCartBody(2), "rahim", key);
    CHECK(first.status == 200);
    CHECK(first.body == R"({"pieces":2})");
    CHECK(first.header("idempotent-replayed").empty());
    const Response again = wire.command("addToCart", addToCartBody(2), "rahim", key);
    CHECK(again.status == 200);
    CHECK(again.body == first.body);
    CHECK(again.header("idempotent-replayed") == "true");
    CHECK(wire.get("/v1/carts", {{"Authorization", "Bearer rahim"}}).body.contains(R"("quantity":2)"));
    checkProblem(wire.command("addToCart", addToCartBody(3), "rahim", key), 409,
                 problemJson("conflict", "This was changed in the meantime. Please look again.", 409,
                             "this key was used for another command", "idempotencyKey"));
}

TEST_CASE("SaysWhatIsWrongWithACommand")
{
    World world;
    Wire &wire = *world.wire;
    registerShopper(wire, "rahim");
    const std::string title = "Something here is missing or not right.";
    checkProblem(wire.command("fly", "{}", "rahim", freshKey()), 404,
                 problemJson("notFound", "This is not here.", 404, "no command is called 'fly'"));
    checkProblem(wire.command("addToCart", "{}", {}, freshKey()), 401,
                 problemJson("unauthenticated", "Please sign in first.", 401, "addToCart needs a known actor"));
    checkProblem(
        wire.command("saveCategory", "{}", "rahim", freshKey()), 403,
        problemJson("permissionDenied", "You are not allowed to do this.", 403, "this actor may not run saveCategory"));
    checkProblem(wire.command("addToCart", addToCartBody(1), "rahim", {}), 422,
                 problemJson("invalidArgument", title, 422, "missing", "idempotencyKey"));
    checkProblem(wire.command("addToCart", addToCartBody(1), "rahim", "seven"), 422,
                 problemJson("invalidArgument", title, 422, "expected a UUID", "idempotencyKey"));
    checkProblem(wire.command("addToCart", "{}", "rahim", freshKey()), 422,
                 problemJson("invalidArgument", title, 422, "missing", "product"));
    checkProblem(wire.command("addToCart", addToCartBody(100), "rahim", freshKey()), 422,
                 problemJson("invalidArgument", title, 422, "100 is not within 1 and 99", "quantity"));
    CHECK(wire.command("addToCart", "{", "rahim", freshKey()).status == 400);
    checkProblem(
        wire.ask("POST", "/v1/commands/addToCart", {{"Content-Type", "text/plain"}}, "{}"), 415,
        problemJson("unsupported", "This shop can't do that.", 415, "expected application/json", "content-type"));
    CHECK(wire.get("/v1/carts", {{"Authorization", "Bearer rahim"}}).body == R"({"items":[]})");
}

TEST_CASE("KeepsItsLimits")
{
    World world;
    Wire &wire = *world.wire;
    const std::string large = "{\"x\":\"" + std::string((1 << 20) + 1, 'x') + "\"}";
    checkProblem(wire.command("addToCart", large, {}, freshKey()), 413,
                 problemJson("tooLarge", "This is too large.", 413, "a command has at most 1048576 bytes"));
    checkProblem(wire.get("/v1/products", {{"X-Long", std::string(20'000, 'x')}}), 431,
                 problemJson("tooLarge", "This is too large.", 431, "more than 16384 bytes of headers"));
    // Over what the HTTP library reads at all: the connection ends, with the status alone.
    Wire huge(world.server->port());
    huge.send("POST /v1/commands/addToCart HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999\r\n\r\n");
    const auto refused = huge.receive();
    CHECK((!refused || refused->status == 413));
    CHECK(wire.get("/healthz").status == 200);
}

TEST_CASE("SlowsDownWhoAsksTooMuch")
{
    World world({"--requests-per-second", "1"});
    int allowed = 0;
    Response last;
    for (int i = 0; i < 20; ++i) {
        last = world.wire->get("/v1/products/stoneware-mug");
        allowed += last.status == 200 ? 1 : 0;
    }
    CHECK(allowed >= 2);
    CHECK(allowed < 20);
    checkProblem(last, 429,
                 problemJson("rateLimited", "That was too fast. Please try again in a moment.", 429,
                             "too many requests from this address"));
    CHECK(last.header("retry-after") == "1");
}

TEST_CASE("TellsHowItIs")
{
    World world;
    Wire &wire = *world.wire;
    CHECK(wire.get("/healthz").body == R"({"live":true,"ready":true})");
    registerShopper(wire, "rahim");
    const std::string metrics = wire.get("/metrics").body;
    CHECK(metrics.contains("vitrine_commands_total{command=\"registerDevice\",end=\"accepted\"} 1"));
    CHECK(metrics.contains("vitrine_http_requests_total{route=\"command\",status=\"2xx\"} 1"));
    CHECK(metrics.contains("vitrine_http_request_seconds_bucket{route=\"command\",le=\"+Inf\"} 1"));
    CHECK(metrics.contains("vitrine_sync_connections 0"));
    const std::string description = wire.get("/openapi.json").body;
    const auto parsed = core::parseJson(description);
    REQUIRE(parsed.has_value());
    CHECK(std::string_view((*parsed)["openapi"].get_string().value()) == "3.1.0");
    CHECK((*parsed)["paths"]["/v1/commands/placeOrder"]["post"]["requestBody"].error() == simdjson::SUCCESS);
    CHECK_FALSE(description.contains("\"tokenHash\":{\"type\":\"string\"}"));
}

TEST_CASE("LetsANamedOriginReadFromABrowser")
{
    World world({"--allow-origin", "https://shop.example"});
    CHECK(world.wire->get("/v1/products").header("access-control-allow-origin") == "https://shop.example");
    const Response preflight =
        world.wire->ask("OPTIONS", "/v1/commands/addToCart", {{"Origin", "https://shop.example"}});
    CHECK(preflight.status == 204);
    CHECK(preflight.header("access-control-allow-headers").contains("idempotency-key"));
}
