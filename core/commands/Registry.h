// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/commands/Actor.h"
#include "core/ports/Tx.h"

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Every change goes through one door. A command is a struct, a permission and a function; registered once, it is
/// reached over HTTP, the sync socket and the command line alike, and described in the API.
namespace vitrine::core {

/// A command that was read and checked, ready to run.
class PreparedCommand
{
public:
    virtual ~PreparedCommand() = default;
    /// The reply as JSON.
    [[nodiscard]] virtual Result<std::string> run(Tx &tx, const Actor &actor) const = 0;
    /// What was read, as JSON in one form: bodies that differ in white space or in the order of their fields are one.
    [[nodiscard]] virtual std::string body() const = 0;
};

/// A registered command without its C++ type.
struct CommandSchema {
    std::string name;
    /// One English sentence for the API description.
    std::string summary;
    Permission permission = Permission::Anyone;
    /// Reads a body strictly. InvalidArgument with the field's path.
    std::function<Result<std::unique_ptr<PreparedCommand>>(std::string_view body)> prepare;
    void (*describeBody)(JsonWriter &) = nullptr;
    void (*describeReply)(JsonWriter &) = nullptr;
};

/// All commands of a program. Filled at start, then read by any thread.
class CommandRegistry
{
public:
    /// `run` is `Result<Reply>(Tx &, const Actor &, const C &)`. Contract: the name is new.
    template <Record C, typename Run>
    void add(std::string name, std::string summary, Permission permission, Run run);

    [[nodiscard]] const CommandSchema *find(std::string_view name) const;
    /// In the order of their names.
    [[nodiscard]] std::span<const CommandSchema> all() const { return m_commands; }

private:
    void insert(CommandSchema schema);

    std::vector<CommandSchema> m_commands;
};

/// What a caller sends.
struct CommandRequest {
    Uuid key{};
    std::string name{};
    std::string body{};
};

/// How a command ended, when its transaction is durable.
struct CommandAnswer {
    /// JSON of the reply.
    Result<std::string> reply;
    /// Last log entry of its transaction; 0 where it changed nothing.
    std::int64_t seq = 0;
    /// The stored first answer to a key that was seen before.
    bool isRepeat = false;
};

/// Finds, permits and reads a command, without a transaction: what is wrong here writes nothing and is not stored.
/// NotFound (no such command), Unauthenticated, PermissionDenied, InvalidArgument, Malformed.
[[nodiscard]] Result<std::unique_ptr<PreparedCommand>>
prepareCommand(const CommandRegistry &registry, const CommandRequest &request, const Actor &actor);

/// Runs a prepared command once for its key: a repeat gets the stored first answer, the same key for something else is
/// a Conflict. A refusal by the command is an answer like another: stored, with all that it wrote undone. Fails only
/// where the store does (then nothing of it stands, and the caller may try again).
[[nodiscard]] Result<CommandAnswer> executeCommand(Tx &tx, const PreparedCommand &prepared,
                                                   const CommandRequest &request, const Actor &actor);

/// {"code","detail","where"} and back.
[[nodiscard]] std::string errorJson(const Error &error);
[[nodiscard]] Error errorFromJson(std::string_view json);

// ---------------------------------------------------------------------------------------------------------------------

namespace detail {

template <Record C, typename Run>
class TypedCommand final : public PreparedCommand
{
public:
    TypedCommand(C command, Run run)
        : m_command(std::move(command))
        , m_run(std::move(run))
    {
    }
    Result<std::string> run(Tx &tx, const Actor &actor) const override
    {
        VITRINE_TRY(const auto reply, m_run(tx, actor, m_command));
        return toJson(reply);
    }
    std::string body() const override { return toJson(m_command, JsonAudience::Store); }

private:
    C m_command;
    Run m_run;
};

} // namespace detail

template <Record C, typename Run>
void CommandRegistry::add(std::string name, std::string summary, Permission permission, Run run)
{
    using Reply = typename std::invoke_result_t<Run, Tx &, const Actor &, const C &>::value_type;
    CommandSchema schema;
    schema.name = std::move(name);
    schema.summary = std::move(summary);
    schema.permission = permission;
    schema.prepare = [run](std::string_view body) -> Result<std::unique_ptr<PreparedCommand>> {
        VITRINE_TRY(C command, fromJson<C>(body, JsonReading::Strict));
        return std::make_unique<detail::TypedCommand<C, Run>>(std::move(command), run);
    };
    schema.describeBody = [](JsonWriter &writer) { writeJsonSchema<C>(writer); };
    schema.describeReply = [](JsonWriter &writer) { writeJsonSchema<Reply>(writer); };
    insert(std::move(schema));
}

} // namespace vitrine::core
