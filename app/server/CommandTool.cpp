// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/ServerShop.h"
#include "app/server/Tools.h"
#include "platform/http/CommandClient.h"

#include <cstdio>
#include <iostream>
#include <iterator>

namespace vitrine::server {

using core::Result;

namespace {

Result<core::CommandRequest> requestOf(const CommandArguments &arguments)
{
    platform::SystemRandom random;
    core::CommandRequest request{{}, arguments.name, arguments.json};
    if (arguments.key.empty()) {
        request.key = core::Uuid::make(platform::SystemClock().now(), random);
    } else {
        VITRINE_TRY(request.key, core::Uuid::parse(arguments.key));
    }
    if (arguments.json == "-")
        request.body.assign(std::istreambuf_iterator<char>(std::cin), {});
    return request;
}

Result<std::string> runHere(const std::filesystem::path &data, const core::CommandRequest &request)
{
    VITRINE_TRY(const auto shop, ServerShop::open(data, Access::Owned));
    return shop->run(request);
}

} // namespace

core::Status runCommand(const CommandArguments &arguments)
{
    if (arguments.data.empty() == arguments.server.empty())
        return core::fail(core::ErrorCode::InvalidArgument, "say where: --data DIR, or --server URL");
    VITRINE_TRY(const core::CommandRequest request, requestOf(arguments));
    VITRINE_TRY(const std::string reply, arguments.server.empty()
                                             ? runHere(arguments.data, request)
                                             : http::postCommand(arguments.server, arguments.token, request));
    std::printf("%s\n", reply.c_str());
    return {};
}

} // namespace vitrine::server
