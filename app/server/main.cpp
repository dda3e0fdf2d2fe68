// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Subcommands.h"
#include "app/server/Tools.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <functional>
#include <sys/stat.h>

using namespace vitrine;

namespace {

/// The subcommand that was chosen, as a function to run after parsing.
using Chosen = std::function<core::Status()>;

void addData(CLI::App &command, std::filesystem::path &data)
{
    command.add_option("--data", data, "The shop's data folder")->required();
}

void addServe(CLI::App &app, Chosen &chosen)
{
    auto arguments = std::make_shared<server::ServeArguments>();
    CLI::App *command = app.add_subcommand("serve", "Serve the shop until SIGTERM or SIGINT");
    addData(*command, arguments->data);
    command->add_option("--listen", arguments->listen, "HOST:PORT; port 0 takes a free one")->capture_default_str();
    command->add_option("--threads", arguments->threads, "I/O threads")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    command->add_option("--allow-origin", arguments->allowOrigin, "Web origin that may read the answers");
    command->add_option("--requests-per-second", arguments->requestsPerSecond, "For one client address; 0: no limit")
        ->capture_default_str();
    command->add_option("--max-connections", arguments->maxConnections, "At one time")->capture_default_str();
    command->add_option("--idle-seconds", arguments->idleSeconds, "A silent connection is closed after")
        ->check(CLI::Range(1, 86'400))
        ->capture_default_str();
    command->add_option("--heartbeat-ms", arguments->heartbeatMs, "Interval of the sync's pings")
        ->check(CLI::Range(50, 600'000))
        ->capture_default_str();
    command->callback([&chosen, arguments] { chosen = [arguments] { return server::serve(*arguments); }; });
}

void addCommand(CLI::App &app, Chosen &chosen)
{
    auto arguments = std::make_shared<server::CommandArguments>();
    CLI::App *command = app.add_subcommand("command", "Run one command, as the owner of a folder or through a server");
    command->add_option("name", arguments->name, "As in /v1/commands/<name>")->required();
    command->add_option("--data", arguments->data, "The data folder of a shop that is not being served");
    command->add_option("--server", arguments->server, "http://HOST:PORT of a server to run it");
    command->add_option("--token", arguments->token, "Bearer token for --server");
    command->add_option("--json", arguments->json, "The body; '-' reads standard input")->capture_default_str();
    command->add_option("--key", arguments->key, "Idempotency key, a UUID; a new one where not given");
    command->callback([&chosen, arguments] { chosen = [arguments] { return server::runCommand(*arguments); }; });
}

void addSeed(CLI::App &app, Chosen &chosen)
{
    auto arguments = std::make_shared<server::SeedArguments>();
    CLI::App *command = app.add_subcommand("seed", "Fill a shop with content; safe to repeat");
    addData(*command, arguments->data);
    command->add_flag("--demo", arguments->isDemo, "The demo shop");
    command->add_option("--scale", arguments->scale, "So many generated products, for load tests")
        ->check(CLI::Range(1, 10'000'000));
    command->add_option("--today", arguments->today, "The day before which the demo's history ends: 2026-11-20");
    command->add_option("--media", arguments->media, "Folder of baked packages and pictures");
    command->add_option("--share", arguments->share, "Folder that holds demo/vendors.json");
    command->callback([&chosen, arguments] { chosen = [arguments] { return server::seed(*arguments); }; });
}

void addExport(CLI::App &app, Chosen &chosen)
{
    auto arguments = std::make_shared<server::ExportArguments>();
    CLI::App *command = app.add_subcommand("export", "Write rows out, also beside a running server");
    addData(*command, arguments->data);
    command->add_option("--entity", arguments->entity, "An entity's name, or 'all'")->capture_default_str();
    command->add_option("--format", arguments->format, "json or csv")
        ->check(CLI::IsMember({"json", "csv"}))
        ->capture_default_str();
    command->add_option("--output", arguments->output, "A file; a folder for all entities as CSV");
    command->callback([&chosen, arguments] { chosen = [arguments] { return server::exportRows(*arguments); }; });
}

void addSmallOnes(CLI::App &app, Chosen &chosen)
{
    app.add_subcommand("openapi", "Print the API's description")->callback([&chosen] {
        chosen = server::printOpenApi;
    });
    auto data = std::make_shared<std::filesystem::path>();
    CLI::App *check = app.add_subcommand("check", "Read the whole store and compare");
    addData(*check, *data);
    check->callback([&chosen, data] { chosen = [data] { return server::checkStore(*data); }; });
}

int report(const core::Error &error)
{
    std::fprintf(stderr, "vitrine-server: %s\n", core::describe(error).c_str());
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    // Orders, addresses, the owner's token: whatever this program writes is for the one who runs it.
    umask(0077);
    CLI::App app("The shop's backend", "vitrine-server");
    Chosen chosen;
    addServe(app, chosen);
    addCommand(app, chosen);
    addSeed(app, chosen);
    addExport(app, chosen);
    addSmallOnes(app, chosen);
    try {
        parseSubcommand(app, argc, argv);
        const core::Status status = chosen();
        return status ? 0 : report(status.error());
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? 0 : 2;
    } catch (const std::exception &error) {
        return report({core::ErrorCode::Internal, error.what()});
    }
}
