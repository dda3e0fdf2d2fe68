// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/import/sandbox/Channel.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <sys/socket.h>
#include <unistd.h>

namespace vitrine::render::sandbox {
namespace {

using core::ErrorCode;
using core::fail;
using core::Result;

// One packet is: the kind; of an error its code, its place, a zero byte and its detail; of a request the path.
std::string encode(const Message &message)
{
    std::string packet(1, static_cast<char>(message.kind));
    if (message.kind == MessageKind::OpenFile)
        packet += message.path;
    if (message.kind == MessageKind::Failed) {
        packet += static_cast<char>(message.error.code);
        packet += message.error.where.substr(0, kMaxMessageBytes / 4);
        packet += '\0';
        packet += message.error.detail.substr(0, kMaxMessageBytes / 2);
    }
    return packet;
}

Result<Message> decode(std::string_view packet)
{
    Message message;
    message.kind = static_cast<MessageKind>(packet.front());
    packet.remove_prefix(1);
    switch (message.kind) {
    case MessageKind::OpenFile:
        message.path = packet;
        return message;
    case MessageKind::Done:
    case MessageKind::File:
        return message;
    case MessageKind::Failed:
        break;
    default:
        return fail(ErrorCode::Malformed, "an unknown message");
    }
    const std::size_t zero = packet.find('\0', 1);
    if (packet.empty() || zero == std::string_view::npos ||
        static_cast<unsigned char>(packet[0]) > static_cast<unsigned char>(ErrorCode::Internal))
        return fail(ErrorCode::Malformed, "a broken error message");
    message.error.code = static_cast<ErrorCode>(packet[0]);
    message.error.where = packet.substr(1, zero - 1);
    message.error.detail = packet.substr(zero + 1);
    return message;
}

union ControlBuffer {
    std::array<char, CMSG_SPACE(sizeof(int))> bytes;
    struct cmsghdr header;
};

int takeDescriptor(struct msghdr &header)
{
    const struct cmsghdr *control = CMSG_FIRSTHDR(&header);
    if (control == nullptr || control->cmsg_level != SOL_SOCKET || control->cmsg_type != SCM_RIGHTS ||
        control->cmsg_len != CMSG_LEN(sizeof(int)))
        return -1;
    int descriptor = -1;
    std::memcpy(&descriptor, CMSG_DATA(control), sizeof descriptor);
    return descriptor;
}

} // namespace

core::Status send(int socket, const Message &message)
{
    std::string packet = encode(message);
    struct iovec part = {packet.data(), packet.size()};
    struct msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    ControlBuffer control{};
    if (message.kind == MessageKind::File) {
        header.msg_control = control.bytes.data();
        header.msg_controllen = control.bytes.size();
        struct cmsghdr *rights = CMSG_FIRSTHDR(&header);
        rights->cmsg_level = SOL_SOCKET;
        rights->cmsg_type = SCM_RIGHTS;
        rights->cmsg_len = CMSG_LEN(sizeof(int));
        std::memcpy(CMSG_DATA(rights), &message.descriptor, sizeof message.descriptor);
    }
    while (sendmsg(socket, &header, MSG_NOSIGNAL) < 0)
        if (errno != EINTR)
            return fail(ErrorCode::Unavailable, "the other process is gone");
    return {};
}

Result<Message> receive(int socket)
{
    std::array<char, kMaxMessageBytes> packet;
    struct iovec part = {packet.data(), packet.size()};
    ControlBuffer control{};
    struct msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    header.msg_control = control.bytes.data();
    header.msg_controllen = control.bytes.size();
    ssize_t size = -1;
    do
        size = recvmsg(socket, &header, MSG_CMSG_CLOEXEC);
    while (size < 0 && errno == EINTR);
    if (size <= 0)
        return fail(ErrorCode::Unavailable, "the other process is gone");
    const int descriptor = takeDescriptor(header);
    auto message = (header.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0
                       ? Result<Message>(fail(ErrorCode::Malformed, "a message that is too long"))
                       : decode({packet.data(), static_cast<std::size_t>(size)});
    if (message && message->kind == MessageKind::File && descriptor >= 0)
        message->descriptor = descriptor;
    else if (descriptor >= 0)
        close(descriptor);
    return message;
}

} // namespace vitrine::render::sandbox
