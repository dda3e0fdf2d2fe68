// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Messages.h"

#include <array>

namespace vitrine::core::sync {
namespace {

// In the order of the alternatives of Message.
constexpr std::array<std::string_view, std::variant_size_v<Message>> kTypes = {
    "hello", "submit", "ack", "ping", "welcome", "changes", "checkpoint", "answer", "pong", "goodbye",
};

std::string firstLine(const Message &message)
{
    // The struct's own JSON with its type put in front: {"type":"ack","batch":1}.
    const std::string fields = std::visit([](const auto &body) { return toJson(body); }, message);
    return R"({"type":")" + std::string(kTypes[message.index()]) + (fields == "{}" ? "\"" : "\",") + fields.substr(1);
}

template <std::size_t I>
Result<Message> readAs(JsonValue value)
{
    // "type" is not a field of the struct, so unknown fields pass: newer peers may say more than this build knows.
    std::variant_alternative_t<I, Message> body;
    VITRINE_CHECK(readJson(value, body, JsonReading::Stored));
    return Message(std::in_place_index<I>, std::move(body));
}

template <std::size_t... I>
Result<Message> readNamed(std::string_view type, JsonValue value, std::index_sequence<I...>)
{
    Result<Message> message =
        fail(ErrorCode::InvalidArgument, "no message is called '" + std::string(type) + "'", "type");
    (void)((kTypes[I] == type ? (message = readAs<I>(value), true) : false) || ...);
    return message;
}

std::vector<std::string_view> lines(std::string_view text)
{
    std::vector<std::string_view> out;
    for (std::size_t begin = 0;;) {
        const std::size_t end = text.find('\n', begin);
        out.push_back(text.substr(begin, end - begin));
        if (end == std::string_view::npos)
            return out;
        begin = end + 1;
    }
}

} // namespace

std::string encode(const Message &message, std::string_view payload)
{
    std::string frame = firstLine(message);
    if (std::holds_alternative<Submit>(message) || std::holds_alternative<Answer>(message)) {
        frame += '\n';
        frame += payload;
    }
    return frame;
}

std::string encodeChanges(std::int64_t batch, std::span<const Change> changes)
{
    std::string frame = firstLine(Changes{batch});
    for (const Change &change : changes) {
        frame += '\n';
        frame += toJson(ChangeLine{change.seq, change.entity, change.id, change.version, change.scope, change.event});
        frame += '\n';
        frame += change.body.value_or(std::string());
    }
    return frame;
}

Result<Frame> decode(std::string_view text)
{
    Frame frame;
    frame.payload = lines(text);
    VITRINE_TRY(const JsonValue head, parseJson(frame.payload.front()));
    std::string_view type;
    if (head["type"].get_string().get(type) != simdjson::SUCCESS)
        return fail(ErrorCode::InvalidArgument, "missing", "type");
    VITRINE_TRY(frame.message, readNamed(type, head, std::make_index_sequence<kTypes.size()>{}));
    frame.payload.erase(frame.payload.begin());

    const bool oneLine = std::holds_alternative<Submit>(frame.message) || std::holds_alternative<Answer>(frame.message);
    const bool pairs = std::holds_alternative<Changes>(frame.message);
    if (oneLine ? frame.payload.size() != 1 : pairs ? frame.payload.size() % 2 != 0 : !frame.payload.empty())
        return fail(ErrorCode::Malformed, std::to_string(frame.payload.size()) + " lines after a " + std::string(type));
    return frame;
}

Result<std::vector<Change>> decodeChanges(const Frame &frame)
{
    std::vector<Change> changes;
    changes.reserve(frame.payload.size() / 2);
    for (std::size_t i = 0; i + 1 < frame.payload.size(); i += 2) {
        VITRINE_TRY(ChangeLine line, fromJson<ChangeLine>(frame.payload[i], JsonReading::Stored));
        Change change{
            line.seq,    0, std::move(line.scope), std::move(line.entity), line.id, line.version, std::move(line.event),
            std::nullopt};
        if (!frame.payload[i + 1].empty())
            change.body = std::string(frame.payload[i + 1]);
        changes.push_back(std::move(change));
    }
    return changes;
}

} // namespace vitrine::core::sync
