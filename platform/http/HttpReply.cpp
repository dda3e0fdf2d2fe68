// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/HttpReply.h"

#include "core/schema/JsonWriter.h"

namespace vitrine::http {

HttpReply problem(const core::Error &error, core::Language language, int status)
{
    HttpReply reply;
    reply.status = status != 0 ? status : core::httpStatus(error.code);
    reply.contentType = "application/problem+json";
    core::JsonWriter writer;
    writer.beginObject();
    writer.member("type", "urn:vitrine:error:" + std::string(core::name(error.code)));
    writer.member("title", core::userWords(error.code).in(language));
    writer.member("status", std::int64_t{reply.status});
    writer.member("code", core::name(error.code));
    writer.member("detail", error.detail);
    writer.member("where", error.where);
    writer.endObject();
    reply.body = std::move(writer).take();
    reply.headers.emplace_back("cache-control", "no-store");
    if (reply.status == 401)
        reply.headers.emplace_back("www-authenticate", "Bearer");
    if (reply.status == 429 || reply.status == 503)
        reply.headers.emplace_back("retry-after", "1");
    return reply;
}

} // namespace vitrine::http
