// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/commands/Registry.h"

#include "core/values/Contract.h"

#include <algorithm>

namespace vitrine::core {
namespace {

/// FNV-1a in 128 bits: the key is bound to what was asked. Not a defence against somebody who can choose both bodies:
/// that somebody would only fool their own retries.
std::string fingerprint(std::string_view name, std::string_view body, const Actor &actor)
{
    __extension__ using Wide = unsigned __int128;
    constexpr Wide kPrime = (Wide{1} << 88) + 0x13b;
    Wide hash = (Wide{0x6c62272e07bb0142ULL} << 64) | 0x62b821756295c58dULL;
    for (const std::string_view part : {name, body}) {
        for (const char c : part)
            hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
        hash = (hash ^ 0x1f) * kPrime;
    }
    for (const char c : actor.name())
        hash = (hash ^ static_cast<unsigned char>(c)) * kPrime;
    std::string text;
    for (int i = 0; i < 32; ++i, hash >>= 4)
        text += "0123456789abcdef"[static_cast<unsigned>(hash & 15)];
    return text;
}

} // namespace

std::set<std::string> Actor::scopes() const
{
    std::set<std::string> scopes{scope::catalogue()};
    if (customer.isSet())
        scopes.insert(scope::customer(customer));
    if (may(Permission::ManageCatalogue) || may(Permission::ManageOrders) || may(Permission::ManageStock))
        scopes.insert(scope::staff());
    return scopes;
}

std::string Actor::name() const
{
    if (customer.isSet())
        return customer.text();
    return isKnown() ? "owner" : "nobody";
}

Actor Actor::shopper(Id<Device> device, Id<Customer> customer) { return {device, customer, {Permission::Shop}}; }

Actor Actor::owner()
{
    return {{}, {}, {Permission::Shop, Permission::ManageCatalogue, Permission::ManageStock, Permission::ManageOrders}};
}

void CommandRegistry::insert(CommandSchema schema)
{
    const auto at = std::ranges::lower_bound(m_commands, schema.name, {}, &CommandSchema::name);
    VITRINE_EXPECT(at == m_commands.end() || at->name != schema.name);
    m_commands.insert(at, std::move(schema));
}

const CommandSchema *CommandRegistry::find(std::string_view name) const
{
    const auto at = std::ranges::lower_bound(m_commands, name, {}, &CommandSchema::name);
    return at != m_commands.end() && at->name == name ? &*at : nullptr;
}

Result<std::unique_ptr<PreparedCommand>> prepareCommand(const CommandRegistry &registry, const CommandRequest &request,
                                                        const Actor &actor)
{
    const CommandSchema *schema = registry.find(request.name);
    if (schema == nullptr)
        return fail(ErrorCode::NotFound, "no command is called '" + request.name.substr(0, 80) + "'");
    if (!actor.may(schema->permission))
        return actor.isKnown() ? fail(ErrorCode::PermissionDenied, "this actor may not run " + schema->name)
                               : fail(ErrorCode::Unauthenticated, schema->name + " needs a known actor");
    if (!request.key.isSet())
        return fail(ErrorCode::InvalidArgument, "missing", "idempotencyKey");
    return schema->prepare(request.body);
}

Result<CommandAnswer> executeCommand(Tx &tx, const PreparedCommand &prepared, const CommandRequest &request,
                                     const Actor &actor)
{
    const std::string print = fingerprint(request.name, prepared.body(), actor);
    VITRINE_TRY(std::optional<StoredAnswer> stored, tx.storedAnswer(request.key));
    if (stored) {
        if (stored->fingerprint != print)
            return CommandAnswer{fail(ErrorCode::Conflict, "this key was used for another command", "idempotencyKey"),
                                 0, true};
        if (stored->isError)
            return CommandAnswer{std::unexpected(errorFromJson(stored->answer)), stored->seq, true};
        return CommandAnswer{std::move(stored->answer), stored->seq, true};
    }

    Result<std::string> reply;
    const std::int64_t before = tx.lastSeq();
    const Status status = tx.nested([&]() -> Status {
        reply = prepared.run(tx, actor);
        return reply ? Status() : Status(std::unexpected(reply.error()));
    });
    const bool passing =
        !status && (status.error().code == ErrorCode::Unavailable || status.error().code == ErrorCode::StorageFull ||
                    status.error().code == ErrorCode::Corrupt || status.error().code == ErrorCode::Internal);
    if (passing)
        return std::unexpected(status.error());

    StoredAnswer answer{request.key, print, status ? *reply : errorJson(status.error()), !status, 0};
    answer.seq = status && tx.lastSeq() != before ? tx.lastSeq() : 0;
    VITRINE_CHECK(tx.storeAnswer(answer));
    if (!status)
        return CommandAnswer{std::unexpected(status.error()), 0, false};
    return CommandAnswer{std::move(reply), answer.seq, false};
}

std::string errorJson(const Error &error)
{
    JsonWriter writer;
    writer.beginObject();
    writer.member("code", name(error.code));
    writer.member("detail", error.detail);
    writer.member("where", error.where);
    writer.endObject();
    return std::move(writer).take();
}

Error errorFromJson(std::string_view json)
{
    struct Wire {
        std::string code{};
        std::string detail{};
        std::string where{};
    };
    const auto wire = fromJson<Wire>(json, JsonReading::Stored);
    if (!wire)
        return {ErrorCode::Internal, "an error that can't be read: " + describe(wire.error())};
    return {parseErrorCode(wire->code).value_or(ErrorCode::Internal), wire->detail, wire->where};
}

} // namespace vitrine::core
