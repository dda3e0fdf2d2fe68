// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/OpenApi.h"

#include "core/entities/Sales.h"
#include "platform/http/EntityReads.h"

namespace vitrine::http {

using core::EntitySchema;
using core::JsonWriter;

namespace {

constexpr std::string_view kProblemSchema = R"({"type":"object","properties":{"type":{"type":"string"},)"
                                            R"("title":{"type":"string"},"status":{"type":"integer"},)"
                                            R"("code":{"type":"string"},"detail":{"type":"string"},)"
                                            R"("where":{"type":"string"}},)"
                                            R"("required":["type","title","status","code","detail","where"]})";
constexpr std::string_view kProblemResponse =
    R"({"description":"What went wrong.","content":{"application/problem+json":{"schema":)"
    R"({"$ref":"#/components/schemas/Problem"}}}})";

/// {"description":…,"content":{"<type>":{"schema":<schema>}}}
void writeResponse(JsonWriter &writer, std::string_view status, std::string_view description,
                   const std::function<void()> &schema)
{
    writer.key(status);
    writer.beginObject();
    writer.member("description", description);
    writer.key("content");
    writer.beginObject();
    writer.key("application/json");
    writer.beginObject();
    writer.key("schema");
    schema();
    writer.endObject();
    writer.endObject();
    writer.endObject();
}

void writeParameter(JsonWriter &writer, std::string_view name, std::string_view in, bool isRequired,
                    std::string_view schema)
{
    writer.beginObject();
    writer.member("name", name);
    writer.member("in", in);
    writer.key("required");
    writer.boolean(isRequired);
    writer.rawMember("schema", schema);
    writer.endObject();
}

std::string reference(std::string_view name) { return R"({"$ref":"#/components/schemas/)" + std::string(name) + "\"}"; }

void writeList(JsonWriter &writer, const EntitySchema &schema)
{
    writer.key("/v1/" + std::string(schema.plural));
    writer.beginObject();
    writer.key("get");
    writer.beginObject();
    writer.member("operationId", "list-" + std::string(schema.plural));
    writer.member("summary", "The " + std::string(schema.plural) + " that the caller may see, in the order of ids.");
    writer.key("parameters");
    writer.beginArray();
    writeParameter(writer, "limit", "query", false,
                   R"({"type":"integer","minimum":1,"maximum":)" + std::to_string(kMaxListed) + R"(,"default":)" +
                       std::to_string(kListedByDefault) + '}');
    writeParameter(writer, "after", "query", false, R"({"type":"string","format":"uuid"})");
    for (const core::Column &column : schema.columns)
        if (isFilter(schema, column))
            writeParameter(writer, column.name, "query", false, R"({"type":"string"})");
    writer.endArray();
    writer.key("responses");
    writer.beginObject();
    writeResponse(writer, "200", "A page of them.", [&] {
        writer.raw(R"({"type":"object","properties":{"items":{"type":"array","items":)" + reference(schema.name) +
                   R"(},"next":{"type":"string","format":"uuid"}},"required":["items"]})");
    });
    writer.rawMember("default", kProblemResponse);
    writer.endObject();
    writer.endObject();
    writer.endObject();
}

void writeOne(JsonWriter &writer, const EntitySchema &schema)
{
    writer.key("/v1/" + std::string(schema.plural) + "/{row}");
    writer.beginObject();
    writer.key("get");
    writer.beginObject();
    writer.member("operationId", "get-" + std::string(schema.name));
    writer.member("summary", "One " + std::string(schema.name) +
                                 (schema.handle.empty() ? " by id." : " by id or " + std::string(schema.handle) + '.'));
    writer.key("parameters");
    writer.beginArray();
    writeParameter(writer, "row", "path", true, R"({"type":"string"})");
    writer.endArray();
    writer.key("responses");
    writer.beginObject();
    writeResponse(writer, "200", "The document. Its ETag is its version.", [&] { writer.raw(reference(schema.name)); });
    writer.rawMember("304", R"({"description":"Not changed since the version in If-None-Match."})");
    writer.rawMember("default", kProblemResponse);
    writer.endObject();
    writer.endObject();
    writer.endObject();
}

void writeCommand(JsonWriter &writer, const core::CommandSchema &command)
{
    writer.key("/v1/commands/" + command.name);
    writer.beginObject();
    writer.key("post");
    writer.beginObject();
    writer.member("operationId", command.name);
    writer.member("summary", command.summary);
    writer.key("parameters");
    writer.beginArray();
    writeParameter(writer, "Idempotency-Key", "header", true, R"({"type":"string","format":"uuid"})");
    writer.endArray();
    if (command.permission != core::Permission::Anyone)
        writer.rawMember("security", R"([{"token":[]}])");
    writer.key("requestBody");
    writer.beginObject();
    writer.rawMember("required", "true");
    writer.key("content");
    writer.beginObject();
    writer.key("application/json");
    writer.beginObject();
    writer.key("schema");
    command.describeBody(writer);
    writer.endObject();
    writer.endObject();
    writer.endObject();
    writer.key("responses");
    writer.beginObject();
    writeResponse(writer, "200", "The reply, durable.", [&] { command.describeReply(writer); });
    writer.rawMember("default", kProblemResponse);
    writer.endObject();
    writer.endObject();
    writer.endObject();
}

void writeFixedPaths(JsonWriter &writer)
{
    writer.rawMember(
        "/assets/{sha256}",
        R"({"get":{"operationId":"get-asset","summary":"A file by the SHA-256 of its bytes.","parameters":)"
        R"([{"name":"sha256","in":"path","required":true,"schema":{"type":"string",)"
        R"("pattern":"^[0-9a-f]{64}$"}},{"name":"Range","in":"header","schema":{"type":"string"}}],)"
        R"("responses":{"200":{"description":"The bytes."},"206":{"description":"The part asked for."},)"
        R"("304":{"description":"The client has it."},"default":)" +
            std::string(kProblemResponse) + "}}}");
    writer.rawMember("/healthz",
                     R"({"get":{"operationId":"health","responses":{"200":{"description":"Live and ready."},)"
                     R"("503":{"description":"Live, not ready."}}}})");
    writer.rawMember("/metrics", R"({"get":{"operationId":"metrics","responses":{"200":)"
                                 R"({"description":"Figures in Prometheus' text format."}}}})");
    writer.rawMember("/openapi.json",
                     R"({"get":{"operationId":"description","responses":{"200":{"description":"This document."}}}})");
}

} // namespace

std::string openApi(const core::CommandRegistry &registry)
{
    JsonWriter writer;
    writer.beginObject();
    writer.member("openapi", "3.1.0");
    writer.rawMember("info", R"({"title":"Vitrine","version":"1","license":{"name":"GPL-3.0-or-later",)"
                             R"("identifier":"GPL-3.0-or-later"}})");
    writer.key("paths");
    writer.beginObject();
    for (const EntitySchema *schema : core::allEntities()) {
        writeList(writer, *schema);
        writeOne(writer, *schema);
    }
    for (const core::CommandSchema &command : registry.all())
        writeCommand(writer, command);
    writeFixedPaths(writer);
    writer.endObject();
    writer.key("components");
    writer.beginObject();
    writer.rawMember("securitySchemes", R"({"token":{"type":"http","scheme":"bearer"}})");
    writer.key("schemas");
    writer.beginObject();
    for (const EntitySchema *schema : core::allEntities()) {
        writer.key(schema->name);
        schema->describe(writer);
    }
    writer.rawMember("Problem", kProblemSchema);
    writer.endObject();
    writer.endObject();
    writer.endObject();
    return std::move(writer).take();
}

} // namespace vitrine::http
