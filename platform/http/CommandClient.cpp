// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/CommandClient.h"

#include <drogon/HttpClient.h>
#include <trantor/net/EventLoopThread.h>

namespace vitrine::http {

using core::ErrorCode;
using core::fail;

namespace {

constexpr double kTimeoutSeconds = 30;

}

core::Result<std::string> postCommand(const std::string &server, const std::string &token,
                                      const core::CommandRequest &request)
{
    trantor::Logger::setLogLevel(trantor::Logger::kFatal);
    trantor::EventLoopThread loop;
    loop.run();
    const auto client = drogon::HttpClient::newHttpClient(server, loop.getLoop());
    const auto post = drogon::HttpRequest::newHttpRequest();
    post->setMethod(drogon::Post);
    post->setPath("/v1/commands/" + request.name);
    post->addHeader("idempotency-key", request.key.text());
    if (!token.empty())
        post->addHeader("authorization", "Bearer " + token);
    post->setContentTypeCode(drogon::CT_APPLICATION_JSON);
    post->setBody(request.body);
    const auto [result, response] = client->sendRequest(post, kTimeoutSeconds);
    if (result == drogon::ReqResult::Timeout)
        return fail(ErrorCode::Timeout, "the server did not answer", server);
    if (result != drogon::ReqResult::Ok)
        return fail(ErrorCode::Unavailable, "the server can't be reached", server);
    if (response->statusCode() != drogon::k200OK)
        return std::unexpected(core::errorFromJson(response->body()));
    return std::string(response->body());
}

} // namespace vitrine::http
