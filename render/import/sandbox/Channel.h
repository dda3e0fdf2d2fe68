// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/values/Result.h"

#include <string>
#include <string_view>

/// The only door of the sandbox: a SOCK_SEQPACKET pair between the shut-in importer and its parent. The importer asks
/// for files by relative path and ends with its result; the parent trusts nothing of it.
namespace vitrine::render::sandbox {

enum class MessageKind : char { OpenFile = 'o', Done = 'd', Failed = 'f', File = 'F' };

struct Message {
    MessageKind kind = MessageKind::Failed;
    core::Error error;   ///< Of Failed.
    std::string path;    ///< Of OpenFile.
    int descriptor = -1; ///< Of File: the receiver owns it.
};

inline constexpr std::size_t kMaxMessageBytes = 16'384;

/// Fails with Unavailable if the other side is gone.
[[nodiscard]] core::Status send(int socket, const Message &message);
/// Waits for one message. Fails with Unavailable at the end of the stream, with Malformed for nonsense.
[[nodiscard]] core::Result<Message> receive(int socket);

} // namespace vitrine::render::sandbox
