// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/ServerShop.h"
#include "app/server/Tools.h"

#include <cstdio>
#include <iostream>
#include <iterator>

namespace vitrine::server {

core::Status runCommand(const CommandArguments &arguments)
{
    VITRINE_TRY(const auto shop, ServerShop::open(arguments.data, Access::Owned));
    core::CommandRequest request{core::Uuid::make(shop->clock().now(), shop->random()), arguments.name, arguments.json};
    if (!arguments.key.empty()) {
        VITRINE_TRY(request.key, core::Uuid::parse(arguments.key));
    }
    if (arguments.json == "-")
        request.body.assign(std::istreambuf_iterator<char>(std::cin), {});
    VITRINE_TRY(const std::string reply, shop->run(request));
    std::printf("%s\n", reply.c_str());
    return {};
}

} // namespace vitrine::server
