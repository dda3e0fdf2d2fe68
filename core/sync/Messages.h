// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/Tx.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The words that a device and a server exchange over one WebSocket, and how they stand in its text frames.
///
/// A frame is lines of UTF-8, split by '\n' (compact JSON has none). The first is a JSON object whose "type" says what
/// it is and whose other fields are those of the struct below. `Submit` and `Answer` carry one more line, a document as
/// it is; `Changes` carries two for each change: what changed, then the document (empty where the row is gone).
/// Documents are never parsed, escaped or copied twice on their way.
namespace vitrine::core::sync {

inline constexpr std::int64_t kProtocol = 1;
/// Batches that a server sends ahead of the client's acknowledgement.
inline constexpr std::int64_t kWindow = 4;
/// About as many changes stand in one batch.
inline constexpr std::int64_t kBatchChanges = 1000;

// From the device ----------------------------------------------------------------------------------------------------

/// The first frame. Nothing else is answered before it.
struct Hello {
    std::int64_t protocol = kProtocol;
    /// Bearer token of the device; left out by a device that has not registered yet.
    std::optional<std::string> token{};
    /// What the replica is a copy of, and up to where; unset and 0 for an empty one.
    std::string origin{};
    std::int64_t cursor = 0;
};
/// Followed by the command's body. The name and key as in CommandRequest.
struct Submit {
    Uuid key{};
    std::string name{};
};
/// A batch was taken in.
struct Ack {
    std::int64_t batch = 0;
};
struct Ping {
    std::int64_t number = 0;
};

// From the server ----------------------------------------------------------------------------------------------------

struct Welcome {
    std::int64_t protocol = kProtocol;
    std::string origin{};
    /// The replica is to be emptied: what follows until the first checkpoint is everything.
    bool snapshot = false;
    /// The token belongs to a known device.
    bool known = false;
    /// The device pings at this interval; each side gives the other up after three of silence.
    std::int64_t heartbeatMs = 15'000;
};
/// Rows of the base. Shown only once a checkpoint came. Batches count from 1 in each connection.
struct Changes {
    std::int64_t batch = 0;
};
/// All changes up to this seq have been sent: the replica may commit.
struct Checkpoint {
    std::int64_t cursor = 0;
};
/// Followed by the reply, or by the error as errorJson writes it.
struct Answer {
    Uuid key{};
    bool ok = false;
    /// The replica has the command's changes once its cursor is here. 0: nothing changed.
    std::int64_t seq = 0;
    /// Not an answer to keep: the server could not decide now. The same key is to be sent again.
    bool passing = false;
};
struct Pong {
    std::int64_t number = 0;
};
/// The server ends the connection, with the reason.
struct Goodbye {
    std::string code{};
    std::string detail{};
};

using Message = std::variant<Hello, Submit, Ack, Ping, Welcome, Changes, Checkpoint, Answer, Pong, Goodbye>;

/// A frame taken apart. The views lie in the frame that was read.
struct Frame {
    Message message{};
    /// The lines after the first.
    std::vector<std::string_view> payload{};
};

/// What stands before a document in `Changes`.
struct ChangeLine {
    std::int64_t seq = 0;
    std::string entity{};
    Uuid id{};
    std::int64_t version = 0;
    std::string scope{};
    std::string event{};
};

[[nodiscard]] std::string encode(const Message &message, std::string_view payload = {});
[[nodiscard]] std::string encodeChanges(std::int64_t batch, std::span<const Change> changes);

/// Malformed or InvalidArgument (with the field) for anything that is no frame of this protocol.
[[nodiscard]] Result<Frame> decode(std::string_view frame);
/// The changes of a `Changes` frame; an empty document means that the row is gone.
[[nodiscard]] Result<std::vector<Change>> decodeChanges(const Frame &frame);

} // namespace vitrine::core::sync
